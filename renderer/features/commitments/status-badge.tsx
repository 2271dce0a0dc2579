import { Badge, type MantineColor } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { CommitmentStatus } from '#shared/commitments/commitment.ts';
import { statusTitles } from '#shared/commitments/life.ts';

const colours: Readonly<Record<CommitmentStatus, MantineColor>> = {
  captured: 'gray', agreed: 'blue', routed: 'blue', in_progress: 'blue', fulfilled: 'green', partly: 'yellow', missed: 'red', waived: 'gray', renegotiated: 'gray',
};

/** How a promise stands, by word and colour; what is past its date says so. */
export function StatusBadge({ status, isOverdue = false }: { readonly status: CommitmentStatus | null; readonly isOverdue?: boolean }) {
  return (
    <span className="com-status">
      <Badge variant="light" color={status === null ? 'gray' : colours[status]}>{status === null ? 'Not known' : statusTitles[status]}</Badge>
      {isOverdue && <span className="com-overdue" title="Past its due date"><IconClockExclamation size={15} aria-hidden /><span className="sp-spoken"> overdue</span></span>}
    </span>
  );
}
