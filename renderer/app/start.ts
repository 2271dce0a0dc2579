import type { DeviceId, MintId, SummitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { Database, type SummitEntry } from '#renderer/storage/database.ts';
import type { DiskJournal, DiskJournalSummary } from '#renderer/storage/disk-journal.ts';
import { load, type LoadProblem } from '#renderer/storage/load.ts';
import { begin, compare, type Comparison, deviceOf, takeFromDisk } from '#renderer/storage/open.ts';
import { type Desk, openWorkspace, type Workspace } from '#renderer/workspace/workspace.ts';
import { refusalText } from './refusals.ts';
import { forgetSummit, lastOpened, type Known, knownSummits, noteSummit } from './known-summits.ts';

/** What the window is showing. An empty or damaged store is never shown as a new application. */
export type Phase =
  | { readonly is: 'opening' }
  /** Nothing was ever kept here. */
  | { readonly is: 'welcome' }
  | { readonly is: 'open'; readonly workspace: Workspace; readonly notice: string | null }
  /** The database lost what the disk, or this window's own note of it, says was there. */
  | { readonly is: 'lost'; readonly onDisk: readonly DiskJournalSummary[]; readonly noted: readonly Known[] }
  | { readonly is: 'damaged'; readonly summit: SummitId; readonly name: string; readonly problem: LoadProblem; readonly isOnDisk: boolean }
  | { readonly is: 'failed'; readonly reason: string };

export type Session = {
  readonly database: Database;
  readonly disk: DiskJournal | null;
  readonly desk: Desk;
  readonly show: (phase: Phase) => void;
};

export async function session(disk: DiskJournal | null, now: () => Instant, mint: MintId, actor: () => string, show: (phase: Phase) => void): Promise<Session> {
  const database = new Database();
  await database.open();
  const device: DeviceId = await deviceOf(database, mint);
  return { database, disk, desk: { now, mint, device, actor }, show };
}

/** Decides from both homes what to show at launch. */
export async function start(session: Session): Promise<void> {
  const { database, disk, show } = session;
  const summits = await database.entries.toArray();
  const onDisk = disk ? await disk.list() : null;
  if (onDisk && !onDisk.ok && summits.length === 0) return show({ is: 'failed', reason: `The journals on disk cannot be read: ${refusalText(onDisk.problem)}` });
  const journals = onDisk?.ok ? onDisk.value.filter(({ lines, isDamaged }) => lines > 0 || isDamaged) : [];
  const lost = journals.filter(({ summit }) => !summits.some((entry) => entry.summit === summit));
  const noted = knownSummits().filter(({ summit }) => !summits.some((entry) => entry.summit === summit) && !lost.some((journal) => journal.summit === summit));
  if (lost.length > 0 || (noted.length > 0 && summits.length === 0)) return show({ is: 'lost', onDisk: lost, noted });
  const last = summits.find(({ summit }) => summit === lastOpened()) ?? newest(summits);
  if (last) await open(session, last.summit);
  else show({ is: 'welcome' });
}

export async function open(session: Session, summit: SummitId): Promise<void> {
  const { database, disk, desk, show } = session;
  const compared = disk ? await compare(database, disk, summit) : null;
  const loaded = await load(database, summit);
  if (!loaded.ok) {
    const entry = await database.entries.get(summit);
    show({ is: 'damaged', summit, name: entry?.name ?? '', problem: loaded.problem, isOnDisk: disk !== null });
    return;
  }
  noteSummit({ summit, name: loaded.value.entry.name, savedAt: loaded.value.entry.savedAt });
  show({ is: 'open', workspace: openWorkspace(loaded.value, database, disk, desk), notice: noticeOf(compared?.ok ? compared.value : null) });
}

/** Begins a summit here — new, from a file, from the sample — and opens it. A string: why it could not. */
export async function beginSummit(session: Session, snapshot: Snapshot, label: string): Promise<string | null> {
  const { database, disk, desk } = session;
  const begun = await begin(database, disk, snapshot, label, { now: desk.now(), mint: desk.mint, device: desk.device, actor: desk.actor() });
  if (!begun.ok) return begun.problem.code;
  await open(session, begun.value);
  return null;
}

/** Rebuilds every summit that only the disk still holds, then starts again with them. A string: why one could not be rebuilt; the others were. */
export async function restoreFromDisk(session: Session, journals: readonly DiskJournalSummary[]): Promise<string | null> {
  let problem: string | null = null;
  for (const { summit } of journals) {
    const compared = session.disk && (await compare(session.database, session.disk, summit));
    if (compared?.ok === false) problem = refusalText(compared.problem);
  }
  if (problem === null) await start(session);
  return problem;
}

/** Rebuilds one damaged summit from its journal on disk. A string: why it could not be; nothing was changed then. */
export async function rebuild(session: Session, summit: SummitId): Promise<string | null> {
  if (!session.disk) return 'This edition keeps no journal on disk.';
  const taken = await takeFromDisk(session.database, session.disk, summit);
  if (!taken.ok) return refusalText(taken.problem);
  await open(session, summit);
  return null;
}

export async function forgetLost(session: Session, noted: readonly Known[]): Promise<void> {
  for (const { summit } of noted) forgetSummit(summit);
  await start(session);
}

function noticeOf(compared: Comparison | null): string | null {
  switch (compared?.is) {
    case 'taken-from-disk':
      return `This window's database lacked ${compared.lines} saved changes. They were taken from the journal on disk; nothing is missing.`;
    case 'brought-to-disk':
      return `The journal on disk lacked ${compared.lines} changes. They were brought there; both homes agree again.`;
    case 'parted':
      return `The database and the journal on disk had parted. The longer one (${compared.kept}) is open; the other is kept beside it.`;
    default:
      return null;
  }
}

function newest(summits: readonly SummitEntry[]): SummitEntry | undefined {
  return [...summits].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0];
}
