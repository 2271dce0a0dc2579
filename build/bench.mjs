// `npm run bench`: every budget as a ratio to a named yardstick measured in the same run. `node build/bench.mjs NAME …` runs one, with words of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { buildStale, root } from './build.mjs';
import { bundleForNode } from './node-bundle.mjs';

/** Measured as they ship, in one file: loaded module by module, every call across modules costs a look-up. */
const shipped = ['duplicates'];

const [asked, ...words] = process.argv.slice(2);
await buildStale();
for (const name of asked === undefined ? ['import', 'duplicates', 'launch'] : [asked]) {
  if (shipped.includes(name)) {
    const outFile = `dist/bench/${name}.mjs`;
    await bundleForNode({ entry: `test/bench/${name}.ts`, outFile });
    const print = `import { bench } from ${JSON.stringify(join(root, outFile))}; for await (const line of await bench(${JSON.stringify(words)})) console.log(line);`;
    if (spawnSync(process.execPath, ['--input-type=module', '--eval', print], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
  } else {
    const { module } = await runnerImport(join(root, `test/bench/${name}.ts`), { configFile: false, root, logLevel: 'error' });
    for await (const line of await module.bench(words)) console.log(line);
  }
}
