import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { GridRow, OpenedFile, SourceFile } from '../grid.ts';
import { type FileProblem, fileProblem, limits } from '../problem.ts';
import { decodeText } from './decode.ts';
import { likelyDelimiter, namedDelimiter } from './delimiter.ts';
import { type RecordsRead, splitRecords } from './records.ts';

/** A delimited text file as a grid of text cells. Line breaks inside quotes count as physical lines and read as `\n`. */
export function readCsv({ name, bytes }: SourceFile): Result<OpenedFile, FileProblem> {
  if (bytes.length > limits.fileBytes) return err(fileProblem('file-too-big', name, { found: bytes.length, limit: limits.fileBytes }));
  if (foreignMarks.some((mark) => mark.every((byte, index) => bytes[index] === byte))) return err(fileProblem('not-text', name));
  const decoded = decodeText(bytes);
  const text = withLineFeeds(decoded.text);
  const nul = text.indexOf('\0');
  if (nul >= 0) return err(fileProblem('nul-byte', name, placeOf(text, nul)));
  const named = namedDelimiter(text);
  const delimiter = named ?? likelyDelimiter(text);
  const body = named === null ? text : text.slice(text.indexOf('\n') + 1 || text.length);
  const rows = readRecords(name, body, delimiter, named === null ? 1 : 2);
  if (!rows.ok) return rows;
  const { encoding, plainAscii } = decoded;
  return ok({ name, format: 'csv', encoding, plainAscii, delimiter, from1904: false, grids: [{ sheet: null, rows: rows.value }], hiddenSheets: [] });
}

/** Line ends of every system as `\n`. Joined at once: `replaceAll` strings a long file together line by line, which costs half as much again. */
function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const unix = text.split('\r\n').join('\n');
  return unix.includes('\r') ? unix.split('\r').join('\n') : unix;
}

/** How PNG, JPEG, GIF, PDF and gzip files begin: what is most often renamed or mixed into a folder of exports. */
const foreignMarks = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x25, 0x50, 0x44, 0x46, 0x2d], [0x1f, 0x8b]] as const;

function readRecords(name: string, text: string, delimiter: string, firstLine: number): Result<GridRow[], FileProblem> {
  const read = splitRecords(text, delimiter, firstLine, limits.rows + 1);
  const refused = firstRefused(name, read) ?? (read.openQuote === null ? null : fileProblem('unbalanced-quote', name, read.openQuote));
  return refused === null ? ok(read.records) : err(refused);
}

/** What the first record beyond a limit is refused for. */
function firstRefused(file: string, { records, longestCell }: RecordsRead): FileProblem | null {
  const mayBeTooLong = longestCell > limits.cellCharacters;
  for (let before = 0; before < records.length; before++) {
    const { line = 0, cells = [] } = records[before] ?? {};
    if (before >= limits.rows) return fileProblem('too-many-rows', file, { line, limit: limits.rows });
    if (cells.length > limits.columns) return fileProblem('too-many-columns', file, { line, found: cells.length, limit: limits.columns });
    const refused = mayBeTooLong ? refusedCell(file, cells, line) : null;
    if (refused !== null) return refused;
  }
  return null;
}

function refusedCell(file: string, cells: readonly string[], line: number): FileProblem | null {
  let column = 0;
  for (const { length } of cells) {
    column++;
    if (length > limits.cellCharacters) return fileProblem('cell-too-long', file, { line, column, found: length, limit: limits.cellCharacters });
  }
  return null;
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function placeOf(text: string, index: number): { line: number; column: number } {
  return { line: breaksIn(text, 0, index) + 1, column: index - text.lastIndexOf('\n', index) };
}
