import Dexie, { type Table as DexieTable } from 'dexie';
import type { DeviceId, LineId, SummitId } from '#shared/kernel/ids.ts';
import type { Order } from '#shared/kernel/order.ts';
import type { Row } from '#shared/kernel/table.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { JournalLine } from '#shared/workspace/journal-line.ts';
import { type TableName, tableNames } from '#shared/workspace/snapshot.ts';

/** A row as it is stored: with the summit it belongs to and the version of its schema. */
export type StoredRow = { readonly summit: SummitId; readonly id: string; readonly schema: number; readonly row: Row };

/** The head of a journal line: what history needs without reading the edits. */
export type LineHead = {
  readonly summit: SummitId;
  readonly order: Order;
  readonly id: LineId;
  readonly label: string;
  readonly actor: string;
  readonly at: Instant;
  readonly undoes?: LineId;
  readonly redoes?: LineId;
};

/** The whole line as written, apart from its head because an import's can be megabytes. */
export type LineBody = { readonly summit: SummitId; readonly id: LineId; readonly text: string };

/** One entry a summit, so that an emptied table is noticed and the list of summits needs no rows. */
export type SummitEntry = {
  readonly summit: SummitId;
  readonly name: string;
  readonly lines: number;
  /** How many rows each table holds, so that one that lost some is noticed. Absent where none was written since it is counted. */
  readonly rows?: Readonly<Partial<Record<TableName, number>>>;
  readonly head: LineId;
  readonly order: Order;
  readonly savedAt: Instant;
  readonly openedAt: Instant;
};

/** Tables that came after the first version of the store, with the version of the store that brought them. */
const addedLater: Readonly<Partial<Record<TableName, number>>> = { runs: 3, sentCalendars: 4, lookAlikes: 5 };

/**
 * The store in the window. Every transaction asks for strict durability: Chromium reports a commit only after the operating system
 * has flushed it, which is the first half of what *Saved* means.
 */
export class Database extends Dexie {
  declare lines: DexieTable<LineHead, [SummitId, Order]>;
  declare bodies: DexieTable<LineBody, [SummitId, LineId]>;
  declare entries: DexieTable<SummitEntry, SummitId>;
  declare device: DexieTable<{ readonly key: 'device'; readonly id: DeviceId }, string>;

  constructor(name = 'summit-planner') {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    const rowsOf = (tables: readonly TableName[]) => Object.fromEntries(tables.map((table) => [`rows_${table}`, '[summit+id]']));
    this.version(1).stores({
      ...rowsOf(tableNames.filter((table) => !(table in addedLater))),
      lines: '[summit+order], [summit+id]',
      bodies: '[summit+id]',
      entries: 'summit',
      device: 'key',
    });
    for (const version of new Set(Object.values(addedLater))) this.version(version).stores(rowsOf(tableNames.filter((table) => addedLater[table] === version)));
  }

  rows(table: TableName): DexieTable<StoredRow, [SummitId, string]> {
    return this.table(`rows_${table}`);
  }
}

/** Everything of one summit in a table whose key begins with it. */
export function ofSummit<T>(table: DexieTable<T, [SummitId, string]>, summit: SummitId) {
  return table.where(':id').between([summit, Dexie.minKey], [summit, Dexie.maxKey]);
}

export function headOf(summit: SummitId, { order, id, label, actor, at, undoes, redoes }: JournalLine): LineHead {
  return { summit, order, id, label, actor, at, ...(undoes && { undoes }), ...(redoes && { redoes }) };
}
