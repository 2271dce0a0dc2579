import { mkdtemp, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { fontsIn } from '#electron/headless/fonts.ts';
import { families, fontFiles } from '#shared/print/font-list.ts';

const modules = new URL('../../../node_modules', import.meta.url).pathname;

test('every font that a book may use is in the packages of a checkout, and is copied by the build', async () => {
  const used = [...new Set(Object.values(families).flatMap((family) => Object.values(family)))].sort();
  expect(fontFiles.map(([, path]) => basename(path)).sort()).toEqual(used);
  const sizes = await Promise.all(used.map(async (file) => (await fontsIn(modules)(file)).length));
  expect(sizes.every((size) => size > 10_000)).toBe(true);
});

test('fonts that lie side by side, as in a packaged application, are found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  const [name, path] = fontFiles[0];
  await copyFile(join(modules, name, path), join(folder, basename(path)));
  expect((await fontsIn(folder)(basename(path))).length).toBe((await fontsIn(modules)(basename(path))).length);
});

test('a font that is nowhere is refused by name', async () => {
  await expect(fontsIn('/nowhere')('SourceSans3_400Regular.ttf')).rejects.toThrow('SourceSans3_400Regular.ttf');
});
