import { seeded } from '#shared/kernel/random.ts';
import { arrange } from '../search/arrange.ts';
import { type Before, beforeOf, keptOn, standing } from './before.ts';
import { Board, meetingsOf } from '../board/board.ts';
import { quickBound } from '../proof/bound.ts';
import { type Compiled, compile } from '../board/compiled.ts';
import { coreOfMusts } from '../breaks/core.ts';
import { type Difference, differenceOf } from './difference.ts';
import { explain } from '../why/explain.ts';
import { factsOf } from '../facts.ts';
import { forcing } from './forcing.ts';
import { unpaused } from '../search/improve.ts';
import { keepRooms } from './keep-rooms.ts';
import { type Asking, keepTimes, mostMusts, mostWeight } from './keep-times.ts';
import { byClock, byWork, type Meter, unitsPerConflict, unitsPerNode } from '../search/meter.ts';
import type { SolverLimits } from '../proof/port.ts';
import type { ScheduleProblem } from '../problem.ts';
import { isBetter, levelsOf, resettle } from './resettle.ts';
import type { Meeting, ScheduleSolution } from '../solution.ts';
import type { Phase } from '../search/search.ts';
import type { SolveOptions } from '../solve.ts';
import { touchFewest } from './touch-fewest.ts';

export type RepairedSchedule = ScheduleSolution & Difference & {
  /** Meetings that stand when they stood, no plan of this weight keeping more than `timesBound`; and of these, those that stand where they stood. */
  readonly kept: { readonly times: number; readonly timesBound: number; readonly rooms: number };
};

export type Solvers = Pick<SolveOptions, 'solver' | 'sat'>;

/** Shares of the effort: the first answer, the search towards the bound, the search where there is no solver, the search where it left something open, the exact models, the arranging of what moves; and of what is left, the most for rooms. */
const shares = { first: 0.02, towards: 0.1, search: 0.6, searchBehind: 0.06, exact: 0.85, arrange: 0.1, rooms: 0.5 };
/** As in `solve`: the most seconds for a small core. */
const mostCoreSeconds = 2;
/** The first answer is shown after so long at most, whatever the effort. */
const firstMilliseconds = 8;

/**
 * The same problem after a change, with one level put in after weight: as many meetings as possible stay where they stood in `before`,
 * time first, then room, and of such plans one that touches few people. Whatever keeps its place is not rearranged to please a later
 * level; only what must move is arranged. Pinned meetings that can stand are neither moved nor dropped. A first answer comes by ejection
 * chains, the exact one by the linear solver; `from` of the options is not used.
 */
export function repair(problem: ScheduleProblem, plan: readonly Meeting[], options: SolveOptions): RepairedSchedule {
  return beginRepair(problem, plan, options)(options);
}

