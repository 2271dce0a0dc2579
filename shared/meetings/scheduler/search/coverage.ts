import type { Random } from '#shared/kernel/random.ts';
import type { Arrangement, Board } from '../board/board.ts';
import { Steps } from './steps.ts';

/** What coverage cost: the weight given up, and the people who got a meeting for it. */
export type Coverage = { readonly weightGivenUp: number; readonly people: readonly number[] };

/**
 * Gives people below their minimum a meeting where that costs little weight, the cheapest first, until the allowance is spent. No request
 * that must be placed and no pin that is held is given up, and nobody else falls below their minimum for it. The board is left with what was found.
 */
export function cover(board: Board, random: Random, allowance: number): Coverage {
  const { people, minimum, starts } = board.compiled;
  const requestsFor = requestsByPerson(board);
  const steps = new Steps(board, random);
  const covered: number[] = [];
  const [weightBefore, gainBefore] = [board.weight, board.gain];
  for (let isHelped = true; isHelped; ) {
    isHelped = false;
    let cheapest: { readonly person: number; readonly plan: Arrangement; readonly weight: number } | null = null;
    for (let person = 0; person < people; person++) {
      if ((board.held[person] as number) >= (minimum[person] as number)) continue;
      const { shortfall, mustPlaced, weight } = board;
      for (const request of requestsFor[person] ?? []) {
        if (board.start[request] !== -1) continue;
        for (const start of starts[request] as Int32Array) {
          if (!steps.take(request, start, { pushed: 4, chain: 0 })) continue;
          const isAllowed = board.shortfall < shortfall && board.mustPlaced >= mustPlaced && gainBefore - board.gain <= allowance;
          if (isAllowed && (cheapest === null || board.weight > cheapest.weight)) cheapest = { person, plan: board.arrangement(), weight: board.weight };
          steps.back();
          if (cheapest !== null && cheapest.weight >= weight) break;
        }
      }
      if (cheapest !== null && cheapest.weight >= weight) break;
    }
    if (cheapest !== null) {
      board.restore(cheapest.plan);
      covered.push(cheapest.person);
      isHelped = true;
    }
  }
  return { weightGivenUp: Math.max(0, weightBefore - board.weight), people: [...new Set(covered)] };
}

function requestsByPerson({ compiled: { people, requests, peopleOf, starts } }: Board): number[][] {
  const lists = Array.from({ length: people }, () => [] as number[]);
  for (let request = 0; request < requests; request++) {
    if ((starts[request] as Int32Array).length > 0) for (const person of peopleOf[request] as Int32Array) lists[person]?.push(request);
  }
  return lists;
}
