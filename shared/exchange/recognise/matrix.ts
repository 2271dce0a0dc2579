import { folded, tidy } from '#shared/kernel/text.ts';
import { type Cell, cellText, type Grid, type GridRow, isBlankCell, type Origin } from '../grid.ts';
import { fieldsCalled, headerKey } from './header-match.ts';
import type { Kind } from './kinds.ts';
import { numberIn } from './numbers.ts';
import { outOfIn } from './out-of.ts';
import { deepestHeader, type Recognised } from './recognise.ts';
import { titleKey } from './nomination-title.ts';
import { isMissing, plainText } from './text-values.ts';

/** What the other lists of a folder name, compared by `folded`: they tell judges from criteria at the head of a column. */
export type KnownNames = { readonly judges: ReadonlySet<string>; readonly criteria: ReadonlySet<string>; readonly nominations: ReadonlySet<string>; /** What nominations are called besides, by `titleKey`. */ readonly titles: ReadonlySet<string> };

type Dimension = 'judge' | 'nomination_id' | 'criterion';
type Key = Dimension | 'comment' | 'account_name' | 'category';

/**
 * Scores that stand in a table of judges, nominations and criteria, as one row for each score, with the cell each value comes from; null
 * where the grid is no such table. Two of the three stand in columns and at the heads of columns, the third also in a column, or in the
 * name of the sheet or a title line. `Score J1` is the score of whoever is called J1.
 */
export function scoresIn(grid: Grid, known: KnownNames): Recognised | null {
  for (const [position, header] of grid.rows.slice(0, deepestHeader).entries()) {
    const heads = header.cells.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? tidy(cellText(cell)) : ''));
    const keys = new Map<Key, number>();
    heads.forEach((head, index) => { const field = fieldOf(head); if (field !== null && !keys.has(field)) keys.set(field, index); });
    // Planners' own sheets call a nomination by its partner.
    const nominee = keys.has('nomination_id') ? undefined : keys.get('account_name');
    if (nominee === undefined) keys.delete('account_name');
    else keys.set('nomination_id', nominee);
    if (!keys.has('judge') && !keys.has('nomination_id')) continue;
    const body = grid.rows.slice(position + 1).filter(({ cells }) => cells.some((cell) => !isBlankCell(cell)));
    const scored = heads.flatMap((head, index) => (head !== '' && ![...keys.values()].includes(index) && !summary.test(folded(head)) && holdsScores(body, index) ? [{ head: headName(head), index }] : []));
    if (scored.length < 2) continue;
    const across = acrossOf(scored.map(({ head }) => folded(head)), keys, known);
    if (across === null) continue;
    const said = [grid.sheet ?? '', ...grid.rows.slice(0, position).flatMap(({ cells }) => cells.map(cellText))];
    const rest = (['judge', 'nomination_id', 'criterion'] as const).filter((dimension) => dimension !== across && !keys.has(dimension));
    const titled = new Map(rest.flatMap((dimension) => { const name = named(said, known[setOf[dimension]]); return name === null ? [] : [[dimension, name] as const]; }));
    // Which criterion is meant may be said nowhere, and is then asked of each row by its reason; who judged what must be known.
    if (rest.some((dimension) => dimension !== 'criterion' && !titled.has(dimension))) continue;
    return tableOf('scores', header.line, nominee === undefined ? ['judge', 'nomination_id', 'criterion', 'score', 'comment'] : ['judge', 'account_name', 'criterion', 'score', 'comment', 'category'], body.flatMap((row) => longRows(row, header, scored, across, keys, titled)));
  }
  return null;
}

/** A list that no header of its own announces. */
export function tableOf(kind: Kind, headerLine: number, fields: readonly string[], rows: readonly GridRow[]): Recognised {
  return { kind, headerLine, columns: fields.map((field, index) => ({ index, header: field.replaceAll('_', ' '), field })), rows, confidence: 1 };
}

