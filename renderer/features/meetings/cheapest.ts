import { cureInShort } from '#shared/meetings/cure-words.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import type { Heard } from '#renderer/workers/why-work.ts';

/** The cheapest cure of a request in a few words; null where it needs none, undefined while that is not known. */
export function cheapestWords(tables: MeetingTables, heard: Heard | undefined): string | null | undefined {
  if (!heard?.ended) return undefined;
  const [cheapest] = heard.cures;
  if (cheapest) return cureInShort(tables, cheapest, dateWords);
  if (heard.why !== null && (heard.why.free.length > 0 || heard.why.starts === 0)) return null;
  return heard.ended.isComplete ? 'No cure' : 'No cure found in time';
}
