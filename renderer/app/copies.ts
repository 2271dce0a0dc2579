import type { SnapshotReason, SnapshotSummary } from '#shared/bridge/contract.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Bytes, Disk } from '#renderer/platform/platform.ts';
import type { Desk, Workspace } from '#renderer/workspace/workspace.ts';
import { frame } from './frame-state.ts';
import { refusalText } from './refusals.ts';

/** How long work may go on before a whole copy of the summit is written beside the journal. */
const copyEveryMs = 10 * 60_000;
const lookEveryMs = 60_000;

/** From how many rows on a change counts as a bulk edit, before which a copy is kept. More than one record with what hangs on it. */
export const bulkRows = 20;

/** The line each summit stood at when it was last copied: a second copy of the same moment would only push an older one out of the rotation. */
const lastCopied = new WeakMap<Workspace, string>();

/** Writes a whole copy of the summit as it is now to disk. Null where there is no disk, or this very moment has a copy already. */
export async function writeCopy(workspace: Workspace, host: Desk, disk: Disk | null, reason: SnapshotReason): Promise<Result<SnapshotSummary, BridgeProblem> | null> {
  const { snapshot, summit, heads } = workspace.getState();
  const [line, before] = [heads.at(-1)?.id ?? '', lastCopied.get(workspace) ?? ''];
  if (!disk || line === before) return null;
  lastCopied.set(workspace, line);
  const kept = await disk.writeSnapshot(summit, reason, writeSummitFile(snapshot, theSummit(snapshot).name, host.now()) as Bytes);
  if (!kept.ok) lastCopied.set(workspace, before);
  if (kept.ok) frame.setState({ copy: { at: kept.value.at as Instant, problem: null } });
  else frame.setState(({ copy }) => ({ copy: { ...copy, problem: refusalText(kept.problem) } }));
  return kept;
}

/** Keeps a copy every ten minutes while there are changes, and says in the save line when the last was made. Returns how to stop. */
export function keepCopies(workspace: Workspace, host: Desk, disk: Disk | null): () => void {
  frame.setState({ copy: { at: null, problem: null } });
  if (!disk) return () => undefined;
  let copiedAtMs = -Infinity;
  let isStopped = false;

  void disk.snapshots().then((listed) => {
    const newest = listed.ok ? listed.value.find(({ summit }) => summit === workspace.getState().summit) : undefined;
    const last = workspace.getState().heads.at(-1);
    if (isStopped || !newest || lastCopied.has(workspace)) return;
    frame.setState({ copy: { at: newest.at as Instant, problem: null } });
    if (last && last.at <= newest.at) lastCopied.set(workspace, last.id);
    copiedAtMs = Date.parse(newest.at);
  });

  async function look(): Promise<void> {
    const nowMs = Date.parse(host.now());
    if (nowMs - copiedAtMs < copyEveryMs) return;
    // One that could not be written is tried again a minute later.
    if ((await writeCopy(workspace, host, disk, 'work'))?.ok === true) copiedAtMs = nowMs;
  }

  const timer = setInterval(() => void look(), lookEveryMs);
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
