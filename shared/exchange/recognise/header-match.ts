import { folded } from '#shared/kernel/text.ts';
import { editsBetween } from './alike.ts';
import { headers } from './headers.ts';
import { fieldsOf, type Kind, kinds } from './kinds.ts';

/** A header as it is compared: `Health Score (0-100)` → `health score 0 100`, `PartnerTier__c` → `partner tier`. `#` and `%` are words, since some headers are nothing else. */
export function headerKey(text: string): string {
  const plain = folded(text.replace(/__c$/, '').replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 '));
  return wordsOnly.test(plain) ? plain : plain.replace(/([#%])/g, ' $1 ').replace(/([a-z0-9])[’'](?=s\b)/g, '$1').replace(/[^\p{L}\p{N}#%]+/gu, ' ').replace(/\s+/g, ' ').trim();
}

const wordsOnly = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** The fields of a kind that are called exactly so. */
export function fieldsCalled(kind: Kind, key: string): readonly string[] {
  return byHeader[kind].get(key) ?? [];
}

/** Whether any kind of list has a column that is called exactly so. */
export function isHeader(key: string): boolean {
  return everyHeader.has(key);
}

/** How surely a header (as `headerKey`) names a field of a kind: 1 says so exactly, 0 does not; forgiving misspellings (one edit in six characters) and words around a known header. */
export function nearly(kind: Kind, field: string, key: string): number {
  const known = synonyms[kind].get(field);
  if (known === undefined || key === '') return 0;
  if (known.has(key)) return 1;
  const words = new Set(key.split(' '));
  let best = 0;
  for (const synonym of known) {
    best = Math.max(best, misspelt(synonym, key), within(synonym, words));
  }
  return best;
}

function misspelt(synonym: string, key: string): number {
  const limit = Math.min(2, Math.floor(Math.min(synonym.length, key.length) / 5));
  if (limit === 0) return 0;
  const edits = editsBetween(synonym, key, limit);
  return edits <= limit ? 0.95 - edits * 0.05 : 0;
}

/** All words of a known header stand in this one. One word alone must be telling, since `type` or `name` stand in many. */
function within(synonym: string, words: ReadonlySet<string>): number {
  const parts = synonym.split(' ');
  if (parts.length >= words.size || !parts.every((part) => words.has(part))) return 0;
  if (parts.length === 1 && (synonym.length < 3 || vague.has(synonym))) return 0;
  return 0.6 + (0.3 * parts.length) / words.size;
}

const vague: ReadonlySet<string> = new Set(
  'name type role status id ref no date day time owner partner company account level kind source category class number record value who what when where subject title position function score rank area stage state party for with to from until on by note notes comment comments key code item text reason case form purpose program programme people persons places total sum end start theme private nda cam host room location suite venue space employer email mail person contact description details agenda attendees participants minutes'.split(' '),
);

const synonyms = Object.fromEntries(
  kinds.map((kind) => {
    const known: Readonly<Record<string, string>> = headers[kind];
    return [kind, new Map([...fieldsOf(kind).keys()].map((field) => [field, new Set([field, ...(known[field] ?? '').split('|')].map(headerKey).filter((key) => key !== ''))]))];
  }),
) as unknown as Record<Kind, ReadonlyMap<string, ReadonlySet<string>>>;

const byHeader = Object.fromEntries(
  kinds.map((kind) => {
    const called = new Map<string, string[]>();
    for (const [field, known] of synonyms[kind]) for (const key of known) called.set(key, [...(called.get(key) ?? []), field]);
    return [kind, called];
  }),
) as unknown as Record<Kind, ReadonlyMap<string, readonly string[]>>;

const everyHeader: ReadonlySet<string> = new Set(kinds.flatMap((kind) => [...byHeader[kind].keys()]));
