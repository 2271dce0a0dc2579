import { type CellStyle, type DataValidation, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Instant } from '#shared/kernel/time.ts';
import { type Packet, packetMark, type PacketField, sentHeader } from '../packets/packet.ts';
import { columnLetters } from './column-letters.ts';
import { asText } from './write.ts';

/**
 * A sheet to be filled in: what identifies its lines is locked and hidden, what is only shown is locked and grey, what may be written is
 * white and takes only what can be read back. Beside each such column a hidden one keeps what stood there, for comparing later.
 */
export async function packetBytes(packet: Packet, summit: string, sentAt: Instant): Promise<Uint8Array> {
  const { fields, lines, spare, title, intro, kind, reader } = packet;
  const open = fields.filter(({ locked }) => !locked);
  const last = lines.length + spare;
  const choices = open.filter(({ choices: words }) => words !== undefined && words.length > 0);
  const sheet: WriteSheet = {
    name: 'To fill in',
    columns: [{ width: 10, hidden: true, style: shown }, ...fields.map((field) => ({ width: field.width, style: { ...(field.locked ? shown : writable), ...(field.kind === 'date' ? { numFmt: 'yyyy-mm-dd' } : {}) } })), ...open.map(() => ({ width: 10, hidden: true, style: shown }))],
    rows: [
      [asText(packetMark({ kind, reader, sentAt, summit, lines: lines.length })), ...fields.map(({ header }) => header), ...open.map(sentHeader)],
      ...lines.map(({ key, values }) => [asText(key), ...fields.map((field) => typed(field, values[field.id] ?? '')), ...open.map((field) => (values[field.id] ?? '') === '' ? null : asText(values[field.id] ?? ''))]),
      ...Array.from({ length: spare }, () => Array.from({ length: fields.length + open.length + 1 }, () => null)),
    ],
    cells: new Map(fields.map((field, index) => [`0,${index + 1}`, { value: field.header, style: field.locked ? head : writableHead }])),
    dataValidations: [
      ...choices.map((field, index): DataValidation => ({ type: 'list', formula1: `Choices!$${columnLetters(index)}$1:$${columnLetters(index)}$${field.choices?.length ?? 1}`, range: columnRange(fields.indexOf(field), last), allowBlank: true, showErrorMessage: true, errorTitle: field.header, errorMessage: 'Choose one of the words in the list.' })),
      ...open.filter(({ range }) => range !== undefined).map((field): DataValidation => ({ type: 'decimal', operator: 'between', formula1: String(field.range?.[0]), formula2: String(field.range?.[1]), range: columnRange(fields.indexOf(field), last), allowBlank: true, showErrorMessage: true, errorTitle: field.header, errorMessage: `A number from ${field.range?.[0]} to ${field.range?.[1]}.` })),
      ...open.filter(({ kind: type }) => type === 'date').map((field): DataValidation => ({ type: 'date', operator: 'greaterThan', formula1: '36526', range: columnRange(fields.indexOf(field), last), allowBlank: true, showErrorMessage: true, errorTitle: field.header, errorMessage: 'A day, such as 2027-06-30.' })),
    ],
    freezePane: { rows: 1 },
    protection: { sheet: true },
  };
  const moment = new Date(sentAt);
  const words: WriteSheet = { name: 'Choices', hidden: true, rows: Array.from({ length: Math.max(0, ...choices.map(({ choices: all }) => all?.length ?? 0)) }, (_, row) => choices.map(({ choices: all }) => { const word = all?.[row]; return word === undefined ? null : asText(word); })), protection: { sheet: true } };
  const notes: WriteSheet = { name: 'Read me', columns: [{ width: 100 }], rows: [[title], [`As of ${sentAt}`], ...intro.map((line) => [line])] };
  return writeXlsx({ sheets: [sheet, notes, ...(choices.length === 0 ? [] : [words])], properties: { title, created: moment, modified: moment } });
}

const wrapped = { alignment: { wrapText: true, vertical: 'top' } } as const satisfies CellStyle;
const shown: CellStyle = { ...wrapped, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF1F1F1' } }, protection: { locked: true } };
const writable: CellStyle = { ...wrapped, protection: { locked: false } };
const head: CellStyle = { font: { bold: true }, protection: { locked: true } };
const writableHead: CellStyle = { ...head, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFD7E6F5' } } };

function typed({ kind }: PacketField, text: string): string | number | Date | null {
  if (text === '') return null;
  if (kind === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text);
  return kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : asText(text);
}

/** The cells of a field, behind the hidden column of ids. */
function columnRange(field: number, lines: number): string {
  return `${columnLetters(field + 1)}2:${columnLetters(field + 1)}${lines + 1}`;
}
