// `node build/make-sample.mjs`: writes the exports of the sample summit afresh. Committed with the product; a test holds them equal to this.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'build/sample/exports');
const { module } = await runnerImport(join(root, 'build/sample/exports.ts'), { configFile: false, root, logLevel: 'error' });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of module.sampleExports()) writeFileSync(join(folder, name), text);