/** The same in two steps, for solvers that take a while to load: the first answer is told at once, and the answer goes on from it with the solvers, or without. */
export function beginRepair(problem: ScheduleProblem, plan: readonly Meeting[], options: Omit<SolveOptions, keyof Solvers>): (solvers: Solvers) => RepairedSchedule {
  const began = options.now();
  const stopped = options.shouldStop ?? (() => false);
  const random = seeded(options.seed);
  const { effort } = options;
  const plain = compile(factsOf(problem));
  const before = beforeOf(plain, plan);
  const pinned = pinnedOf(plain, null);
  const withPins = pinned.length === 0 ? plain : forcing(plain, pinned);
  const asItStands = withPinsStanding(withPins, before, pinned);
  const held = pinnedOf(plain, asItStands);
  const isAllHeld = held.length === pinned.length;
  const compiled = isAllHeld ? withPins : forcing(plain, held);
  const board = isAllHeld ? asItStands : standing(compiled, before);

  let phase: Phase = 'first-plan';
  // The first answer does not wait for a better bound.
  let bound = plain.weight.reduce((total, weight) => total + weight, 0);
  let timesBound = before.start.reduce((count, start, request) => count + Number(start !== -1 && (compiled.starts[request] as Int32Array).includes(start)), 0);
  let mustBound = [...compiled.must.keys()].filter((request) => compiled.must[request] === 1 && (compiled.starts[request] as Int32Array).length > 0).length;
  const isBestWeight = (now: Board) => now.mustPlaced >= mustBound && now.weight >= bound;
  const tell = (now: Board) => {
    const arrangement = now.arrangement();
    options.watch?.({ phase, weight: now.weight, bound: Math.max(bound, now.weight), breaks: now.breaks, breaksBound: 0, shortfall: now.shortfall, missed: now.missed, missedBound: null, loose: now.loose, atMilliseconds: options.now() - began, proven: isBestWeight(now), meetings: () => meetingsOf(compiled, arrangement) });
  };
  const secondsLeft = () => (effort.kind === 'clock' ? effort.seconds - (options.now() - began) / 1000 : Infinity);
  const meter = (share: number, isEnough: () => boolean = stopped): Meter => effort.kind === 'work'
    ? byWork(Math.round(effort.units * share), () => stopped() || isEnough())
    : byClock(Math.max(0, Math.min(effort.seconds * share, secondsLeft())) * 1000, options.now, () => stopped() || isEnough());
  const limits = (): SolverLimits => effort.kind === 'work'
    ? { seconds: null, nodes: Math.max(1, Math.round(effort.units / unitsPerNode)) }
    : { seconds: Math.max(0.01, secondsLeft() - effort.seconds * (1 - shares.exact)), nodes: null };
  const asking = (within = limits): Asking | null => (solvers.solver === null || stopped() || secondsLeft() <= 0 ? null : { solver: solvers.solver, limits: within, shouldStop: stopped });
  /** Rooms come last and are quickly found, so part of the time is theirs. */
  const askingRooms = () => asking(effort.kind === 'work' ? limits : () => ({ seconds: Math.max(0.01, secondsLeft() * shares.rooms), nodes: null }));

  let solvers: Solvers = { solver: null };
  resettle(board, before, random, effort.kind === 'work' ? meter(shares.first) : byClock(Math.min(firstMilliseconds, effort.seconds * 1000), options.now, stopped));
  tell(board);
  return (loaded) => {
    solvers = loaded;
    return finished();
  };

  function finished(): RepairedSchedule {
    bound = Math.min(bound, quickBound(compiled));
    phase = 'proving';
    const isExact = exactly();
    if (!isSettled()) {
      phase = 'raising-weight';
      resettle(board, before, random, meter(isExact ? shares.searchBehind : shares.search), (_, now) => { tell(now); });
      take(keepRooms(compiled, before, board.start, null));
    }
    phase = 'arranging';
    const found = arrangedAround(problem, compiled, before, board, (sub) => { unpaused(arrange(sub, random, meter(shares.arrange), (levels) => levels.every((level) => level === 0), () => undefined)); });
    tell(found);

    const kept = keptOn(found, before);
    const meetings = found.meetings();
    const isBest = isBestWeight(found);
    const musts = problem.requests.filter((_, request) => compiled.must[request] === 1).map(({ id }) => id);
    return {
      format: 'summit-solution/1',
      meetings,
      unplaced: explain(compiled.facts, compiled, found).map(({ request, reasons }) => ({ request, reasons, cures: [] })),
      weight: found.weight,
      bound: Math.max(bound, found.weight),
      breaks: found.breaks,
      breaksBound: 0,
      proven: isBest && kept.times >= timesBound,
      seconds: (options.now() - began) / 1000,
      ...(mustBound < musts.length ? { infeasible: true as const, core: smallCore() ?? musts } : {}),
      ...differenceOf(problem, plan, meetings),
      kept: { times: kept.times, timesBound: Math.max(kept.times, timesBound), rooms: kept.rooms },
    };
  }

  /** The best weight and then the most kept times there are, by the linear model; rooms after that. Whether an answer came. */
  function exactly(): boolean {
    const musts = board.mustPlaced < mustBound ? asking() : null;
    if (musts !== null) {
      const most = mostMusts(board, before, mustBound, held, musts);
      if (most === null) return false;
      mustBound = Math.min(mustBound, most.bound);
      take(keepRooms(compiled, before, most.start, askingRooms()));
    }
    const amounts = asking();
    if (amounts === null) return false;
    bound = Math.min(bound, mostWeight(compiled, board.mustPlaced, amounts));
    // The nearer to the bound the model begins, the sooner it is closed.
    if (!isBestWeight(board)) resettle(board, before, random, meter(shares.towards, () => isBestWeight(board)), (_, now) => { tell(now); });
    const times = asking();
    const exact = times && keepTimes(board, before, board.mustPlaced, held, times, bound);
    if (!exact) return false;
    bound = Math.min(bound, exact.weightBound);
    if (exact.weightBound === bound) timesBound = Math.min(timesBound, exact.timesBound);
    take(keepRooms(compiled, before, exact.start, askingRooms()));
    const last = isBestWeight(board) && keptOn(board, before).times >= timesBound ? asking() : null;
    const calmer = last && touchFewest(board, before, held, last);
    if (calmer) take(keepRooms(compiled, before, calmer, askingRooms()));
    return true;
  }

  /** Nothing is left to search for: weight and times are the best, and every room that can be kept at its time is. */
  function isSettled(): boolean {
    const { times, rooms } = keptOn(board, before);
    if (!isBestWeight(board) || times < timesBound) return false;
    if (rooms === times) return true;
    const empty = new Board(compiled);
    return board.start.every((start, request) => start === -1 || start !== before.start[request] || compiled.laneRoom[board.lane[request] as number] === before.room[request]
      || empty.laneIn(request, start, (room) => room === before.room[request]) === -1);
  }

  function smallCore(): string[] | null {
    if (!solvers.sat || stopped()) return null;
    const end = options.now() + Math.min(mostCoreSeconds, Math.max(0.1, secondsLeft())) * 1000;
    return coreOfMusts(plain, solvers.sat, options.seed, effort.kind === 'work' ? { conflicts: Math.max(1, Math.round(effort.units / unitsPerConflict)), shouldStop: stopped } : { conflicts: null, shouldStop: () => stopped() || options.now() > end });
  }

  function take(other: Board): void {
    if (!isBetter(levelsOf(other, before), levelsOf(board, before))) return;
    board.restore(other.arrangement());
    tell(board);
  }
}

