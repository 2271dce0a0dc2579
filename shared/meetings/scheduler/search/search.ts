import { type Random, seeded } from '#shared/kernel/random.ts';
import { lookAtAmounts } from '../proof/amounts.ts';
import { arrange, compareLevels, type Levels, levelsOf } from './arrange.ts';
import { type Arrangement, Board, meetingsOf } from '../board/board.ts';
import { Bounds } from '../proof/bounds.ts';
import type { Compiled } from '../board/compiled.ts';
import type { WishLimits } from '../breaks/fewest-missed.ts';
import type { SatLimits } from '../breaks/sat-port.ts';
import { isSmallForClauses } from '../breaks/without-breaks.ts';
import { boardFrom, construct, fill } from './construct.ts';
import { cover, type Coverage } from './coverage.ts';
import { holdingPins } from '../repair/forcing.ts';
import { raiseWeight } from './improve.ts';
import { Allowance, atMost, type Effort, type Meter } from './meter.ts';
import type { News, ProofLimits } from '../proof/prove.ts';
import { seat, seatMusts } from './seat.ts';
import { settleRooms } from './settle-rooms.ts';
import type { Meeting } from '../solution.ts';

export type Phase = 'first-plan' | 'raising-weight' | 'bounding' | 'proving' | 'arranging';

/** Posted whenever the plan or the bound gets better. Everything in it is already true of a plan without a breach. */
export type Progress = {
  readonly phase: Phase;
  readonly weight: number;
  readonly bound: number;
  readonly breaks: number;
  readonly breaksBound: number;
  /** Meetings missing to the minimums of all people. */
  readonly shortfall: number;
  /** Wishes missed, and what no plan as good on the levels above can undercut; null until that is known. */
  readonly missed: number;
  readonly missedBound: number | null;
  /** What keeps days from being compact that should be: slots waited, and days with one meeting alone. The bound is told where it is reached; else it is not known. */
  readonly loose: number;
  readonly looseBound?: number | null;
  /** Of the musts placed, the most there can be; of the meetings missing to minimums, the fewest. Absent: not known. */
  readonly mustsBound?: number;
  readonly shortfallBound?: number;
  readonly proven: boolean;
  /** Since the beginning. */
  readonly atMilliseconds: number;
  /** The best plan so far; asked for only when wanted, since it is built anew. */
  meetings(): Meeting[];
};

export type SearchOptions = {
  readonly seed: number;
  readonly effort: Effort;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  /** A plan to be no worse than; meetings that break a rule by now are left out. */
  readonly from?: readonly Meeting[];
  /** A pinned request that can stand is not left out for others. Absent: a pin says only where it is held if it is, as in the format. */
  readonly holdsPins?: boolean;
  /** Share of the weight that may be given up so that people reach their minimums. Absent: none, weight comes first. */
  readonly coverageAllowance?: number;
  readonly shouldStop?: () => boolean;
  readonly watch?: (progress: Progress) => void;
};

/** Shares of the effort. Rounds begin at these lengths and grow, so that a short run cools down and a long one is used. */
const shares = { firstRaise: 0.02, raise: 0.6, firstSeat: 0.02, quickStudy: 0.4, longStudy: 0.75, keptForArranging: 0.3, firstArrange: 0.04, rooms: 0.05 };
/** Of what is left, when a question in clauses ends: a plan without breaks; one that misses fewer wishes; how few must be missed, asked after it. */
const sharesForClauses = { calm: 0.66, plans: 0.3, bound: 0.7 };
/** Steps for each request in the first rounds, which a long effort need not make longer: the solver selects sooner than a search does. */
const steps = { firstSeat: 20, firstMusts: 400 };
/** Tries before the solver is asked again, in the end with the model by starts, which takes it long. A selection in whole numbers mostly sits at the first or second. */
const seatingsBeforeStudy = { whole: 3, inPart: 1 };
/** A question in clauses with less is hardly answered, and its time is better spent on arranging. */
const leastForClauses = { calm: { seconds: 2, conflicts: 10_000 }, plans: { seconds: 1, conflicts: 10_000 }, bound: { seconds: 5, conflicts: 50_000 } };

