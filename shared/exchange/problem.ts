/** Why a file could not be read, with its place. `line` is the physical line or sheet row, `column` counts from 1. */
export type FileProblem = {
  readonly code: keyof typeof texts;
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly found: number | null;
  readonly limit: number | null;
};

export function fileProblem(code: FileProblem['code'], file: string, facts: Partial<Omit<FileProblem, 'code' | 'file'>> = {}): FileProblem {
  return { code, file, sheet: null, line: null, column: null, found: null, limit: null, ...facts };
}

/** One line for people: the file, the place, what is wrong and what to do. */
export function fileProblemText(problem: FileProblem): string {
  const place = [
    problem.sheet === null ? null : `sheet ${problem.sheet}`,
    problem.line === null ? null : `line ${problem.line}`,
    problem.column === null ? null : `column ${problem.column}`,
  ].filter((part) => part !== null);
  const size = problem.found !== null && problem.limit !== null ? ` (${problem.found}, the limit is ${problem.limit})` : '';
  return `${[problem.file, ...place].join(', ')}: ${texts[problem.code]}${size}.`;
}

const texts = {
  'file-too-big': 'the file is larger than an export of a summit can be; split it or export fewer columns',
  'unpacks-too-big': 'the workbook unpacks to more than its size allows; save it again from the spreadsheet program',
  'not-a-workbook': 'this is not a readable XLSX workbook; open it in the spreadsheet program and save it as XLSX or CSV',
  'old-workbook': 'workbooks of the old XLS kind or with a password are not read; save it as XLSX without a password',
  'declares-entities': 'the workbook contains a document type declaration, which no spreadsheet program writes; do not trust it',
  'not-text': 'the file is neither text nor a workbook',
  'nul-byte': 'a NUL character stands in the text; export the file again',
  'unbalanced-quote': 'a quotation mark opens here and is never closed; close or double it',
  'cell-too-long': 'a cell holds more characters than any field may',
  'too-many-rows': 'the file has more rows than a summit can have',
  'too-many-columns': 'a row has more columns than any export',
  'not-recognised': 'no line looks like the header of a list this planner knows; check that the column headers are in the file',
} as const;

/** Measured against the largest real exports: 5,000 partners are 3 MB. A hostile file must fail before memory does. */
export const limits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  rows: 200_000,
  columns: 400,
  cellCharacters: 200_000,
} as const;
