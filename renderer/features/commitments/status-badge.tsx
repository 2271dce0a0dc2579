import { IconClockExclamation } from '@tabler/icons-react';
import type { CommitmentStatus } from '#shared/commitments/commitment.ts';
import { statusTitles } from '#shared/commitments/life.ts';
import { StatusBadge, type StatusTone } from '#renderer/ui/feedback/status-badge.tsx';

const tones: Readonly<Record<CommitmentStatus, StatusTone>> = {
  captured: 'quiet', agreed: 'info', routed: 'info', in_progress: 'info', fulfilled: 'good', partly: 'warning', missed: 'bad', waived: 'quiet', renegotiated: 'quiet',
};

/** How a promise stands, by word and tint; what is past its date says so. */
export function CommitmentStatusBadge({ status, isOverdue = false }: { readonly status: CommitmentStatus | null; readonly isOverdue?: boolean }) {
  return (
    <span className="com-status">
      <StatusBadge tone={status === null ? 'quiet' : tones[status]}>{status === null ? 'Not known' : statusTitles[status]}</StatusBadge>
      {isOverdue && <span className="com-overdue" title="Past its due date"><IconClockExclamation size={15} aria-hidden /><span className="sp-spoken"> overdue</span></span>}
    </span>
  );
}