/** What may be asked in clauses once arranging gets no further: the same meetings without breaks, or fewer wishes missed. An answer comes as news, at once or later. */
export type Question =
  | { readonly kind: 'calm'; readonly plan: Arrangement; readonly limits: SatLimits }
  | { readonly kind: 'wishes'; readonly plan: Arrangement; readonly limits: WishLimits };
/** Measured best among 0.9, 0.5, 0.3, 0.15 at the start on M and L in 1 and 3 s; hotter searches need more time than there is. */
const coolHeat = { from: 0.2, to: 0.08 };

/**
 * Rounds of arranging grow by this: the third is all that is left, or ends with the first plan without breaks for a fourth. Growing by 2.5 a long effort has better plans early (after 5 of 30 s 431
 * instead of 547 wishes missed on L), but in short ones 2 to 5 more breaks were left on L with too few rooms, S was settled later, and the fewest breaks by search alone were reached on 15 or 16 of 24 events instead of 17.
 */
const arrangeGrowth = 5;

/** A plan and what it reaches. */
export type Reached = { readonly plan: Arrangement; readonly gain: number; readonly mustPlaced: number; readonly weight: number; readonly levels: Levels };

/**
 * The search as a row of rounds, each of which can be paused after every stride: raise weight, seat what the solver selected, cover,
 * arrange. It takes in news of the solver between strides, wherever the solver runs, and always has its best plan in hand.
 */
export class Search {
  readonly compiled: Compiled;
  readonly random: Random;
  readonly bounds: Bounds;
  readonly allowance: Allowance;
  readonly board: Board;
  best: Reached;
  coverage: Coverage | null = null;
  phase: Phase = 'first-plan';
  private chosen: Uint8Array | null = null;
  private isChosenWhole = false;
  private seatings = 0;
  private mustRounds = 0;
  private raised = 0;
  private raiseRound = shares.firstRaise / 2;
  private hasNews = false;
  private arranged = 0;
  private readonly asked = new Set<Question['kind']>();

  constructor(plain: Compiled, private readonly options: SearchOptions) {
    const compiled = options.holdsPins === true ? holdingPins(plain) : plain;
    this.compiled = compiled;
    this.allowance = new Allowance(options.effort, options.now, options.shouldStop);
    this.random = seeded(options.seed);
    this.board = options.from ? boardFrom(compiled, options.from) : construct(compiled, this.random);
    this.best = reachedBy(this.board, this.board.arrangement());
    this.bounds = new Bounds(compiled);
    this.tell();
    this.bounds.sharpen();
  }

  /**
   * `study` asks for the next news where the solver works in this thread, and says whether there was any to ask for. `ask` is called
   * once for each kind of question that arises.
   */
  *run(study: () => boolean, ask: ((question: Question) => void) | null = null): Generator<void, void> {
    let arrangeRound = shares.firstArrange / arrangeGrowth;
    const { mostMusts } = this.bounds;
    const isOver = () => this.allowance.share >= 1;
    if (!isOver()) for (const news of lookAtAmounts(this.compiled, mostMusts, this.best.mustPlaced >= mostMusts ? this.best.weight : 0, isOver)) this.hear(news);
    for (let turn = 0; this.allowance.share < 1 - shares.rooms;) {
      const mayRaise = !this.isProven && this.allowance.share < 1 - shares.keptForArranging;
      const hasPlan = this.chosen !== null || this.lacksMusts;
      if (mayRaise && this.lacksMusts && this.mustRounds === 0) yield* this.seatMusts();
      else if (mayRaise && this.chosen !== null && this.seatings < (this.isChosenWhole ? seatingsBeforeStudy.whole : seatingsBeforeStudy.inPart)) yield* this.seatChosen(this.chosen);
      else if (this.wantsNews && study()) continue;
      else if (mayRaise && (hasPlan ? turn++ % 3 > 0 : this.raised < shares.raise)) yield* this.raiseSomehow(turn);
      else if (this.coverage === null) this.coverPeople();
      else if (this.isArranged) break;
      else {
        const question = ask && this.questionNow();
        if (!question) yield* this.arrangeMeetings((arrangeRound *= arrangeGrowth));
        else {
          this.asked.add(question.kind);
          ask(question);
        }
      }
    }
    if (this.allowance.shouldStop()) return;
    if (this.coverage === null) this.coverPeople();
    yield* this.settleRooms();
  }

