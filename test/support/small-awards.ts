import type { Category } from '#shared/awards/category.ts';
import type { Judge, Recusal, Score } from '#shared/awards/judging.ts';
import type { Nomination } from '#shared/awards/nomination.ts';
import type { CategoryId, ExecutiveId, JudgeId, MintId, NominationId, PartnerId, RecusalId, ScoreId, SessionId, SummitId } from '#shared/kernel/ids.ts';
import type { LocalDate, LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import { blankPartner, type Partner } from '#shared/partners/partner.ts';
import type { Session } from '#shared/summit/session.ts';
import { emptySnapshot, newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { theSummit } from '#shared/summit/summit.ts';

export const today = '2027-03-01' as LocalDate;

/** One award announced on the last evening; three nominees; three judges, of whom Cleo works for Acme and Dora is the chair. */
export function smallAwards(more: { scores?: [judge: string, nomination: string, criterion: string, value: number | null][]; recusals?: [string, string][]; categories?: Partial<Category>; nominations?: Record<string, Partial<Nomination>> } = {}): Snapshot {
  const base = newSnapshot('summit' as SummitId, 'Spring');
  const summit = { ...theSummit(base), zone: 'Europe/Athens', days: [{ date: '2027-03-23' as LocalDate, opensAt: '08:00' as LocalTime, closesAt: '18:00' as LocalTime }] };
  const category: Category = {
    id: 'growth' as CategoryId, name: 'Growth', eligibility: '', announcedIn: 'gala' as SessionId, announcedAt: null,
    criteria: [{ name: 'Reach', weight: 60, description: '' }, { name: 'Depth', weight: 40, description: '' }], ...more.categories,
  };
  const gala: Session = {
    id: 'gala' as SessionId, code: '', title: 'Gala', kind: 'Awards', startsAt: '2027-03-23T19:00' as LocalDateTime, endsAt: '2027-03-23T21:00' as LocalDateTime,
    rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: true,
  };
  const cam = { camName: 'Ada Cam', camEmail: 'ada@vendor.example' };
  return {
    ...emptySnapshot(),
    summits: new Map([[summit.id, summit]]),
    sessions: table([gala]),
    executives: table([blankExecutive('eve' as ExecutiveId, 'Eve Sponsor')]),
    partners: table([{ ...partner('acme'), ...cam }, { ...partner('bolt'), vendorSponsor: 'eve' as ExecutiveId }, partner('core')]),
    categories: table([category]),
    nominations: table(['acme', 'bolt', 'core'].map((id) => ({ ...nomination(id), ...more.nominations?.[id] }))),
    judges: table([judge('cleo', 'acme'), judge('ben', null), { ...judge('dora', null), role: 'chair' }]),
    scores: table((more.scores ?? []).map(([who, what, criterion, value], index): Score => ({ id: `s${index}` as ScoreId, judge: who as JudgeId, nomination: what as NominationId, criterion, value, comment: '' }))),
    recusals: table((more.recusals ?? []).map(([who, what], index): Recusal => ({ id: `r${index}` as RecusalId, judge: who as JudgeId, nomination: what as NominationId, kind: 'recused', reason: 'Former employer' }))),
  };
}

export function counter(): MintId {
  let last = 0;
  return <Id>() => `new-${++last}` as Id;
}

export function table<R extends { readonly id: string }>(rows: readonly R[]): Map<R['id'], R> {
  return new Map(rows.map((row) => [row.id, row]));
}

function partner(id: string): Partner {
  return blankPartner(id as PartnerId, id[0]?.toUpperCase() + id.slice(1));
}

function nomination(id: string): Nomination {
  return { id: id as NominationId, code: '', category: 'growth' as CategoryId, partner: id as PartnerId, nominator: '', nominatorSide: null, citation: 'Because', submittedOn: null, status: 'eligible' };
}

function judge(id: string, employer: string | null): Judge {
  return { id: id as JudgeId, name: id, email: null, affiliation: employer ?? '', partner: employer as PartnerId | null, role: 'judge' };
}
