import type { Random } from '#shared/kernel/random.ts';
import type { Arrangement } from '../board/board.ts';
import { roomsByClauses } from '../breaks/rooms-by-clauses.ts';
import type { SatSolver } from '../breaks/sat-port.ts';
import type { Compiled } from '../board/compiled.ts';
import type { LinearSolver, SolverLimits } from './port.ts';
import { realise } from './realise.ts';
import { boundFromPrices, hoursIn, type Relaxation, relaxationOf, valuesOf } from './relaxation.ts';
import { chosenBy, placedIn, type Selection, selectionOf } from './selection.ts';
import { wishesOf } from './wishes.ts';

/** What the solver has found out. It travels between threads, so it is data only. */
export type News =
  /** No plan places more than so many of the requests that must be placed. */
  | { readonly kind: 'musts'; readonly most: number }
  /** No plan that places at least `musts` of them weighs more. */
  | { readonly kind: 'bound'; readonly musts: number; readonly weight: number }
  /** Requests that reach the bound if hours and rooms can be found for all of them; where some were chosen only in part, `isWhole` is false and those are a few too many. */
  | { readonly kind: 'selection'; readonly chosen: Uint8Array; readonly isWhole: boolean }
  | { readonly kind: 'plan'; readonly plan: Arrangement }
  /** Every plan with at least so many musts and so much weight misses at least so many start wishes. `isCalm`: of plans in which nobody waits or lacks a meeting to their minimum. */
  | { readonly kind: 'wishes'; readonly musts: number; readonly weight: number; readonly missed: number; readonly isCalm: boolean };

/** How far the solver may go in each of its calls, asked before each. */
export type ProofLimits = { readonly quick: () => SolverLimits; readonly long: () => SolverLimits };

/** What the search has in hand, for the solver to begin from; null where nothing is known of it. */
export type InHand = () => Arrangement | null;

const slack = 1e-6;
/** What one start of one request costs in the model by starts before the solver begins, generously (measured on 73,000 starts). */
const secondsPerStart = 3e-5;

/**
 * Bounds and proof from a linear solver, the quickest first: which requests to choose by amounts of time alone; how few wishes must be
 * missed then; and, for problems that this does not settle, the model by starts. Each `next` is one call of the solver, which blocks.
 * `sat`: finds the rooms for hours that the solver chose where placing them one by one does not; null: then such a plan is not found.
 */
