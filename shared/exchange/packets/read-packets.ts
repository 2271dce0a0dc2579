import { type Cell, cellText, type Grid, type GridRow, type OpenedFile } from '../grid.ts';
import { type FileProblem, fileProblem } from '../problem.ts';
import { type PacketMark, packetMarkIn, sentHeader, unknownPacket } from './packet.ts';
import { packetForms } from './forms.ts';

type PacketLineRead = {
  readonly line: number;
  /** Empty for a line that the reader added. */
  readonly key: string;
  /** What stands in the fields that may be written in, and what stood there when the sheet went out. A column that is gone is left out. */
  readonly values: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
};
export type PacketReading = {
  readonly file: string;
  readonly mark: PacketMark;
  readonly lines: readonly PacketLineRead[];
  /** Headers of columns to write in that the sheet no longer has. */
  readonly lost: readonly string[];
};

type Read = { readonly packets: PacketReading[]; readonly others: OpenedFile[]; /** Files that went out to be filled in and cannot be told whose they are. */ readonly unread: FileProblem[] };

/** The sheets among some files that went out to be filled in, each known by its mark wherever it stands; the other files are given back. */
export function readPackets(files: readonly OpenedFile[]): Read {
  const [packets, others, unread]: [PacketReading[], OpenedFile[], FileProblem[]] = [[], [], []];
  for (const file of files) {
    const found = file.grids.flatMap((grid) => packetIn(file.name, grid) ?? []);
    packets.push(...found);
    if (found.length > 0) continue;
    const problem = file.grids.flatMap((grid) => problemOf(file.name, grid) ?? [])[0];
    if (problem === undefined) others.push(file);
    else unread.push(problem);
  }
  return { packets, others, unread };
}

/** Readers write a line or two above the headers. */
const deepestMark = 10;

function packetIn(file: string, { rows }: Grid): PacketReading | null {
  const head = rows.slice(0, deepestMark).findIndex((row) => headersOf(row).some((header) => packetMarkIn(header) !== null));
  const headers = headersOf(rows[head]);
  const marked = headers.findIndex((header) => packetMarkIn(header) !== null);
  const mark = packetMarkIn(headers[marked] ?? '');
  if (mark === null) return null;
  const open = packetForms[mark.kind].fields.filter(({ locked }) => !locked).map((field) => ({ ...field, at: headers.indexOf(field.header), was: headers.indexOf(sentHeader(field)) }));
  const columns = open.filter(({ at }) => at >= 0);
  const lines = rows.slice(head + 1).map(({ line, cells }): PacketLineRead => {
    const text = (at: number, kind: 'text' | 'number' | 'date') => (at < 0 ? '' : said(cells[at], kind));
    return { line, key: text(marked, 'text'), values: Object.fromEntries(columns.map(({ id, at, kind }) => [id, text(at, kind)])), sent: Object.fromEntries(columns.map(({ id, was, kind }) => [id, text(was, kind)])) };
  });
  return { file, mark, lines: lines.filter(({ key, values }) => key !== '' || Object.values(values).some((value) => value !== '')), lost: open.filter(({ at }) => at < 0).map(({ header }) => header) };
}

function problemOf(file: string, { sheet, rows }: Grid): FileProblem | null {
  for (const row of rows.slice(0, deepestMark)) {
    const code = unknownPacket(headersOf(row));
    if (code !== null) return fileProblem(code, file, { sheet, line: row.line });
  }
  return null;
}

function headersOf(row: GridRow | undefined): string[] {
  return (row?.cells ?? []).slice(0, 100).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
}

/** A value as fields compare it, whatever type the reader's program gave the cell. */
function said(cell: Cell | undefined, kind: 'text' | 'number' | 'date'): string {
  const text = cellText(cell).replace(/\r\n?/g, '\n').trim();
  if (typeof cell === 'object' && cell !== null) return 'moment' in cell ? text.replace(/T00:00$/, '') : String(cell.amount);
  return kind === 'number' && /^-?\d+([.,]\d+)?$/.test(text) ? String(Number(text.replace(',', '.'))) : text;
}
