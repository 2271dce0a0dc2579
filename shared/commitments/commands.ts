import { add, change, type Change, together, set } from '../kernel/change.ts';
import type { CommitmentId, MintId, PartnerId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { counted, nextCode } from '../kernel/text.ts';
import type { PartnerTable } from '../partners/partner.ts';
import type { Commitment, CommitmentStatus, CommitmentTable } from './commitment.ts';
import { commitmentSteps, lacks, statusTitles } from './life.ts';
import { type Route, routeOf, routeTitles } from './routes.ts';

export type CommitmentProblem =
  | { readonly code: 'no-such-partner'; readonly partner: PartnerId }
  | { readonly code: 'no-such-commitment'; readonly commitment: CommitmentId }
  | { readonly code: 'description-missing' }
  | { readonly code: 'step-not-possible'; readonly from: CommitmentStatus; readonly to: CommitmentStatus }
  | { readonly code: 'not-yet-a-commitment'; readonly commitment: CommitmentId; readonly lacks: ReturnType<typeof lacks> }
  | { readonly code: 'no-route'; readonly commitment: CommitmentId }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'same-side'; readonly commitment: CommitmentId };

export type CommitmentInput = Pick<Commitment, 'partner' | 'side' | 'type' | 'description' | 'money' | 'dueOn' | 'vendorOwner' | 'partnerOwner'>;

type Known = CommitmentTable & PartnerTable;

/** Writes down a promise as it is made in the room. Only the partner and the words are demanded; the rest can follow before it is agreed. */
export function capture(tables: Known, input: CommitmentInput, mint: MintId): Result<Change, CommitmentProblem> {
  const partner = tables.partners.get(input.partner);
  if (!partner) return err({ code: 'no-such-partner', partner: input.partner });
  if (input.description.trim() === '') return err({ code: 'description-missing' });
  const code = nextCode('K', [...tables.commitments.values()].map((each) => each.code));
  const commitment: Commitment = { ...input, id: mint<CommitmentId>(), code, amountWithoutCurrency: null, status: 'captured', madeAt: 'this-summit', inReturnFor: null, receipt: '' };
  return ok(change(`Capture a commitment of ${partner.name}`, [add('commitments', commitment)]));
}

/** Both sides have read it back and said yes. Refuses what has no side, type, owner or date yet: that is a wish. */
export function agree(tables: Known, ids: readonly CommitmentId[]): Result<Change, CommitmentProblem> {
  return step(tables, ids, 'agreed', (commitment) => {
    const missing = lacks(commitment);
    return missing.length === 0 ? null : { code: 'not-yet-a-commitment', commitment: commitment.id, lacks: missing };
  });
}

/** Hands agreed commitments to the teams that fulfil them. Refuses one whose type has no route. */
export function route(tables: Known, ids: readonly CommitmentId[]): Result<Change, CommitmentProblem> {
  return step(tables, ids, 'routed', (commitment) => (routeOf(commitment) === null ? { code: 'no-route', commitment: commitment.id } : null));
}

/** The receiving team's reference, typed back as proof that the hand-off arrived; from then on it is in progress. */
export function acknowledge(tables: Known, id: CommitmentId, receipt: string): Result<Change, CommitmentProblem> {
  const moved = step(tables, [id], 'in_progress', () => null);
  const commitment = tables.commitments.get(id);
  if (!moved.ok || !commitment) return moved;
  const to = routeOf(commitment);
  return ok(change(`Acknowledge ${named(tables, commitment)}${to === null ? '' : ` by ${routeTitles[to as Route]}`}`, [set('commitments', commitment, { status: 'in_progress', receipt: receipt.trim() })]));
}

/** Takes commitments a step on. Missed, waived and renegotiated ones need the reason, which the history keeps. */
export function moveTo(tables: Known, ids: readonly CommitmentId[], to: CommitmentStatus, why = ''): Result<Change, CommitmentProblem> {
  if (to === 'agreed') return agree(tables, ids);
  if (to === 'routed') return route(tables, ids);
  const needsReason = to === 'missed' || to === 'waived' || to === 'renegotiated';
  return step(tables, ids, to, () => (needsReason && why.trim() === '' ? { code: 'reason-missing' } : null), why);
}

/** Ties a promise to the one it was given for: *if* the other side delivers that, *then* this. Refuses promises of one and the same side. */
export function tie(tables: Known, id: CommitmentId, inReturnFor: CommitmentId): Result<Change, CommitmentProblem> {
  const [commitment, other] = [tables.commitments.get(id), tables.commitments.get(inReturnFor)];
  if (!commitment) return err({ code: 'no-such-commitment', commitment: id });
  if (!other) return err({ code: 'no-such-commitment', commitment: inReturnFor });
  if (commitment.partner !== other.partner || (commitment.side === other.side && commitment.side !== 'both')) return err({ code: 'same-side', commitment: inReturnFor });
  return ok(change(`Tie ${named(tables, commitment)} to ${other.code || 'its counterpart'}`, [set('commitments', commitment, { inReturnFor })]));
}

function step(tables: Known, ids: readonly CommitmentId[], to: CommitmentStatus, objection: (commitment: Commitment) => CommitmentProblem | null, why?: string): Result<Change, CommitmentProblem> {
  const changes: Change[] = [];
  for (const id of ids) {
    const commitment = tables.commitments.get(id);
    if (!commitment) return err({ code: 'no-such-commitment', commitment: id });
    const from = commitment.status ?? 'captured';
    if (!commitmentSteps[from].includes(to)) return err({ code: 'step-not-possible', from, to });
    const problem = objection(commitment);
    if (problem) return err(problem);
    changes.push(change(`Mark ${named(tables, commitment)} ${statusTitles[to].toLowerCase()}`, [set('commitments', commitment, { status: to })]));
  }
  const [only] = changes;
  const label = changes.length === 1 && only ? only.label : `Mark ${counted(changes.length, 'commitment')} ${statusTitles[to].toLowerCase()}`;
  return ok(together(label, changes, why || undefined));
}

function named({ partners }: PartnerTable, { code, partner }: Commitment): string {
  return code || (partners.get(partner)?.name ?? 'a commitment');
}
