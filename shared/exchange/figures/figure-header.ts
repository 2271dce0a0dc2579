import { currencyCode } from '../recognise/currency.ts';
import { fieldsCalled, fieldsNearly, headerKey } from '../recognise/header-match.ts';
import { type FigureName, figureNames } from '../recognise/kinds.ts';
import { outOfHeader } from '../recognise/out-of.ts';
import { unitIn } from '../recognise/unit.ts';
import { type TimeReading, timeIn } from './periods.ts';

/** What a header says of the numbers below it: which figure, and of when. Null: it does not say. */
export type FigureHeader = { readonly figure: FigureName | null; readonly period: TimeReading['period'] };

/** `Revenue (kEUR) Q1 FY25` → revenue of that quarter; null where other words stand in it, such as `Revenue target Q1` or `YTD`. */
export function figureHeader(text: string): FigureHeader | null {
  for (const spelling of new Set([text, text.replace(brackets, ' ')])) {
    const { period, rest } = timeIn(spelling);
    const figure = figureCalled(rest);
    if (figure !== null) return { figure, period };
    if (period !== null && rest.split(' ').every(saysNothing)) return { figure: null, period };
  }
  return null;
}

/** The figure that words name, forgiving a misspelling and words for what really happened; null for every other. */
export function figureCalled(words: string): FigureName | null {
  for (const key of new Set([words, words.split(' ').filter((word) => !saysNothing(word)).join(' ')])) {
    const exact = fieldsCalled('metrics', key).find(isFigure);
    if (exact !== undefined) return exact;
    const [near] = [...fieldsNearly('metrics', key)].filter(([field, sure]) => isFigure(field) && sure >= misspelt).sort((a, b) => b[1] - a[1]);
    if (near !== undefined) return near[0] as FigureName;
  }
  return null;
}

/** The one figure that a title, the name of a sheet or of a file speaks of; null where it names none, several, or what was planned rather than reached. */
export function figureNamedIn(text: string): FigureName | null {
  const words = timeIn(text).rest.split(' ').filter((word) => word !== '');
  if (words.some((word) => planned.has(word))) return null;
  const found = new Set<FigureName>();
  for (let from = 0; from < words.length; from++) {
    // The longest name counts: `weighted pipeline` is not the pipeline.
    for (let until = Math.min(words.length, from + longestName); until > from; until--) {
      const figure = fieldsCalled('metrics', words.slice(from, until).join(' ')).find(isFigure);
      if (figure === undefined) continue;
      found.add(figure);
      from = until - 1;
      break;
    }
  }
  const [only, another] = found;
  return only === undefined || another !== undefined ? null : only;
}

/** The part of a header that says unit or currency, wherever it stands, so that `unitIn` finds it: `Revenue (in kEUR) Q1`, `Revenue USD 2024` → `x (kEUR)`, `x (USD)`; empty where none does. */
export function unitHeader(header: string): string {
  return unitTitle(header) || unitAmong(header.split(/\s+/).filter((word) => /^[kKTM]?[A-Z]{3}$|\p{Sc}/u.test(word)));
}

/** Likewise of a title, where three capitals alone may be any word: `TOP PARTNERS` are not paid in the money of Tonga. */
export function unitTitle(title: string): string {
  return unitAmong([...title.matchAll(/[([{]\s*(?:in\s+)?([^)\]}]+)[)\]}]/gi), ...title.matchAll(/\bin\s+(\S+\s\S+)/gi), ...title.matchAll(/\bin\s+(\S+)/gi)].map(([, unit]) => unit ?? ''));
}

function unitAmong(parts: readonly string[]): string {
  const unit = parts.find((part) => { const { currency, scale } = unitIn(`x (${part})`); return currency !== null || scale !== 1; });
  return unit === undefined ? '' : `x (${unit})`;
}

/** Which column of a list of figures a header is, besides the figures; null for none. */
export function columnCalled(text: string): string | null {
  for (const key of [headerKey(text), ...(/[([{]/.test(text) ? [headerKey(text.replace(brackets, ' '))] : [])]) {
    const field = fieldsCalled('metrics', key).find((one) => !isFigure(one));
    if (field !== undefined) return field;
  }
  return null;
}

/** The part of a header that says out of how many, as `unitHeader` does: `CSAT Q1 (1-5)` → `x (1-5)`. */
export function outOfPart(header: string): string {
  const of = outOfHeader(header);
  return of === null ? '' : `x (1-${of})`;
}

/** Whether a column says whose figures they are. */
export function isReference(header: string): boolean {
  const field = header === '' || header.length > longestHeader ? null : columnCalled(header);
  return field === 'account_id' || field === 'account_name' || field === 'domain';
}

/** A longer text is somebody's note. */
export const longestHeader = 120;

export function isFigure(field: string): field is FigureName {
  return (figureNames as readonly string[]).includes(field);
}

const brackets = /[([{][^)\]}]*[)\]}]/g;
/** What `fieldsNearly` gives a name with two letters wrong. Known words among others are not enough: `revenue target` is no revenue. */
const misspelt = 0.85;
const longestName = 5;

/** Words beside a figure or a period that change nothing about it: `Actual revenue Q1`, `Total FY25`, `Revenue USD 2024`. */
function saysNothing(word: string): boolean {
  return idle.has(word) || (word.length >= 3 && word.length <= 4 && currencyCode(word.replace(/^[kmt](?=\p{L}{3}$)/u, '')) !== null);
}

/** Whether a header says that its numbers are what was reached, and no more of when: `Actual`, `Revenue Ist`. */
export function saysReached(header: string): boolean {
  const { period, rest } = timeIn(header);
  return period === null && rest.split(' ').some((word) => reached.has(word));
}

const reached: ReadonlySet<string> = new Set('actual actuals act ist real reel reale achieved realised realized gerceklesen 실적 実績 实际'.split(' '));

const idle: ReadonlySet<string> = new Set(['', ...'actual actuals act ist real reel reale total in k m mio tsd gesamt partner partners per by'.split(' ')]);
const planned: ReadonlySet<string> = new Set('target targets quota quotas goal goals forecast plan planned budgeted attainment ziel soll plan prognose objectif objectifs prevision objetivo objetivos obiettivo obiettivi meta metas doel commitment commitments pledge'.split(' '));
