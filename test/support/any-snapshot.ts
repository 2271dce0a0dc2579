import type { z } from 'zod';
import { type Random, seeded } from '#shared/kernel/random.ts';
import type { Row } from '#shared/kernel/table.ts';
import { references } from '#shared/workspace/references.ts';
import { rowSchemas, type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';

/** A snapshot drawn from the row schemas alone: every table, every kind of field, each reference to a row that is there. Same seed, same snapshot. */
export function anySnapshot(seed: number, mostRows = 6): Snapshot {
  const random = seeded(seed);
  const tables = Object.fromEntries(
    tableNames.map((table) => {
      const count = table === 'summits' ? 1 : 1 + random.below(mostRows);
      const rows = Array.from({ length: count }, (_, index) => ({ ...(valueOf(rowSchemas[table], random) as Row), id: `${table}-${index + 1}` }));
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
  return { ...(valueOf(rowSchemas[table], random) as Row), id };
}

function pointed(value: unknown, targets: readonly string[], random: Random): unknown {
  if (value === null) return null;
  return Array.isArray(value) ? random.shuffled(targets).slice(0, random.below(3)) : random.pick(targets);
}

/** What people type and files hold, among it the worst: quotes, line ends, right-to-left, astral signs, prototype keys, our own markers. */
const texts = [
  '', 'Ana', 'Łódź & Åse', 'a\nb\r\nc', '"quoted", comma; tab\t', '‮right to left', 'שלום', '😀 𝒳', '__proto__', '","checksum":"0"}', '\u0000', '=SUM(A1)', '<b>bold</b>', 'e\u0301', ' blank ', 'x'.repeat(300),
  'id-1', '2027-03-23', '2027-03-23T09:30', '2027-03-23T08:00:00.000Z', '09:30', '24:00', 'EUR', 'JPY', 'BE', 'jp', 'nl-BE', '#1f5fae', 'Europe/Brussels', 'Asia/Tokyo', '1999-12-31', '2028-02-29',
];
const numbers = [0, 1, 2, 5, 10, 12, 15, 20, 30, 60, 99.5, 0.1, 100, 1e9, -3, 123456789];

type Def = {
  readonly type: string; readonly innerType?: z.ZodType; readonly element?: z.ZodType; readonly shape?: Record<string, z.ZodType>;
  readonly entries?: Record<string, string>; readonly options?: readonly z.ZodType[]; readonly values?: readonly unknown[];
};

function valueOf(schema: z.ZodType, random: Random): unknown {
  const { type, innerType, element, shape, entries, options, values } = (schema as unknown as { readonly _zod: { readonly def: Def } })._zod.def;
  function among(candidates: readonly unknown[]): unknown {
    const allowed = candidates.filter((candidate) => schema.safeParse(candidate).success);
    if (allowed.length === 0) throw new Error('a schema allows none of the known values; add one it allows');
    return random.pick(allowed);
  }
  switch (type) {
    case 'object': return Object.fromEntries(Object.entries(shape ?? {}).map(([field, inner]) => [field, valueOf(inner, random)]));
    case 'readonly': return valueOf(innerType as z.ZodType, random);
    case 'nullable': return random.below(4) === 0 ? null : valueOf(innerType as z.ZodType, random);
    case 'array': return Array.from({ length: random.below(4) }, () => valueOf(element as z.ZodType, random));
    case 'enum': return random.pick(Object.values(entries ?? {}));
    case 'union': return valueOf(random.pick(options ?? []), random);
    case 'literal': return random.pick(values ?? []);
    case 'boolean': return random.below(2) === 1;
    case 'string': return among(texts);
    case 'number': return among(numbers);
    default: throw new Error(`no values are drawn for a schema of type ${type}; say here how`);
  }
}
