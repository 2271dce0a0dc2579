// `npm run bench`: every budget as a ratio to a named yardstick measured in the same run. `node build/bench.mjs import` runs one.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { buildStale, root } from './build.mjs';

const asked = process.argv.slice(2);
await buildStale();
for (const name of asked.length > 0 ? asked : ['import', 'launch']) {
  const { module } = await runnerImport(join(root, `test/bench/${name}.ts`), { configFile: false, root, logLevel: 'error' });
  for (const line of await module.bench()) console.log(line);
}
