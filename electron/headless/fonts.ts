import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fontFiles, type FontSource } from '#shared/print/font-list.ts';

/**
 * The fonts of a folder: `dist/fonts` of a build, where they lie side by side, or `node_modules` of a checkout, where they
 * lie in their packages. A file is read once. Fails, naming the file, when the folder has it in neither place.
 */
export function fontsIn(folder: string): FontSource {
  const read = new Map<string, Promise<Uint8Array>>();
  return (file) => {
    const bytes = read.get(file) ?? readFile(pathOf(folder, file)).then((buffer) => new Uint8Array(buffer));
    read.set(file, bytes);
    return bytes;
  };
}

function pathOf(folder: string, file: string): string {
  const flat = join(folder, file);
  const packed = fontFiles.find(([, path]) => basename(path) === file);
  if (packed !== undefined && !existsSync(flat)) return join(folder, packed[0], packed[1]);
  return flat;
}