/** The pinned requests that have a place; without a board those that may have one. */
function pinnedOf({ facts, starts }: Compiled, board: Board | null): number[] {
  return facts.problem.requests.flatMap(({ id }, request) => (facts.pins.has(id) && (starts[request] as Int32Array).length > 0 && (board === null || board.start[request] !== -1) ? [request] : []));
}

/** What still stands of the plan. Where a room that is lost leaves a pinned meeting none, because others stay in theirs, the pinned choose their rooms first. */
function withPinsStanding(compiled: Compiled, before: Before, pinned: readonly number[]): Board {
  const board = standing(compiled, before);
  if (pinned.every((request) => board.start[request] !== -1 || before.start[request] === -1)) return board;
  return standing(compiled, before, keepRooms(compiled, before, before.start.map((start, request) => (pinned.includes(request) ? start : -1)), null));
}

/** Arranges what is not where it stood, everything else held as if pinned and nothing exchanged for what has no place. */
function arrangedAround(problem: ScheduleProblem, compiled: Compiled, before: Before, board: Board, arranging: (sub: Board) => void): Board {
  const placed = problem.requests.flatMap((request, index) => (board.start[index] === -1 ? [] : [{ request, index }]));
  const moves = placed.some(({ index }) => board.start[index] !== before.start[index]);
  if (!moves) return board;
  const roomId = (index: number) => problem.rooms[compiled.laneRoom[board.lane[index] as number] as number]?.id ?? '';
  const ids = new Set(placed.map(({ request }) => request.id));
  const sub = compile(factsOf({
    ...problem,
    requests: placed.map(({ request }) => request),
    pins: [
      ...problem.pins.filter(({ request }) => placed.some(({ request: one, index }) => one.id === request && board.start[index] !== before.start[index])),
      ...placed.filter(({ index }) => board.start[index] === before.start[index]).map(({ request, index }) => ({ request: request.id, slot: board.start[index] as number, room: roomId(index) })),
    ],
    precedences: problem.precedences.filter((pair) => pair.every((id) => ids.has(id))),
  }));
  const arranged = standing(sub, beforeOf(sub, board.meetings()));
  if (arranged.weight !== board.weight) return board;
  arranging(arranged);
  const after = standing(compiled, beforeOf(compiled, arranged.meetings()));
  const [a, b] = [keptOn(after, before), keptOn(board, before)];
  return after.gain === board.gain && (a.times - b.times || a.rooms - b.rooms) >= 0 ? after : board;
}
