import { expectedPartners } from '../invitations/stage.ts';
import type { ExecutiveId, PartnerId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import { lengthOf } from './request.ts';
import type { Meeting, Whereabouts } from './whereabouts.ts';

/** By what a partner's performance is read. Amounts count in one currency only: others are left out and said, never converted. */
export const performanceFigures = ['revenue', 'growth', 'health', 'satisfaction', 'winRate', 'certified'] as const;
export type PerformanceFigure = (typeof performanceFigures)[number];

/** Much of the executives' time at a partner that performs least, or none at one that performs best. */
export type AttentionFlag = 'much-time-low-performance' | 'no-time-high-performance';

/** How much executive time a partner is given, beside how it performs. */
export type PartnerAttention = {
  readonly partner: PartnerId;
  /** Live requests, both sides. */
  readonly asked: number;
  readonly placed: number;
  /** Minutes of placed meetings, breaks not counted. */
  readonly minutes: number;
  /** Who gives them, each once. */
  readonly hosts: readonly ExecutiveId[];
  /** Null: not known, or in another currency. */
  readonly figure: number | null;
  readonly flag: AttentionFlag | null;
};

export type Attention = {
  /** Invited partners and those with a meeting, in the order of the partners. */
  readonly rows: readonly PartnerAttention[];
  /** The quarters by which partners are flagged: null while fewer than `fewestToCompare` figures are known. */
  readonly quarters: { readonly lowFigure: number; readonly highFigure: number; readonly muchMinutes: number } | null;
  readonly unknown: number;
  /** Partners whose amounts are in a currency other than the summit's. */
  readonly otherCurrency: number;
};

/** Of fewer figures a quarter says nothing. */
export const fewestToCompare = 8;

/** Executive time by partner against partner performance (requirement F8). Flags compare quarters: they ask for a look and forbid nothing. */
export function attention(where: Whereabouts, by: PerformanceFigure): Attention {
  const { tables, summit } = where;
  const meetings = byPartner(where);
  const asked = liveByPartner(where);
  const meant = new Set([...expectedPartners(tables), ...meetings.keys()]);
  const rows = [...tables.partners.values()].filter(({ id }) => meant.has(id)).map((partner): PartnerAttention => {
    const held = meetings.get(partner.id) ?? [];
    return {
      partner: partner.id, asked: asked.get(partner.id) ?? 0, placed: held.length, minutes: sum(held.map(({ request }) => lengthOf(request))),
      hosts: [...new Set(held.map(({ request }) => request.host))], figure: figureOf(partner, by, summit.currency), flag: null,
    };
  });
  const quarters = quartersOf(rows);
  return {
    rows: quarters === null ? rows : rows.map((row) => ({ ...row, flag: flagOf(row, quarters) })), quarters,
    unknown: rows.filter(({ figure }) => figure === null).length,
    otherCurrency: by === 'revenue' ? rows.filter(({ partner }) => { const revenue = tables.partners.get(partner)?.performance.revenue; return revenue && revenue.currency !== summit.currency; }).length : 0,
  };
}

/** A partner's figure: amounts in units of the currency, growth, win rate and certified people as shares (0.1 is 10 %). */
export function figureOf({ performance }: Partner, by: PerformanceFigure, currency: string): number | null {
  const { revenue, revenuePrior, health, satisfaction, winRate, certifiedPeople, certificationsRequired } = performance;
  switch (by) {
    case 'revenue': return revenue?.currency === currency ? revenue.hundredths / 100 : null;
    case 'growth': return revenue && revenuePrior && revenue.currency === revenuePrior.currency && revenuePrior.hundredths > 0 ? revenue.hundredths / revenuePrior.hundredths - 1 : null;
    case 'health': return health;
    case 'satisfaction': return satisfaction;
    case 'winRate': return winRate;
    case 'certified': return certifiedPeople !== null && certificationsRequired !== null && certificationsRequired > 0 ? certifiedPeople / certificationsRequired : null;
  }
}

function flagOf({ figure, minutes, placed }: PartnerAttention, { lowFigure, highFigure, muchMinutes }: NonNullable<Attention['quarters']>): AttentionFlag | null {
  if (figure === null) return null;
  if (figure <= lowFigure && minutes > 0 && minutes >= muchMinutes) return 'much-time-low-performance';
  return figure >= highFigure && placed === 0 ? 'no-time-high-performance' : null;
}

/** Where the lowest and the highest quarter of the figures begin, and the highest quarter of the time given. Null too when all are alike. */
function quartersOf(rows: readonly PartnerAttention[]): Attention['quarters'] {
  const figures = rows.flatMap(({ figure }) => (figure === null ? [] : [figure])).sort(ascending);
  if (figures.length < fewestToCompare) return null;
  const minutes = rows.flatMap((row) => (row.minutes > 0 ? [row.minutes] : [])).sort(ascending);
  const quarters = { lowFigure: quantile(figures, 0.25), highFigure: quantile(figures, 0.75), muchMinutes: minutes.length === 0 ? Infinity : quantile(minutes, 0.75) };
  return quarters.lowFigure < quarters.highFigure ? quarters : null;
}

/** The value at a share of a sorted list, the nearest rank from below. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? 0;
}

function byPartner({ meetings }: Whereabouts): Map<PartnerId, Meeting[]> {
  const lists = new Map<PartnerId, Meeting[]>();
  for (const meeting of meetings) lists.set(meeting.request.partner, [...(lists.get(meeting.request.partner) ?? []), meeting]);
  return lists;
}

function liveByPartner(where: Whereabouts): Map<PartnerId, number> {
  const counts = new Map<PartnerId, number>();
  for (const request of where.tables.requests.values()) {
    const state = where.stateOf(request);
    if (state === 'open' || state === 'placed') counts.set(request.partner, (counts.get(request.partner) ?? 0) + 1);
  }
  return counts;
}

function ascending(a: number, b: number): number {
  return a - b;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
