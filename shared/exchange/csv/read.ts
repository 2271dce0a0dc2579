import Papa from 'papaparse';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { GridRow, OpenedFile, SourceFile } from '../grid.ts';
import { type FileProblem, fileProblem, limits } from '../problem.ts';
import { decodeText } from './decode.ts';
import { likelyDelimiter, namedDelimiter } from './delimiter.ts';

/** A delimited text file as a grid of text cells. Line breaks inside quotes count as physical lines and read as `\n`. */
export function readCsv({ name, bytes }: SourceFile): Result<OpenedFile, FileProblem> {
  if (bytes.length > limits.fileBytes) return err(fileProblem('file-too-big', name, { found: bytes.length, limit: limits.fileBytes }));
  if (foreignMarks.some((mark) => mark.every((byte, index) => bytes[index] === byte))) return err(fileProblem('not-text', name));
  const decoded = decodeText(bytes);
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) return err(fileProblem('nul-byte', name, placeOf(text, nul)));
  const named = namedDelimiter(text);
  const delimiter = named ?? likelyDelimiter(text);
  const body = named === null ? text : text.slice(text.indexOf('\n') + 1 || text.length);
  const rows = readRecords(name, body, delimiter, named === null ? 1 : 2);
  if (!rows.ok) return rows;
  const { encoding, plainAscii } = decoded;
  return ok({ name, format: 'csv', encoding, plainAscii, delimiter, grids: [{ sheet: null, rows: rows.value }], hiddenSheets: [] });
}

/** How PNG, JPEG, GIF, PDF and gzip files begin: what is most often renamed or mixed into a folder of exports. */
const foreignMarks = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x25, 0x50, 0x44, 0x46, 0x2d], [0x1f, 0x8b]] as const;

function readRecords(name: string, text: string, delimiter: string, firstLine: number): Result<GridRow[], FileProblem> {
  const rows: GridRow[] = [];
  let problem: FileProblem | null = null;
  let line = firstLine;
  let start = 0;
  // papaparse gives the end of each record; counting the breaks in between gives physical lines.
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta }, parser) {
      problem =
        errors.some(({ code }) => code === 'MissingQuotes')
          ? fileProblem('unbalanced-quote', name, openQuote(text.slice(start), delimiter, line))
          : refusedRecord(name, data, line, rows.length);
      if (problem !== null) return parser.abort();
      rows.push({ line, cells: data });
      line += breaksIn(text, start, meta.cursor);
      start = meta.cursor;
    },
  });
  if (problem !== null) return err(problem);
  const last = rows.at(-1);
  if (last !== undefined && last.cells.length === 1 && last.cells[0] === '' && (text.endsWith('\n') || text === '')) rows.pop();
  return ok(rows);
}

function refusedRecord(file: string, cells: readonly string[], line: number, before: number): FileProblem | null {
  if (before >= limits.rows) return fileProblem('too-many-rows', file, { line, limit: limits.rows });
  if (cells.length > limits.columns) return fileProblem('too-many-columns', file, { line, found: cells.length, limit: limits.columns });
  const long = cells.findIndex((cell) => cell.length > limits.cellCharacters);
  if (long < 0) return null;
  return fileProblem('cell-too-long', file, { line, column: long + 1, found: cells[long]?.length ?? null, limit: limits.cellCharacters });
}

/** Where a quote opens that nothing closes: the last cell start with a quote before the text runs out. */
function openQuote(rest: string, delimiter: string, line: number): { line: number; column: number } {
  let column = 1;
  let at = 0;
  while (at < rest.length) {
    if (rest[at] === '"') {
      const end = closingQuote(rest, at + 1);
      if (end < 0) break;
      at = end + 1;
    }
    while (at < rest.length && rest[at] !== delimiter && rest[at] !== '\n') at++;
    if (rest[at] !== delimiter) break;
    column++;
    at++;
  }
  return { line: line + breaksIn(rest, 0, Math.min(at, rest.length)), column };
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function placeOf(text: string, index: number): { line: number; column: number } {
  return { line: breaksIn(text, 0, index) + 1, column: index - text.lastIndexOf('\n', index) };
}
