import type { z } from 'zod';
import { type Random, seeded } from '#shared/kernel/random.ts';
import type { Row } from '#shared/kernel/table.ts';
import { references } from '#shared/workspace/references.ts';
import { rowSchemas, type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';

/** What fields are drawn from, as far as their schema allows, and what ids begin with. */
export type Drawn = { readonly texts: readonly string[]; readonly numbers: readonly number[] };

/** A snapshot drawn from the row schemas alone: every table, every kind of field, each reference to a row that is there. Same seed, same snapshot. */
export function anySnapshot(seed: number, mostRows = 6, drawn: Drawn = usual, idsBegin = ''): Snapshot {
  const random = seeded(seed);
  const tables = Object.fromEntries(
    tableNames.map((table) => {
      const count = table === 'summits' ? 1 : 1 + random.below(mostRows);
      const rows = Array.from({ length: count }, (_, index) => ({ ...(valueOf(rowSchemas[table], random, drawn) as Row), id: `${idsBegin}${table}-${index + 1}` }));
      return [table, new Map(rows.map((row) => [row.id, row]))];
    }),
  ) as unknown as Record<TableName, Map<string, Row>>;
  for (const { from, field, to } of references) {
    const targets = [...tables[to].keys()];
    for (const [id, row] of tables[from]) tables[from].set(id, { ...row, [field]: pointed((row as unknown as Record<string, unknown>)[field], targets, random) } as Row);
  }
  return tables as unknown as Snapshot;
}

/** A row of a table as its schema allows, under this id. */
export function anyRow(table: TableName, id: string, random: Random): Row {
  return { ...(valueOf(rowSchemas[table], random, usual) as Row), id };
}

function pointed(value: unknown, targets: readonly string[], random: Random): unknown {
  if (value === null) return null;
  return Array.isArray(value) ? random.shuffled(targets).slice(0, random.below(3)) : random.pick(targets);
}

/** What people type and files hold, among it the worst: quotes, line ends, right-to-left, astral signs, prototype keys, our own markers. */
export const texts: readonly string[] = [
  '', 'Ana', 'Łódź & Åse', 'a\nb\r\nc', '"quoted", comma; tab\t', '‮right to left', 'שלום', '😀 𝒳', '__proto__', '","checksum":"0"}', '\u0000', '=SUM(A1)', '<b>bold</b>', 'e\u0301', ' blank ', 'x'.repeat(300),
  'id-1', '2027-03-23', '2027-03-23T09:30', '2027-03-23T08:00:00.000Z', '09:30', '24:00', 'EUR', 'JPY', 'BE', 'jp', 'nl-BE', '#1f5fae', 'Europe/Brussels', 'Asia/Tokyo', '1999-12-31', '2028-02-29',
];
export const numbers: readonly number[] = [0, 1, 2, 5, 10, 12, 15, 20, 30, 60, 99.5, 0.1, 100, 1e9, -3, 123456789];

type Def = {
  readonly type: string; readonly innerType?: z.ZodType; readonly element?: z.ZodType; readonly shape?: Record<string, z.ZodType>;
  readonly entries?: Record<string, string>; readonly options?: readonly z.ZodType[]; readonly values?: readonly unknown[];
};

/** Trying every value on every field of every row is most of the time it takes. */
const allowedBy = new WeakMap<Drawn, Map<z.ZodType, readonly unknown[]>>();
const usual: Drawn = { texts, numbers };

function valueOf(schema: z.ZodType, random: Random, drawn: Drawn): unknown {
  const { type, innerType, element, shape, entries, options, values } = (schema as unknown as { readonly _zod: { readonly def: Def } })._zod.def;
  function among(candidates: readonly unknown[]): unknown {
    const known = allowedBy.get(drawn) ?? new Map<z.ZodType, readonly unknown[]>();
    allowedBy.set(drawn, known);
    const allowed = known.get(schema) ?? candidates.filter((candidate) => schema.safeParse(candidate).success);
    known.set(schema, allowed);
    if (allowed.length === 0) throw new Error('a schema allows none of the known values; add one it allows');
    return random.pick(allowed);
  }
  switch (type) {
    case 'object': return Object.fromEntries(Object.entries(shape ?? {}).map(([field, inner]) => [field, valueOf(inner, random, drawn)]));
    case 'readonly': return valueOf(innerType as z.ZodType, random, drawn);
    case 'nullable': return random.below(4) === 0 ? null : valueOf(innerType as z.ZodType, random, drawn);
    case 'array': return Array.from({ length: random.below(4) }, () => valueOf(element as z.ZodType, random, drawn));
    case 'enum': return random.pick(Object.values(entries ?? {}));
    case 'union': return valueOf(random.pick(options ?? []), random, drawn);
    case 'literal': return random.pick(values ?? []);
    case 'boolean': return random.below(2) === 1;
    case 'string': return among(drawn.texts);
    case 'number': return among(drawn.numbers);
    default: throw new Error(`no values are drawn for a schema of type ${type}; say here how`);
  }
}
