import { cellText, type Grid, type GridRow, isBlankCell } from '../grid.ts';
import { headerKeys, type HeaderLine, headerLines, isUnitsLine } from './header-line.ts';
import { fieldsCalled, fieldsNearly, isHeader, kindsCalling } from './header-match.ts';
import { fieldsOf, type Kind, listedKinds } from './kinds.ts';
import { isMissing, plainText } from './text-values.ts';
import { keyFieldsIn, mayBe } from './told-apart.ts';
import { inVocabulary } from './vocabularies.ts';

export type Column = { readonly index: number; readonly header: string; readonly field: string | null };
export type Recognised = {
  readonly kind: Kind;
  /** 1-based line of the header. */
  readonly headerLine: number;
  readonly columns: readonly Column[];
  /** The records below the header, as they stand. */
  readonly rows: readonly GridRow[];
  /** What a title above the header says of every amount, as a header would: `Revenue (kEUR)`. */
  readonly unit?: string;
  /** The year of the periods of rows that name none, as a title says it: `2026`, `FY2026`. */
  readonly year?: string;
  /** 0 to 1: how much of the header is understood. Below 0.8 a planner should look at the mapping. */
  readonly confidence: number;
};

/** The kind of list a grid is, where its header stands under title lines, and which column is which field; null when no line is a known header. */
export function recognise({ rows }: Grid): Recognised | null {
  const known = new Map<string, readonly string[]>();
  const keysOf = (text: string): readonly string[] => { const keys = known.get(text) ?? headerKeys(text); known.set(text, keys); return keys; };
  // A report that repeats its header has records above every further one.
  const met = new Set<string>();
  const lines = rows.slice(0, deepestHeader).flatMap((_, position) => headerLines(rows, position, keysOf).filter(({ names, headers }) => { const key = headers.join('\n'); return named(names) >= 2 && !met.has(key) && met.add(key).size > 0; })).map((line) => ({ ...line, exact: line.names.filter((keys) => keys.some(isHeader)).length }));
  // Far down most lines are records, which know hardly a header by chance; near the top a header full of misspellings knows as few.
  const most = lines.reduce((top, { exact }) => Math.max(top, exact), 0);
  const candidates = lines.filter(({ exact }, index) => index < 8 || exact * 2 >= most).map((line) => ({ ...line, ...rough(line.names) }));
  const fits: Fit[] = [];
  // Comparing loosely is slow, so only the lines that already look most like a header are compared so.
  candidates.sort((a, b) => b.rough - a.rough || a.position - b.position);
  for (const { row, position, names, headers, completes, likely } of candidates.slice(0, 3).filter(({ rough }) => rough * 2 >= (candidates[0]?.rough ?? 0))) {
    for (const kind of likely) {
      const { grade, mapping } = fit(kind, names, true);
      // Of a header in two rows the upper one reads as well alone, with its second half taken for a record.
      if (grade >= leastGrade) fits.push({ grade: completes ? grade + 0.01 : grade, position, row, headers, kind, mapping });
    }
  }
  const best = mostLikely(fits, rows);
  if (best === null) return null;
  const { kind, row, headers, position, mapping, grade } = best;
  const columns = headers.map((header, index) => ({ index, header, field: mapping.get(index) ?? null }));
  return { kind, headerLine: row.line, columns, rows: rows.slice(position + (isUnitsLine(rows[position + 1]) ? 2 : 1)), confidence: Math.min(1, grade) };
}

/** The line of a grid that knows most of a list's columns, and the key columns it lacks: for telling why nothing was recognised. */
export function nearestHeader({ rows }: Grid): { readonly line: number; readonly kind: Kind; readonly known: number; readonly missing: readonly string[] } | null {
  let best: { readonly line: number; readonly kind: Kind; readonly known: number; readonly missing: readonly string[] } | null = null;
  for (const [position, { line }] of rows.slice(0, deepestHeader).entries()) {
    const names = headerLines(rows, position)[0]?.names ?? [];
    if (named(names) === 0) continue;
    for (const kind of listedKinds) {
      const fields = new Set(fit(kind, names, false).mapping.values());
      const missing = keyFieldsIn(kind, names).filter((field) => !fields.has(field));
      if (best === null || fields.size > best.known || (fields.size === best.known && line === best.line && missing.length < best.missing.length)) best = { line, kind, known: fields.size, missing };
    }
  }
  return best;
}

