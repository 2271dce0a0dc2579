import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('the package, over a stand-in for the binary', () => {
  let folder: string;
  let archive: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'summit-packed-'));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build/package.mjs', '--stub', '--output', folder], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
    archive = join(folder, 'linux-unpacked/resources/app.asar');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the archive holds exactly the built bundles and the manifest', () => {
    const packed = listPackage(archive, { isPack: false })
      .map((path) => path.replaceAll('\\', '/').slice(1))
      .filter((path) => /\.[a-z0-9]+$/i.test(path));
    const built = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
      .filter((path) => /^dist\/(electron|renderer|fonts|headless)\//.test(path));
    expect(built).toEqual(expect.arrayContaining(['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/renderer/index.html']));
    expect(packed.sort()).toEqual([...built, 'package.json'].sort());
  });

  test('the manifest starts the shell and asks for no module', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>;
    expect([manifest['main'], manifest['dependencies'] ?? {}, manifest['scripts'] ?? {}]).toEqual(['dist/electron/main.cjs', {}, {}]);
  });

  test('what is packed is what was built', () => {
    expect(extractFile(archive, 'dist/electron/main.cjs')).toEqual(readFileSync(join(root, 'dist/electron/main.cjs')));
  });

  test('the fuses are blown: no plain Node, no options from outside, cookies encrypted, only our archive', async () => {
    const wire = (await getCurrentFuseWire(join(folder, 'linux-unpacked/summit-planner'))) as unknown as Record<number, number>;
    const [on, off] = ['1'.charCodeAt(0), '0'.charCodeAt(0)];
    expect(
      Object.fromEntries(Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number').map((fuse) => [FuseV1Options[fuse], wire[fuse]])),
    ).toEqual({
      RunAsNode: off,
      EnableCookieEncryption: on,
      EnableNodeOptionsEnvironmentVariable: off,
      EnableNodeCliInspectArguments: off,
      EnableEmbeddedAsarIntegrityValidation: on,
      OnlyLoadAppFromAsar: on,
      LoadBrowserProcessSpecificV8Snapshot: off,
      GrantFileProtocolExtraPrivileges: off,
    });
  });
});
