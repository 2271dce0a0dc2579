import { folded } from '#shared/kernel/text.ts';
import type { FileReading } from './reading.ts';

/** Columns that hold something no field takes: of lists whose columns are of a report's own making, figures and what people were asked, all of them; of others those that are called as one that is read. */
export function unreadColumns({ kind, columns, cellSamples, fromTable }: FileReading): string[] {
  if (fromTable) return [];
  const read = new Set(columns.filter(({ field }) => field !== null).map(({ header }) => folded(header)));
  return [...new Set(columns.filter(({ header, field, index }) => field === null && header !== '' && (cellSamples[index]?.length ?? 0) > 0 && (ownMaking.has(kind) || read.has(folded(header)))).map(({ header }) => header))];
}

const ownMaking: ReadonlySet<string> = new Set(['metrics', 'registrations']);
