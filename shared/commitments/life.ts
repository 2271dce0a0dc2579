import type { Commitment, CommitmentStatus } from './commitment.ts';

/** The steps that a commitment can take from each status; buttons, imports and tests ask this table. */
export const commitmentSteps: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  captured: ['agreed', 'waived'],
  agreed: ['routed', 'in_progress', 'renegotiated', 'waived'],
  routed: ['in_progress', 'fulfilled', 'partly', 'missed', 'renegotiated', 'waived'],
  in_progress: ['fulfilled', 'partly', 'missed', 'renegotiated', 'waived'],
  partly: ['in_progress', 'fulfilled', 'missed', 'renegotiated', 'waived'],
  missed: ['in_progress', 'fulfilled', 'renegotiated', 'waived'],
  fulfilled: ['in_progress'],
  renegotiated: ['agreed', 'waived'],
  waived: ['captured'],
};

export const statusTitles: Readonly<Record<CommitmentStatus, string>> = {
  captured: 'Captured', agreed: 'Agreed', routed: 'Routed', in_progress: 'In progress', fulfilled: 'Fulfilled', partly: 'Partly', missed: 'Missed', waived: 'Waived', renegotiated: 'Renegotiated',
};

/** Whether somebody still owes something. */
export function isOpen({ status }: Pick<Commitment, 'status'>): boolean {
  return status === null || status === 'captured' || status === 'agreed' || status === 'routed' || status === 'in_progress' || status === 'partly';
}

/** What a commitment lacks to be one: without an owner on the promising side and a date it is a wish. */
export function lacks({ side, type, vendorOwner, partnerOwner, dueOn }: Commitment): readonly ('side' | 'type' | 'vendor-owner' | 'partner-owner' | 'date')[] {
  return [
    ...(side === null ? (['side'] as const) : []),
    ...(type === null ? (['type'] as const) : []),
    ...(side !== 'partner' && vendorOwner.trim() === '' ? (['vendor-owner'] as const) : []),
    ...(side !== 'vendor' && partnerOwner.trim() === '' ? (['partner-owner'] as const) : []),
    ...(dueOn === null ? (['date'] as const) : []),
  ];
}
