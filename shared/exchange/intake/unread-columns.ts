import type { FileReading } from './reading.ts';

/** Columns that hold something no field takes, of the lists whose columns are of a report's own making: figures and what people were asked. */
export function unreadColumns({ kind, columns, cellSamples, fromTable }: FileReading): string[] {
  if (!ownMaking.has(kind) || fromTable) return [];
  return [...new Set(columns.filter(({ header, field, index }) => field === null && header !== '' && (cellSamples[index]?.length ?? 0) > 0).map(({ header }) => header))];
}

const ownMaking: ReadonlySet<string> = new Set(['metrics', 'registrations']);
