import { legal, minutesBetween, plusMinutes, type BoardEvent, type BoardTarget, type Legality } from './board.ts';

/** A run of starts in one column at which a drop would mean the same. */
export type Band = { readonly start: string; readonly end: string; readonly legality: Legality };

export type Hours = { readonly day: string; readonly fromHour: string; readonly toHour: string; readonly snapMinutes: number };

/** Every start of an event in a column that ends within the visible hours, joined where the verdict and its short words are the same. */
export function bandsOf(judge: (target: BoardTarget) => Legality, event: BoardEvent, resourceId: string, fromResourceId: string | null, { day, fromHour, toHour, snapMinutes }: Hours): Band[] {
  const length = minutesBetween(event.start, event.end);
  const last = plusMinutes(toHour === '24:00' ? plusMinutes(`${day}T00:00`, 1440) : `${day}T${toHour}`, -length);
  const bands: Band[] = [];
  for (let start = `${day}T${fromHour}`; start <= last; start = plusMinutes(start, snapMinutes)) {
    const legality = judge({ start, end: plusMinutes(start, length), resourceId, fromResourceId });
    const before = bands.at(-1);
    if (before && saysTheSame(before.legality, legality)) bands[bands.length - 1] = { ...before, end: plusMinutes(start, snapMinutes) };
    else bands.push({ start, end: plusMinutes(start, snapMinutes), legality });
  }
  return bands;
}

/** What a verdict says beyond itself: the reason, or the swap offered. */
export function wordsOf(legality: Legality): string {
  return legality.verdict === 'illegal' ? legality.reason : legality.verdict === 'swap' ? legality.note : '';
}

/** What is written on a run of starts: few words, since the full ones go with the event on the move. */
export function shortWordsOf(legality: Legality): string {
  return legality.verdict === 'illegal' ? (legality.short ?? '') : legality.verdict === 'swap' ? 'Swap' : '';
}

function saysTheSame(one: Legality, other: Legality): boolean {
  return one.verdict === other.verdict && (one.verdict === 'swap' ? wordsOf(one) === wordsOf(other) : shortWordsOf(one) === shortWordsOf(other));
}

/** A board asks about every start of every column in sight: each answer is kept for as long as one event is on the move. */
export function rememberingJudge(event: BoardEvent | null, legality: ((event: BoardEvent, target: BoardTarget) => Legality) | undefined): (target: BoardTarget) => Legality {
  const known = new Map<string, Legality>();
  return (target) => {
    if (!event || !legality) return legal;
    const key = `${target.resourceId} ${target.start}`;
    const answer = known.get(key) ?? legality(event, target);
    known.set(key, answer);
    return answer;
  };
}
