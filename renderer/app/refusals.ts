import type { Refusal } from './use-planner.ts';

/** What a refusal says to people: what happened, what is safe, and what to do. */
const prose: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> = {
  'field-refused': ({ field, reason }) => `${spoken(String(field))} was not changed: ${reason}.`,
  'row-gone': () => 'This record has been removed meanwhile. Nothing was changed.',
  'disk-full': () => 'The disk is full. Your work is kept in this window; free some space and press Save again.',
  'disk-read-only': () => 'The disk cannot be written to. Your work is kept in this window; save a summit file to another disk.',
  'disk-gone': () => 'The disk has gone. Your work is kept in this window; connect it again, or save a summit file to another disk.',
  'QuotaExceededError': () => 'The database has no room left. Your work is kept in this window; free some disk space and press Save again.',
  'not-a-summit-file': () => 'This is not a summit file. Nothing was changed. Choose a file that ends in .summit.',
  'summit-file-damaged': ({ reason }) => `This summit file is damaged: ${reason}. Nothing was changed. Open an earlier copy.`,
  'summit-file-from-newer-version': () => 'This summit file was written by a newer Summit Planner. Nothing was changed. Update this one, then open it.',
  'summit-file-row-unreadable': ({ table, line, reason }) => `This summit file has an unreadable row (${table}, ${line}: ${reason}). Nothing was changed. Open an earlier copy.`,
  'summit-file-too-large': () => 'This file is larger than any summit. Nothing was changed.',
};

export function refusalText(refusal: Refusal): string {
  const facts = refusal as unknown as Readonly<Record<string, unknown>>;
  if (typeof facts['text'] === 'string') return facts['text'];
  return prose[refusal.code]?.(facts) ?? `${spoken(refusal.code)}. Nothing was changed.`;
}

/** `unsent-invitation` and `dueOn` as words that begin a sentence. */
function spoken(code: string): string {
  const words = code.replace(/\./g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
