import { hasBit } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import type { Reason } from '../reason.ts';

/** What the lightest start would push aside, against what the request brings. Empty where no start is possible, or where nothing but limits, order, rivals or walks is in the way. */
export function weighed(compiled: Compiled, board: Board, index: number): Reason[] {
  const { weight, must, gain, starts, facts: { problem } } = compiled;
  const worth = (requests: ReadonlySet<number>) => [...requests].reduce((total, other) => total + (gain[other] as number), 0);
  const lightest = [...(starts[index] as Int32Array)].map((start) => inTheWay(compiled, board, index, start)).filter((set) => set.size > 0)
    .reduce<Set<number> | null>((best, set) => (best === null || worth(set) < worth(best) ? set : best), null);
  if (lightest === null) return [];
  const holding = [...lightest].map((other) => problem.requests[other]?.id ?? '').sort();
  const together = [...lightest].reduce((total, other) => total + (weight[other] as number), 0);
  if (must[index] === 0 && [...lightest].some((other) => must[other] === 1)) return [{ code: 'holders-must-be-placed', holding }];
  if (worth(lightest) >= (gain[index] as number)) return [{ code: 'holders-weigh-more', holding, weight: together }];
  return [{ code: 'no-better-arrangement-found', holding, weight: together }];
}

/** The meetings that hold a start: those of the people, and of the room that costs least to free where none is free. */
function inTheWay({ slots, length, peopleOf, gain, kindLanes, kindOf, openMask, laneWords }: Compiled, board: Board, index: number, start: number): Set<number> {
  const taken = Array.from({ length: length[index] as number }, (_, step) => start + step);
  const holding = new Set<number>();
  for (const person of peopleOf[index] as Int32Array) for (const slot of taken) holding.add(board.personAt[person * slots + slot] as number);
  holding.delete(-1);
  if (board.laneFor(index, start, true) !== -1) return holding;
  const lanes = [...(kindLanes[kindOf[index] as number] as Int32Array)].filter((lane) => taken.every((slot) => hasBit(openMask, slot * laneWords, lane)))
    .map((lane) => [...new Set(taken.map((slot) => board.laneAt[lane * slots + slot] as number))].filter((other) => other >= 0 && !holding.has(other)));
  const worth = (requests: readonly number[]) => requests.reduce((total, other) => total + (gain[other] as number), 0);
  const least = lanes.reduce<number[] | null>((best, held) => (best === null || worth(held) < worth(best) ? held : best), null);
  return new Set([...holding, ...(least ?? [])]);
}
