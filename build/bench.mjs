// `npm run bench`: every budget as a ratio to a named yardstick measured in the same run. `node build/bench.mjs NAME …` runs one, with words of its own.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { buildStale, root } from './build.mjs';

const [asked, ...words] = process.argv.slice(2);
await buildStale();
for (const name of asked === undefined ? ['import', 'duplicates', 'launch'] : [asked]) {
  const { module } = await runnerImport(join(root, `test/bench/${name}.ts`), { configFile: false, root, logLevel: 'error' });
  for await (const line of await module.bench(words)) console.log(line);
}
