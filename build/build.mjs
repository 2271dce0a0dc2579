// `npm run build`: the window, the shell, the command line and the fonts into dist/. A part is built only when something it is made of has changed.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stampFile = join(dist, 'built.json');
const always = ['package.json', 'package-lock.json', 'build/build.mjs', 'build/node-bundle.mjs', 'build/vite.renderer.config.ts'];

const parts = {
  renderer: {
    from: ['renderer', 'shared'],
    makes: ['renderer/index.html'],
    async make() {
      const { build } = await import('vite');
      rmSync(join(dist, 'renderer/assets'), { recursive: true, force: true });
      await build({ configFile: join(root, 'build/vite.renderer.config.ts'), logLevel: 'warn' });
    },
  },
  electron: {
    from: ['electron', 'shared'],
    makes: ['electron/main.cjs', 'electron/preload.cjs', 'browser/server.mjs'],
    async make() {
      const { bundleForNode } = await import('./node-bundle.mjs');
      await bundleForNode({ entry: 'electron/main.ts', outFile: 'dist/electron/main.cjs' });
      await bundleForNode({ entry: 'electron/preload.ts', outFile: 'dist/electron/preload.cjs' });
      await bundleForNode({ entry: 'electron/browser-server.ts', outFile: 'dist/browser/server.mjs' });
    },
  },
  headless: {
    source: 'electron/headless/main.ts',
    from: ['electron/headless', 'build/sample', 'shared'],
    makes: ['headless/summit.js', 'headless/sample'],
    async make() {
      const { bundleForNode } = await import('./node-bundle.mjs');
      await bundleForNode({ entry: 'electron/headless/main.ts', outFile: 'dist/headless/summit.js' });
      // The solvers look for their WebAssembly beside the file they are part of.
      for (const wasm of ['highs/build/highs.wasm', 'cadical-wasm/dist/cadical.wasm']) cpSync(join(root, 'node_modules', wasm), join(dist, 'headless', basename(wasm)));
      cpSync(join(root, 'build/sample/exports'), join(dist, 'headless/sample'), { recursive: true });
    },
  },
  sample: {
    source: 'electron/headless/sample.ts',
    from: ['electron/headless', 'build/sample', 'shared'],
    makes: ['renderer/sample.summit'],
    async make() {
      const { runnerImport } = await import('vite');
      const { module } = await runnerImport(join(root, 'electron/headless/sample.ts'), { configFile: false, root, logLevel: 'error' });
      mkdirSync(join(dist, 'renderer'), { recursive: true });
      writeFileSync(join(dist, 'renderer/sample.summit'), await module.sampleFile('2027-04-20T08:00:00.000Z'));
    },
  },
  fonts: {
    source: 'shared/print/font-list.ts',
    from: ['shared/print/font-list.ts'],
    makes: ['fonts'],
    async make() {
      const { runnerImport } = await import('vite');
      const { module } = await runnerImport(join(root, 'shared/print/font-list.ts'), { configFile: false, root, logLevel: 'error' });
      rmSync(join(dist, 'fonts'), { recursive: true, force: true });
      mkdirSync(join(dist, 'fonts'), { recursive: true });
      for (const [library, file] of module.fontFiles) cpSync(join(root, 'node_modules', library, file), join(dist, 'fonts', basename(file)));
    },
  },
};

/** Builds what is stale among the named parts and returns their names. */
export async function buildStale(names = Object.keys(parts), say = console.log) {
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const built = [];
  for (const name of names) {
    const { source, from, makes, make } = parts[name];
    if (source && !existsSync(join(root, source))) continue;
    const digest = digestOf([...always, ...from]);
    if (stamps[name] === digest && makes.every((made) => existsSync(join(dist, made)))) continue;
    const started = Date.now();
    await make();
    stamps[name] = digest;
    mkdirSync(dist, { recursive: true });
    writeFileSync(stampFile, JSON.stringify(stamps, null, 2));
    say(`built ${name} — ${((Date.now() - started) / 1000).toFixed(1)} s`);
    built.push(name);
  }
  return built;
}

function digestOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow).sort()) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  const entries = readdirSafe(full);
  return entries === null ? [path] : entries.flatMap((name) => filesBelow(`${path}/${name}`));
}

function readdirSafe(path) {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildStale(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  if (built.length === 0) console.log('dist/ is up to date');
}
