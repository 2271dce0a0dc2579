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

/** Writes a whole copy of the summit to disk. Null where there is no disk. */
export async function writeCopy(workspace: Workspace, host: Desk, disk: Disk | null, reason: SnapshotReason): Promise<Result<SnapshotSummary, BridgeProblem> | null> {
  if (!disk) return null;
  const { snapshot, summit } = workspace.getState();
  const kept = await disk.writeSnapshot(summit, reason, writeSummitFile(snapshot, theSummit(snapshot).name, host.now()) as Bytes);
  if (kept.ok) frame.setState({ copy: { at: kept.value.at as Instant, problem: null } });
  else frame.setState(({ copy }) => ({ copy: { ...copy, problem: refusalText(kept.problem) } }));
  return kept;
}

/** Keeps a copy every ten minutes while there are changes, and says in the save line when the last was made. Returns how to stop. */
export function keepCopies(workspace: Workspace, host: Desk, disk: Disk | null): () => void {
  frame.setState({ copy: { at: null, problem: null } });
  if (!disk) return () => undefined;
  const head = () => workspace.getState().heads.at(-1);
  let copied: { readonly line: string | undefined; readonly atMs: number } = { line: undefined, atMs: -Infinity };
  let isStopped = false;

  void disk.snapshots().then((listed) => {
    const newest = listed.ok ? listed.value.find(({ summit }) => summit === workspace.getState().summit) : undefined;
    const last = head();
    if (isStopped || !newest || copied.line !== undefined) return;
    frame.setState({ copy: { at: newest.at as Instant, problem: null } });
    copied = { line: last && last.at <= newest.at ? last.id : undefined, atMs: Date.parse(newest.at) };
  });

  async function look(): Promise<void> {
    const line = head()?.id;
    const nowMs = Date.parse(host.now());
    if (line === copied.line || nowMs - copied.atMs < copyEveryMs) return;
    const before = copied;
    copied = { line, atMs: nowMs };
    // One that could not be written is tried again a minute later.
    if ((await writeCopy(workspace, host, disk, 'work'))?.ok === false) copied = before;
  }

  const timer = setInterval(() => void look(), lookEveryMs);
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
