import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { wallClock } from '#shared/kernel/time.ts';
import { frame } from './frame-state.ts';
import { refusalText } from './refusals.ts';
import { useSession } from './session-context.ts';
import { useSummitDesk } from './use-planner.ts';
import { useWorkspace } from './use-workspace.ts';

/** How safe the work is, always in sight. A failure stays until it is mended. */
export function SaveLine() {
  const { summit } = useSummitDesk();
  const { workspace } = useSession();
  const saving = useWorkspace(workspace, (state) => state.saving);
  if (saving.is === 'failed') {
    return (
      <div className="sp-save" data-state="failed" role="alert">
        <IconAlertTriangle size={16} aria-hidden /><span>Not saved ({saving.waiting}). {refusalText({ code: saving.code })}</span>
        <Button size="compact-xs" color="red" onClick={() => { workspace.retrySaving(); }}>Save again</Button>
      </div>
    );
  }
  if (saving.is === 'saving') return <div className="sp-save" data-state="saving"><IconLoader2 size={15} aria-hidden /><span>Saving…</span></div>;
  return <div className="sp-save" data-state="saved"><IconCheck size={15} aria-hidden /><span>Saved{saving.at === null ? '' : ` ${wallClock(saving.at, summit.zone).slice(11)}`}<CopyNote zone={summit.zone} /></span></div>;
}

function CopyNote({ zone }: { readonly zone: string }) {
  const copy = useStore(frame, (state) => state.copy);
  if (copy.problem !== null) return <strong className="sp-save-copy" title={copy.problem}> · not backed up</strong>;
  return copy.at === null ? null : <span className="sp-save-copy"> · backed up {wallClock(copy.at, zone).slice(11)}</span>;
}
