import { type Money, plainMoney } from '#shared/kernel/money.ts';
import type { Tables } from '#shared/kernel/table.ts';
import { fullName } from '#shared/partners/contact.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { EmptyCell } from './blanking.ts';
import { spellText } from './spell-text.ts';

/** Whose value an empty cell is about, and what stands there now, in words. */
export function emptyCellText(snapshot: Snapshot, { table, id, now }: EmptyCell): { readonly whose: string; readonly now: string } {
  return { whose: nameOf(snapshot, (snapshot as Tables)[table]?.get(id)) ?? id, now: valueText(snapshot, now) };
}

function valueText(snapshot: Snapshot, value: unknown): string {
  if (Array.isArray(value)) return value.map((part) => valueText(snapshot, part)).join('; ');
  if (typeof value === 'object' && value !== null) {
    if ('hundredths' in value) return plainMoney(value as Money);
    return 'startsAt' in value ? spellText(value as Parameters<typeof spellText>[0]) : Object.values(value).join(' ');
  }
  const referred = [snapshot.executives, snapshot.rooms, snapshot.contacts, snapshot.partners].map((rows) => (rows as ReadonlyMap<string, object>).get(String(value))).find((row) => row !== undefined);
  return nameOf(snapshot, referred) ?? String(value);
}

/** By its own name, or by the partner it is of and the planner's code. */
function nameOf(snapshot: Snapshot, row: object | undefined): string | null {
  if (row === undefined) return null;
  const fields = row as Readonly<Record<string, unknown>>;
  if ('familyName' in row) return fullName(row as Parameters<typeof fullName>[0]);
  const partner = snapshot.partners.get(fields['partner'] as never)?.name;
  const said = [fields['name'] ?? fields['title'] ?? partner, 'name' in row || 'title' in row ? null : fields['code']].filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0 ? null : said.join(' ');
}
