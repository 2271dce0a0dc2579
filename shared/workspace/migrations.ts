import type { Row } from '../kernel/table.ts';

/** Rows of every table as some version of the product wrote them. */
export type StoredTables = Readonly<Record<string, readonly Row[]>>;

/** Brings the tables of one version to the next. Appended, never edited: a copy from any version opens for ever. */
export type Migration = { readonly to: number; readonly sentence: string; readonly migrate: (tables: StoredTables) => StoredTables };

const migrations: readonly Migration[] = [
  { to: 3, sentence: 'Plans that were taken are kept as runs.', migrate: (tables) => ({ ...tables, runs: tables['runs'] ?? [] }) },
];

/** The version of rows that this product writes. */
export const schemaVersion = 3;

/** Tables of an older version as this version knows them. `steps` is there for tests; the product's own are the default. */
export function migrated(tables: StoredTables, from: number, steps: readonly Migration[] = migrations): StoredTables {
  return steps.filter(({ to }) => to > from).reduce((older, { migrate }) => migrate(older), tables);
}
