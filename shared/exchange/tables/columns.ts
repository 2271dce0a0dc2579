import { z } from 'zod';
import { LocalDate, LocalDateTime } from '#shared/kernel/time.ts';
import { schemaVersion } from '#shared/workspace/migrations.ts';
import { references } from '#shared/workspace/references.ts';
import { rowSchemas, type TableName, tableNames } from '#shared/workspace/snapshot.ts';

/** How a value stands in a cell. `hundredths`: a whole number of hundredths that is shown as an amount. `list`: several texts in one cell. */
type LeafKind = 'text' | 'number' | 'hundredths' | 'boolean' | 'date' | 'moment' | 'list';

/** One value of a stored row that has a column of its own; `path` leads to it, as in `performance.revenue.hundredths`. */
export type Leaf = {
  readonly path: string;
  readonly header: string;
  readonly kind: LeafKind;
  readonly nullable: boolean;
  readonly schema: z.ZodType;
  /** The table whose ids it holds, and what is lost without a row there: the row, or the mention alone. */
  readonly to: TableName | null;
  readonly needed: boolean;
};

/** A list of an export of whole tables: a table, or the records within the rows of one, such as the criteria of the categories. */
export type StoredList = { readonly name: string; readonly table: TableName; /** null: the rows themselves. */ readonly field: string | null; readonly schema: z.ZodType; readonly leaves: readonly Leaf[] };

/** Every list that a whole export has, derived from the row schemas: a field that is stored has a column without anybody adding it. */
export const storedLists: readonly StoredList[] = tableNames.flatMap((table) => {
  const fields = Object.entries(objectIn(rowSchemas[table]).shape) as [string, z.ZodType][];
  const inner = fields.flatMap(([field, schema]): StoredList[] => {
    const record = recordsIn(schema);
    return record === null ? [] : [{ name: `${words(table)} ${words(field)}`, table, field, schema: record, leaves: leavesOf(record, '', null) }];
  });
  return [{ name: words(table), table, field: null, schema: rowSchemas[table], leaves: leavesOf(rowSchemas[table], '', table).filter(({ path }) => path !== 'id') }, ...inner];
});

/** The header of the column of ids, which is the mark of a file of ours: it says the list and the version of the rows. */
export function markOf(list: string): string {
  return `id (Summit Planner ${schemaVersion}: ${list})`;
}

/** The list and version that a header says, or null where it is no mark. */
export function markIn(header: string): { readonly list: string; readonly version: number } | null {
  const [, version, list] = /^id \(Summit Planner (\d{1,4}): ([a-z ]+)\)$/.exec(header.trim()) ?? [];
  return list === undefined ? null : { list, version: Number(version) };
}

/** The column that puts the records within one row in order. */
export const placeHeader = 'place';
/** Long texts go on in a list of their own. */
export const longTexts = 'long texts';

/** The values of a row by the path of their column; what is null, and what is empty where empty is the only blank, is left out. */
export function flattened(leaves: readonly Leaf[], row: object): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { path, nullable } of leaves) {
    const value = path.split('.').reduce<unknown>((inner, field) => (inner as Readonly<Record<string, unknown>> | null)?.[field] ?? null, row);
    if (value !== null && !(value === '' && !nullable) && !(Array.isArray(value) && value.length === 0)) values.set(path, value);
  }
  return values;
}

/** The row that those values make; `within` has the records of its fields. What has no value is null, empty, or missing where it can be neither. */
export function assembled(schema: z.ZodType, values: ReadonlyMap<string, unknown>, within: ReadonlyMap<string, readonly unknown[]>, path = ''): unknown {
  const { inner, nullable } = opened(schema);
  if (inner instanceof z.ZodObject) {
    if (nullable && !values.has(decidingLeaf(inner, path))) return null;
    const fields = Object.entries(inner.shape as Record<string, z.ZodType>).map(([field, part]): [string, unknown] => [field, assembled(part, values, within, joined(path, field))]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (recordsIn(schema) !== null) return within.get(path) ?? [];
  if (values.has(path)) return values.get(path);
  if (nullable) return null;
  return inner instanceof z.ZodArray ? [] : isText(inner) ? '' : undefined;
}

function leavesOf(schema: z.ZodType, path: string, table: TableName | null): Leaf[] {
  const { inner, nullable } = opened(schema);
  if (inner instanceof z.ZodObject) return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([field, part]) => leavesOf(part, joined(path, field), table));
  if (recordsIn(schema) !== null) return [];
  const reference = references.find(({ from, field }) => from === table && field === path);
  return [{ path, header: headerOf(path), kind: kindOf(inner, path), nullable, schema, to: reference?.to ?? null, needed: reference?.whenRemoved === 'remove' }];
}

/** Without the shells of read-only and nullable. */
function opened(schema: z.ZodType): { readonly inner: z.ZodType; readonly nullable: boolean } {
  if (schema instanceof z.ZodReadonly) return opened(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNullable) return { inner: opened(schema.unwrap() as z.ZodType).inner, nullable: true };
  return { inner: schema, nullable: false };
}

function objectIn(schema: z.ZodType): z.ZodObject {
  const { inner } = opened(schema);
  if (inner instanceof z.ZodObject) return inner;
  throw new Error('rows are objects');
}

/** The schema of the records in a field that holds several; null for every other field. */
function recordsIn(schema: z.ZodType): z.ZodType | null {
  const { inner } = opened(schema);
  return inner instanceof z.ZodArray && opened(inner.element as z.ZodType).inner instanceof z.ZodObject ? (inner.element as z.ZodType) : null;
}

/** The value without which an optional group is not there: its first one that cannot be blank, such as the day of a signature. */
function decidingLeaf(group: z.ZodObject, path: string): string {
  const leaf = leavesOf(group, path, null).find(({ nullable, kind, schema }) => !nullable && kind !== 'list' && !(kind === 'text' && isText(opened(schema).inner) && schema.safeParse('').success));
  if (!leaf) throw new Error(`nothing tells whether ${path} is there; a group that can be null needs a value that cannot`);
  return leaf.path;
}

function isText(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
}

function kindOf(schema: z.ZodType, path: string): LeafKind {
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (path.endsWith('.hundredths') || path === 'hundredths' || path === 'amountWithoutCurrency') return 'hundredths';
  if (schema instanceof z.ZodNumber || (schema instanceof z.ZodUnion && schema.safeParse(30).success)) return 'number';
  if (schema === (LocalDate as z.ZodType)) return 'date';
  return schema === (LocalDateTime as z.ZodType) ? 'moment' : 'text';
}

function joined(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

/** `performance.winRate` → `performance: win rate`; an amount is called by what it is the amount of. */
function headerOf(path: string): string {
  const [first = '', ...rest] = path.replace(/\.hundredths$/, '').split('.').map(words);
  return rest.length === 0 ? first : rest.at(-1) === 'currency' ? `${[first, ...rest.slice(0, -1)].join(': ')} currency` : `${first}: ${rest.join(' ')}`;
}

function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
