import type { Row } from '#shared/kernel/table.ts';
import { fullName } from '#shared/partners/contact.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot, TableName } from '#shared/workspace/snapshot.ts';
import type { Cell } from '../grid.ts';
import type { SheetColumn, SheetTable } from '../spreadsheet/write.ts';
import { cellOf } from './cell-text.ts';
import { flattened, type Leaf, longTexts, markOf, placeHeader, storedLists, type StoredList } from './columns.ts';
import { divided } from './long-text.ts';

/**
 * Everything that is stored of a summit, a table each with a column for every value, and the lists within rows beside them. Read again,
 * these give the same rows, ids and blanks among them. Columns that end in “(name)” say whom an id means and are passed over.
 */
export function wholeTables(snapshot: Snapshot): SheetTable[] {
  const names = namesIn(snapshot);
  const tables = storedLists.flatMap((list) => {
    const table = list.field === null ? rowTable(list, snapshot, names) : recordTable(list, list.field, snapshot);
    return list.field !== null && table.rows.length === 0 ? [] : [table];
  });
  const { rows, overflow } = divided(tables);
  const whole = tables.map((table, index) => ({ ...table, rows: rows[index] ?? [] }));
  return overflow.length === 0 ? whole : [...whole, { name: longTexts, columns: [idColumn(longTexts), { header: placeHeader, kind: 'number' }, { header: 'text', kind: 'text' }], rows: overflow }];
}

type Names = ReadonlyMap<TableName, ReadonlyMap<string, string>>;

function rowTable({ name, table, leaves }: StoredList, snapshot: Snapshot, names: Names): SheetTable {
  const columns = leaves.flatMap((leaf): SheetColumn[] => [columnOf(leaf), ...(leaf.to === null ? [] : [{ header: `${leaf.header} (name)`, kind: 'text' as const }])]);
  const rows = [...(snapshot[table] as ReadonlyMap<string, Row>).values()].map((row): Cell[] => {
    const values = flattened(leaves, row);
    return [row.id, ...leaves.flatMap((leaf) => [cellOf(leaf, values.get(leaf.path)), ...(leaf.to === null ? [] : [meant(values.get(leaf.path), names.get(leaf.to))])])];
  });
  return { name, columns: [idColumn(name), ...columns], rows };
}

/** The records within rows: each has the id of its row and its place there. */
function recordTable({ name, table, leaves }: StoredList, field: string, snapshot: Snapshot): SheetTable {
  const rows = [...(snapshot[table] as ReadonlyMap<string, Row>).values()].flatMap((row) => {
    const records = (row as unknown as Readonly<Record<string, readonly object[]>>)[field] ?? [];
    return records.map((record, index): Cell[] => {
      const values = flattened(leaves, record);
      return [row.id, index + 1, ...leaves.map((leaf) => cellOf(leaf, values.get(leaf.path)))];
    });
  });
  return { name, columns: [idColumn(name), { header: placeHeader, kind: 'number' }, ...leaves.map(columnOf)], rows };
}

function idColumn(list: string): SheetColumn {
  return { header: markOf(list), kind: 'text' };
}

function columnOf({ header, kind }: Leaf): SheetColumn {
  const shown = { text: 'text', list: 'text', boolean: 'text', number: 'number', hundredths: 'money', date: 'date', moment: 'datetime' } as const;
  return { header, kind: shown[kind] };
}

/** The names that ids stand for. */
function meant(value: unknown, names: ReadonlyMap<string, string> | undefined): Cell {
  const ids = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
  return cellOf({ kind: 'text', nullable: false }, ids.map((id) => names?.get(id) ?? id).join('; '));
}

function namesIn(snapshot: Snapshot): Names {
  const by = <Id extends string, R>(rows: ReadonlyMap<Id, R>, name: (row: R) => string) => new Map([...rows].map(([id, row]) => [id as string, name(row)]));
  const { partners, categories, executives } = snapshot;
  return new Map<TableName, ReadonlyMap<string, string>>([
    ['rooms', by(snapshot.rooms, ({ name }) => name)], ['executives', by(executives, ({ name }) => name)], ['partners', by(partners, ({ name }) => name)], ['categories', by(categories, ({ name }) => name)],
    ['judges', by(snapshot.judges, ({ name }) => name)], ['sessions', by(snapshot.sessions, ({ title }) => title)], ['contacts', by(snapshot.contacts, (person) => fullName(person) || person.email || '')],
    ['requests', by(snapshot.requests, ({ code, partner, host }) => `${code} ${partners.get(partner)?.name ?? ''} – ${executives.get(host)?.name ?? ''}`.trim())],
    ['nominations', by(snapshot.nominations, ({ code, category, partner }) => `${code} ${categories.get(category)?.name ?? ''} – ${partners.get(partner)?.name ?? ''}`.trim())],
    ['commitments', by(snapshot.commitments, ({ code, description }) => `${code} ${description}`.trim().slice(0, 80))],
    ['summits', new Map([...snapshot.summits.keys()].map((id) => [id, theSummit(snapshot).name]))],
  ]);
}
