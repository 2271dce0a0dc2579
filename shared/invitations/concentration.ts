import type { PartnerId } from '../kernel/ids.ts';
import type { PartnerTable } from '../partners/partner.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';

/** How much of the channel's revenue a few partners hold. Shares are 0 to 1. */
export type Concentration = { readonly partners: number; readonly shareOfPartners: number; readonly shareOfRevenue: number };

/** The share of the highest `top` partners by revenue, in the summit's currency; a missing or foreign amount counts as nothing. */
export function revenueConcentration(tables: SummitTable & PartnerTable, top: number): Concentration {
  const amounts = revenues(tables).map(({ hundredths }) => hundredths).sort((a, b) => b - a);
  return concentration(amounts.slice(0, top), amounts);
}

/** The share that a set of partners holds, such as the invited or the strategic ones. */
export function revenueShareOf(tables: SummitTable & PartnerTable, chosen: ReadonlySet<PartnerId>): Concentration {
  const all = revenues(tables);
  return concentration(all.filter(({ id }) => chosen.has(id)).map(({ hundredths }) => hundredths), all.map(({ hundredths }) => hundredths));
}

/** How many of a set are simply the highest by revenue: the sign that *strategic* means *large*. Partners level with the last place count. */
export function overlapWithTop(tables: SummitTable & PartnerTable, chosen: ReadonlySet<PartnerId>): PartnerId[] {
  const sorted = revenues(tables).sort((a, b) => b.hundredths - a.hundredths);
  const last = sorted[chosen.size - 1]?.hundredths ?? Infinity;
  return sorted.filter(({ id, hundredths }) => chosen.has(id) && hundredths > 0 && hundredths >= last).map(({ id }) => id);
}

function concentration(part: readonly number[], all: readonly number[]): Concentration {
  const total = sum(all);
  return { partners: part.length, shareOfPartners: all.length === 0 ? 0 : part.length / all.length, shareOfRevenue: total === 0 ? 0 : sum(part) / total };
}

function revenues(tables: SummitTable & PartnerTable): { id: PartnerId; hundredths: number }[] {
  const { currency } = theSummit(tables);
  return [...tables.partners.values()].map(({ id, performance: { revenue } }) => ({ id, hundredths: revenue?.currency === currency ? revenue.hundredths : 0 }));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
