/** All rows of one kind by id. Never changed in place: a change makes a new table. */
export type Table<Id extends string, R> = ReadonlyMap<Id, R>;

/** What every stored row has. A field that is not known is null, never left out. */
export type Row = { readonly id: string };

/** Tables by name, as far as generic code needs to know them. */
export type Tables = { readonly [name: string]: ReadonlyMap<string, Row> };
