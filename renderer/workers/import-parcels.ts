import type { FolderReading } from '#shared/exchange/intake/reading.ts';

// Unpacking twenty thousand records or edits out of one message holds the window's thread for 100 ms and more. So what grows with the
// files travels in parcels, each a task of its own between which the window draws.

const rowsAtOnce = 500;

/** Hands a long list over, a parcel at a time. */
export async function inParcels<Row>(rows: readonly Row[], hand: (rows: readonly Row[]) => unknown): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await hand(rows.slice(from, from + rowsAtOnce));
}

const longLists = ['records', 'issues', 'failed'] as const;
type LongList = (typeof longLists)[number];

/** Takes rows of one of a file's lists; files count from 0. */
export type TakeRows = (file: number, list: LongList, rows: readonly unknown[]) => unknown;

/** Hands the long lists of a reading over. What is returned is the rest of it. */
export async function sendReading(reading: FolderReading, take: TakeRows): Promise<FolderReading> {
  for (const [index, file] of reading.files.entries()) for (const list of longLists) await inParcels<unknown>(file[list], (rows) => take(index, list, rows));
  return { ...reading, files: reading.files.map((file) => ({ ...file, records: [], issues: [], failed: [] })) };
}

/** The other end of `sendReading`: takes the rows, and puts them and the rest together. */
export function readingReceiver(): { readonly take: TakeRows; readonly whole: (rest: FolderReading) => FolderReading } {
  const files: Record<LongList, unknown[]>[] = [];
  return {
    take: (file, list, rows) => { (files[file] ??= { records: [], issues: [], failed: [] })[list].push(...rows); },
    whole: (rest) => ({ ...rest, files: rest.files.map((file, index) => ({ ...file, ...files[index] }) as typeof file) }),
  };
}
