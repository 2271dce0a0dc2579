import type { DeviceId, MintId, SummitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import { Database, type SummitEntry } from '#renderer/storage/database.ts';
import type { DiskJournal, DiskProblem } from '#renderer/storage/disk-journal.ts';
import { load, type LoadProblem } from '#renderer/storage/load.ts';
import { begin, compare, type Comparison, deviceOf, takeFromDisk } from '#renderer/storage/open.ts';
import { diskJournal } from '#renderer/workspace/disk.ts';
import { type Desk, openWorkspace, type Workspace } from '#renderer/workspace/workspace.ts';
import { refusalText } from './refusals.ts';
import { forgetSummit, lastOpened, knownSummits, noteSummit } from './known-summits.ts';
import { type Copies, type LostSummit, lostSummits, type Remains } from './lost.ts';

/** What the window is showing. An empty or damaged store is never shown as a new application. */
export type Phase =
  | { readonly is: 'opening' }
  /** Nothing was ever kept here. */
  | { readonly is: 'welcome' }
  | { readonly is: 'open'; readonly workspace: Workspace; readonly notice: string | null }
  /** The database lost what the disk, or this window's own note of it, says was there. `isEmpty`: it holds no summit at all. */
  | { readonly is: 'lost'; readonly lost: readonly LostSummit[]; readonly isEmpty: boolean }
  | { readonly is: 'damaged'; readonly summit: SummitId; readonly name: string; readonly problem: LoadProblem; readonly isOnDisk: boolean; readonly others: readonly SummitEntry[] }
  | { readonly is: 'failed'; readonly reason: string };

export type Session = {
  readonly database: Database;
  readonly disk: DiskJournal | null;
  readonly copies: Copies | null;
  readonly desk: Desk;
  readonly show: (phase: Phase) => void;
};

export async function session(disk: Platform['disk'], now: () => Instant, mint: MintId, actor: () => string, show: (phase: Phase) => void): Promise<Session> {
  const database = new Database();
  await database.open();
  const device: DeviceId = await deviceOf(database, mint);
  return { database, disk: disk && diskJournal(disk), copies: disk, desk: { now, mint, device, actor }, show };
}

/** Decides from both homes what to show at launch. */
export async function start(session: Session): Promise<void> {
  const { database, disk, copies, show } = session;
  const summits = await database.entries.toArray();
  const lost = await lostSummits(summits.map(({ summit }) => summit), disk, copies, knownSummits());
  if (!lost.ok && summits.length === 0) return show({ is: 'failed', reason: `The journals on disk cannot be read: ${refusalText(lost.problem)}` });
  if (lost.ok && lost.value.length > 0) return show({ is: 'lost', lost: lost.value, isEmpty: summits.length === 0 });
  await openLast(session);
}

/** Opens what the database holds, whatever else is known to be missing; the welcome screen where it holds nothing. */
async function openLast(session: Session): Promise<void> {
  const summits = await session.database.entries.toArray();
  const last = summits.find(({ summit }) => summit === lastOpened()) ?? newest(summits);
  if (last) await open(session, last.summit);
  else session.show({ is: 'welcome' });
}

export async function open(session: Session, summit: SummitId): Promise<void> {
  const { database, disk, desk, show } = session;
  const compared = disk ? await compare(database, disk, summit) : null;
  const loaded = await load(database, summit);
  if (!loaded.ok) {
    const entries = await database.entries.toArray();
    const name = entries.find((entry) => entry.summit === summit)?.name ?? '';
    show({ is: 'damaged', summit, name, problem: loaded.problem, isOnDisk: disk !== null, others: entries.filter((entry) => entry.summit !== summit) });
    return;
  }
  noteSummit({ summit, name: loaded.value.entry.name, savedAt: loaded.value.entry.savedAt });
  show({ is: 'open', workspace: openWorkspace(loaded.value, database, disk, desk), notice: compared?.ok === false ? `The journal on disk could not be compared with this window's database. ${refusalText(compared.problem)}` : noticeOf(compared?.value ?? null) });
}

/** Begins a summit here — new, from a file, from the sample — and opens it. A string: why it could not. */
export async function beginSummit(session: Session, snapshot: Snapshot, label: string): Promise<string | null> {
  const { database, disk, desk } = session;
  try {
    const begun = await begin(database, disk, snapshot, label, { now: desk.now(), mint: desk.mint, device: desk.device, actor: desk.actor() });
    if (!begun.ok) return refusalText(begun.problem);
    await open(session, begun.value);
    return null;
  } catch (thrown) {
    return refusalText({ code: thrown instanceof Error ? thrown.name : 'unknown' });
  }
}

/** Brings back every summit that something is left of on disk, then starts again with them. A string: why one could not be brought back; the others were. */
export async function restoreFromDisk(session: Session, lost: readonly LostSummit[]): Promise<string | null> {
  let problem: string | null = null;
  for (const { summit, name, remains } of lost) {
    const refused = await bringBack(session, summit, remains);
    if (refused) problem = `${name}: ${refusalText(refused)}`;
  }
  await start(session);
  return problem;
}

async function bringBack({ database, disk, desk }: Session, summit: SummitId, remains: Remains): Promise<DiskProblem | null> {
  if (!disk || (remains.is !== 'journal' && remains.is !== 'copy')) return null;
  const brought = remains.is === 'journal' ? await takeFromDisk(database, disk, summit)
    : await begin(database, disk, remains.snapshot, `Restore the copy of ${remains.copy.at.slice(0, 10)}`, { now: desk.now(), mint: desk.mint, device: desk.device, actor: desk.actor() });
  return brought.ok ? null : brought.problem;
}

/** Rebuilds one damaged summit from its journal on disk. A string: why it could not be; nothing was changed then. */
export async function rebuild(session: Session, summit: SummitId): Promise<string | null> {
  if (!session.disk) return 'This edition keeps no journal on disk.';
  const taken = await takeFromDisk(session.database, session.disk, summit);
  if (!taken.ok) return refusalText(taken.problem);
  await open(session, summit);
  return null;
}

/** Goes on with what the database holds. What lies on disk stays there and is offered again at the next launch; mere notes are forgotten. */
export async function goOnWithout(session: Session, lost: readonly LostSummit[]): Promise<void> {
  for (const { summit, remains } of lost) if (remains.is === 'note') forgetSummit(summit);
  await openLast(session);
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
