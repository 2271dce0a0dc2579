import { keptTexts } from './kept-texts.ts';

/** One record with the physical line of its first character. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** Where reading stopped: a quotation mark that nothing closes, or a limit the caller has set. */
export type RecordsRead = {
  readonly records: CsvRecord[];
  readonly openQuote: { readonly line: number; readonly column: number } | null;
  /** At least the characters of the longest cell: looking at every cell again for its length costs as much as half of the cutting. */
  readonly longestCell: number;
};

/**
 * Cuts text with `\n` line ends into records after RFC 4180, without throwing: a quotation mark counts only at the start of a cell, two
 * stand for one, and what follows a closing one up to the separator is kept as it is, as spreadsheet programs do. Stops after `most`
 * records or at a quotation mark that is never closed. Written out by hand for that and for the lines (`build/decisions/0013-csv.md`).
 */
export function splitRecords(text: string, delimiter: string, firstLine = 1, most = Number.POSITIVE_INFINITY): RecordsRead {
  const records: CsvRecord[] = [];
  // Cells gather here and leave as they are: an array that grows cell by cell is copied, and ends larger than its record.
  const gathered: string[] = [];
  const cut = keptTexts(text);
  const sign = delimiter.charCodeAt(0);
  let at = 0;
  let line = firstLine;
  let longestCell = 0;
  let nextBreak = positionOf(text, '\n', 0);
  let nextSign = positionOf(text, delimiter, 0);
  let nextQuote = positionOf(text, '"', 0);
  while (at < text.length && records.length < most) {
    let count = 0;
    const started = line;
    for (;;) {
      if (nextQuote < at) nextQuote = positionOf(text, '"', at);
      if (nextQuote === at && at < text.length) {
        const first = text.indexOf('"', at + 1);
        let close = closingQuote(text, first);
        if (close < 0) return { records, openQuote: { line, column: count + 1 }, longestCell };
        let cell = cut(count, at + 1, close);
        if (close !== first) cell = cell.replaceAll('""', '"');
        for (; nextBreak < close; nextBreak = positionOf(text, '\n', nextBreak + 1)) line++;
        close++;
        const next = text.charCodeAt(close);
        if (next !== sign && next !== lineFeed && close < text.length) {
          const end = endOfCell(close);
          cell += text.slice(close, end);
          close = end;
        }
        gathered[count++] = cell;
        if (close - at > longestCell) longestCell = close - at;
        at = close;
      } else {
        const end = endOfCell(at);
        gathered[count] = cut(count, at, end);
        count++;
        if (end - at > longestCell) longestCell = end - at;
        at = end;
      }
      if (at >= text.length || text.charCodeAt(at) === lineFeed) break;
      at++;
    }
    records.push({ line: started, cells: gathered.slice(0, count) });
    at++;
    line++;
    if (nextBreak < at) nextBreak = positionOf(text, '\n', at);
  }
  return { records, openQuote: null, longestCell };

  function endOfCell(from: number): number {
    if (nextSign < from) nextSign = positionOf(text, delimiter, from);
    if (nextBreak < from) nextBreak = positionOf(text, '\n', from);
    return nextSign < nextBreak ? nextSign : nextBreak;
  }
}

const lineFeed = 10;
const quote = 34;

/** The end of the text where it does not stand. */
function positionOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

/** The mark that closes a cell, from the first one inside it on; -1 where none does. */
function closingQuote(text: string, first: number): number {
  let at = first;
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}
