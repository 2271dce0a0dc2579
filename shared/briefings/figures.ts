import type { Block, Figure } from '../documents/block.ts';
import type { Money } from '../kernel/money.ts';
import type { Performance } from '../partners/partner.ts';
import type { SeenPartner } from './seen.ts';
import { countText, dateText, shortMoney } from './words.ts';

type Known = Partial<Performance>;

/** The five figures of a meeting page: revenue, pipeline, win rate, certified people, MDF. A gap when none is known. */
export function fiveFigures({ figures, row }: SeenPartner): Block[] {
  return scorecard(figures, row.camName, ['revenue', 'pipeline', 'winRate', 'certifiedPeople', 'mdfUsed']);
}

/** Every figure the reader may see. */
export function fullScorecard({ figures, row }: SeenPartner): Block[] {
  const rest: readonly (keyof typeof makers)[] = ['dealRegistrations', 'health', 'satisfaction'];
  return scorecard(figures, row.camName, ['revenue', 'pipeline', 'winRate', 'certifiedPeople', 'mdfUsed', ...rest]);
}

function scorecard(known: Known, askOf: string | undefined, wanted: readonly (keyof typeof makers)[]): Block[] {
  const figures = wanted.filter((name) => known[name] !== undefined).map((name) => ({ ...makers[name](known), asOf: known.asOf ? dateText(known.asOf) : null, source: known.source || null }));
  if (figures.every(({ value }) => value === null)) return [{ kind: 'gap', missing: 'any performance figures', ...(askOf ? { askOf } : {}) }];
  const [first, second] = [figures.slice(0, 5), figures.slice(5)];
  return [first, second].filter((row) => row.length > 0).map((row) => ({ kind: 'figures', figures: row }));
}

type Drawn = Omit<Figure, 'asOf' | 'source'>;

const makers = {
  revenue: ({ revenue, revenuePrior }: Known): Drawn => ({ label: 'Revenue, a year', value: amount(revenue), ...trend(revenue, revenuePrior) }),
  pipeline: ({ pipeline }: Known): Drawn => ({ label: 'Pipeline', value: amount(pipeline) }),
  winRate: ({ winRate }: Known): Drawn => ({ label: 'Win rate', value: winRate === undefined || winRate === null ? null : percent(winRate) }),
  certifiedPeople: ({ certifiedPeople: people, certificationsRequired: required }: Known): Drawn => ({
    label: 'Certified people', value: people === undefined || people === null ? null : countText(people),
    ...(people !== undefined && people !== null && required !== undefined && required !== null ? { target: { text: `Required ${countText(required)}`, standing: people >= required ? 'met' : people >= required * 0.9 ? 'close' : 'missed' } } : {}),
  }),
  // What is left of MDF is neither good nor bad: the share is told without a standing.
  mdfUsed: ({ mdfUsed, mdfAllocated }: Known): Drawn => ({
    label: 'MDF used', value: amount(mdfUsed),
    ...(mdfUsed && mdfAllocated && mdfUsed.currency === mdfAllocated.currency && mdfAllocated.hundredths > 0 ? { trend: { direction: 'level', text: `${percent(mdfUsed.hundredths / mdfAllocated.hundredths)} of ${shortMoney(mdfAllocated)}` } } : {}),
  }),
  dealRegistrations: ({ dealRegistrations: count }: Known): Drawn => ({ label: 'Deal registrations', value: count === undefined || count === null ? null : countText(count) }),
  health: ({ health }: Known): Drawn => ({ label: 'Health, of 100', value: health === undefined || health === null ? null : String(health) }),
  satisfaction: ({ satisfaction }: Known): Drawn => ({ label: 'Satisfaction, of 10', value: satisfaction === undefined || satisfaction === null ? null : String(satisfaction) }),
} as const;

function amount(value: Money | null | undefined): string | null {
  return value ? shortMoney(value) : null;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Against the twelve months before; only within one currency and from something. */
function trend(now: Money | null | undefined, before: Money | null | undefined): Pick<Drawn, 'trend'> {
  if (!now || !before || now.currency !== before.currency || before.hundredths <= 0) return {};
  const change = Math.round((now.hundredths / before.hundredths - 1) * 100);
  return { trend: { direction: change > 0 ? 'up' : change < 0 ? 'down' : 'level', text: change === 0 ? 'as before' : `${change > 0 ? '+' : '−'}${Math.abs(change)} % in a year` } };
}
