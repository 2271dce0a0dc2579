import { addedRows } from '#shared/workspace/birth.ts';
import type { DeviceId, LineId, MintId, SummitId } from '#shared/kernel/ids.ts';
import { nextOrder } from '#shared/kernel/order.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type JournalLine, readLine, writeLine } from '#shared/workspace/journal-line.ts';
import { replay } from '#shared/workspace/replay.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Database } from './database.ts';
import type { DiskJournal, DiskProblem } from './disk-journal.ts';
import { linesAfter } from './load.ts';
import { replaceSummit } from './write.ts';

/** What comparing the two homes of a summit found. */
export type Comparison =
  | { readonly is: 'same' }
  /** The disk had lines that the database lacks; they were taken from there. */
  | { readonly is: 'taken-from-disk'; readonly lines: number }
  /** The database had lines that the disk lacks; they were appended there. */
  | { readonly is: 'brought-to-disk'; readonly lines: number }
  /** Neither continues the other: the longer chain was kept, the other stays beside it on disk. */
  | { readonly is: 'parted'; readonly kept: 'database' | 'disk' };

/** This machine's id in journals, made once. */
export async function deviceOf(database: Database, mint: MintId): Promise<DeviceId> {
  const known = await database.device.get('device');
  if (known) return known.id;
  const id = mint<DeviceId>();
  await database.device.put({ key: 'device', id });
  return id;
}

/** Stores a summit that begins here — new, from a file, from the sample — with the first line of its journal. */
export async function begin(
  database: Database, disk: DiskJournal | null, snapshot: Snapshot, label: string, desk: { now: Instant; mint: MintId; device: DeviceId; actor: string },
): Promise<Result<SummitId, DiskProblem>> {
  const { id: summit, name } = theSummit(snapshot);
  const line: JournalLine = {
    format: 1, id: desk.mint<LineId>(), parent: null, device: desk.device, actor: desk.actor, at: desk.now,
    order: nextOrder(desk.now, desk.device, null), label, edits: addedRows(snapshot),
  };
  const text = writeLine(line);
  const onDisk = disk ? await disk.replace(summit, [text]) : ok(null);
  if (!onDisk.ok) return onDisk;
  await replaceSummit(database, summit, name, snapshot, [{ line, text }]);
  return ok(summit);
}

/** Brings the database and the disk journal of one summit to the same, longer, chain. */
export async function compare(database: Database, disk: DiskJournal, summit: SummitId): Promise<Result<Comparison, DiskProblem>> {
  const entry = await database.entries.get(summit);
  const known = await disk.list();
  if (!known.ok) return known;
  const lastLine = known.value.find((journal) => journal.summit === summit && !journal.isDamaged)?.lastLine;
  const diskHead = typeof lastLine === 'string' ? readLine(lastLine) : null;
  if (diskHead?.ok && diskHead.value.id === entry?.head) return ok({ is: 'same' });
  const onDisk = await disk.read(summit);
  if (!onDisk.ok) return onDisk;
  const inDatabase = await linesAfter(database, summit, null);
  if (entry && onDisk.value.length === inDatabase.length && startsWith(onDisk.value, inDatabase)) return ok({ is: 'same' });
  if (!entry || startsWith(onDisk.value, inDatabase)) return takenFromDisk(database, disk, summit, onDisk.value, inDatabase.length);
  if (startsWith(inDatabase, onDisk.value)) {
    const missing = inDatabase.slice(onDisk.value.length);
    const appended = onDisk.value.length === 0 ? await disk.replace(summit, missing) : await disk.append(summit, missing);
    return appended.ok ? ok({ is: 'brought-to-disk', lines: missing.length }) : appended;
  }
  if (onDisk.value.length > inDatabase.length) {
    const taken = await takenFromDisk(database, disk, summit, onDisk.value, inDatabase.length);
    return taken.ok ? ok({ is: 'parted', kept: 'disk' }) : taken;
  }
  const replaced = await disk.replace(summit, inDatabase);
  return replaced.ok ? ok({ is: 'parted', kept: 'database' }) : replaced;
}

/** Rebuilds a summit in the database from its journal on disk, whatever the database holds of it. Refused where the journal has no readable beginning. */
export async function takeFromDisk(database: Database, disk: DiskJournal, summit: SummitId): Promise<Result<Comparison, DiskProblem>> {
  const onDisk = await disk.read(summit);
  return onDisk.ok ? takenFromDisk(database, disk, summit, onDisk.value, 0) : onDisk;
}

async function takenFromDisk(database: Database, disk: DiskJournal, summit: SummitId, lines: readonly string[], had: number): Promise<Result<Comparison, DiskProblem>> {
  const read = replay(lines);
  if (!read.ok) return err({ code: read.problem.code });
  // What follows an unreadable line cannot be built on: the journal is begun anew with what can, and the old one stays beside it.
  const mended = read.value.stoppedAt ? await disk.replace(summit, read.value.lines.map(({ text }) => text)) : ok(null);
  if (!mended.ok) return mended;
  await replaceSummit(database, summit, theSummit(read.value.snapshot).name, read.value.snapshot, read.value.lines);
  return ok({ is: 'taken-from-disk', lines: read.value.lines.length - had });
}

function startsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  return longer.length >= shorter.length && shorter.every((line, index) => line === longer[index]);
}
