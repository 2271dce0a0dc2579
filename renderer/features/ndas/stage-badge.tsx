import { Badge, type MantineColor } from '@mantine/core';
import type { AgreementStage, StageName } from '#shared/agreements/stage.ts';

export const stageNames: Readonly<Record<StageName, string>> = {
  'not-requested': 'Not requested', requested: 'Requested', sent: 'Sent', 'partly-signed': 'Partly signed', 'not-yet-effective': 'Not yet effective', effective: 'Effective', expiring: 'Expiring',
  evergreen: 'Evergreen', expired: 'Expired', waived: 'Waived', 'waiver-ended': 'Waiver ended', declined: 'Declined', terminated: 'Terminated', voided: 'Voided', unknown: 'Unknown',
};

const colours: Readonly<Record<StageName, MantineColor>> = {
  'not-requested': 'gray', requested: 'gray', sent: 'blue', 'partly-signed': 'blue', 'not-yet-effective': 'blue', effective: 'green', expiring: 'yellow', evergreen: 'green',
  expired: 'red', waived: 'grape', 'waiver-ended': 'red', declined: 'red', terminated: 'red', voided: 'red', unknown: 'yellow',
};

/** The computed status of an agreement by word and colour. */
export function NdaBadge({ stage: { stage } }: { readonly stage: AgreementStage }) {
  return <Badge variant="light" color={colours[stage]}>{stageNames[stage]}</Badge>;
}
