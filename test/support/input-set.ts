import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two input sets with their truth files lie outside the project; `SUMMIT_DATA` says where. */
const root = process.env['SUMMIT_DATA'] ?? new URL('../../../shared/data', import.meta.url).pathname;

export const inputSets = ['spring-emea', 'autumn-americas'].filter((set) => existsSync(join(root, 'inputs', `${set}.truth.json`)));
if (inputSets.length === 0) console.warn(`Input sets absent under ${root}: their tests pass without looking. Set SUMMIT_DATA.`);

export type TruthRow = { readonly line: number; readonly disposition: string; readonly values: Record<string, unknown>; readonly links?: Record<string, string | null> };
type TruthFile = {
  readonly path: string;
  readonly delimiter: string;
  readonly encoding: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly accept_lines: readonly number[];
  readonly expected: readonly TruthRow[];
  readonly columns: readonly { readonly index: number; readonly header: string; readonly field: string | null }[];
};
export type Truth = { readonly summit_days: readonly string[]; readonly aggregates: Record<string, never>; readonly files: Record<string, TruthFile> };

export function folderOf(set: string): string {
  return join(root, 'inputs', set);
}

export function truthOf(set: string): Truth {
  return JSON.parse(readFileSync(join(root, 'inputs', `${set}.truth.json`), 'utf8')) as Truth;
}

/** Rows of one file that a good importer keeps: the truth's values where it has them, else the cells as they stand in the CSV file. */
export function keptRows(set: string, truth: Truth, name: string): TruthRow[] {
  const file = truth.files[name];
  if (!file) throw new Error(`the truth has no file ${name}`);
  const known = new Map(file.expected.map((row) => [row.line, row]));
  const missing = new Set(file.accept_lines.filter((line) => !known.has(line)));
  const kept = file.expected.filter(({ disposition }) => disposition === 'accept' || disposition === 'flag');
  if (missing.size === 0) return kept;
  const text = new TextDecoder(file.encoding === 'cp1252' ? 'windows-1252' : 'utf-8').decode(readFileSync(join(folderOf(set), file.path)));
  const raw = records(text, file.delimiter).filter(({ line }) => missing.has(line));
  const fields = file.columns.map(({ field }, index) => [field, index] as const).filter(([field]) => field !== null);
  return [
    ...kept,
    ...raw.map(({ line, cells }) => ({ line, disposition: 'accept', values: Object.fromEntries(fields.map(([field, index]) => [field, cells[index] || null])) })),
  ].sort((a, b) => a.line - b.line);
}

function records(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const found: { line: number; cells: string[] }[] = [];
  let [line, startLine, cell, quoted] = [1, 1, '', false];
  let cells: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '\n') line++;
    if (sign === '"') {
      if (quoted && text[index + 1] === '"') {
        cell += '"';
        index++;
      } else quoted = !quoted;
    } else if (!quoted && sign === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (!quoted && sign === '\n') {
      cells.push(cell.replace(/\r$/, ''));
      found.push({ line: startLine, cells });
      [cells, cell, startLine] = [[], '', line];
    } else cell += sign;
  }
  return found;
}
