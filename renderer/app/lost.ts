import type { SnapshotSummary } from '#shared/bridge/contract.ts';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { replay } from '#shared/workspace/replay.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Disk } from '#renderer/platform/platform.ts';
import type { DiskJournal, DiskJournalSummary, DiskProblem } from '#renderer/storage/disk-journal.ts';
import type { Known } from './known-summits.ts';

/** The whole copies on disk, as far as recovery reads them. */
export type Copies = Pick<Disk, 'snapshots' | 'readSnapshot'>;

/** What a journal or a copy holds, for the planner to recognise it by. */
export type Holds = { readonly partners: number; readonly people: number };

/** The best that is left of a summit which the database no longer holds. */
export type Remains =
  | { readonly is: 'journal'; readonly changes: number; readonly lastAt: Instant; readonly lastLabel: string; readonly isTorn: boolean; readonly holds: Holds }
  /** The journal is gone, or ends before the copy was made. */
  | { readonly is: 'copy'; readonly copy: SnapshotSummary; readonly snapshot: Snapshot; readonly holds: Holds }
  /** Something lies on disk, and none of it can be read. */
  | { readonly is: 'unreadable' }
  | { readonly is: 'note'; readonly savedAt: Instant };

export type LostSummit = { readonly summit: SummitId; readonly name: string; readonly remains: Remains };

/** Every summit that the disk or this window's own notes know of and the database does not hold, with the best that is left of it. */
export async function lostSummits(held: readonly SummitId[], disk: DiskJournal | null, copies: Copies | null, noted: readonly Known[]): Promise<Result<readonly LostSummit[], DiskProblem>> {
  const listed = disk ? await disk.list() : ok([]);
  if (!listed.ok) return listed;
  const journals = listed.value.filter(({ lines, isDamaged }) => lines > 0 || isDamaged);
  const kept = await copies?.snapshots();
  const copied = kept?.ok ? kept.value : [];
  const known = new Set([...journals.map(({ summit }) => summit), ...copied.map(({ summit }) => summit), ...noted.map(({ summit }) => summit)]);
  const lost: LostSummit[] = [];
  for (const summit of known) {
    if (held.includes(summit)) continue;
    const note = noted.find((each) => each.summit === summit);
    const journal = journals.find((each) => each.summit === summit);
    const found = await best(disk, copies, journal, copied.filter((copy) => copy.summit === summit));
    if (found) lost.push({ summit, name: theSummit(found.snapshot).name, remains: found.remains });
    else if (journal || !note) lost.push({ summit, name: note?.name ?? 'A summit', remains: { is: 'unreadable' } });
    else lost.push({ summit, name: note.name, remains: { is: 'note', savedAt: note.savedAt } });
  }
  return ok(lost);
}

type Found = { readonly snapshot: Snapshot; readonly remains: Remains };

/** The journal where it is whole, or torn after the newest good copy; else that copy. */
async function best(disk: DiskJournal | null, copies: Copies | null, journal: DiskJournalSummary | undefined, copied: readonly SnapshotSummary[]): Promise<Found | null> {
  const byJournal = disk && journal ? await inJournal(disk, journal) : null;
  if (byJournal && !byJournal.remains.isTorn) return byJournal;
  const byCopy = copies ? await inNewestGoodCopy(copies, copied) : null;
  return byJournal && (!byCopy || byJournal.remains.lastAt >= byCopy.remains.copy.at) ? byJournal : byCopy;
}

async function inJournal(disk: DiskJournal, { summit, isDamaged }: DiskJournalSummary) {
  const read = await disk.read(summit);
  const replayed = read.ok ? replay(read.value) : read;
  const last = replayed.ok ? replayed.value.lines.at(-1)?.line : undefined;
  if (!replayed.ok || !last) return null;
  const { snapshot, lines, stoppedAt } = replayed.value;
  return { snapshot, remains: { is: 'journal' as const, changes: lines.length, lastAt: last.at, lastLabel: last.label, isTorn: isDamaged || stoppedAt !== null, holds: held(snapshot) } };
}

async function inNewestGoodCopy(copies: Copies, copied: readonly SnapshotSummary[]) {
  for (const copy of [...copied].sort((one, other) => (one.at < other.at ? 1 : -1))) {
    const bytes = await copies.readSnapshot(copy);
    const read = bytes.ok ? readSummitFile(bytes.value) : bytes;
    if (read.ok) return { snapshot: read.value.snapshot, remains: { is: 'copy' as const, copy, snapshot: read.value.snapshot, holds: held(read.value.snapshot) } };
  }
  return null;
}

function held({ partners, contacts }: Snapshot): Holds {
  return { partners: partners.size, people: contacts.size };
}
