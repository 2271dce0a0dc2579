import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SnapshotReason, SnapshotSummary } from '#shared/bridge/contract.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { wallClock } from '#shared/kernel/time.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import { frame } from './frame-state.ts';
import { knownSummits } from './known-summits.ts';
import { openSummitBytes } from './open-summit-file.ts';
import { refusalText } from './refusals.ts';
import { useSession } from './session-context.ts';
import type { Session } from './start.ts';
import { useSummitDesk } from './use-planner.ts';

/** The copies kept on disk, in a dialog over the open summit. */
export function Copies() {
  const isOpen = useStore(frame, (state) => state.isCopiesOpen);
  const { platform, summit } = useSummitDesk();
  const { session } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => { setProblem(null); frame.setState({ isCopiesOpen: false }); };
  return (
    <Modal opened={isOpen} onClose={close} title="Copies kept on disk" size="lg">
      <p className="sp-muted sp-copies-note">A copy opens as a summit of its own beside the one you have; nothing is overwritten.</p>
      {problem && <p role="alert" className="sp-recovery-problem">{problem}</p>}
      {isOpen && <CopyList session={session} platform={platform} zone={summit.zone} onOpened={close} refuse={setProblem} />}
    </Modal>
  );
}

/** The zone of this machine: what recovery tells times in, as no summit is open there. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

type CopyListProps = { readonly session: Session; readonly platform: Platform; readonly zone?: string; readonly names?: ReadonlyMap<string, string>; readonly onOpened?: () => void; readonly refuse: (text: string) => void };

/** Every copy on disk, newest first: when and why it was made, how large it is. Nothing at all in the browser edition. */
export function CopyList({ session, platform, zone = ownZone, names, onOpened, refuse }: CopyListProps) {
  const [copies, setCopies] = useState<readonly SnapshotSummary[] | null>(null);
  useEffect(() => {
    void platform.disk?.snapshots().then((listed) => {
      if (listed.ok) setCopies(listed.value);
      else refuse(refusalText(listed.problem));
    });
  }, [platform, refuse]);
  async function openCopy(copy: SnapshotSummary) {
    const read = await platform.disk?.readSnapshot(copy);
    if (!read) return;
    if (!read.ok) return refuse(refusalText(read.problem));
    let isRefused = false;
    await openSummitBytes(session, `the copy of ${whenIn(copy, zone)}`, read.value, (text) => { isRefused = true; refuse(text); }, `copy of ${whenIn(copy, zone)}`);
    if (!isRefused) onOpened?.();
  }
  if (!platform.disk || copies === null) return null;
  if (copies.length === 0) return <p>There is no copy on disk yet. One is kept every ten minutes while you work, and before an import, a schedule or any other large change.</p>;
  return (
    <div className="sp-copies"><table aria-label="Copies kept on disk">
      <thead><tr><th>Summit</th><th>Made ({zone})</th><th>Why</th><th>Size</th><td /></tr></thead>
      <tbody>
        {copies.map((copy) => (
          <tr key={`${copy.summit}/${copy.id}`}>
            <td>{names?.get(copy.summit) ?? nameOf(copy)}</td><td>{whenIn(copy, zone)}</td><td>{reasonText[copy.reason]}</td><td>{Math.ceil(copy.bytes / 1024)} KB</td>
            <td><Button size="compact-sm" variant="default" aria-label={`Open the copy of ${whenIn(copy, zone)}, ${reasonText[copy.reason].toLowerCase()}`} onClick={() => void openCopy(copy)}>Open</Button></td>
          </tr>
        ))}
      </tbody>
    </table></div>
  );
}

const reasonText: Readonly<Record<SnapshotReason, string>> = {
  work: 'While you worked', import: 'Before an import', restore: 'Before a restore', merge: 'Before a merge', 'bulk-edit': 'Before a bulk edit', schedule: 'Before scheduling',
  migration: 'Before an update of the data', asked: 'Asked for',
};

function whenIn({ at }: SnapshotSummary, zone: string): string {
  return wallClock(at as Instant, zone).replace('T', ' ');
}

function nameOf({ summit }: SnapshotSummary): string {
  return knownSummits().find((known) => known.summit === summit)?.name ?? 'A summit';
}
