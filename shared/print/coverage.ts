/** Tells whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads the `cmap` table of a TrueType file (OpenType 1.9, formats 4 and 12), because the printing library draws a box
 * for a glyph it lacks and says nothing. Throws on bytes that are not such a font: fonts ship with the application.
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges = rangesOf(view, subtableOf(view, tableOf(view, 'cmap')));
  return (codePoint) => within(ranges, codePoint);
}

type Ranges = readonly (readonly [first: number, last: number])[];

function tableOf(view: DataView, tag: string): number {
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

/** The subtable with the widest reach: full Unicode (format 12) before the basic plane (format 4). */
function subtableOf(view: DataView, cmap: number): number {
  const found = new Map<number, number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record++) {
    const at = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    found.set(view.getUint16(at), at);
  }
  const at = found.get(12) ?? found.get(4);
  if (at === undefined) throw new Error('the font has no Unicode character map');
  return at;
}

function rangesOf(view: DataView, at: number): Ranges {
  if (view.getUint16(at) === 12) {
    return Array.from({ length: view.getUint32(at + 12) }, (_, group) => [view.getUint32(at + 16 + group * 12), view.getUint32(at + 20 + group * 12)] as const);
  }
  const segments = view.getUint16(at + 6) / 2;
  const ranges: (readonly [number, number])[] = [];
  for (let segment = 0; segment < segments; segment++) {
    const last = view.getUint16(at + 14 + segment * 2);
    const first = view.getUint16(at + 16 + segments * 2 + segment * 2);
    const offsetAt = at + 16 + segments * 6 + segment * 2;
    const offset = view.getUint16(offsetAt);
    if (first === 0xffff) continue;
    if (offset === 0) ranges.push([first, last]);
    else for (let code = first; code <= last; code++) if (view.getUint16(offsetAt + offset + (code - first) * 2) !== 0) ranges.push([code, code]);
  }
  return ranges;
}

function within(ranges: Ranges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] as readonly [number, number];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
