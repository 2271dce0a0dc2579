import type { Random } from '#shared/kernel/random.ts';
import { type Before, beforeOf, standing } from '../repair/before.ts';
import { setBit } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { forcing } from '../repair/forcing.ts';
import { keepRooms } from '../repair/keep-rooms.ts';
import { type Asking, keepTimes } from '../repair/keep-times.ts';
import type { Meter } from '../search/meter.ts';
import { isBetter, levelsOf, resettle } from '../repair/resettle.ts';
import type { Meeting } from '../solution-meeting.ts';
import { Steps } from '../search/steps.ts';

export type Means = {
  readonly random: Random;
  /** Of the search by ejection chains, made anew for each. */
  meter(): Meter;
  /** Null: search alone. */
  asking(): Asking | null;
  /** Which meetings may have another time. `near`: those that share people with the requests. `far`: also those that share people with such. */
  readonly reach: 'near' | 'far';
};

/** Tries of chance at each start. */
const triesPerStart = 4;

/**
 * The plan with some requests forced in: no fewer of what must be placed than need be, then the best weight, then the most meetings where
 * they stand. What must be placed is never given up for requests that need not be, and nothing else that waits is placed besides. Pinned
 * meetings do not move. Null where no way was found.
 */
export function forceIn(plain: Compiled, plan: readonly Meeting[], ids: readonly string[], means: Means): Meeting[] | null {
  const { facts } = plain;
  const before = beforeOf(plain, plan);
  const wanted = facts.problem.requests.flatMap(({ id }, request) => (ids.includes(id) ? [request] : []));
  if (wanted.length < ids.length || wanted.some((request) => (plain.starts[request] as Int32Array).length === 0)) return null;
  const pins = facts.problem.requests.flatMap(({ id }, request) => (facts.pins.has(id) && before.start[request] !== -1 ? [request] : []));
  const isLess = wanted.every((request) => plain.must[request] === 0);
  const musts = isLess ? [...plain.must.keys()].filter((request) => plain.must[request] === 1 && before.start[request] !== -1) : [];
  const forced = [...new Set([...pins, ...musts, ...wanted])];
  const board = standing(narrowed(forcing(plain, forced), before, wanted, neighbours(plain, wanted, means.reach)), before);
  for (const request of wanted) enter(board, before, request, means.random);
  resettle(board, before, means.random, means.meter());
  const asking = means.asking();
  const isIn = () => forced.every((request) => board.start[request] !== -1);
  const exact = asking && isIn() ? keepTimes(board, before, board.mustPlaced, forced, asking) : null;
  const better = exact && keepRooms(board.compiled, before, exact.start, asking);
  if (better && isBetter(levelsOf(better, before), levelsOf(board, before))) board.restore(better.arrangement());
  return isIn() ? board.meetings() : null;
}

/** Puts a request where that does the least harm, whatever stands there. */
function enter(board: Board, before: Before, request: number, random: Random): void {
  if (board.start[request] !== -1) return;
  const steps = new Steps(board, random);
  let best = board.arrangement();
  let bestLevels = levelsOf(board, before);
  for (const start of board.compiled.starts[request] as Int32Array) {
    for (let turn = 0; turn < triesPerStart; turn++) {
      if (!steps.take(request, start, { pushed: 8, chain: 4 })) continue;
      const levels = levelsOf(board, before);
      if (isBetter(levels, bestLevels)) [best, bestLevels] = [board.arrangement(), levels];
      steps.back();
    }
  }
  board.restore(best);
}

/** Requests that share a person with one of these; from afar also those that share a person with such. */
function neighbours({ peopleOf, people }: Compiled, requests: readonly number[], reach: Means['reach']): Set<number> {
  const asks = Array.from({ length: people }, () => [] as number[]);
  for (const [request, list] of peopleOf.entries()) for (const person of list) asks[person]?.push(request);
  const near = new Set(requests);
  for (let step = reach === 'near' ? 1 : 0; step < 2; step++) {
    for (const request of [...near]) for (const person of peopleOf[request] as Int32Array) for (const other of asks[person] ?? []) near.add(other);
  }
  return near;
}

/** The same problem in which only the wanted and those that may move may have another start than they have. */
function narrowed(compiled: Compiled, before: Before, wanted: readonly number[], movable: ReadonlySet<number>): Compiled {
  const may = (request: number) => wanted.includes(request) || (movable.has(request) && before.start[request] !== -1);
  const starts = compiled.starts.map((list, request) => (may(request) ? list : list.filter((start) => start === before.start[request])));
  const startMask = new Int32Array(compiled.startMask.length);
  for (const [request, list] of starts.entries()) for (const slot of list) setBit(startMask, request * compiled.slotWords, slot);
  return { ...compiled, starts, startMask };
}
