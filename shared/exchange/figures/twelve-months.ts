import type { Money } from '#shared/kernel/money.ts';
import { groupBy } from '#shared/kernel/group.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import type { Performance } from '#shared/partners/partner.ts';
import { type FigureName } from '../recognise/kinds.ts';
import { type HeldFigure, held, standsBehind } from './held-figures.ts';
import { lastDayOf, type Period } from './periods.ts';

/** One number of one partner. `period` null: of the twelve months before no day in particular, or with no word about when. */
export type Figure = {
  readonly name: FigureName;
  readonly period: Period | null;
  /** Said to be of twelve months. */
  readonly trailing: boolean;
  /** Of money in hundredths. */
  readonly value: number;
  /** null: the summit's. */
  readonly currency: string | null;
};

export type TwelveMonths = {
  readonly said: Partial<Performance>;
  readonly asOf: LocalDate | null;
  /** Figures whose newest twelve months cannot be added up: a period is missing, they are of several currencies, or larger than a number holds exactly. */
  readonly faults: readonly { readonly name: FigureName; readonly code: 'PERIOD_MISSING' | 'CURRENCY_MISMATCH' | 'OUT_OF_RANGE' }[];
};

/**
 * What the figures of one partner say of its twelve months. What happened is added up over the newest run of periods that covers twelve
 * months without a gap or an overlap (a year, two halves, four quarters, twelve months, or a mixture); revenue also over the twelve before.
 * What stands on a day is that of the newest period. Where the newest period ends no such run, an older run is taken with its own day, and
 * said to be a fault. The order of the figures does not matter.
 */
export function twelveMonths(figures: readonly Figure[], currency: string): TwelveMonths {
  const said: Partial<Performance> = {};
  const faults: TwelveMonths['faults'][number][] = [];
  const ends: number[] = [];
  const stopsShort: number[] = [];
  const byName = groupBy(figures, ({ name }) => name);
  for (const [name, all] of byName) {
    if (standsBehind(name, [...byName.keys()])) continue;
    const { as, how, money } = held[name];
    const put = (field: HeldFigure | 'revenuePrior', parts: readonly Figure[]): 'CURRENCY_MISMATCH' | 'OUT_OF_RANGE' | null => {
      const currencies = new Set(parts.flatMap((part) => part.currency ?? []));
      if (money && currencies.size > 1) return 'CURRENCY_MISMATCH';
      const value = parts.reduce((sum, part) => sum + part.value, 0);
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'OUT_OF_RANGE';
      Object.assign(said, { [field]: money ? { hundredths: value, currency: [...currencies][0] ?? currency } satisfies Money : value });
      return null;
    };
    const dated = all.filter(isDated);
    const newest = Math.max(...dated.map(endOf));
    // What a file itself calls twelve months is taken at its word; a figure without a word about when only where none has one.
    const stated = all.find(({ period, trailing }) => period === null && (trailing || dated.length === 0));
    const run = stated !== undefined ? [stated] : how === 'newest' ? shortest(dated.filter((one) => endOf(one) === newest)) : newestRun(dated);
    if (run === null) {
      faults.push({ name, code: 'PERIOD_MISSING' });
      continue;
    }
    const fault = put(as, run);
    if (fault !== null) {
      faults.push({ name, code: fault });
      continue;
    }
    if (stated !== undefined) continue;
    const end = Math.max(...run.filter(isDated).map(endOf));
    (end < newest ? stopsShort : ends).push(end);
    if (end < newest) faults.push({ name, code: 'PERIOD_MISSING' });
    if (as !== 'revenue') continue;
    const before = how === 'newest' ? shortest(dated.filter((one) => endOf(one) === end - 12)) : runUntil(dated, end - 12, 12);
    if (before !== null) put('revenuePrior', before);
  }
  // Figures are as old as the oldest run that stops before its newest period.
  const last = stopsShort.length > 0 ? Math.min(...stopsShort) : Math.max(...ends);
  return { said, asOf: Number.isFinite(last) ? lastDayOf({ from: last - 1, months: 1 }) : null, faults };
}

type Dated = Figure & { readonly period: Period };

function isDated(figure: Figure): figure is Dated {
  return figure.period !== null;
}

function endOf({ period }: Dated): number {
  return period.from + period.months;
}

/** Of two figures with one last month, a quarter's and a month's, the one that is nearer to that day. */
function shortest(figures: readonly Dated[]): Dated[] | null {
  const [first] = [...figures].sort((a, b) => a.period.months - b.period.months);
  return first === undefined ? null : [first];
}

function newestRun(figures: readonly Dated[]): Dated[] | null {
  for (const end of [...new Set(figures.map(endOf))].sort((a, b) => b - a)) {
    const run = runUntil(figures, end, 12);
    if (run !== null) return run;
  }
  return null;
}

/** Periods that follow each other and cover so many months up to an end, the longest first: a file's own year is its year. */
function runUntil(figures: readonly Dated[], end: number, months: number): Dated[] | null {
  if (months === 0) return [];
  for (const figure of figures.filter((one) => endOf(one) === end && one.period.months <= months).sort((a, b) => b.period.months - a.period.months)) {
    const earlier = runUntil(figures, figure.period.from, months - figure.period.months);
    if (earlier !== null) return [...earlier, figure];
  }
  return null;
}
