// `npm run summit -- COMMAND …`: the planner without a window. Built first when stale.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale, root } from './build.mjs';

// Standard output belongs to the command's own answer.
await buildStale(['headless', 'fonts'], console.error);
const entry = join(root, 'dist/headless/summit.js');
if (!existsSync(entry)) {
  console.error('The command line is not part of this checkout: electron/headless/main.ts is missing.');
  process.exit(2);
}
const { run } = await import(pathToFileURL(entry).href);
process.exitCode = await run(process.argv.slice(2));
