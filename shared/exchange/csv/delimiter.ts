import { type CsvRecord, splitRecords } from './records.ts';

/** The separator a first line `sep=;` names, which some spreadsheet programs write and obey, or null. */
export function namedDelimiter(text: string): string | null {
  return /^"?sep=([,;|\t])"?[ \t]*(?:\n|$)/i.exec(text)?.[1] ?? null;
}

/** The separator that cuts the first 60 records into the most columns most consistently; a comma when nothing tells. In a whole export of ours it stands behind the mark. */
export function likelyDelimiter(text: string): string {
  const [, behindMark] = /^"?id \(Summit Planner \d{1,4}: [a-z ]{1,60}\)"?([,;\t|])/.exec(text) ?? [];
  if (behindMark !== undefined) return behindMark;
  const head = text.slice(0, sample);
  let best = { delimiter: ',', weight: 0 };
  for (const delimiter of [',', ';', '\t', '|'].filter((sign) => head.includes(sign))) {
    const weight = consistency(splitRecords(head, delimiter, 1, 60).records);
    if (weight > best.weight) best = { delimiter, weight };
  }
  return best.delimiter;
}

/** Enough for a few dozen records; a longer one would only make guessing slow. */
const sample = 30_000;

/** Rows that have the commonest width above one, times the columns that width has beyond the first. */
function consistency(rows: readonly CsvRecord[]): number {
  const widths = new Map<number, number>();
  for (const { cells: { length } } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return Math.max(0, ...[...widths].map(([width, count]) => count * (width - 1)));
}
