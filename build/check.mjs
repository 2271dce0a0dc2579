// `npm run check`: everything that must hold without a browser. `node build/check.mjs types lint` runs the named parts only.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const projects = readdirSync(new URL('tsconfig/', import.meta.url)).filter((file) => !['base.json', 'lint.json'].includes(file)).sort();

const parts = {
  types: projects.map((file) => ['tsc', '--noEmit', '-p', `build/tsconfig/${file}`]),
  lint: [['eslint', '--config', 'build/eslint.config.mjs', '--max-warnings', '0', 'shared', 'renderer', 'electron', 'test', 'build']],
  boundaries: [['depcruise', '--config', 'build/boundaries.cjs', 'shared', 'renderer', 'electron']],
  dead: [['knip', '--config', 'build/knip.json']],
  tests: [['vitest', 'run', '--config', 'build/vitest.config.ts', '--project', 'shared', '--project', 'renderer', '--project', 'electron', '--project', 'build']],
};

const asked = process.argv.slice(2);
for (const part of asked.length > 0 ? asked : Object.keys(parts)) {
  for (const [command, ...args] of parts[part]) {
    const started = Date.now();
    const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
    if (status !== 0) {
      console.error(`\n${part}: ${command} ${args.join(' ')} failed`);
      process.exit(1);
    }
    console.log(`${part}: ${command} ${args.at(-1)} — ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}
