import { type Cell, cellText, type Grid, type OpenedFile } from '../grid.ts';
import { type PacketMark, packetMarkIn, sentHeader } from './packet.ts';
import { packetForms } from './forms.ts';

type PacketLineRead = {
  readonly line: number;
  /** Empty for a line that the reader added. */
  readonly key: string;
  /** What stands in the fields that may be written in, and what stood there when the sheet went out. A column that is gone is left out. */
  readonly values: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
};
export type PacketReading = { readonly file: string; readonly mark: PacketMark; readonly lines: readonly PacketLineRead[] };

/** The sheets among some files that went out to be filled in, each known by its mark; the other files are given back. */
export function readPackets(files: readonly OpenedFile[]): { readonly packets: PacketReading[]; readonly others: OpenedFile[] } {
  const packets: PacketReading[] = [];
  const others: OpenedFile[] = [];
  for (const file of files) {
    const found = file.grids.flatMap((grid) => packetIn(file.name, grid) ?? []);
    packets.push(...found);
    if (found.length === 0) others.push(file);
  }
  return { packets, others };
}

function packetIn(file: string, { rows: [head, ...rows] }: Grid): PacketReading | null {
  const headers = (head?.cells ?? []).slice(0, 100).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
  const marked = headers.findIndex((header) => packetMarkIn(header) !== null);
  const mark = packetMarkIn(headers[marked] ?? '');
  if (mark === null) return null;
  const columns = packetForms[mark.kind].fields.filter(({ locked }) => !locked).map((field) => ({ ...field, at: headers.indexOf(field.header), was: headers.indexOf(sentHeader(field)) })).filter(({ at }) => at >= 0);
  const lines = rows.map(({ line, cells }): PacketLineRead => {
    const text = (at: number, kind: 'text' | 'number' | 'date') => (at < 0 ? '' : said(cells[at], kind));
    return { line, key: text(marked, 'text'), values: Object.fromEntries(columns.map(({ id, at, kind }) => [id, text(at, kind)])), sent: Object.fromEntries(columns.map(({ id, was, kind }) => [id, text(was, kind)])) };
  });
  return { file, mark, lines: lines.filter(({ key, values }) => key !== '' || Object.values(values).some((value) => value !== '')) };
}

/** A value as fields compare it, whatever type the reader's program gave the cell. */
function said(cell: Cell | undefined, kind: 'text' | 'number' | 'date'): string {
  const text = cellText(cell).replace(/\r\n?/g, '\n').trim();
  if (typeof cell === 'object' && cell !== null) return 'moment' in cell ? text.replace(/T00:00$/, '') : String(cell.amount);
  return kind === 'number' && /^-?\d+([.,]\d+)?$/.test(text) ? String(Number(text.replace(',', '.'))) : text;
}
