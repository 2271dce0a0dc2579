import type { KeyboardEvent } from 'react';
import type { BoardResource, BoardTarget, Legality } from './board.ts';
import { dayWords, timeWords } from './floating-localizer.ts';
import { wordsOf } from './legality-bands.ts';
import type { Step } from './use-moving.ts';

/** A place as it is read aloud; the day only where the board has several. */
export function spoken(target: BoardTarget, resources: readonly BoardResource[], days: readonly string[]): string {
  const column = resources.find((resource) => resource.id === target.resourceId)?.title ?? '';
  return [column, days.length > 1 ? dayWords(target.start.slice(0, 10)) : '', `${timeWords(target.start)} to ${timeWords(target.end)}`].filter((part) => part !== '').join(', ');
}

export function verdictWords(legality: Legality): string {
  return legality.verdict === 'legal' ? 'Free.' : legality.verdict === 'swap' ? `${wordsOf(legality)}.` : `Not possible: ${wordsOf(legality)}`;
}

/** What an arrow means for something on the move. */
export function stepOf({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): Step | null {
  switch (key) {
    case 'ArrowUp': return { slots: -1 };
    case 'ArrowDown': return { slots: 1 };
    case 'ArrowLeft': return ctrlKey || metaKey ? { days: -1 } : { columns: -1 };
    case 'ArrowRight': return ctrlKey || metaKey ? { days: 1 } : { columns: 1 };
    case 'PageUp': return { days: -1 };
    case 'PageDown': return { days: 1 };
    default: return null;
  }
}
