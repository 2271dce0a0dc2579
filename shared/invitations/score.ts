import type { CriterionId, PartnerId } from '../kernel/ids.ts';
import { type Money, plainMoney } from '../kernel/money.ts';
import type { Partner, PartnerTable } from '../partners/partner.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import type { Criterion, CriterionField, CriterionTable } from './criterion.ts';

/**
 * One partner's score among the candidates, 0 to 100, counted in whole tenths so that what is shown adds up to the digit. Null when
 * nothing is known of any criterion.
 */
export type Score = {
  readonly partner: PartnerId;
  readonly tenths: number | null;
  readonly historicTenths: number;
  readonly forwardTenths: number;
  /** Share of the weights whose value is known, 0 to 1. */
  readonly knownShare: number;
  /** One a criterion, in the order of the criteria; their tenths add up to the score's. */
  readonly terms: readonly Term[];
};

export type Term = {
  readonly criterion: CriterionId;
  readonly name: string;
  readonly field: CriterionField;
  readonly horizon: Criterion['horizon'];
  /** The partner's value as written: `1234.50 EUR`, `58 %`, `Gold`, `yes`; null when it is missing. */
  readonly value: string | null;
  /** 0 to 1 and how it came about; null when the value is missing. */
  readonly normalised: number | null;
  readonly how: string;
  /** Part of the whole among the known criteria, 0 to 1: a missing value's weight is shared out among the others. */
  readonly weightShare: number;
  readonly tenths: number;
};

export type ScoreTables = SummitTable & PartnerTable & CriterionTable;

/**
 * Scores candidates against each other. Amounts, counts and rates are normalised by rank within the candidates (the share of the other
 * candidates that are lower, ties counting half), since revenue is so skewed that a min–max scale would put almost everyone near zero, and
 * so that units and currency conversion of the whole list do not matter. Health, satisfaction and certification keep their own scale; a
 * tier counts by its place among the summit's tiers; flags are 0 or 1. A missing value is left out and its weight shared among the known
 * ones, so that partners without revenue can be scored; `knownShare` says how much was known.
 */
export function scores(tables: ScoreTables, candidates: Iterable<Partner> = tables.partners.values()): ReadonlyMap<PartnerId, Score> {
  const list = [...candidates];
  const { tiers, currency } = theSummit(tables);
  const criteria = criteriaInOrder(tables);
  const scales = criteria.map((criterion) => ({ criterion, scale: scaleOf(criterion.field, list, tiers, currency) }));
  return new Map(list.map((partner) => [partner.id, scoreOf(partner, scales)]));
}

