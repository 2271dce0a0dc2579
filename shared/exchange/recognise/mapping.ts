import { folded } from '#shared/kernel/text.ts';
import type { Grid, GridRow } from '../grid.ts';
import { headerLines, isUnitsLine } from './header-line.ts';
import { fieldsOf, type Kind } from './kinds.ts';
import type { Column, Recognised } from './recognise.ts';

/** What a planner says the columns of one set of headers are: the kind of list, and the field of each column by its key (`columnKeys`); null: not used. */
export type Mapping = { readonly kind: Kind; readonly fields: Readonly<Record<string, string | null>> };

/** By `headerSet`. */
export type Mappings = Readonly<Record<string, Mapping>>;

/** What a set of headers is remembered by, whatever their order. */
export function headerSet(headers: readonly string[]): string {
  return columnKeys(headers).filter((key) => key !== '').sort().join('\u001F');
}

/** A key for each column: its header without case and accents, counted where several share it; empty where nothing is written. */
export function columnKeys(headers: readonly string[]): string[] {
  const met = new Map<string, number>();
  return headers.map((header) => {
    const key = folded(header);
    const count = (met.get(key) ?? 0) + 1;
    met.set(key, count);
    return key === '' || count === 1 ? key : `${key} (${count})`;
  });
}

/** A grid as the planner has said before of the same headers; null where nothing is remembered of any of its first lines. */
export function remembered({ rows }: Grid, mappings: Mappings, deepest: number): Recognised | null {
  if (Object.keys(mappings).length === 0) return null;
  for (let position = 0; position < Math.min(rows.length, deepest); position++) {
    for (const { row, headers } of headerLines(rows, position)) {
      const mapping = Object.hasOwn(mappings, headerSet(headers)) ? mappings[headerSet(headers)] : undefined;
      if (mapping !== undefined) return mapped(mapping, row, headers, rows.slice(position + (isUnitsLine(rows[position + 1]) ? 2 : 1)));
    }
  }
  return null;
}

function mapped({ kind, fields }: Mapping, row: GridRow, headers: readonly string[], rows: readonly GridRow[]): Recognised {
  const known = fieldsOf(kind);
  const keys = columnKeys(headers);
  const taken = new Set<string>();
  const columns = headers.map((header, index): Column => {
    const key = keys[index] ?? '';
    const field = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
    // A field takes one column, but for figures of several periods; an older planner's field that no longer exists is none.
    const usable = field !== null && known.has(field) && (!taken.has(field) || known.get(field)?.repeats === true);
    if (usable) taken.add(field);
    return { index, header, field: usable ? field : null };
  });
  return { kind, headerLine: row.line, columns, rows, confidence: 1 };
}