/** The line of a grid that most looks like a header, for a planner who says what its columns are: the first of the lines with the most texts. */
export function likelyHeader({ rows }: Grid): { readonly line: number; readonly headers: readonly string[]; readonly below: readonly GridRow[] } | null {
  const texts = ({ cells }: GridRow) => cells.filter((cell) => typeof cell === 'string' && !isBlankCell(cell)).length;
  const lines = rows.slice(0, deepestHeader);
  const most = Math.max(0, ...lines.map(texts));
  const position = lines.findIndex((row) => texts(row) === most);
  const [line] = most < 2 ? [] : headerLines(rows, position);
  return line === undefined ? null : { line: line.row.line, headers: line.headers, below: rows.slice(position + 1) };
}

/** How well a line fits by exact words alone, and the kinds worth a closer look: all of them when no word is known. A record that holds such a word by chance is asked of few kinds. */
function rough(names: HeaderLine['names']): { readonly rough: number; readonly likely: readonly Kind[] } {
  const called = new Set(names.flatMap((keys) => keys.flatMap(kindsCalling)));
  if (called.size === 0) return { rough: 0, likely: listedKinds };
  const exact = listedKinds.filter((kind) => called.has(kind)).map((kind) => ({ kind, ...fit(kind, names, false) }));
  const most = Math.max(...exact.map(({ mapping }) => mapping.size));
  return { rough: Math.max(...exact.map(({ grade }) => grade)), likely: exact.filter(({ mapping }) => mapping.size * 2 >= most).map(({ kind }) => kind) };
}

type Fit = { readonly grade: number; readonly position: number; readonly row: GridRow; readonly headers: readonly string[]; readonly kind: Kind; readonly mapping: ReadonlyMap<number, string> };

/** The best fit; among close ones (`Name, Email, Company, Role` may be contacts or judges) the words in the columns decide. */
function mostLikely(fits: readonly Fit[], rows: readonly GridRow[]): Fit | null {
  const top = Math.max(0, ...fits.map(({ grade }) => grade));
  let best: { readonly fit: Fit; readonly weight: number } | null = null;
  for (const fit of fits.filter(({ grade }) => grade > top - closeGrades)) {
    const weight = fit.grade + closeGrades * knownWords(fit, rows);
    if (best === null || weight > best.weight) best = { fit, weight };
  }
  return best?.fit ?? null;
}

/** Of the first words in columns with a closed vocabulary, the share that the vocabulary knows; a half where there are none. */
function knownWords({ kind, mapping, position }: Fit, rows: readonly GridRow[]): number {
  let known = 0;
  let all = 0;
  for (const [index, field] of mapping) {
    const words = fieldsOf(kind).get(field)?.words;
    if (words === undefined) continue;
    for (const { cells } of rows.slice(position + 1, position + 41)) {
      const text = plainText(cellText(cells[index]));
      if (isMissing(text)) continue;
      all++;
      if (inVocabulary(words, text) !== null) known++;
    }
  }
  return all === 0 ? 0.5 : known / all;
}

const closeGrades = 0.15;

/** Exports put a handful of title, filter and blank lines above the header; planners' own sheets a few more. */
export const deepestHeader = 40;
const leastGrade = 0.5;

function named(names: HeaderLine['names']): number {
  return names.filter(({ length }) => length > 0).length;
}

