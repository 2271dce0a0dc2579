import { type CommitmentSide, commitmentSides, commitmentStatuses, type CommitmentStatus, commitmentTypes } from '#shared/commitments/commitment.ts';
import { statusTitles } from '#shared/commitments/life.ts';
import { routes, routeTitles, typeTitles } from '#shared/commitments/routes.ts';
import { totals } from '#shared/kernel/money.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

export const sideTitles: Readonly<Record<CommitmentSide, string>> = { vendor: 'Vendor', partner: 'Partner', both: 'Both' };

/** What a step is called on its button. */
export const stepTitles: Readonly<Record<CommitmentStatus, string>> = {
  captured: 'Take up again', agreed: 'Agreed by both', routed: 'Route it', in_progress: 'In progress', fulfilled: 'Fulfilled', partly: 'Fulfilled in part', missed: 'Missed…', waived: 'Waive…', renegotiated: 'Renegotiated…',
};

export const sideChoices = commitmentSides.map((value) => ({ value, label: sideTitles[value] }));
export const typeChoices = commitmentTypes.map((value) => ({ value, label: typeTitles[value] }));
export const statusChoices = commitmentStatuses.map((value) => ({ value, label: statusTitles[value] }));
export const routeChoices = routes.map((value) => ({ value, label: routeTitles[value] }));

/** The summit's own currency first, then every other that a commitment or a partner's figures use. */
export function currenciesOf({ commitments, partners }: Pick<Snapshot, 'commitments' | 'partners'>, own: string): string[] {
  const amounts = [...[...commitments.values()].map(({ money }) => money), ...[...partners.values()].map(({ performance }) => performance.revenue)];
  const used = totals(amounts.flatMap((money) => (money ? [{ ...money, hundredths: 0 }] : []))).map(({ currency }) => currency);
  return [...new Set([own, ...used, 'EUR', 'USD', 'GBP'])];
}
