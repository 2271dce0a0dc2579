import { folded } from '#shared/kernel/text.ts';

/** NFC, no zero-width characters, every blank (also non-breaking, also a line break) one space, trimmed. A lone surrogate becomes U+FFFD. */
export function plainText(text: string): string {
  // Nine cells of ten are tidy already; the test is many times cheaper than the cleaning.
  if (tidyAscii.test(text)) return text;
  return clean(text).replace(/\s+/g, ' ').trim();
}

const tidyAscii = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** As `plainText`, keeping inner line breaks as `\n`. */
export function longText(text: string): string {
  if (tidyAscii.test(text)) return text;
  return clean(text).replace(/\r\n?/g, '\n').replace(/[^\S\n]+/g, ' ').trim();
}

/** What stands for nothing. `NA` is not among them: it is North America, or Namibia. */
export function isMissing(text: string): boolean {
  return text.length <= 4 && (missing.has(text) || placeholder.test(text));
}

const placeholder = /^#?n\/a$|^tb[dc]$/i;

const missing: ReadonlySet<string> = new Set(['', '-', '–', '—']);

/** The parts of a cell between semicolons or line breaks. `none` and `no` say that there are none. */
export function listOf(text: string): string[] {
  return clean(text).split(/[;\n]/).map((part) => plainText(part)).filter((part) => !isMissing(part) && !/^(no|none|nil|nothing)$/i.test(part));
}

/** A phone number as written; null for one a spreadsheet program has damaged: `4.47E+11`, `####`, too few digits, or a tail of zeros. */
export function phoneNumber(text: string): string | null {
  if (damaged.test(text)) return null;
  // Whoever wrote blanks between the digits wrote the zeros too; rounding leaves a bare number.
  return digitsIn(text) < 6 || rounded.test(text) ? null : text;
}

const damaged = /^(?:\+?\d+(?:[.,]\d+)?e\+?\d+|#+)$/i;
const rounded = /^\+?\d*0{6,}$/;

function digitsIn(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) digits++;
  return digits;
}

export type EmailReading = { readonly email: string; readonly second: string | null };

/** The address of a cell in lower case, of two the first; null for what is not an address. `Ana Li <ana@x.example>` and `mailto:` are understood. */
export function emailAddress(text: string): EmailReading | null {
  if (usualAddress.test(text) && text.length <= longestAddress) return { email: text.toLowerCase(), second: null };
  const parts = text.split(/[;,|\s]+(?=\S*@)|\s+(?:\/|or|and|und|oder)\s+|\s*[;,|]\s*/).map((part) => part.replace(/^mailto:/i, '').replace(/^.*<([^<>]+)>$/, '$1').trim());
  if (parts.length > 1 && parts.some((part) => !isAddress(part))) return singleAngled(text);
  const [first, second] = parts;
  if (first === undefined || !isAddress(first)) return singleAngled(text);
  return { email: first.toLowerCase(), second: second?.toLowerCase() ?? null };
}

function singleAngled(text: string): EmailReading | null {
  const inside = /^[^<>@]*<([^<>]+)>$/.exec(text)?.[1]?.trim();
  return inside !== undefined && isAddress(inside) ? { email: inside.toLowerCase(), second: null } : null;
}

const longestAddress = 254;
/** What nine addresses of ten look like, seen at a fraction of the price. */
const usualAddress = /^[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*@[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*(?:\.[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*)+$/;

/** The shape of RFC 5322's dot-atom with letters of any script, and a domain of at least two labels. */
function isAddress(text: string): boolean {
  return text.length <= longestAddress && /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u.test(text);
}

/** true, false, or undefined for a word that is neither. What a circle or a cross means depends on the other signs of its column. */
export function flagWord(text: string, signs: FlagSigns = noSigns): boolean | undefined {
  if (circles.has(text)) return signs.circle;
  if (crosses.has(text)) return signs.cross;
  const word = folded(text);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** What `○` and `×` say in one column; undefined where nothing tells. */
export type FlagSigns = { readonly circle: boolean | undefined; readonly cross: boolean | undefined };

/** In Tokyo `○` is yes beside `×`; beside `●` it is the empty one of two. Crosses with nothing but blanks beside them are marks. */
export function flagSigns(texts: ReadonlySet<string>): FlagSigns {
  const stands = (signs: ReadonlySet<string>) => [...signs].some((sign) => texts.has(sign));
  if (stands(circles)) return texts.has('●') ? { circle: false, cross: undefined } : { circle: true, cross: false };
  return stands(crosses) && [...texts].every((text) => text === '' || crosses.has(text)) ? { circle: undefined, cross: true } : noSigns;
}

const noSigns: FlagSigns = { circle: undefined, cross: undefined };
const circles: ReadonlySet<string> = new Set(['○', '◯', '〇']);
const crosses: ReadonlySet<string> = new Set(['×', '✕', '✖']);

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', '✓', '✔', '☑', '✅', 't', 'on', 'ja', 'j', 'oui', 'o', 'si', 's', 'sim', 'tak', 'wahr', 'vrai', 'verdadero', 'checked', 'tick', '●', 'k', 'vero', 'verdadeiro', 'waar', 'ano', 'evet', 'kylla', 'igen', 'da', 'да', 'はい', '是', '예', 'member', '•', '√', '✔️', 'נכון', 'כן', 'نعم', 'ναι', 'так', 'prawda', 'dogru', 'pravda', 'sant', 'sand', 'tosi', 'igaz', 'истина', 'правда', '1.0', '1,0', '有', '네'].map(folded));
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', '☐', '✗', '✘', '❌', 'f', 'off', 'nein', 'non', 'nao', 'nie', 'falsch', 'faux', 'falso', 'nee', 'unchecked', 'niet', 'onwaar', 'ne', 'hayir', 'ei', 'nem', 'nu', 'нет', 'いいえ', '否', '아니요', '아니오', 'nej', 'nei', 'לא', 'لا', 'οχι', 'ні', 'falsz', 'yanlis', 'nepravda', 'falskt', 'falsk', 'epatosi', 'hamis', 'ложь', '0.0', '0,0', '無', '无', '아니'].map(folded));

function clean(text: string): string {
  return text.normalize('NFC').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