/** The best assignment of columns to fields (surest pairs first), graded by how much of the header and of the key fields it explains. */
function fit(kind: Kind, names: HeaderLine['names'], loosely: boolean): { grade: number; mapping: ReadonlyMap<number, string> } {
  const specs = fieldsOf(kind);
  const pairs: { index: number; field: string; sure: number; isOwn?: boolean }[] = [];
  names.forEach((keys, index) => {
    const known = new Map<string, number>();
    // What a column may be called as well is a little less sure than its whole name.
    keys.forEach((key, rank) => { for (const field of fieldsCalled(kind, key)) if (!known.has(field)) known.set(field, 1 - rank * 0.02); });
    for (const [field, sure] of known) pairs.push({ index, field, sure, isOwn: keys.includes(field.replaceAll('_', ' ')) });
    if (known.size > 0 || !loosely) return;
    const near = new Map<string, number>();
    for (const key of keys) for (const [field, sure] of fieldsNearly(kind, key)) if (sure > (near.get(field) ?? 0)) near.set(field, sure);
    for (const [field, sure] of near) if (sure > 0) pairs.push({ index, field, sure });
  });
  if (pairs.length === 0) return { grade: 0, mapping: new Map() };
  pairs.sort((a, b) => b.sure - a.sure || Number(specs.get(a.field)?.aside ?? false) - Number(specs.get(b.field)?.aside ?? false) || Number(b.isOwn ?? false) - Number(a.isOwn ?? false) || a.index - b.index);
  const mapping = new Map<number, string>();
  const taken = new Set<string>();
  let explained = 0;
  for (const { index, field, sure } of contested(pairs)) {
    if (mapping.has(index) || taken.has(field)) continue;
    mapping.set(index, field);
    taken.add(field);
    explained += sure;
  }
  wholeName(kind, names, mapping, taken);
  const columns = named(names) - names.filter((keys, index) => !mapping.has(index) && keys.some((key) => saysNothing.has(key) || period.test(key))).length;
  const keyFields = keyFieldsIn(kind, names);
  const found = keyFields.filter((field) => taken.has(field) || (taken.has('full_name') && (field === 'first' || field === 'last')) || (taken.has('hours') && (field === 'start' || field === 'end')) || (kind === 'scores' && field === 'nomination_id' && taken.has('account_name'))).length;
  // A list may lack a key field or carry many columns of its own, but not both: that is some other list.
  const foreign = found * 2 < keyFields.length || (found < keyFields.length && explained < 0.7 * columns);
  const grade = foreign || mapping.size < 2 || !mayBe(kind, names) ? 0 : 0.6 * (explained / columns) + 0.4 * (found / keyFields.length);
  return { grade, mapping };
}

/** A column that may be of given or of whole names is of whole names where no column is of family names. */
function wholeName(kind: Kind, names: HeaderLine['names'], mapping: Map<number, string>, taken: Set<string>): void {
  if (!taken.has('first') || taken.has('last') || taken.has('full_name')) return;
  const [index] = [...mapping].find(([, field]) => field === 'first') ?? [];
  if (index === undefined || !(names[index] ?? []).some((key) => fieldsCalled(kind, key).includes('full_name'))) return;
  mapping.set(index, 'full_name');
  taken.delete('first');
  taken.add('full_name');
}

/** Figures of a quarter, half or year, of which nothing else is said: a list may have as many as it likes. */
const period = /^(?:(?:fy|cy) ?)?(?:(?:\d\d|20\d\d) )?[qh] ?[1-4](?: ?(?:(?:fy|cy) ?)?(?:\d\d|20\d\d))?$|^(?:fy|cy) ?(?:\d\d|20\d\d)$|^20[0-4]\d$/;

/** What every system adds to every export, and no list is known by. */
const saysNothing: ReadonlySet<string> = new Set(
  'created|created at|created on|created by|create date|created date|date created|last modified|last modified date|last modified by|modified|modified on|modified at|updated|updated at|last updated|last activity|last activity date|last change|website|web site|url|website url|domain|company domain name|phone|phone number|main phone|fax|street|billing street|address|street address|billing address|address line 1|address line 2|zip|zip code|zipcode|postal code|postcode|billing zip postal code|state|state province|billing state province|state region|number of employees|employees|record type|active|is active|parent account|parentaccountname|parent account name|parent company|source system|linkedin company page'.split('|'),
);

/** Among equally sure pairs, a column or field with a single suitor goes first, so that `Status` and `Stage` both find their place. */
function contested<Pair extends { index: number; field: string; sure: number }>(pairs: readonly Pair[]): Pair[] {
  const byColumn = new Map<number, number>();
  const byField = new Map<string, number>();
  for (const { index, field, sure } of pairs) {
    if (sure < 1) continue;
    byColumn.set(index, (byColumn.get(index) ?? 0) + 1);
    byField.set(field, (byField.get(field) ?? 0) + 1);
  }
  const suitors = ({ index, field }: Pair) => (byColumn.get(index) ?? 0) + (byField.get(field) ?? 0);
  return [...pairs].sort((a, b) => b.sure - a.sure || (a.sure === 1 ? suitors(a) - suitors(b) : 0));
}

export function isBlankRow({ cells }: GridRow): boolean {
  return cells.every(isBlankCell);
}