/** Criteria that weigh something, heaviest first. */
export function criteriaInOrder({ criteria }: CriterionTable): Criterion[] {
  return [...criteria.values()].filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

/** How much of the weight looks back and how much ahead, 0 to 1 each; both 0 without criteria. */
export function weightSplit(tables: CriterionTable): { historic: number; forwardLooking: number } {
  const criteria = criteriaInOrder(tables);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const historic = criteria.reduce((sum, { weight, horizon }) => sum + (horizon === 'historic' ? weight : 0), 0);
  return total === 0 ? { historic: 0, forwardLooking: 0 } : { historic: historic / total, forwardLooking: (total - historic) / total };
}

/** A score or a term as people read it: `73.4`. */
export function points(tenths: number | null): string {
  return tenths === null ? '–' : `${Math.trunc(tenths / 10)}.${tenths % 10}`;
}

type Reading = { readonly value: string | null; readonly normalised: number | null; readonly how: string };
type Scale = (partner: Partner) => Reading;

function scoreOf(partner: Partner, scales: readonly { criterion: Criterion; scale: Scale }[]): Score {
  const readings = scales.map(({ criterion, scale }) => ({ criterion, ...scale(partner) }));
  const total = readings.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  const known = readings.reduce((sum, { criterion, normalised }) => sum + (normalised === null ? 0 : criterion.weight), 0);
  const shares = readings.map(({ criterion, normalised }) => (normalised === null || known === 0 ? 0 : criterion.weight / known));
  const tenths = roundedTogether(readings.map(({ normalised }, index) => (normalised ?? 0) * (shares[index] ?? 0) * 1000));
  const terms = readings.map(({ criterion: { id, name, field, horizon }, value, normalised, how }, index): Term => ({
    criterion: id, name, field, horizon, value, normalised, how, weightShare: shares[index] ?? 0, tenths: tenths[index] ?? 0,
  }));
  const sum = (horizon: Criterion['horizon']) => terms.reduce((all, term) => all + (term.horizon === horizon ? term.tenths : 0), 0);
  const [historicTenths, forwardTenths] = [sum('historic'), sum('forward-looking')];
  return {
    partner: partner.id, tenths: known === 0 ? null : historicTenths + forwardTenths, historicTenths, forwardTenths,
    knownShare: total === 0 ? 0 : known / total, terms,
  };
}

/** Whole numbers whose sum is the rounded sum: the largest remainders are rounded up (Hamilton's method), the first on a tie. */
function roundedTogether(exact: readonly number[]): number[] {
  // sums of shares such as 0.1 + 0.2 stray in the last bits, which must not decide a half
  const clean = exact.map((part) => Math.round(part * 1e6) / 1e6);
  const whole = clean.map(Math.floor);
  const missing = Math.round(Math.round(clean.reduce((sum, part) => sum + part, 0) * 1e6) / 1e6) - whole.reduce((sum, part) => sum + part, 0);
  const byRemainder = clean.map((part, index) => ({ index, remainder: part - Math.floor(part) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

function scaleOf(field: CriterionField, candidates: readonly Partner[], tiers: readonly string[], currency: string): Scale {
  switch (field) {
    case 'revenue': return ranked(candidates, ({ performance }) => amount(performance.revenue, currency), ({ performance }) => performance.revenue && plainMoney(performance.revenue));
    case 'pipeline': return ranked(candidates, ({ performance }) => amount(performance.pipeline, currency), ({ performance }) => performance.pipeline && plainMoney(performance.pipeline));
    case 'growth': return ranked(candidates, growth, (partner) => percent(growth(partner)));
    case 'dealRegistrations': return ranked(candidates, ({ performance }) => performance.dealRegistrations, ({ performance }) => text(performance.dealRegistrations));
    case 'winRate': return ranked(candidates, ({ performance }) => performance.winRate, ({ performance }) => percent(performance.winRate));
    case 'health': return measured(({ performance }) => performance.health, 100, (value) => `${value} of 100`);
    case 'satisfaction': return measured(({ performance }) => performance.satisfaction, 10, (value) => `${value} of 10`);
    case 'certification': return certification;
    case 'tier': return tierScale(tiers);
    case 'strategic': return flag(({ strategic }) => strategic);
    case 'pacMember': return flag(({ pacMember }) => pacMember);
  }
}

/** Revenue against the year before, as a change: 0.12 is 12 % more. Null without a prior year above zero in the same currency. */
export function growth({ performance: { revenue, revenuePrior } }: Pick<Partner, 'performance'>): number | null {
  if (revenue === null || revenuePrior === null || revenuePrior.hundredths <= 0 || revenue.currency !== revenuePrior.currency) return null;
  return revenue.hundredths / revenuePrior.hundredths - 1;
}

function ranked(candidates: readonly Partner[], read: (partner: Partner) => number | null, write: (partner: Partner) => string | null): Scale {
  const sorted = candidates.map(read).filter((value) => value !== null).sort((a, b) => a - b);
  return (partner) => {
    const value = read(partner);
    if (value === null) return { value: write(partner), normalised: null, how: write(partner) === null ? 'not known' : 'other currency than the summit’s' };
    const below = firstIndex(sorted, value);
    const same = firstIndex(sorted, value, true) - below;
    const others = sorted.length - 1;
    const normalised = others === 0 ? 1 : (below + (same - 1) / 2) / others;
    const how = others === 0 ? 'the only one known' : `above ${below} of ${others} others${same > 1 ? `, level with ${same - 1}` : ''}`;
    return { value: write(partner), normalised, how };
  };
}

/** First place in a sorted list whose value is not lower than this one, or with `after` the first that is higher. */
function firstIndex(sorted: readonly number[], value: number, after = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle] ?? 0;
    if (there < value || (after && there === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function measured(read: (partner: Partner) => number | null, full: number, write: (value: number) => string): Scale {
  return (partner) => {
    const value = read(partner);
    return value === null ? unknown : { value: write(value), normalised: value / full, how: 'on its own scale' };
  };
}

function certification({ performance: { certifiedPeople, certificationsRequired } }: Partner): Reading {
  if (certifiedPeople === null || certificationsRequired === null || certificationsRequired <= 0) return unknown;
  return { value: `${certifiedPeople} of ${certificationsRequired}`, normalised: Math.max(0, Math.min(1, certifiedPeople / certificationsRequired)), how: 'share of what is required, at most all' };
}

function tierScale(tiers: readonly string[]): Scale {
  return ({ tier }) => {
    const place = tier === null ? -1 : tiers.indexOf(tier);
    if (place < 0) return { value: tier, normalised: null, how: tier === null ? 'not known' : 'not one of the summit’s tiers' };
    const steps = tiers.length - 1;
    return { value: tier, normalised: steps === 0 ? 1 : (steps - place) / steps, how: `tier ${place + 1} of ${tiers.length}` };
  };
}

function flag(read: (partner: Partner) => boolean): Scale {
  return (partner) => (read(partner) ? { value: 'yes', normalised: 1, how: 'yes counts in full' } : { value: 'no', normalised: 0, how: 'no counts nothing' });
}

const unknown: Reading = { value: null, normalised: null, how: 'not known' };

/** Amounts in another currency are not compared: there is no rate. */
function amount(value: Money | null, currency: string): number | null {
  return value !== null && value.currency === currency ? value.hundredths : null;
}

function percent(value: number | null): string | null {
  return value === null ? null : `${Math.round(value * 1000) / 10} %`;
}

function text(value: number | null): string | null {
  return value === null ? null : String(value);
}
