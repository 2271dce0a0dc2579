import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { toChange } from '#shared/exchange/intake/to-change.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

/** What the truth file of an input set says about choosing and NDAs. */
export type SelectionTruth = {
  readonly summit_days: readonly LocalDate[];
  readonly aggregates: {
    readonly nda_coverage: Readonly<Record<'organisation' | 'person_only' | 'waived_only' | 'persons', Readonly<Record<string, number>>>> & { readonly covered_partner_ids: Readonly<Record<string, readonly string[]>> };
    readonly revenue_concentration: { readonly top_partners: number; readonly share_of_partners: number; readonly share_of_revenue: number };
  };
};

/** Where the input sets lie; null when there are none on this machine. */
export function inputsFolder(): string | null {
  const folder = join(process.env['SUMMIT_DATA'] ?? '../shared/data', 'inputs');
  return existsSync(folder) ? folder : null;
}

/** One input set brought into an empty summit by the application's own importer, beside its truth file. */
export async function importedSet(folder: string, set: string): Promise<{ truth: SelectionTruth; snapshot: Snapshot }> {
  const files = readdirSync(join(folder, set)).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, set, name))) }));
  const empty = newSnapshot('summit' as SummitId, 'Summit');
  const chance = seeded(1);
  const { change } = toChange(await readFolder(files), empty, mintFrom(() => chance.below(256)));
  return { truth: JSON.parse(readFileSync(join(folder, `${set}.truth.json`), 'utf8')) as SelectionTruth, snapshot: apply(empty, change.edits) };
}
