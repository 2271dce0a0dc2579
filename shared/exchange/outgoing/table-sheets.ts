import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Cell } from '../grid.ts';
import { type FieldKind, fieldsOf, type Kind } from '../recognise/kinds.ts';
import type { SheetColumn, SheetTable } from '../spreadsheet/write.ts';
import type { FieldRow } from './cells.ts';
import { partyRows } from './party-rows.ts';
import { programmeRows } from './programme-rows.ts';
import { promiseRows } from './promise-rows.ts';

/** Every list of a summit under the field names that the import knows, so that a file of ours is read again without mapping. */
export function tableSheets(snapshot: Snapshot): SheetTable[] {
  const rows: Readonly<Record<KeptKind, readonly FieldRow[]>> = { ...programmeRows(snapshot), ...partyRows(snapshot), ...promiseRows(snapshot) };
  return exportOrder.map((kind) => listSheet(kind, rows[kind], snapshot));
}

/** Lists of what the summit keeps. Figures by period and registrations are not kept: they come in as twelve months of a partner, as people and as steps of invitations. */
type KeptKind = Exclude<Kind, 'metrics' | 'registrations'>;

const exportOrder: readonly KeptKind[] = ['partners', 'contacts', 'executives', 'rooms', 'agenda', 'ndas', 'meeting_requests', 'award_categories', 'nominations', 'judges', 'scores', 'commitments'];

function listSheet(kind: KeptKind, rows: readonly FieldRow[], { summits }: Snapshot): SheetTable {
  const days = Math.max(3, ...[...summits.values()].map((summit) => summit.days.length));
  const fields = [...fieldsOf(kind)].filter(([field, { aside }]) => aside !== true && field !== 'date' && !(field.startsWith('unavailable_') && Number(field.slice(12)) > days));
  const columns = fields.map(([field, spec]): SheetColumn => ({ header: field, kind: columnKind(spec.kind) }));
  return { name: kind, columns, rows: rows.map((row) => fields.map(([field]) => row[field] ?? null)) };
}

function columnKind(kind: FieldKind): SheetColumn['kind'] {
  if (kind === 'money' || kind === 'amount') return 'money';
  if (kind === 'pct') return 'percent';
  if (kind === 'int' || kind === 'dec') return 'number';
  return kind === 'date' || kind === 'pday' ? 'date' : kind === 'moment' ? 'datetime' : 'text';
}

/** The rows of a sheet with its header, as a CSV file holds them. */
export function sheetRows({ columns, rows }: SheetTable): (readonly Cell[])[] {
  return [columns.map(({ header }) => header), ...rows];
}
