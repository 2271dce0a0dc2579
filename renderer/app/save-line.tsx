import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { wallClock } from '#shared/kernel/time.ts';
import { refusalText } from './refusals.ts';
import { useSession } from './session-context.ts';
import { usePlanner } from './use-planner.ts';

/** How safe the work is, always in sight. A failure stays until it is mended. */
export function SaveLine() {
  const { workspace: { saving }, summit } = usePlanner();
  const { retrySaving } = useSession();
  if (saving.is === 'failed') {
    return (
      <div className="sp-save" data-state="failed" role="alert">
        <IconAlertTriangle size={16} aria-hidden /><span>Not saved ({saving.waiting}). {refusalText({ code: saving.code })}</span>
        <Button size="compact-xs" color="red" onClick={retrySaving}>Save again</Button>
      </div>
    );
  }
  if (saving.is === 'saving') return <div className="sp-save" data-state="saving"><IconLoader2 size={15} aria-hidden /><span>Saving…</span></div>;
  return <div className="sp-save" data-state="saved"><IconCheck size={15} aria-hidden /><span>Saved{saving.at === null ? '' : ` ${wallClock(saving.at, summit.zone).slice(11)}`}</span></div>;
}
