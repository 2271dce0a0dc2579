// `npm run package [-- --win | --mac | --linux [dir]]`: installers into out/. `--stub` packs over a stand-in for Electron's binary, to prove
// the package where the real one cannot be fetched.
import { build, Platform } from 'electron-builder';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildStale, root } from './build.mjs';
import { packaging } from './electron-builder.config.mjs';
import { makeIcons } from './make-icons.mjs';

const asked = process.argv.slice(2);
const isStub = asked.includes('--stub');
const outputAt = asked.indexOf('--output');
const output = outputAt === -1 ? join(root, 'out') : resolve(asked[outputAt + 1]);

await buildStale();
makeIcons(join(root, 'build/icons'));
const work = mkdtempSync(join(tmpdir(), 'summit-package-'));
try {
  const electronDist = isStub ? stubElectron(join(work, 'electron')) : null;
  await build({ targets: targets(), projectDir: root, config: packaging({ electronDist, output }) });
} finally {
  rmSync(work, { recursive: true, force: true });
}

function targets() {
  const kinds = isStub || asked.includes('dir') ? ['dir'] : undefined;
  if (isStub) return Platform.LINUX.createTarget(kinds);
  const named = [['--win', Platform.WINDOWS], ['--mac', Platform.MAC], ['--linux', Platform.LINUX]].filter(([word]) => asked.includes(word)).map(([, platform]) => platform);
  const platforms = named.length > 0 ? named : [Platform.current()];
  return new Map(platforms.flatMap((platform) => [...platform.createTarget(kinds)]));
}

/** A folder that looks like an unpacked Electron: its binary holds nothing but the fuse wire, version 1 with nine fuses, all on. */
function stubElectron(folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const wire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('111111111')]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), createRequire(import.meta.url)('electron/package.json').version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'chrome-sandbox']) writeFileSync(join(folder, name), '');
  return folder;
}
