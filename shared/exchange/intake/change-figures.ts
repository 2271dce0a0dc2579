import { groupBy } from '#shared/kernel/group.ts';
import type { Performance } from '#shared/partners/partner.ts';
import { heldFigures } from '../figures/held-figures.ts';
import { recordedFigures } from '../figures/recorded-figures.ts';
import { twelveMonths } from '../figures/twelve-months.ts';
import { type PartnerIds, sameFigure } from './change-parties.ts';
import type { FolderReading } from './reading.ts';
import { recordsOf, stage, type Staging } from './staging.ts';

/** What lists of figures say of the last twelve months of partners that are known; the day and the files go with what changes, and new figures without a day leave none. */
export function stageFigures(reading: FolderReading, staging: Staging, partners: PartnerIds, currency: string): void {
  const sources = groupBy(recordsOf(reading, 'metrics'), ({ record }) => partners.get(record.links.partner ?? '') ?? null);
  for (const [id, ofPartner] of sources) {
    const partner = id === null ? undefined : staging.after.partners.get(id);
    if (partner === undefined) continue;
    const { said, asOf } = twelveMonths(ofPartner.flatMap(({ file, values }) => recordedFigures(values, file.currencies)), currency);
    const known = partner.performance;
    const changed: Performance = { ...known, ...said, asOf };
    if ((asOf ?? known.asOf) === known.asOf && heldFigures.every((figure) => sameFigure(changed[figure], known[figure]))) continue;
    const source = [...new Set(ofPartner.map(({ file }) => file.name))].sort().join(', ');
    const [first] = ofPartner;
    stage(staging, 'partners', { ...partner, performance: { ...changed, source } }, first);
  }
}
