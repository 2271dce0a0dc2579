import { add, change, type Change, set } from '../kernel/change.ts';
import type { CategoryId, MintId, NominationId, PartnerId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { nextCode } from '../kernel/text.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { PartnerTable } from '../partners/partner.ts';
import type { CategoryTable } from './category.ts';
import type { Nomination, NominationTable } from './nomination.ts';

export type NominationStatus = NonNullable<Nomination['status']>;

export type NominationInput = Pick<Nomination, 'category' | 'partner' | 'nominator' | 'nominatorSide' | 'citation'>;

export type NominationProblem =
  | { readonly code: 'no-such-category'; readonly category: CategoryId }
  | { readonly code: 'no-such-partner'; readonly partner: PartnerId }
  | { readonly code: 'already-nominated'; readonly nomination: NominationId }
  | { readonly code: 'no-such-nomination'; readonly nomination: NominationId }
  | { readonly code: 'step-not-possible'; readonly from: NominationStatus; readonly to: NominationStatus };

/** Puts a partner forward for an award, once a category, under the next free reference. */
export function nominate(
  tables: CategoryTable & NominationTable & PartnerTable,
  input: NominationInput,
  today: LocalDate,
  mint: MintId,
): Result<Change, NominationProblem> {
  const partner = tables.partners.get(input.partner);
  const category = tables.categories.get(input.category);
  if (!category) return err({ code: 'no-such-category', category: input.category });
  if (!partner) return err({ code: 'no-such-partner', partner: input.partner });
  const nominations = [...tables.nominations.values()];
  const earlier = nominations.find((each) => each.category === input.category && each.partner === input.partner);
  if (earlier) return err({ code: 'already-nominated', nomination: earlier.id });
  const code = nextCode('N', nominations.map((each) => each.code));
  const nomination: Nomination = { ...input, id: mint<NominationId>(), code, submittedOn: today, status: 'submitted' };
  return ok(change(`Nominate ${partner.name} for ${category.name}`, [add('nominations', nomination)]));
}

/** The steps a nomination can take from each status. Withdrawn and disqualified ones stay on file and can be brought back before judging. */
export const nominationSteps: Readonly<Record<NominationStatus, readonly NominationStatus[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['eligible', 'screened_out', 'withdrawn', 'disqualified'],
  screened_out: ['eligible'],
  eligible: ['in_judging', 'screened_out', 'withdrawn', 'disqualified'],
  in_judging: ['eligible', 'withdrawn', 'disqualified'],
  withdrawn: ['submitted'],
  disqualified: ['eligible'],
};

/** Takes a nomination one step on: screens it in or out, sends it to the judges, withdraws or disqualifies it. */
export function screen(tables: NominationTable & PartnerTable, id: NominationId, to: NominationStatus, why?: string): Result<Change, NominationProblem> {
  const nomination = tables.nominations.get(id);
  if (!nomination) return err({ code: 'no-such-nomination', nomination: id });
  const from = nomination.status ?? 'submitted';
  if (!nominationSteps[from].includes(to)) return err({ code: 'step-not-possible', from, to });
  const name = tables.partners.get(nomination.partner)?.name ?? nomination.code;
  return ok(change(`${stepWords[to]} ${name}`, [set('nominations', nomination, { status: to })], why));
}

const stepWords: Readonly<Record<NominationStatus, string>> = {
  draft: 'Draft', submitted: 'Submit', screened_out: 'Screen out', eligible: 'Accept', in_judging: 'Send to judges', withdrawn: 'Withdraw', disqualified: 'Disqualify',
};
