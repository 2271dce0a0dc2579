import type { PartnerId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { folded } from '../kernel/text.ts';
import type { Partner } from '../partners/partner.ts';
import { theSummit } from '../summit/summit.ts';
import { type Ground, type GroundLimits, groundsFound, onlyRevenue, usualLimits } from './ground.ts';
import type { Invitation, InvitationTable } from './invitation.ts';
import { type Score, scores, type ScoreTables } from './score.ts';
import { seatsUsed } from './stage.ts';

export type Wave = NonNullable<Invitation['wave']>;
export const waves = ['A', 'B', 'C'] as const satisfies readonly Wave[];

/** Who could be invited, best first, and in which wave. */
export type Proposal = {
  readonly seatLimit: number;
  /** Seats already taken by invitations that are under way; wave A fills what is left. */
  readonly seatsUsed: number;
  readonly invitees: readonly Proposed[];
  /** Grounds enough, but no room in any wave. */
  readonly leftOut: readonly PartnerId[];
  /** Highest by revenue and nothing else: not proposed, since revenue alone is not enough. */
  readonly revenueOnly: readonly PartnerId[];
};

export type Proposed = { readonly partner: PartnerId; readonly wave: Wave; readonly grounds: readonly Ground[]; readonly score: Score };

export type ProposalProblem = { readonly code: 'no-seat-limit' } | { readonly code: 'no-criteria' } | { readonly code: 'no-partners' };

/** Waves B and C each hold a quarter of the seats: what is released as wave A declines. */
const laterWaveShare = 0.25;

/**
 * Proposes invitees into waves against the seat limit. Strategic partners and council members come first, then by score; ties go to more
 * grounds, then to more known, then to the name. Invitations under way keep their seat and are not proposed again; declined and cancelled
 * ones stay as they are. Refuses without a seat limit, criteria or partners.
 */
export function proposeWaves(
  tables: ScoreTables & InvitationTable,
  options: { readonly limits?: GroundLimits; readonly seatLimit?: number } = {},
): Result<Proposal, ProposalProblem> {
  const seatLimit = options.seatLimit ?? theSummit(tables).seatLimit;
  if (seatLimit === null) return err({ code: 'no-seat-limit' });
  const score = scores(tables);
  if (score.size === 0) return err({ code: 'no-partners' });
  if ([...tables.criteria.values()].every(({ weight }) => weight === 0)) return err({ code: 'no-criteria' });
  const grounds = groundsFound(tables, options.limits ?? usualLimits(tables));
  const settled = new Set([...tables.invitations.values()].filter(({ stage }) => stage !== 'shortlisted').map(({ partner }) => partner));
  const candidates = [...tables.partners.values()].flatMap((partner): Candidate[] => {
    const found = score.get(partner.id);
    return found && !settled.has(partner.id) ? [{ partner, score: found, grounds: grounds.get(partner.id) ?? [] }] : [];
  });
  const eligible = candidates.filter((one) => one.grounds.length > 0 && !onlyRevenue(one.grounds)).sort(inOrder);
  const used = seatsUsed(tables);
  const later = Math.ceil(seatLimit * laterWaveShare);
  const sizes: readonly (readonly [Wave, number])[] = [['A', Math.max(0, seatLimit - used)], ['B', later], ['C', later]];
  const invitees: Proposed[] = [];
  let next = 0;
  for (const [wave, size] of sizes) {
    for (const { partner, score, grounds } of eligible.slice(next, next + size)) invitees.push({ partner: partner.id, wave, grounds, score });
    next += size;
  }
  return ok({
    seatLimit, seatsUsed: used, invitees, leftOut: eligible.slice(next).map(({ partner }) => partner.id),
    revenueOnly: candidates.filter((one) => onlyRevenue(one.grounds)).sort(inOrder).map(({ partner }) => partner.id),
  });
}

/** Who is next when a seat frees: the wait-list in the order people came onto it, then wave B, then C, by score. Best first. */
export function waitlist(tables: ScoreTables & InvitationTable): Invitation[] {
  const score = scores(tables);
  const order = (invitation: Invitation): [number, string] => {
    if (invitation.stage === 'waitlisted') return [0, invitation.steps.findLast(({ stage }) => stage === 'waitlisted')?.on ?? ''];
    return [invitation.wave === 'B' ? 1 : 2, ''];
  };
  return [...tables.invitations.values()]
    .filter(({ stage, wave }) => stage === 'waitlisted' || (stage === 'shortlisted' && (wave === 'B' || wave === 'C')))
    .sort((a, b) => {
      const [[rankA, sinceA], [rankB, sinceB]] = [order(a), order(b)];
      if (rankA !== rankB) return rankA - rankB;
      if (sinceA !== sinceB) return sinceA < sinceB ? -1 : 1;
      return (score.get(b.partner)?.tenths ?? -1) - (score.get(a.partner)?.tenths ?? -1) || (a.partner < b.partner ? -1 : 1);
    });
}

/** The one to approve now that a seat is free; null while none is, without a seat limit, or when nobody waits. */
export function nextFromWaitlist(tables: ScoreTables & InvitationTable): Invitation | null {
  const { seatLimit } = theSummit(tables);
  return seatLimit === null || seatsUsed(tables) >= seatLimit ? null : (waitlist(tables)[0] ?? null);
}

type Candidate = { readonly partner: Partner; readonly score: Score; readonly grounds: readonly Ground[] };

function inOrder(a: Candidate, b: Candidate): number {
  return (
    Number(comesFirst(b.partner)) - Number(comesFirst(a.partner)) || (b.score.tenths ?? -1) - (a.score.tenths ?? -1) || b.grounds.length - a.grounds.length ||
    b.score.knownShare - a.score.knownShare || compare(folded(a.partner.name), folded(b.partner.name)) || compare(a.partner.id, b.partner.id)
  );
}

function comesFirst({ strategic, pacMember }: Partner): boolean {
  return strategic || pacMember;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
