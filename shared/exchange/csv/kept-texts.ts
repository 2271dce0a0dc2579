/**
 * Cuts cells out of a text, each text of a column once: most cells of an export are one of a few words, and a word kept anew in every record
 * costs more memory, and the time to tidy it away, than looking whether it stands there. Where a column's texts hardly repeat, nothing is looked for.
 */
export function keptTexts(text: string): (column: number, from: number, to: number) => string {
  const columns: Column[] = [];
  return (column, from, to) => {
    const length = to - from;
    // The engine itself keeps the empty text and those of one sign once.
    if (length < 2) return text.slice(from, to);
    const known = (columns[column] ??= { kept: [], fresh: 0, again: 0 });
    if (known.fresh > tried && known.fresh > known.again) return text.slice(from, to);
    const place = (length * 31 + text.charCodeAt(from) * 7 + text.charCodeAt(from + (length >> 1)) * 3 + text.charCodeAt(to - 1)) & 255;
    const kept = known.kept[place];
    if (kept !== undefined && kept.length === length && text.startsWith(kept, from)) {
      known.again++;
      return kept;
    }
    known.fresh++;
    return (known.kept[place] = text.slice(from, to));
  };
}

/** The texts of a column by a sign of what they look like, and how many were new and how many were there. */
type Column = { readonly kept: string[]; fresh: number; again: number };

const tried = 100;