  /** Takes in what the solver found; the round under way ends where it bears on it. */
  hear(news: News): void {
    this.bounds.hear(news);
    if (news.kind === 'selection') {
      this.chosen = news.chosen;
      this.isChosenWhole = news.isWhole;
      this.seatings = 0;
      this.hasNews = true;
    }
    if (news.kind === 'plan') this.take(news.plan);
    else this.tell();
  }

  readonly proofLimits: ProofLimits = {
    quick: () => this.allowance.limits(shares.quickStudy, shares.keptForArranging),
    long: () => this.allowance.limits(shares.longStudy, shares.keptForArranging),
  };

  /** The weight is the best there is; what coverage was allowed to cost counts as reached. */
  get isProven(): boolean {
    return this.best.mustPlaced >= this.bounds.mostMusts && this.best.weight + (this.coverage?.weightGivenUp ?? 0) >= this.bounds.weight(this.best.mustPlaced);
  }

  get missedBound(): number | null {
    const { mustPlaced, weight, levels: [shortfall, , breaks] } = this.best;
    return this.bounds.missed(mustPlaced, weight, shortfall === 0 && breaks === 0);
  }

  private get looseBound(): number {
    return this.bounds.loose(this.best.mustPlaced, this.best.weight);
  }

  /** What is in hand now, for the planner to see. */
  get progress(): Progress {
    const { best: { plan, mustPlaced, weight, levels: [shortfall, , breaks, missed, loose] } } = this;
    return {
      phase: this.phase, weight, breaks, shortfall, missed, loose,
      bound: Math.max(weight, this.bounds.weight(mustPlaced)),
      breaksBound: 0,
      missedBound: this.missedBound,
      looseBound: loose === this.looseBound ? loose : null,
      mustsBound: this.bounds.mostMusts,
      shortfallBound: this.bounds.shortfall,
      proven: this.isProven,
      atMilliseconds: this.allowance.milliseconds,
      meetings: () => meetingsOf(this.compiled, plan),
    };
  }

  private get wantsNews(): boolean {
    return this.allowance.share < 1 - shares.keptForArranging && (!this.isProven || this.missedBound === null);
  }

  /** Nothing below weight can be better. */
  private get isArranged(): boolean {
    if (this.compiled.starts.every((starts) => starts.length === 0)) return true;
    const [shortfall, unfairness, breaks, missed, loose] = this.best.levels;
    return this.isProven && shortfall === 0 && unfairness === 0 && breaks === 0 && missed <= (this.missedBound ?? 0) && loose <= this.looseBound;
  }

  /** What to ask in clauses when two rounds of arranging have left breaks, or wishes that need perhaps not be missed. */
  private questionNow(): Question | null {
    const { allowance, best: { plan, levels: [, , breaks, missed] } } = this;
    const kind = breaks > 0 ? 'calm' : 'wishes';
    if (this.asked.has(kind) || !this.isProven || this.arranged < 2 || (breaks === 0 && missed === 0) || !isSmallForClauses(this.compiled)) return null;
    const limitsFor = (what: keyof typeof sharesForClauses) => allowance.clauseLimits(sharesForClauses[what], leastForClauses[what]);
    const [calm, plans] = kind === 'calm' ? [limitsFor('calm'), null] : [null, limitsFor('plans')];
    return calm ? { kind: 'calm', plan, limits: calm } : plans && { kind: 'wishes', plan, limits: { plans, bound: limitsFor('bound') } };
  }

  private get lacksMusts(): boolean {
    return this.best.mustPlaced < this.bounds.mostMusts;
  }

  /** The musts, the selection and all requests in turns: a selection need not have hours for all, and then the search alone gets on. */
  private *raiseSomehow(turn: number): Generator<void, void> {
    if (this.lacksMusts && turn % 2 === 0) yield* this.seatMusts();
    else if (this.chosen !== null && turn % 4 < 2) yield* this.seatChosen(this.chosen);
    else yield* this.raise((this.raiseRound *= 2));
  }

