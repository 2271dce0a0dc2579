import type { PartnerId } from '../kernel/ids.ts';
import type { Proposal } from './choose.ts';

/** What changes between two ways of choosing, such as other weights or another seat limit. */
export type ScenarioDifference = {
  readonly comesIn: readonly Shift[];
  readonly dropsOut: readonly Shift[];
  readonly stays: number;
};

/** A partner whose seat changes, with its points under both, in tenths. */
export type Shift = { readonly partner: PartnerId; readonly tenthsBefore: number | null; readonly tenthsAfter: number | null };

/** Who comes into wave A and who drops out of it when going from one proposal to another. */
export function compareProposals(before: Proposal, after: Proposal): ScenarioDifference {
  const [was, is] = [firstWave(before), firstWave(after)];
  const tenthsBefore = tenthsIn(before);
  const tenthsAfter = tenthsIn(after);
  const shift = (partner: PartnerId): Shift => ({ partner, tenthsBefore: tenthsBefore.get(partner) ?? null, tenthsAfter: tenthsAfter.get(partner) ?? null });
  return {
    comesIn: is.filter((partner) => !was.includes(partner)).map(shift), dropsOut: was.filter((partner) => !is.includes(partner)).map(shift),
    stays: is.filter((partner) => was.includes(partner)).length,
  };
}

function firstWave({ invitees }: Proposal): PartnerId[] {
  return invitees.filter(({ wave }) => wave === 'A').map(({ partner }) => partner);
}

function tenthsIn({ invitees }: Proposal): ReadonlyMap<PartnerId, number | null> {
  return new Map(invitees.map(({ partner, score }) => [partner, score.tenths]));
}