export function* prove(compiled: Compiled, solver: LinearSolver, limits: ProofLimits, random: Random, post: (news: News) => void, shouldStop: () => boolean, inHand: InHand = () => null, sat: SatSolver | null = null): Generator<void, void> {
  const { requests } = compiled;
  let musts = 0;
  for (let request = 0; request < requests; request++) if (compiled.must[request] === 1 && (compiled.starts[request] as Int32Array).length > 0) musts++;
  if (musts > 0) {
    const counting = selectionOf(compiled, 0, compiled.must);
    const most = solver.optimise(counting.model, null, limits.quick(), silent(shouldStop)).bound;
    musts = Math.min(musts, Math.floor(most + slack));
    post({ kind: 'musts', most: musts });
    yield;
  }
  const told = { weight: Infinity };
  const bound = (weight: number) => {
    const whole = Math.floor(weight + slack);
    if (whole >= told.weight) return;
    told.weight = whole;
    post({ kind: 'bound', musts, weight: whole });
  };

  const selection = selectionOf(compiled, musts);
  const relaxed = solver.relax(selection.model, limits.quick(), shouldStop);
  bound(priced(selection, relaxed.prices, requests));
  const isWhole = relaxed.optimal && relaxed.values.every((value) => value < slack || value > 1 - slack);
  if (relaxed.optimal) post({ kind: 'selection', chosen: chosenBy(selection, relaxed.values, requests), isWhole });
  yield;
  if (musts > 0 && known(musts) === null) {
    // A plan in hand may place fewer musts than can be; something must be known of it too.
    const any = selectionOf(compiled, 0);
    post({ kind: 'bound', musts: 0, weight: Math.floor(priced(any, solver.relax(any.model, limits.quick(), shouldStop).prices, requests) + slack) });
    yield;
  }
  if (!isWhole && !isSettled()) {
    const plan = known(musts);
    const answer = solver.optimise(selection.model, plan && placedIn(selection, plan), limits.quick(), { found: () => undefined, bounded: bound, shouldStop });
    bound(answer.bound);
    if (answer.values) post({ kind: 'selection', chosen: chosenBy(selection, answer.values, requests), isWhole: true });
    yield;
  }
  if (compiled.preferred.some((wish) => wish !== null) && Number.isFinite(told.weight)) {
    const wishes = wishesOf(compiled, told.weight, musts);
    const { prices, optimal } = solver.relax(wishes.model, limits.quick(), shouldStop);
    const missed = Math.max(0, Math.ceil(-boundFromPrices(wishes, prices, requests) - slack));
    // Stopped early the solver's prices mostly prove nothing; then nothing is known, which is not the same as none need be missed.
    if (optimal || missed > 0) post({ kind: 'wishes', musts, weight: told.weight, missed, isCalm: false });
    yield;
  }
  if (!isSettled()) yield* proveByStarts(musts, bound);

  /** The model by starts: it knows hours, orders and who must be where at once, at thirty times the size. */
  function* proveByStarts(least: number, tell: (weight: number) => void): Generator<void, void> {
    if (!isTimeForStarts()) return;
    if (least > 0 && known(least) === null) {
      const counting = relaxationOf(compiled, 0, 'all', compiled.must);
      const most = solver.optimise(counting.model, null, limits.long(), { found: (values) => { offer(counting, values); }, bounded: () => undefined, shouldStop });
      if (most.values) offer(counting, most.values);
      musts = Math.min(least, Math.floor(most.bound + slack));
      if (musts < least) {
        told.weight = Infinity;
        post({ kind: 'musts', most: musts });
      }
      yield;
    }
    if (musts > 0 && known(musts) === null) {
      const any = relaxationOf(compiled, 0, 'busy');
      post({ kind: 'bound', musts: 0, weight: Math.floor(boundFromPrices(any, solver.relax(any.model, limits.long(), shouldStop).prices, requests) + slack) });
      yield;
    }
    const lean = relaxationOf(compiled, musts, 'busy');
    const relaxed = solver.relax(lean.model, limits.long(), shouldStop);
    tell(boundFromPrices(lean, relaxed.prices, requests));
    if (!relaxed.optimal) return;
    offer(lean, relaxed.values);
    yield;
    const exact = relaxationOf(compiled, musts);
    const plan = known(musts);
    const best = solver.optimise(exact.model, plan && valuesOf(exact, plan), limits.long(), { found: (values) => { offer(exact, values); }, bounded: tell, shouldStop });
    if (best.values) offer(exact, best.values);
    tell(best.bound);
  }

  /** The plan in hand is as good as the bound. */
  function isSettled(): boolean {
    const plan = known(musts);
    return plan !== null && compiled.weight.reduce((total, weight, request) => total + (plan.start[request] === -1 ? 0 : weight), 0) >= told.weight;
  }

  /** To write the model down takes its time too, and nothing interrupts that. */
  function isTimeForStarts(): boolean {
    const { seconds } = limits.long();
    return seconds === null || seconds > secondsPerStart * compiled.starts.reduce((count, starts) => count + starts.length, 0);
  }

  /** A plan in hand that places so many of the requests that must be placed. */
  function known(least: number): Arrangement | null {
    const plan = inHand();
    return plan !== null && plan.start.reduce((count, start, request) => count + Number(start !== -1 && compiled.must[request] === 1), 0) >= least ? plan : null;
  }

  function offer(relaxation: Relaxation, values: Float64Array): void {
    const board = realise(compiled, relaxation, values, random);
    post({ kind: 'plan', plan: board.arrangement() });
    const hours = sat === null ? null : hoursIn(relaxation, values, requests);
    if (sat === null || hours === null || gainOf(hours) <= Math.max(board.gain, gainOf(inHand()?.start ?? new Int32Array()))) return;
    const plan = roomsByClauses(compiled, sat, hours, shouldStop);
    if (plan) post({ kind: 'plan', plan });
  }

  function gainOf(starts: Int32Array): number {
    return starts.reduce((gain, start, request) => gain + (start === -1 ? 0 : (compiled.gain[request] as number)), 0);
  }
}

/** The bound that the solver's prices prove by themselves; the solver need not be trusted for it. */
function priced({ model, requestOf }: Selection, prices: Float64Array, requests: number): number {
  const everything = model.objective.reduce((total, worth) => total + Math.max(0, worth), 0);
  return Math.min(everything, boundFromPrices({ model, requestOf }, prices, requests, 0));
}

function silent(shouldStop: () => boolean) {
  return { found: () => undefined, bounded: () => undefined, shouldStop };
}