function longRows(row: GridRow, header: GridRow, scored: readonly { readonly head: string; readonly index: number }[], across: Dimension, keys: ReadonlyMap<Key, number>, titled: ReadonlyMap<Dimension, string>): GridRow[] {
  const at = (line: number, column: number): Origin => ({ line, column });
  return scored.flatMap(({ head, index }): GridRow[] => {
    const score = row.cells[index] ?? null;
    if (isMissing(plainText(cellText(score)))) return [];
    const part = (dimension: Key): readonly [Cell, Origin | null] => {
      if (dimension === across) return [head, at(header.line, index)];
      const column = keys.get(dimension);
      return column === undefined ? [isDimension(dimension) ? (titled.get(dimension) ?? null) : null, null] : [row.cells[column] ?? null, at(row.line, column)];
    };
    const parts = [part('judge'), part('nomination_id'), part('criterion'), [score, at(row.line, index)] as const, part('comment'), part('category')];
    return [{ line: row.line, cells: parts.map(([cell]) => cell), origins: parts.map(([, origin]) => origin) }];
  });
}

/** What stands at the heads: what the folder knows them for, else what no column names. */
function acrossOf(heads: readonly string[], keys: ReadonlyMap<Key, number>, known: KnownNames): Dimension | null {
  for (const dimension of ['judge', 'nomination_id', 'criterion'] as const) {
    if (!keys.has(dimension) && heads.filter((head) => isKnown(dimension, head, known)).length * 2 > heads.length) return dimension;
  }
  if (keys.has('nomination_id') && !keys.has('judge') && (keys.has('criterion') || heads.every((head) => /^(j|judge)? ?\d+$|@/.test(head)))) return 'judge';
  return keys.has('judge') && !keys.has('nomination_id') && heads.every((head) => /\d/.test(head)) ? 'nomination_id' : null;
}

function isKnown(dimension: Dimension, head: string, known: KnownNames): boolean {
  return known[setOf[dimension]].has(head) || (dimension === 'nomination_id' && known.titles.has(titleKey(head)));
}

const setOf = { judge: 'judges', nomination_id: 'nominations', criterion: 'criteria' } as const;

function isDimension(key: Key): key is Dimension {
  return key in setOf;
}

function fieldOf(head: string): Key | null {
  const [field] = head === '' ? [] : fieldsCalled('scores', headerKey(head));
  return field === 'judge' || field === 'nomination_id' || field === 'criterion' || field === 'comment' || field === 'account_name' || field === 'category' ? field : null;
}

/** `Score J1`, `J1 score` → `J1`. */
function headName(head: string): string {
  const name = head.replace(/^(?:scores?|points|rating|punkte|note)\s*[:–-]?\s+(?=\S)/i, '').replace(/\s+(?:scores?|points|rating)$/i, '');
  return name === '' ? head : name;
}

/** Means, sums and ranks of a score sheet are of its own making. */
const summary = /^(total|sum|mean|average|avg|rank|place|weighted|weight|result|overall|summe|mittel|schnitt|rang|gesamt|moyenne|media|promedio|punteggio totale)\b/;

function holdsScores(body: readonly GridRow[], index: number): boolean {
  const cells = body.map(({ cells }) => plainText(cellText(cells[index]))).filter((text) => !isMissing(text));
  const numbers = cells.filter((text) => { const value = outOfIn(text)?.value ?? numberIn(text, '.')?.value ?? numberIn(text, ',')?.value; return value !== undefined && value >= 0 && value <= 100; });
  return cells.length > 0 && numbers.length * 10 >= cells.length * 8;
}

/** The one known name that a title or the sheet's name is or holds. */
function named(texts: readonly string[], known: ReadonlySet<string>): string | null {
  for (const text of texts) {
    const said = folded(plainText(text));
    if (said === '') continue;
    if (known.has(said)) return plainText(text);
    const inside = [...known].filter((name) => name.length > 3 && said.includes(name));
    if (inside.length === 1) return inside[0] ?? null;
  }
  return null;
}
