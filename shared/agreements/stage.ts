import { daysBetween, type LocalDate } from '../kernel/time.ts';
import type { Agreement } from './agreement.ts';

/** Where an agreement stands on one day. Computed from its dates and never stored. */
export type AgreementStage =
  | { readonly stage: 'not-requested' }
  | { readonly stage: 'requested' }
  | { readonly stage: 'sent'; readonly sentOn: LocalDate | null }
  | { readonly stage: 'partly-signed'; readonly partnerSignedOn: LocalDate | null }
  | { readonly stage: 'not-yet-effective'; readonly effectiveOn: LocalDate }
  | { readonly stage: 'effective'; readonly expiresOn: LocalDate }
  | { readonly stage: 'expiring'; readonly expiresOn: LocalDate; readonly daysLeft: number }
  | { readonly stage: 'evergreen' }
  | { readonly stage: 'expired'; readonly expiredOn: LocalDate | null }
  | { readonly stage: 'waived'; readonly until: LocalDate | null }
  | { readonly stage: 'waiver-ended'; readonly endedOn: LocalDate }
  | { readonly stage: 'declined' | 'terminated' | 'voided'; readonly on: LocalDate | null }
  | { readonly stage: 'unknown'; readonly missing: MissingField };

export type StageName = AgreementStage['stage'];

/** What must be found out before the status can be said. */
export type MissingField = 'expiry' | 'countersigned' | 'reported-stage';

/** Days before its expiry from which an agreement counts as expiring. */
export const expiringWithinDays = 60;

/**
 * The status on a day. Endings are events and decide first; then the dates: countersigned, begun (effective date, or the day of
 * countersigning without one), not past its expiry, whose day still counts. A blank expiry holds only when the agreement is evergreen.
 */
export function stageOn(agreement: Agreement, day: LocalDate): AgreementStage {
  const ended = endingOn(agreement, day);
  if (ended) return ended;
  const { reportedStage: reported, countersignedOn, effectiveOn, expiresOn, evergreen } = agreement;
  if (reported === 'unknown') return { stage: 'unknown', missing: 'reported-stage' };
  if (countersignedOn === null || countersignedOn > day) return signingOn(agreement, day);
  const begins = effectiveOn ?? countersignedOn;
  if (begins > day) return { stage: 'not-yet-effective', effectiveOn: begins };
  if (expiresOn === null) return evergreen ? { stage: 'evergreen' } : { stage: 'unknown', missing: 'expiry' };
  const daysLeft = daysBetween(day, expiresOn);
  if (daysLeft < 0) return { stage: 'expired', expiredOn: expiresOn };
  return daysLeft <= expiringWithinDays ? { stage: 'expiring', expiresOn, daysLeft } : { stage: 'effective', expiresOn };
}

/** Whether confidential things may be said under an agreement at this stage. A waiver is not an agreement. */
export function holds({ stage }: AgreementStage): boolean {
  return stage === 'effective' || stage === 'expiring' || stage === 'evergreen';
}

/** The status in plain words with its dates. */
export function stageText(stage: AgreementStage): string {
  switch (stage.stage) {
    case 'not-requested': return 'Not requested';
    case 'requested': return 'Requested, not sent';
    case 'sent': return stage.sentOn ? `Sent ${stage.sentOn}, nobody has signed` : 'Sent, nobody has signed';
    case 'partly-signed': return stage.partnerSignedOn ? `Partner signed ${stage.partnerSignedOn}, countersignature open` : 'Partner signed, countersignature open';
    case 'not-yet-effective': return `Executed, effective from ${stage.effectiveOn}`;
    case 'effective': return `Effective to ${stage.expiresOn}`;
    case 'expiring': return stage.daysLeft === 0 ? 'Expires today' : `Expires ${stage.expiresOn}, ${stage.daysLeft} days left`;
    case 'evergreen': return 'Evergreen';
    case 'expired': return stage.expiredOn ? `Expired ${stage.expiredOn}` : 'Expired';
    case 'waived': return stage.until ? `Waived until ${stage.until}` : 'Waived';
    case 'waiver-ended': return `Waiver ended ${stage.endedOn}`;
    case 'declined': return stage.on ? `Declined ${stage.on}` : 'Declined';
    case 'terminated': return stage.on ? `Terminated ${stage.on}` : 'Terminated';
    case 'voided': return stage.on ? `Voided ${stage.on}` : 'Voided';
    case 'unknown': return `Unknown: ${missingText[stage.missing]}`;
  }
}

const missingText: Readonly<Record<MissingField, string>> = {
  expiry: 'no expiry date and not marked evergreen',
  countersigned: 'called executed, but no countersigning date',
  'reported-stage': 'the register’s status could not be read',
};

function endingOn({ ending }: Agreement, day: LocalDate): AgreementStage | null {
  if (ending === null || (ending.on !== null && ending.on > day)) return null;
  if (ending.event !== 'waived') return { stage: ending.event, on: ending.on };
  return ending.until !== null && ending.until < day ? { stage: 'waiver-ended', endedOn: ending.until } : { stage: 'waived', until: ending.until };
}

/** Before countersigning. What a register claims fills in for a date it does not give, but never makes an agreement executed. */
function signingOn(agreement: Agreement, day: LocalDate): AgreementStage {
  const { reportedStage: reported, countersignedOn, partnerSignedOn, sentOn, expiresOn } = agreement;
  if (countersignedOn === null && (reported === 'executed' || reported === 'effective' || reported === 'evergreen')) {
    return { stage: 'unknown', missing: 'countersigned' };
  }
  if (countersignedOn === null && reported === 'expired') return { stage: 'expired', expiredOn: expiresOn };
  if ((partnerSignedOn !== null && partnerSignedOn <= day) || (partnerSignedOn === null && reported === 'partly_signed')) {
    return { stage: 'partly-signed', partnerSignedOn };
  }
  if ((sentOn !== null && sentOn <= day) || reported === 'sent' || reported === 'viewed' || reported === 'in_review') return { stage: 'sent', sentOn };
  return { stage: reported === 'requested' || sentOn !== null ? 'requested' : 'not-requested' };
}
