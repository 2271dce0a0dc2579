import { type Arrangement, Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { breakModel } from './break-model.ts';
import { fewest } from './fewest-breaks.ts';
import { type PlacementModel, placementModel } from './placement-model.ts';
import type { LinearSolver } from '../proof/port.ts';
import type { News } from '../proof/prove.ts';
import { selectionOf } from '../proof/selection.ts';
import { settledBy } from '../proof/settled.ts';
import type { Literal, SatInstance, SatLimits, SatSolver } from './sat-port.ts';
import { anyOf, atMost, count } from './totaliser.ts';
import type { Wanted } from './clauses/clauses.ts';

/** Limits of the two ways to ask: for plans that miss fewer than the one in hand; then, core by core, how few any plan must miss. Null: not asked. */
export type WishLimits = { readonly plans: SatLimits; readonly bound: SatLimits | null };

/**
 * The fewest start wishes missed by plans of at least the weight in hand in which nobody waits and nobody lacks a meeting to their minimum;
 * the requests placed may be others. Posts every better plan, and what no such plan can undercut. Measured on the public summits of 30 partners:
 * with rooms to spare the fewest there are, proven, in 0.5 to 1.5 s; where rooms are too few no better plan than arranging finds, but in
 * 20 s bounds of 17 to 30 where amounts of time say 14 to 18. Home rooms and optional people are not asked for, so where there are any the bound
 * is looser and a plan posted need not be better. Posts nothing where a level above wishes is not whole or no start wish is missed.
 */
export function fewestMissed(compiled: Compiled, linear: LinearSolver | null, solver: SatSolver, plan: Arrangement, limits: WishLimits, post: (news: News) => void): void {
  const board = new Board(compiled);
  board.restore(plan);
  const { requests, starts, must, fairness, preferred } = compiled;
  const isWhole = starts.every((own, request) => must[request] === 0 || own.length === 0 || board.start[request] !== -1);
  if (!isWhole || fairness >= 0 || board.shortfall > 0 || board.breaks > 0) return;
  const most = preferred.reduce((total, wish, request) => total + Number(wish?.[board.start[request] as number] === 0), 0);
  if (most === 0) return;
  const selection = selectionOf(compiled, board.mustPlaced);
  const settled = linear ? settledBy(selection, linear.relax(selection.model, { seconds: null, nodes: null }).prices, requests, board.weight) : new Int8Array(requests);
  const wanted = Int8Array.from(settled, (choice, request) => (must[request] === 1 && board.start[request] !== -1 ? 1 : choice));
  const sat = solver.open(0);
  try {
    const model = placementModel(compiled, sat, wanted);
    for (const [broken] of breakModel(model, null).breaks) if (broken !== undefined) sat.add([-broken]);
    weighsAtLeast(model, sat, wanted, board.weight);
    minimumsAreReached(model, sat);
    const missed = wishesMissed(model, sat);
    const known = (bound: number) => { post({ kind: 'wishes', musts: board.mustPlaced, weight: board.weight, missed: bound, isCalm: true }); };
    const least = fewerAndFewer(model, sat, missed, plan, most, limits.plans, (better) => { post({ kind: 'plan', plan: better }); });
    if (least !== null) return known(least);
    if (limits.bound) fewest(sat, missed.map((literal) => [literal]), limits.bound, known, () => Infinity, () => { post({ kind: 'plan', plan: model.plan() }); });
  } finally {
    sat.dispose();
  }
}

/** What is left out weighs no more than a plan of so much weight can leave out. */
function weighsAtLeast({ compiled, placed }: PlacementModel, sat: SatInstance, wanted: Wanted, weight: number): void {
  let spare = -weight;
  const absent = placed.flatMap((literal, request) => {
    if (literal === null) return [];
    spare += compiled.weight[request] as number;
    // A literal as often as its weight.
    return wanted[request] === 1 ? [] : new Array<Literal>(compiled.weight[request] as number).fill(-literal);
  });
  atMost(sat, absent, spare);
}

function minimumsAreReached({ compiled: { minimum, peopleOf }, placed }: PlacementModel, sat: SatInstance): void {
  for (const [person, least] of minimum.entries()) {
    if (least === 0) continue;
    const own = placed.flatMap((literal, request) => (literal !== null && (peopleOf[request] as Int32Array).includes(person) ? [literal] : []));
    atMost(sat, own.map((literal) => -literal), own.length - least);
  }
}

/** For every request with a wish that it can miss, a literal that holds exactly when it does. */
function wishesMissed({ compiled: { preferred, starts }, begins }: PlacementModel, sat: SatInstance): Literal[] {
  return begins.flatMap((begin, request) => {
    const wish = preferred[request];
    return wish ? anyOf(sat, begin.filter((_, index) => wish[(starts[request] as Int32Array)[index] as number] === 0)) ?? [] : [];
  });
}

/** Asks for less and less from `most` on; the fewest there are, null where that was not settled within the limits. */
function fewerAndFewer(model: PlacementModel, sat: SatInstance, missed: readonly Literal[], plan: Arrangement, most: number, limits: SatLimits, found: (plan: Arrangement) => void): number | null {
  const sums = count(sat, missed, most, 'up');
  model.lean(plan);
  for (let least = most; least > 0;) {
    const answer = sat.solve([-(sums[least - 1] as Literal)], limits.conflicts === null ? limits : { ...limits, conflicts: Math.max(0, limits.conflicts - sat.conflicts()) });
    if (answer === 'unknown') return null;
    if (answer === 'unsatisfiable') return least;
    const better = model.plan();
    least = missed.reduce((total, literal) => total + Number(sat.holds(literal)), 0);
    model.lean(better);
    found(better);
  }
  return 0;
}
