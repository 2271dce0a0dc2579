import { createContext } from 'react';
import type { BoardEvent, BoardTarget, Legality } from './board.ts';
import type { Band } from './legality-bands.ts';

/** An event as the library draws it. */
export type HeldEvent = { readonly id: string; readonly event: BoardEvent; readonly start: Date; readonly end: Date };

/** What changes only when something is lifted or put down: every event on the board reads it. */
export type BoardState = {
  readonly counts: ReadonlyMap<string, number>;
  /** The event being moved, by mouse or keyboard. */
  readonly movingId: string | null;
  /** What a drop would mean down a column; empty while nothing moves. */
  readonly bandsOf: (resourceId: string) => readonly Band[];
  /** From the top of a column to its bottom. */
  readonly fromMinutes: number;
  readonly totalMinutes: number;
};

export const BoardContext = createContext<BoardState>({ counts: new Map(), movingId: null, bandsOf: () => [], fromMinutes: 0, totalMinutes: 1440 });

/** The event on the move where it stands now, and what a drop here would mean: changes at every step, so only columns read it. */
export type Lifted = { readonly event: BoardEvent; readonly target: BoardTarget; readonly legality: Legality };

export const LiftedContext = createContext<Lifted | null>(null);
