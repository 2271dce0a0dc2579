import { createContext } from 'react';
import type { BoardEvent, BoardTarget, Legality } from './board.ts';

/** An event as the library draws it. */
export type HeldEvent = { readonly id: string; readonly event: BoardEvent; readonly start: Date; readonly end: Date };

export type BoardState = {
  readonly counts: ReadonlyMap<string, number>;
  /** The event being moved, by mouse or keyboard. */
  readonly movingId: string | null;
  readonly judge: (target: BoardTarget) => Legality;
  readonly isOriginal: (held: HeldEvent) => boolean;
  readonly fromResourceId: string | null;
  readonly noteSource: (resourceId: string) => void;
};

export const BoardContext = createContext<BoardState>({
  counts: new Map(), movingId: null, judge: () => ({ verdict: 'legal' }), isOriginal: () => true, fromResourceId: null, noteSource: () => undefined,
});

/** The column an event is drawn in. */
export const ColumnContext = createContext<string>('');
