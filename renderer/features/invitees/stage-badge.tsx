import { Badge, type MantineColor } from '@mantine/core';
import type { InvitationStage } from '#shared/invitations/invitation.ts';
import { stageLabels } from '#shared/invitations/stage.ts';

const colours: Readonly<Record<InvitationStage, MantineColor>> = {
  shortlisted: 'gray', waitlisted: 'gray', approved: 'blue', invited: 'blue', accepted: 'green', registered: 'green', confirmed: 'green', attended: 'green',
  declined: 'red', cancelled: 'red', 'no-show': 'red',
};

/** A stage of an invitation by word and colour. */
export function StageBadge({ stage }: { readonly stage: InvitationStage }) {
  return <Badge variant="light" color={colours[stage]}>{stageLabels[stage]}</Badge>;
}
