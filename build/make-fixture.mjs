// `node build/make-fixture.mjs`: the summit file of version 1 that must open for ever, and its rows as they must read. Once a version 1 has been
// shipped these two files are never made again; a later version gets a pair of its own.
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const root = new URL('..', import.meta.url).pathname;
const { module } = await runnerImport(`${root}test/fixtures/make-v1.ts`, { configFile: false, root, logLevel: 'error' });
writeFileSync(`${root}test/fixtures/v1.summit`, module.file);
writeFileSync(`${root}test/fixtures/v1.json`, `${JSON.stringify(module.rows, null, 1)}\n`);
console.log(`test/fixtures/v1.summit — ${module.file.length} bytes`);
