import { createHash } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { readSummitFile, type SummitFile, type SummitFileProblem, writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { type MintId, mintFrom } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { readWithin, writeAtomically } from '../disk.ts';

export type Written = { readonly path: string; readonly kind: string; readonly reader: string | null; readonly pages: number | null; readonly bytes: number; readonly sha256: string };

const mostBytes = 200_000_000;

export async function loadSummit(path: string): Promise<Result<SummitFile & { readonly digest: string }, string>> {
  const bytes = await readWithin(path, mostBytes);
  if (!bytes.ok) return err(`${path}: ${diskText(bytes.problem)}`);
  const file = readSummitFile(bytes.value);
  return file.ok ? ok({ ...file.value, digest: digestOf(bytes.value) }) : err(`${path}: ${archiveText(file.problem)}`);
}

export async function saveSummit(path: string, snapshot: Snapshot, name: string, madeAt: Instant): Promise<Result<Written, string>> {
  return saveFile(path, writeSummitFile(snapshot, name, madeAt), 'summit');
}

/** Writes beside and renames, making the folder when it is not there. The path in the answer is the one asked for. */
export async function saveFile(path: string, bytes: Uint8Array, kind: string, more: Partial<Pick<Written, 'reader' | 'pages'>> = {}): Promise<Result<Written, string>> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    return err(`${dirname(path)}: this folder cannot be made; choose another place`);
  }
  const written = await writeAtomically(path, bytes);
  return written.ok ? ok({ path, kind, reader: null, pages: null, bytes: bytes.length, sha256: digestOf(bytes), ...more }) : err(`${path}: ${diskText(written.problem)}`);
}

/** The lists in a folder, in order of name; files of other kinds are passed over. */
export async function listsIn(folder: string): Promise<Result<SourceFile[], string>> {
  let names: string[];
  try {
    if (!(await stat(folder)).isDirectory()) return err(`${folder} is no folder; name the folder that holds the exports`);
    names = (await readdir(folder)).filter((name) => ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm'].includes(extname(name).toLowerCase()) && !name.startsWith('.') && !name.startsWith('~$')).sort();
  } catch {
    return err(`${folder} cannot be read; name the folder that holds the exports`);
  }
  const files: SourceFile[] = [];
  for (const name of names) {
    const bytes = await readWithin(join(folder, name), mostBytes);
    if (!bytes.ok) return err(`${name}: ${diskText(bytes.problem)}`);
    files.push({ name, bytes: bytes.value });
  }
  return files.length === 0 ? err(`${folder} holds no CSV or XLSX file`) : ok(files);
}

/** Ids that depend on nothing but what went in and the moment given, so that the same call makes the same file. */
export function mintSeededBy(now: Instant, ...parts: readonly (string | Uint8Array)[]): MintId {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  const random = seeded(hash.digest().readUIntBE(0, 6));
  return mintFrom(() => random.below(256), () => Date.parse(now));
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A name that every file system takes, without anything that could lead out of the folder. */
export function plainFileName(text: string): string {
  const plain = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '').slice(0, 100).trim();
  return basename(plain) || 'unnamed';
}

function diskText(problem: BridgeProblem): string {
  switch (problem.code) {
    case 'file-missing': return 'there is no such file';
    case 'disk-full': return 'the disk is full; nothing was changed';
    case 'disk-read-only': case 'access-denied': return 'this place may not be written or read; choose another';
    case 'file-too-large': return 'the file is larger than a summit can be';
    default: return `the disk refuses (${problem.code})`;
  }
}

function archiveText(problem: SummitFileProblem): string {
  switch (problem.code) {
    case 'not-a-summit-file': return 'this is not a summit file';
    case 'summit-file-too-large': return 'the file is larger than a summit can be';
    case 'summit-file-damaged': return `the file is damaged (${problem.reason}); use a copy`;
    case 'summit-file-from-newer-version': return 'the file was written by a newer version of Summit Planner; install that version';
    case 'summit-file-row-unreadable': return `row ${problem.line} of ${problem.table} cannot be read (${problem.reason}); use a copy`;
  }
}
