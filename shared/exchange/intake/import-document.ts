import type { ReasonCode, Disposition, FileReading, FolderReading, Values } from './reading.ts';

/** The JSON document of `summit import --json`, one entry a file or, in a workbook of several lists, a sheet. */
export type ImportDocument = {
  readonly files: readonly {
    readonly name: string;
    /** Only where one workbook holds several lists. */
    readonly sheet?: string;
    readonly kind: string;
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly headerLine: number;
    readonly counts: Readonly<Record<Disposition, number>>;
    readonly issues: readonly { readonly line: number; readonly disposition: Disposition; readonly code: ReasonCode; readonly field: string | null; readonly value: string | null }[];
    readonly duplicateGroups: FileReading['duplicateGroups'];
    readonly records?: readonly { readonly line: number; readonly values: Values }[];
  }[];
  readonly totals: { readonly rows: number; readonly accept: number; readonly flag: number; readonly duplicate: number; readonly reject: number };
};

/** A reading as plain data, with every accepted and flagged record where asked. */
export function importDocument({ files }: FolderReading, withRecords: boolean): ImportDocument {
  const sum = (name: Disposition) => files.reduce((total, { counts }) => total + counts[name], 0);
  const [accept, flag, duplicate, reject] = [sum('accept'), sum('flag'), sum('duplicate'), sum('reject')];
  return {
    files: files.map((file) => ({
      name: file.name,
      ...(file.sheet !== null && files.filter(({ name }) => name === file.name).length > 1 ? { sheet: file.sheet } : {}),
      kind: file.kind, encoding: file.encoding, delimiter: file.delimiter, headerLine: file.headerLine, counts: file.counts,
      issues: file.issues.map(({ line, disposition, code, field, value }) => ({ line, disposition, code, field, value })),
      duplicateGroups: file.duplicateGroups,
      ...(withRecords ? { records: file.records.filter(({ disposition }) => disposition === 'accept' || disposition === 'flag').map(({ line, values }) => ({ line, values })) } : {}),
    })),
    totals: { rows: accept + flag + duplicate + reject, accept, flag, duplicate, reject },
  };
}
