/** Why a file could not be read, with its place. `line` is the physical line or sheet row, `column` counts from 1. */
export type FileProblem = {
  readonly code: keyof typeof texts;
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly found: number | null;
  readonly limit: number | null;
  /** What stands at the place, in words that complete the sentence; null where the code says it all. */
  readonly detail: string | null;
};

export function fileProblem(code: FileProblem['code'], file: string, facts: Partial<Omit<FileProblem, 'code' | 'file'>> = {}): FileProblem {
  return { code, file, sheet: null, line: null, column: null, found: null, limit: null, detail: null, ...facts };
}

/** One line for people: the file, the place, what is wrong and what to do. */
export function fileProblemText(problem: FileProblem): string {
  const place = [
    problem.sheet === null ? null : `sheet ${problem.sheet}`,
    problem.line === null ? null : `line ${problem.line}`,
    problem.column === null ? null : `column ${problem.column}`,
  ].filter((part) => part !== null);
  const { what, cure } = texts[problem.code];
  return `${[problem.file, ...place].join(', ')}: ${what}${sizeText(problem)}${problem.detail === null ? '' : ` ${problem.detail}`}. ${cure}.`;
}

function sizeText({ code, found, limit }: FileProblem): string {
  if (found === null || limit === null) return '';
  const isBytes = code === 'file-too-big' || code === 'unpacks-too-big';
  const said = (amount: number) => (isBytes ? `${Math.ceil(amount / 1_048_576)} MB` : grouped(amount));
  return ` (${said(found)}, the limit is ${said(limit)})`;
}

function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}

const texts = {
  'file-too-big': { what: 'the file is larger than an export of a summit can be', cure: 'Split it or export fewer columns' },
  'unpacks-too-big': { what: 'the workbook unpacks to more than its size allows', cure: 'If you trust it, save it again from the spreadsheet program' },
  'not-a-workbook': { what: 'this is not a readable XLSX workbook', cure: 'Open it in the spreadsheet program and save it as XLSX or CSV' },
  'workbook-cut': { what: 'the end of the workbook is missing, as when a download or a copy broke off', cure: 'Download or copy it again' },
  'text-not-workbook': { what: 'the name says XLSX but the content is text', cure: 'Rename it to end in .csv, or save it as XLSX from the spreadsheet program' },
  'old-workbook': { what: 'workbooks of the old XLS kind or with a password are not read', cure: 'Save it as XLSX without a password' },
  'declares-entities': { what: 'the workbook contains a document type declaration, which no spreadsheet program writes', cure: 'Do not trust it; ask its sender for a new export' },
  'not-text': { what: 'this is neither text nor a workbook', cure: 'Choose the CSV or XLSX export itself, not a picture or print of it' },
  'empty-file': { what: 'the file is empty', cure: 'Export it again' },
  'nul-byte': { what: 'a NUL character stands in the text', cure: 'Export the file again' },
  'unbalanced-quote': { what: 'a quotation mark opens here and is never closed', cure: 'Close or double it' },
  'cell-too-long': { what: 'a cell holds more characters than any field may', cure: 'Shorten it; a quotation mark that is not closed may have swallowed the cells after it' },
  'too-many-rows': { what: 'the file has more rows than a summit can have', cure: 'Split it, or export the rows of this summit only' },
  'too-many-columns': { what: 'a row has more columns than any export', cure: 'Delete the columns that are not needed' },
  'not-recognised': { what: 'no column is called as in a list this planner knows', cure: 'Check that this is an export of partners, people, rooms, sessions, NDAs, requests, awards, commitments, figures by period or registrations, and that the line with its column headers is in the file' },
  'packet-from-other-version': { what: 'this is a sheet to fill in of another, likely newer, version of Summit Planner', cure: 'Update this one, or send the sheet out again from here' },
  'packet-without-mark': { what: 'this is a sheet that went out to be filled in, but the hidden first column that says whose it is has been removed', cure: 'Ask for the file as it was, or send the sheet out again and copy the answers into it' },
  'year-missing': { what: 'the columns are months or quarters, and nothing says of which year', cure: 'Say it in a line above them or in the name of the sheet or file, such as Revenue 2026, then import it again' },
  'figure-unsaid': { what: 'the columns say what was reached, and nothing says of which figure in which months, quarter or year', cure: 'Say both in a line above them or in the name of the sheet or file, such as Revenue 2026, then import it again' },
  'columns-missing': { what: 'the columns come nearest to', cure: 'Add or rename the column, then import the file again' },
} as const;

/** Measured against the largest real exports: 5,000 partners are 3 MB. A hostile file must fail before memory does. */
export const limits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  rows: 200_000,
  columns: 400,
  cellCharacters: 200_000,
} as const;
