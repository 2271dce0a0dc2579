import { groupBy } from '#shared/kernel/group.ts';
import { folded, isPlainWords } from '#shared/kernel/text.ts';
import { editsBetween, lettersOf, tooFar } from './alike.ts';
import { headers } from './headers.ts';
import { headersAbroad } from './headers-abroad.ts';
import { headersFarther } from './headers-farther.ts';
import { fieldsOf, type Kind, kinds, listedKinds } from './kinds.ts';

/** A header as it is compared: `Health Score (0-100)` → `health score 0 100`, `PartnerTier__c` → `partner tier`. `#` and `%` are words, since some headers are nothing else. */
export function headerKey(text: string): string {
  if (isPlainWords(text)) return text;
  const plain = folded(isHumped(text) ? text.replace(/__c$/, '').replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ') : text);
  return isPlainWords(plain) ? plain : plain.replace(/([#%])/g, ' $1 ').replace(/([a-z0-9])[’'](?=s\b)/g, '$1').replace(/[^\p{L}\p{N}#%]+/gu, ' ').replace(/\s+/g, ' ').trim();
}

/** A capital inside a word, the end of a Salesforce name, or a sign that case may change. */
export function isHumped(text: string): boolean {
  return humped.test(text);
}

const humped = /[a-z][A-Z]|[A-Z]{2}[a-z]|__c$|[^\x20-\x7e]/;

/** The fields of a kind that are called exactly so. */
export function fieldsCalled(kind: Kind, key: string): readonly string[] {
  return byHeader[kind].get(key) ?? [];
}

/** The kinds of list that have a column which is called exactly so. */
export function kindsCalling(key: string): readonly Kind[] {
  return byEveryHeader.get(key) ?? [];
}

/** Whether any kind of list has a column that is called exactly so. */
export function isHeader(key: string): boolean {
  return byEveryHeader.has(key);
}

/** Whether some header begins or ends so, as a line of groups above the header does. */
export function isPartOfHeader(key: string): boolean {
  return everyPart.has(key);
}

/** How surely a header (as `headerKey`) names fields of a kind, from 0 to 1, forgiving misspellings (one edit in five characters, at most two) and words around a known header. */
export function fieldsNearly(kind: Kind, key: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const note = (field: string, sure: number) => { if (sure > (found.get(field) ?? 0)) found.set(field, sure); };
  const { byLength, byFirstWord } = spellings[kind];
  const mask = lettersOf(key);
  for (let length = key.length - 2; length <= key.length + 2; length++) {
    for (const spelling of byLength.get(length) ?? []) note(spelling.field, misspelt(spelling, key, mask));
  }
  const words = new Set(key.split(' '));
  for (const word of words) for (const spelling of byFirstWord.get(word) ?? []) note(spelling.field, within(spelling, words));
  return found;
}

function misspelt({ text, mask }: Spelling, key: string, keyMask: number): number {
  const limit = Math.min(2, Math.floor(Math.min(text.length, key.length) / 5));
  if (limit === 0 || Math.abs(text.length - key.length) > limit || tooFar(mask, keyMask, limit)) return 0;
  const edits = editsBetween(text, key, limit);
  return edits <= limit ? 0.95 - edits * 0.05 : 0;
}

/** All words of a known header stand in this one. One word alone must be telling, since `type` or `name` stand in many. */
function within({ text, words: parts }: Spelling, words: ReadonlySet<string>): number {
  if (parts.length >= words.size || !parts.every((part) => words.has(part))) return 0;
  if (parts.length === 1 && ((text.length < 3 && !/^\p{Script=Han}{2}$/u.test(text)) || vague.has(text))) return 0;
  return 0.6 + (0.3 * parts.length) / words.size;
}

const vague: ReadonlySet<string> = new Set(
  'name type role status id ref no date day time owner partner company account level kind source category class number record value who what when where subject title position function score rank area stage state party for with to from until on by note notes comment comments key code item text reason case form purpose program programme people persons places total sum end start theme private nda cam host room location suite venue space employer email mail person contact description details agenda attendees participants minutes'.split(' '),
);

type Spelling = { readonly field: string; readonly text: string; readonly words: readonly string[]; readonly mask: number };

const known = Object.fromEntries(kinds.map((kind) => {
  const [english, abroad, farther]: readonly Readonly<Record<string, string>>[] = [headers[kind], headersAbroad[kind] ?? {}, headersFarther[kind] ?? {}];
  return [kind, [...fieldsOf(kind).keys()].flatMap((field) => [...new Set([field, ...`${english?.[field] ?? ''}|${abroad?.[field] ?? ''}|${farther?.[field] ?? ''}`.split('|')].map(headerKey))].filter((text) => text !== '').map((text): Spelling => ({ field, text, words: text.split(' '), mask: lettersOf(text) })))];
})) as unknown as Record<Kind, readonly Spelling[]>;

const spellings = Object.fromEntries(kinds.map((kind) => [kind, { byLength: groupBy(known[kind], ({ text }) => text.length), byFirstWord: groupBy(known[kind], ({ words }) => words[0] ?? '') }])) as unknown as Record<Kind, { readonly byLength: ReadonlyMap<number, readonly Spelling[]>; readonly byFirstWord: ReadonlyMap<string, readonly Spelling[]> }>;

const byHeader = Object.fromEntries(kinds.map((kind) => [kind, new Map([...groupBy(known[kind], ({ text }) => text)].map(([text, all]) => [text, all.map(({ field }) => field)]))])) as unknown as Record<Kind, ReadonlyMap<string, readonly string[]>>;

const byEveryHeader: ReadonlyMap<string, readonly Kind[]> = new Map([...groupBy(listedKinds.flatMap((kind) => [...byHeader[kind].keys()].map((key) => ({ key, kind }))), ({ key }) => key)].map(([key, all]) => [key, all.map(({ kind }) => kind)]));

const everyPart: ReadonlySet<string> = new Set([...byEveryHeader.keys()].flatMap((key) => { const words = key.split(' '); return words.flatMap((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at).join(' ')]); }));
