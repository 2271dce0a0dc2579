import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, stat, truncate } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { JournalDamage, JournalSummary } from '#shared/bridge/contract.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { idSchema, type SummitId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { diskProblem, flushFolder, writeAtomically, writeFlushed } from './disk.ts';

/**
 * The second home of every committed change: one file a summit, one line a change. Each line on disk carries its own digest, so that a cut
 * or flipped tail is seen whatever the line says. What the host understands of a line is its id and its parent, which make the chain.
 */
export type Journals = {
  append(summit: SummitId, lines: readonly string[]): Promise<Result<{ lines: number }, BridgeProblem>>;
  list(): Promise<Result<JournalSummary[], BridgeProblem>>;
  read(summit: SummitId, from: number): Promise<Result<{ lines: string[]; next: number | null; damage: JournalDamage | null }, BridgeProblem>>;
  replace(summit: SummitId, lines: readonly string[]): Promise<Result<{ lines: number }, BridgeProblem>>;
};

const pageBytes = 8 * 1024 * 1024;
const header = 'summit-journal 1\n';
const extension = '.journal';

/** Journals in a folder. `stamp` names what is set aside, unique in each call: a file that is replaced or damaged is kept. */
export function journalsIn(folder: string, stamp: () => string): Journals {
  const heads = new Map<SummitId, Head>();
  const queues = new Map<SummitId, Promise<unknown>>();

  /** One deed at a time a summit, so that two appends cannot interleave. */
  function inTurn<Value>(summit: SummitId, deed: () => Promise<Result<Value, BridgeProblem>>): Promise<Result<Value, BridgeProblem>> {
    const path = pathOf(folder, summit);
    const turn = (queues.get(summit) ?? Promise.resolve()).then(() =>
      deed().catch((thrown: unknown) => {
        heads.delete(summit);
        return err(diskProblem(thrown, basename(path)));
      }),
    );
    queues.set(summit, turn);
    return turn;
  }

  async function headOf(summit: SummitId): Promise<Head> {
    const known = heads.get(summit);
    if (known) return known;
    const path = pathOf(folder, summit);
    await mkdir(folder, { recursive: true });
    const found = await readFile(path).catch(whenMissing(null));
    const parsed = parseJournal(found ?? Buffer.alloc(0));
    if (found === null || parsed.soundBytes === 0) {
      if (found !== null && found.byteLength > 0) await setAside(path, found, stamp());
      await writeFlushed(path, Buffer.from(header));
      await flushFolder(folder);
    } else if (parsed.soundBytes < found.byteLength) {
      await setAside(path, found.subarray(parsed.soundBytes), stamp());
      await truncate(path, parsed.soundBytes);
    }
    const head = { lines: parsed.lines.length, bytes: Math.max(parsed.soundBytes, header.length), lastLine: parsed.lines.at(-1) ?? null };
    heads.set(summit, head);
    return head;
  }

  return {
    append: (summit, lines) =>
      inTurn(summit, async () => {
        const head = await headOf(summit);
        // A window that never heard the answer sends its lines again.
        if (lines.length === 1 && lines[0] === head.lastLine) return ok({ lines: head.lines });
        const fault = chainFault(lines, head.lastLine);
        if (fault) return err(fault);
        const bytes = Buffer.from(lines.map(framed).join(''));
        await appendFlushed(pathOf(folder, summit), bytes, head.bytes);
        heads.set(summit, { lines: head.lines + lines.length, bytes: head.bytes + bytes.byteLength, lastLine: lines.at(-1) ?? null });
        return ok({ lines: head.lines + lines.length });
      }),

    async list() {
      try {
        const names = (await readdir(folder).catch(whenMissing([]))).filter((name) => name.endsWith(extension)).sort();
        const summaries = await Promise.all(names.map((name) => summaryOf(join(folder, name))));
        return ok(summaries.filter((summary) => summary !== null));
      } catch (thrown) {
        return err(diskProblem(thrown, basename(folder)));
      }
    },

    read: (summit, from) =>
      inTurn(summit, async () => {
        const found = await readFile(pathOf(folder, summit)).catch(whenMissing(null));
        if (found === null) return ok({ lines: [], next: null, damage: null });
        const { lines, damage } = parseJournal(found);
        const to = endOfPage(lines, from);
        return ok({ lines: lines.slice(from, to), next: to < lines.length ? to : null, damage });
      }),

    replace: (summit, lines) =>
      inTurn(summit, async () => {
        const fault = chainFault(lines, null);
        if (fault) return err(fault);
        const path = pathOf(folder, summit);
        await mkdir(folder, { recursive: true });
        await copyFile(path, `${path}.kept-${stamp()}`).catch(whenMissing(undefined));
        const bytes = Buffer.from(header + lines.map(framed).join(''));
        heads.delete(summit);
        const written = await writeAtomically(path, bytes);
        return written.ok ? ok({ lines: lines.length }) : written;
      }),
  };
}

