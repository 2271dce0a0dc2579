import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Writes beside, flushes, reads back, renames: at every moment the path holds the old file or the whole new one. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Result<null, BridgeProblem>> {
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`);
  try {
    await writeFlushed(beside, bytes);
    if (!(await holds(beside, bytes))) {
      await rm(beside, { force: true });
      return err({ code: 'read-back-differs', file: basename(path) });
    }
    await rename(beside, path);
    await flushFolder(dirname(path));
    return ok(null);
  } catch (thrown) {
    await rm(beside, { force: true }).catch(() => undefined);
    return err(diskProblem(thrown, basename(path)));
  }
}

/** The whole file, refused by size before a byte is read. */
export async function readWithin(path: string, limitBytes: number): Promise<Result<Uint8Array<ArrayBuffer>, BridgeProblem>> {
  const file = basename(path);
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r');
    const { size, isFile } = await handle.stat().then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return err({ code: 'file-missing', file });
    if (size > limitBytes) return err({ code: 'file-too-large', file, bytes: size, limitBytes });
    const bytes = new Uint8Array(await handle.readFile());
    return bytes.byteLength > limitBytes ? err({ code: 'file-too-large', file, bytes: bytes.byteLength, limitBytes }) : ok(bytes);
  } catch (thrown) {
    return err(diskProblem(thrown, file));
  } finally {
    await handle?.close();
  }
}

/** Turns what the system says into a problem the planner can act on. */
export function diskProblem(thrown: unknown, file: string): BridgeProblem {
  const system = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown';
  switch (system) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'disk-full', file };
    case 'EROFS':
      return { code: 'disk-read-only', file };
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
    case 'ENOTCONN':
      return { code: 'disk-gone', file };
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return { code: 'access-denied', file };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return { code: 'file-missing', file };
    default:
      return { code: 'disk-error', file, system };
  }
}

/** Writes a file and returns once the disk has it. */
export async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes the folder's own entry, so that a new name survives a power cut. Windows has no such call and needs none. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const written = await handle.readFile();
    return Buffer.compare(written, bytes) === 0;
  } finally {
    await handle.close();
  }
}