  private *raise(share: number, stepsEach = Infinity): Generator<void, void> {
    this.phase = 'raising-weight';
    this.hasNews = false;
    const before = this.allowance.share;
    yield* raiseWeight(this.board, this.random, this.round(share, stepsEach), coolHeat, (gain) => this.hasNews || gain >= this.bounds.enough, this.better);
    // A round without anything to move spends nothing; it still counts, or the run would never end.
    this.raised += Math.max(this.allowance.share - before, this.hasNews ? 0 : share / 10);
    this.board.restore(this.best.plan);
  }

  /** Each try is twice as long as the one before, and every second one begins with nothing seated: what stands may be what is in the way. */
  private *seatChosen(chosen: Uint8Array): Generator<void, void> {
    this.phase = 'bounding';
    this.hasNews = false;
    const from = this.seatings % 2 === 0 ? this.board : new Board(this.compiled);
    const longer = 2 ** this.seatings++;
    const { seated, isWhole } = yield* seat(from, chosen, this.random, this.round(shares.firstSeat * longer, steps.firstSeat * longer), (gain) => this.hasNews || gain >= this.bounds.enough, this.better);
    if (isWhole && this.chosen === chosen) this.chosen = null;
    this.take(seated.arrangement());
    this.board.restore(this.best.plan);
  }

  /** What must be placed by itself, so that one can make way for two; the search of all requests would never give one up. */
  private *seatMusts(): Generator<void, void> {
    this.phase = 'raising-weight';
    const longer = 2 ** this.mustRounds++;
    const seated = yield* seatMusts(this.board, this.random, this.round(shares.firstSeat * longer, steps.firstMusts * longer), this.bounds.mostMusts);
    this.take(seated.arrangement());
    yield* this.raise(shares.firstSeat * longer, steps.firstMusts * longer);
  }

  private round(share: number, stepsEach: number): Meter {
    return atMost(this.allowance.round(share), stepsEach * this.compiled.requests);
  }

  private readonly better = (plan: Arrangement, board: Board): void => { this.keep(plan, board); };

  private coverPeople(): void {
    const { board, options: { coverageAllowance = 0 } } = this;
    this.coverage = { weightGivenUp: 0, people: [] };
    if (board.shortfall === 0 || this.allowance.shouldStop()) return;
    this.coverage = cover(board, this.random, Math.floor(board.weight * coverageAllowance));
    this.best = reachedBy(board, board.arrangement());
    this.tell();
  }

  private *arrangeMeetings(share: number): Generator<void, void> {
    this.phase = 'arranging';
    this.hasNews = false;
    this.arranged++;
    yield* arrange(this.board, this.random, this.allowance.round(Math.min(share, 1 - shares.rooms - this.allowance.share)), () => this.hasNews || this.isArranged, this.better);
    this.board.restore(this.best.plan);
  }

  /** Comes last and at fixed hours, so that nothing above it can change. */
  private *settleRooms(): Generator<void, void> {
    yield* settleRooms(this.board, this.random, this.allowance.round(shares.rooms));
    this.best = reachedBy(this.board, this.board.arrangement());
    this.tell();
  }

  /** Goes over to another plan, with what still fits put in, when it is better. Coverage is looked at afresh where it is heavier. */
  private take(plan: Arrangement): void {
    const other = new Board(this.compiled);
    other.restore(plan);
    fill(other);
    const isHeavier = other.gain > this.best.gain + (this.coverage?.weightGivenUp ?? 0);
    if (!isHeavier && (other.gain < this.best.gain || compareLevels(levelsOf(other), this.best.levels) >= 0)) return;
    if (isHeavier) this.coverage = null;
    this.keep(other.arrangement(), other);
    this.board.restore(this.best.plan);
    this.hasNews = true;
  }

  private keep(plan: Arrangement, board: Board): void {
    if (board.gain < this.best.gain) return;
    const reached = reachedBy(board, plan);
    if (reached.gain === this.best.gain && compareLevels(reached.levels, this.best.levels) >= 0) return;
    this.best = reached;
    this.tell();
  }

  private tell(): void {
    this.options.watch?.(this.progress);
  }
}

function reachedBy(board: Board, plan: Arrangement): Reached {
  return { plan, gain: board.gain, mustPlaced: board.mustPlaced, weight: board.weight, levels: levelsOf(board) };
}
