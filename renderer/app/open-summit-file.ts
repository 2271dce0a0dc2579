import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import { refusalText } from './refusals.ts';
import { beginSummit, type Session } from './start.ts';

/** Opens a summit file as a summit of its own: one that is here already is never overwritten, the file comes beside it. */
export async function openSummitFile(session: Session, platform: Platform, refuse: (text: string) => void): Promise<void> {
  const picked = await platform.openFiles(['summit'], false);
  if (!picked.ok) return refuse(refusalText(picked.problem));
  const [file] = picked.value ?? [];
  if (file) await openSummitBytes(session, file.name, file.bytes, refuse);
}

/** As `openSummitFile`, from bytes. `beside` is what a summit that comes beside one of its own is called after its name. */
export async function openSummitBytes(session: Session, name: string, bytes: Uint8Array, refuse: (text: string) => void, beside = 'copy'): Promise<void> {
  const read = readSummitFile(bytes);
  if (!read.ok) return refuse(`${name}: ${refusalText(read.problem)}`);
  const snapshot = await besideOthers(session, read.value.snapshot, beside);
  const problem = await beginSummit(session, snapshot, `Open ${name}`);
  if (problem !== null) refuse(problem);
}

async function besideOthers({ database, disk, desk }: Session, snapshot: Snapshot, beside: string): Promise<Snapshot> {
  const summit = theSummit(snapshot);
  // A journal that can still be restored counts as the summit itself.
  const journals = await disk?.list();
  const isOnDisk = journals?.ok === true && journals.value.some((journal) => journal.summit === summit.id && journal.lines > 0);
  if (!isOnDisk && !(await database.entries.get(summit.id))) return snapshot;
  const id = desk.mint<SummitId>();
  return { ...snapshot, summits: new Map([[id, { ...summit, id, name: `${summit.name} (${beside})` }]]) };
}
