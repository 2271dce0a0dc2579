import type { Random } from '#shared/kernel/random.ts';
import type { Arrangement, Board } from './board.ts';
import type { Meter } from './meter.ts';
import { Steps } from './steps.ts';

/** What the search has in hand whenever it finds something better. */
export type Better = (arrangement: Arrangement, board: Board) => void;

/** Steps between two looks at the meter. */
const stride = 128;

/** How much weight a step may give up, on the scale of one weight unit, at the beginning and at the end of a phase. */
export type Heat = { readonly from: number; readonly to: number };

/** Raises what is placed (`must` first, then weight) by annealed ejection chains; leaves the best plan found on the board. Stops when `enough` is reached. */
export function raiseWeight(board: Board, random: Random, meter: Meter, heat: Heat, enough: number, better: Better): void {
  const { compiled } = board;
  const movable = requestsWithStarts(board);
  if (movable.length === 0) return;
  const steps = new Steps(board, random);
  const reach = { pushed: 4, chain: 0 };
  let best = board.arrangement();
  let bestGain = board.gain;
  for (let share = meter.spent(0); share < 1 && bestGain < enough; share = meter.spent(stride)) {
    const temperature = heat.from * (heat.to / heat.from) ** share;
    for (let step = 0; step < stride; step++) {
      const request = random.pick(movable);
      const starts = compiled.starts[request] as Int32Array;
      const start = starts[random.below(starts.length)] as number;
      if (start === board.start[request]) continue;
      const least = board.gain + temperature * Math.log(1 - random.next());
      if (!steps.take(request, start, reach)) continue;
      if (board.gain < least) steps.back();
      else if (board.gain > bestGain) {
        bestGain = board.gain;
        best = board.arrangement();
        better(best, board);
      }
    }
  }
  board.restore(best);
}

/** Arranges what is placed: minimums, fairness and breaks, then preferences, by annealed Kempe chains that never give up weight. */
export function arrange(board: Board, random: Random, meter: Meter, better: Better): void {
  const { compiled } = board;
  const movable = requestsWithStarts(board);
  if (movable.length === 0) return;
  const steps = new Steps(board, random);
  const reach = { pushed: 4, chain: 24 };
  const kept = board.gain;
  let best = board.arrangement();
  let bestLevels = levelsOf(board);
  let cost = costOf(board);
  for (let share = meter.spent(0); share < 1 && !settled(bestLevels); share = meter.spent(stride)) {
    const temperature = 1.0 * (0.05 / 1.0) ** share;
    for (let step = 0; step < stride; step++) {
      const request = random.pick(movable);
      if (board.start[request] === -1 && bestLevels[0] === 0) continue;
      const starts = compiled.starts[request] as Int32Array;
      const start = starts[random.below(starts.length)] as number;
      if (start === board.start[request]) continue;
      const most = cost - temperature * Math.log(1 - random.next());
      if (!steps.take(request, start, reach)) continue;
      const now = board.gain < kept ? Infinity : costOf(board);
      if (now > most) {
        steps.back();
        continue;
      }
      cost = now;
      const levels = levelsOf(board);
      if (lexicographic(levels, bestLevels) < 0) {
        bestLevels = levels;
        best = board.arrangement();
        better(best, board);
      }
    }
  }
  board.restore(best);
}

type Levels = readonly [shortfall: number, unfairness: number, breaks: number, missed: number];

function levelsOf(board: Board): Levels {
  return [board.shortfall, board.unfairness, board.breaks, board.missed];
}

function settled(levels: Levels): boolean {
  return levels.every((level) => level === 0);
}

function lexicographic(a: Levels, b: Levels): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/** One number for annealing; the best plan is still chosen level by level. */
function costOf(board: Board): number {
  return 12 * board.shortfall + 4 * board.unfairness + 1.5 * board.breaks + 0.2 * board.missed;
}

function requestsWithStarts({ compiled }: Board): number[] {
  return Array.from({ length: compiled.requests }, (_, request) => request).filter((request) => (compiled.starts[request] as Int32Array).length > 0);
}
