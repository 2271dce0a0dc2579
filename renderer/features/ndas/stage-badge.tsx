import type { AgreementStage, StageName } from '#shared/agreements/stage.ts';
import { StatusBadge, type StatusTone } from '#renderer/ui/feedback/status-badge.tsx';

export const stageNames: Readonly<Record<StageName, string>> = {
  'not-requested': 'Not requested', requested: 'Requested', sent: 'Sent', 'partly-signed': 'Partly signed', 'not-yet-effective': 'Not yet effective', effective: 'Effective', expiring: 'Expiring',
  evergreen: 'Evergreen', expired: 'Expired', waived: 'Waived', 'waiver-ended': 'Waiver ended', declined: 'Declined', terminated: 'Terminated', voided: 'Voided', unknown: 'Unknown',
};

const tones: Readonly<Record<StageName, StatusTone>> = {
  'not-requested': 'quiet', requested: 'quiet', sent: 'info', 'partly-signed': 'info', 'not-yet-effective': 'info', effective: 'good', expiring: 'warning', evergreen: 'good',
  expired: 'bad', waived: 'warning', 'waiver-ended': 'bad', declined: 'bad', terminated: 'bad', voided: 'bad', unknown: 'warning',
};

/** The computed status of an agreement by word and colour. */
export function NdaBadge({ stage: { stage } }: { readonly stage: AgreementStage }) {
  return <StatusBadge tone={tones[stage]}>{stageNames[stage]}</StatusBadge>;
}
