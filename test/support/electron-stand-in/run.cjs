// Runs the built shell unchanged, with only the `electron` module replaced: node run.cjs dist/electron/main.cjs [arguments].
// A test drives it over the process channel: { ask, ...facts } in, { of, answer } out.
const Module = require('node:module');
const { resolve } = require('node:path');
const { electron, answerTest } = require('./electron.cjs');

const [mainFile, ...argv] = process.argv.slice(2);
const load = Module._load;
Module._load = (request, ...more) => (request === 'electron' ? electron : load(request, ...more));

process.on('message', (message) => {
  Promise.resolve()
    .then(() => answerTest(message))
    .then(
      (answer) => process.send?.({ of: message.number, answer }),
      (error) => process.send?.({ of: message.number, error: String(error.stack ?? error) }),
    );
});

process.argv = [process.execPath, resolve(mainFile), ...argv];
require(resolve(mainFile));