type Head = { readonly lines: number; readonly bytes: number; readonly lastLine: string | null };

/** The sound lines from the start of a journal file, how many bytes they fill, and what follows them. A file that does not begin as ours has none. */
export function parseJournal(bytes: Uint8Array): { lines: string[]; soundBytes: number; damage: JournalDamage | null } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, header.length).toString('latin1') !== header) {
    return { lines: [], soundBytes: 0, damage: buffer.byteLength === 0 ? null : { afterLine: 0, bytesSetAside: buffer.byteLength, soundLinesBeyond: 0 } };
  }
  const lines: string[] = [];
  let soundBytes = header.length;
  let soundLinesBeyond = 0;
  let isDamaged = false;
  for (let start = header.length; start < buffer.byteLength; ) {
    const newline = buffer.indexOf(10, start);
    const end = newline === -1 ? buffer.byteLength : newline;
    const line = newline === -1 ? null : unframed(buffer.subarray(start, end));
    if (line === null) isDamaged = true;
    else if (isDamaged) soundLinesBeyond += 1;
    else {
      lines.push(line);
      soundBytes = end + 1;
    }
    start = end + 1;
  }
  return { lines, soundBytes, damage: isDamaged ? { afterLine: lines.length, bytesSetAside: buffer.byteLength - soundBytes, soundLinesBeyond } : null };
}

const link = z.looseObject({ id: z.string().min(1), parent: z.string().nullable(), order: z.unknown(), checksum: z.string().min(1) });

function chainFault(lines: readonly string[], lastLine: string | null): BridgeProblem | null {
  let expectedParent = lastLine === null ? null : (linkOf(lastLine)?.id ?? null);
  for (const [line, text] of lines.entries()) {
    const found = linkOf(text);
    if (found === null) return { code: 'journal-line-not-understood', line };
    if (found.parent !== expectedParent) return { code: 'journal-out-of-step', line, expectedParent };
    expectedParent = found.id;
  }
  return null;
}

function linkOf(line: string): z.infer<typeof link> | null {
  if (line.includes('\n') || /\p{Surrogate}/u.test(line)) return null;
  try {
    return link.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function framed(line: string): string {
  return `${digestOf(line)} ${line}\n`;
}

function unframed(frame: Buffer): string | null {
  const text = frame.toString('utf8');
  const line = text.slice(17);
  return text[16] === ' ' && text.slice(0, 16) === digestOf(line) && Buffer.byteLength(text) === frame.byteLength ? line : null;
}

function digestOf(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 16);
}

/** Appends and flushes; a write cut short by a full disk is taken back, so that no half line stays. */
async function appendFlushed(path: string, bytes: Uint8Array, lengthBefore: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    if (size !== lengthBefore) throw Object.assign(new Error('the journal changed under our hands'), { code: 'EIO' });
    try {
      let written = 0;
      while (written < bytes.byteLength) written += (await handle.write(bytes, written, bytes.byteLength - written, lengthBefore + written)).bytesWritten;
      await handle.sync();
    } catch (thrown) {
      await handle.truncate(lengthBefore).catch(() => undefined);
      throw thrown;
    }
  } finally {
    await handle.close();
  }
}

async function setAside(path: string, bytes: Uint8Array, stamp: string): Promise<void> {
  await writeFlushed(`${path}.damaged-${stamp}`, bytes);
  await flushFolder(dirname(path));
}

async function summaryOf(path: string): Promise<JournalSummary | null> {
  const summit = idSchema<SummitId>().safeParse(summitIn(basename(path)));
  if (!summit.success) return null;
  const [bytes, { size }] = await Promise.all([readFile(path), stat(path)]);
  const { lines, damage } = parseJournal(bytes);
  return { summit: summit.data, lines: lines.length, bytes: size, lastLine: lines.at(-1) ?? null, damage };
}

function endOfPage(lines: readonly string[], from: number): number {
  let size = 0;
  let to = from;
  while (to < lines.length && (to === from || size + (lines[to] as string).length <= pageBytes)) size += (lines[to++] as string).length;
  return to;
}

function pathOf(folder: string, summit: SummitId): string {
  return join(folder, `${fileStemOf(summit)}${extension}`);
}

function summitIn(name: string): string | null {
  try {
    return decodeURIComponent(name.slice(0, -extension.length).replaceAll('_', '%'));
  } catch {
    return null;
  }
}

/** An id may hold `:` or begin with a dot, which file systems refuse, and capitals, which some confuse: all but a–z and 0–9 are escaped. */
export function fileStemOf(summit: SummitId): string {
  return [...summit].map((letter) => (/[a-z0-9-]/.test(letter) ? letter : `_${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)).join('');
}

function whenMissing<Value>(value: Value): (thrown: unknown) => Value {
  return (thrown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return value;
    throw thrown;
  };
}
