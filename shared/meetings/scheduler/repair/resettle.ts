import type { Random } from '#shared/kernel/random.ts';
import { type Before, type Kept, keptOn } from './before.ts';
import type { Arrangement, Board } from '../board/board.ts';
import type { Meter } from '../search/meter.ts';
import { Steps } from '../search/steps.ts';

/** Steps between two looks at the meter, after which it is found out anew which requests are out of place. */
const stride = 8;

/** What weight is worth while searching, against one kept meeting: enough to gain weight, little enough to move through plans that lack some. The best plan is chosen level by level. */
const weightWorth = 4;
/** What a person left in peace is worth against one kept meeting. */
const touchWorth = 0.05;

/**
 * Finds a place for what lost its place, by ejection chains that begin only at requests out of place, so that the rest is disturbed as
 * little as can be: gain first, then meetings that keep their time, then their room, then people left in peace. Leaves the best plan found on the board.
 */
export function resettle(board: Board, before: Before, random: Random, meter: Meter, better: (arrangement: Arrangement, board: Board) => void = () => undefined): void {
  const steps = new Steps(board, random);
  const reach = { pushed: 4, chain: 3 };
  let best = board.arrangement();
  let bestLevels = levelsOf(board, before);
  let value = valueOf(bestLevels);
  for (let share = meter.spent(0); share < 1; share = meter.spent(stride)) {
    const { dislodged, waiting } = outOfPlace(board, before);
    if (dislodged.length + waiting.length === 0) break;
    const temperature = 1.5 * (0.1 / 1.5) ** share;
    for (let step = 0; step < stride; step++) {
      const request = random.pick(waiting.length === 0 || (dislodged.length > 0 && random.next() < 0.7) ? dislodged : waiting);
      const start = aim(board, before, random, request);
      if (start === board.start[request]) continue;
      const least = value + temperature * Math.log(1 - random.next());
      if (!steps.take(request, start, reach)) continue;
      const levels = levelsOf(board, before);
      if (valueOf(levels) < least) {
        steps.back();
        continue;
      }
      value = valueOf(levels);
      if (isBetter(levels, bestLevels)) {
        [bestLevels, best] = [levels, board.arrangement()];
        better(best, board);
      }
    }
  }
  board.restore(best);
}

/** Back where it stood now and then, else anywhere. */
function aim({ compiled }: Board, before: Before, random: Random, request: number): number {
  const starts = compiled.starts[request] as Int32Array;
  const stood = before.start[request] as number;
  return stood !== -1 && random.next() < 0.3 && starts.includes(stood) ? stood : starts[random.below(starts.length)] as number;
}

/** Requests that lost their time, and those that had none before and still have none. */
function outOfPlace({ compiled, start }: Board, before: Before): { dislodged: number[]; waiting: number[] } {
  const [dislodged, waiting]: [number[], number[]] = [[], []];
  for (let request = 0; request < compiled.requests; request++) {
    if ((compiled.starts[request] as Int32Array).length === 0) continue;
    if (before.start[request] === -1) {
      if (start[request] === -1) waiting.push(request);
    } else if (start[request] !== before.start[request]) dislodged.push(request);
  }
  return { dislodged, waiting };
}

type Levels = Kept & { readonly gain: number };

export function levelsOf(board: Board, before: Before): Levels {
  const { times, rooms, touched } = keptOn(board, before);
  return { gain: board.gain, times, rooms, touched };
}

function valueOf({ gain, times, rooms, touched }: Levels): number {
  return weightWorth * gain + times + 0.25 * rooms - touchWorth * touched;
}

export function isBetter(a: Levels, b: Levels): boolean {
  return (a.gain - b.gain || a.times - b.times || a.rooms - b.rooms || b.touched - a.touched) > 0;
}
