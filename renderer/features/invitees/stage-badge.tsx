import type { InvitationStage } from '#shared/invitations/invitation.ts';
import { stageLabels } from '#shared/invitations/stage.ts';
import { StatusBadge, type StatusTone } from '#renderer/ui/feedback/status-badge.tsx';

const tones: Readonly<Record<InvitationStage, StatusTone>> = {
  shortlisted: 'quiet', waitlisted: 'quiet', approved: 'info', invited: 'info', accepted: 'good', registered: 'good', confirmed: 'good', attended: 'good', declined: 'bad', cancelled: 'bad', 'no-show': 'bad',
};

/** A stage of an invitation by word and colour. */
export function StageBadge({ stage }: { readonly stage: InvitationStage }) {
  return <StatusBadge tone={tones[stage]}>{stageLabels[stage]}</StatusBadge>;
}
