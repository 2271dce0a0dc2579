import type { Encoding } from '../grid.ts';
import { decodeCodePage } from './code-page.ts';

export type DecodedText = { readonly text: string; readonly encoding: Encoding; readonly plainAscii: boolean };

/**
 * Text out of bytes: a byte order mark decides, then the pattern of NUL bytes (UTF-16), then whether the bytes are valid UTF-8;
 * what is left is of a code page (`code-page.ts`).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = (encoding: Encoding, label: string, skip: number): DecodedText => ({
    text: new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(skip)),
    encoding,
    plainAscii: false,
  });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return marked('utf-8-sig', 'utf-8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return marked('utf-16le', 'utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return marked('utf-16be', 'utf-16be', 2);
  const wide = wideOrder(bytes);
  if (wide !== null) return marked(wide, wide, 0);
  const text = strictUtf8(bytes);
  if (text === null) return { ...decodeCodePage(bytes), plainAscii: false };
  return { text, encoding: 'utf-8', plainAscii: text.length === bytes.length };
}

/** UTF-16 without a mark: in European text nearly every other byte is NUL. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[(index & 1) as 0 | 1]++;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.1) return 'utf-16le';
  return zeros[0] > half * 0.6 && zeros[1] < half * 0.1 ? 'utf-16be' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
