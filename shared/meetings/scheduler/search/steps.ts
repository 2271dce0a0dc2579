import type { Board } from '../board/board.ts';
import type { Random } from '#shared/kernel/random.ts';
import { someRivalNear } from '../board/rivals.ts';
import { someWalkTooFar } from '../board/walking.ts';

/** How far one step may reach: meetings it may push aside, and whether pushed ones may push others in turn (Kempe chains). */
export type Reach = { readonly pushed: number; readonly chain: number };

/**
 * Moves on a board that can be taken back: puts a request somewhere, pushes aside what stands there, and finds the pushed
 * ones another place. No step ever breaks a hard rule.
 */
export class Steps {
  private readonly log: number[] = [];
  private readonly clashes: number[] = [];
  private readonly moved: Int32Array;
  private readonly queue: number[] = [];
  private readonly refuge: number[] = [];
  private turn = 0;

  constructor(private readonly board: Board, private readonly random: Random) {
    this.moved = new Int32Array(board.compiled.requests);
  }

  /** Everything the last step pushed aside, whether it found another place or not. */
  get pushed(): readonly number[] {
    return this.queue;
  }

  /** What has been pushed out for good by the last step is left unplaced; `false`, and an unchanged board, when the step would reach too far. */
  take(request: number, start: number, reach: Reach): boolean {
    this.log.length = 0;
    this.turn++;
    this.queue.length = 0;
    this.refuge.length = 0;
    const old = this.board.start[request] as number;
    if (old !== -1) this.lift(request);
    if (!this.enter(request, start, old, reach.pushed)) return this.back();
    let chained = 0;
    for (let next = 0; next < this.queue.length; next++) {
      const pushed = this.queue[next] as number;
      const home = this.refuge[next] as number;
      if (home !== -1 && this.fits(pushed, home)) this.set(pushed, home, this.board.laneFor(pushed, home));
      else {
        const free = this.board.freeStart(pushed, this.random.below(this.board.compiled.slots));
        if (free !== -1) this.set(pushed, free, this.board.laneFor(pushed, free));
        else if (reach.chain > 0) {
          const mayEnter = home !== -1 && this.mayStart(pushed, home);
          if (mayEnter && chained++ < reach.chain) {
            const at = this.lastStart(pushed);
            if (!this.enter(pushed, home, at, reach.pushed)) return this.back();
          }
        }
      }
    }
    return true;
  }

  /** Takes the last step back. */
  back(): false {
    for (let entry = this.log.length - 3; entry >= 0; entry -= 3) {
      const [request, start, lane] = [this.log[entry] as number, this.log[entry + 1] as number, this.log[entry + 2] as number];
      if (start === -1) this.board.remove(request);
      else this.board.place(request, start, lane);
    }
    this.log.length = 0;
    return false;
  }

  /** Clears the way and places; `false` where more would be pushed than allowed, or something that this step already moved. */
  private enter(request: number, start: number, refuge: number, most: number): boolean {
    const { board, clashes } = this;
    const { compiled } = board;
    this.moved[request] = this.turn;
    clashes.length = 0;
    const end = start + (compiled.length[request] as number);
    const people = compiled.peopleOf[request] as Int32Array;
    for (let index = 0; index < people.length; index++) {
      const row = (people[index] as number) * compiled.slots;
      for (let slot = start; slot < end; slot++) if (!this.note(board.personAt[row + slot] as number, most)) return false;
    }
    const before = compiled.before[request] as Int32Array;
    for (let index = 0; index < before.length; index++) {
      const other = before[index] as number;
      const at = board.start[other] as number;
      if (at !== -1 && at + (compiled.length[other] as number) > start && !this.note(other, most)) return false;
    }
    const after = compiled.after[request] as Int32Array;
    for (let index = 0; index < after.length; index++) {
      const other = after[index] as number;
      const at = board.start[other] as number;
      if (at !== -1 && at < end && !this.note(other, most)) return false;
    }
    for (const other of clashes) this.push(other, refuge);
    if (compiled.limited && !this.respectLimits(request, start, refuge, most)) return false;
    let lane = board.laneFor(request, start);
    if (lane === -1) lane = this.clearLane(request, start, refuge, most);
    if (lane === -1) return false;
    this.set(request, start, lane);
    return true;
  }

  private note(other: number, most: number): boolean {
    if (other === -1 || this.clashes.includes(other)) return true;
    if (this.moved[other] === this.turn || this.clashes.length >= most) return false;
    this.clashes.push(other);
    return true;
  }

  /** Pushes aside the least meeting of everyone who already has as many as they may. */
  private respectLimits(request: number, start: number, refuge: number, most: number): boolean {
    const { board } = this;
    const { compiled } = board;
    for (const person of compiled.peopleOf[request] as Int32Array) {
      const day = compiled.dayOf[start] as number;
      for (;;) {
        const dayFull = (board.heldOnDay[person * compiled.days + day] as number) >= (compiled.dayLimit[person] as number);
        if (!dayFull && !board.atLimit(person)) break;
        let least = -1;
        for (let slot = 0; slot < compiled.slots; slot++) {
          const other = board.personAt[person * compiled.slots + slot] as number;
          if (other === -1 || this.moved[other] === this.turn || (dayFull && compiled.dayOf[slot] !== day)) continue;
          if (least === -1 || (compiled.gain[other] as number) < (compiled.gain[least] as number)) least = other;
        }
        if (least === -1 || this.clashes.length >= most) return false;
        this.clashes.push(least);
        this.push(least, refuge);
      }
    }
    return true;
  }

  /** Makes a lane free: by moving its meeting to another free room at the same time, else by pushing aside the least. −1 when that reaches too far. */
  private clearLane(request: number, start: number, refuge: number, most: number): number {
    const { board } = this;
    const { compiled } = board;
    const lanes = compiled.kindLanes[compiled.kindOf[request] as number] as Int32Array;
    const end = start + (compiled.length[request] as number);
    if (compiled.walking !== null || compiled.rivals !== null) {
      const free = board.laneFor(request, start, true);
      if (free !== -1) {
        const far: number[] = [];
        const note = (other: number) => { if (!far.includes(other)) far.push(other); return false; };
        someWalkTooFar(board, request, start, free, note);
        someRivalNear(board, request, start, free, note);
        for (const other of far) {
          if (this.moved[other] === this.turn || this.clashes.length >= most) return -1;
          this.clashes.push(other);
          this.push(other, refuge);
        }
        return free;
      }
    }
    let best = -1;
    let bestCost = Infinity;
    const turn = this.random.below(Math.max(1, lanes.length));
    for (let index = 0; index < lanes.length; index++) {
      const lane = lanes[(index + turn) % lanes.length] as number;
      let cost = 0;
      let last = -1;
      let count = this.clashes.length;
      for (let slot = start; slot < end; slot++) {
        const other = board.laneAt[lane * compiled.slots + slot] as number;
        if (((compiled.openMask[slot * compiled.laneWords + (lane >>> 5)] as number) & (1 << (lane & 31))) === 0) cost = Infinity;
        if (other === -1 || other === last) continue;
        last = other;
        if (this.moved[other] === this.turn || ++count > most) cost = Infinity;
        if (cost === Infinity) break;
        const elsewhere = board.laneFor(other, board.start[other] as number);
        cost += elsewhere === -1 ? (compiled.gain[other] as number) : 0;
      }
      if (cost < bestCost) {
        bestCost = cost;
        best = lane;
        if (cost === 0) break;
      }
    }
    if (best === -1) return -1;
    for (let slot = start; slot < end; slot++) {
      const other = board.laneAt[best * compiled.slots + slot] as number;
      if (other === -1) continue;
      const at = board.start[other] as number;
      const elsewhere = board.laneFor(other, at);
      if (elsewhere !== -1) {
        this.lift(other);
        this.set(other, at, elsewhere);
      } else {
        this.clashes.push(other);
        this.push(other, refuge);
      }
    }
    return board.isTooNearOrFar(request, start, best) ? -1 : best;
  }

  private push(other: number, refuge: number): void {
    this.lift(other);
    this.queue.push(other);
    this.refuge.push(refuge);
  }

  private fits(request: number, start: number): boolean {
    const { board } = this;
    const { compiled } = board;
    if (!this.mayStart(request, start) || !board.keepsOrder(request, start) || board.dayIsFull(request, start)) return false;
    const end = start + (compiled.length[request] as number);
    for (const person of compiled.peopleOf[request] as Int32Array) {
      if (compiled.limited && board.atLimit(person)) return false;
      for (let slot = start; slot < end; slot++) if (board.personAt[person * compiled.slots + slot] !== -1) return false;
    }
    return board.laneFor(request, start) !== -1;
  }

  private mayStart(request: number, start: number): boolean {
    const { startMask, slotWords } = this.board.compiled;
    return (((startMask[request * slotWords + (start >>> 5)] as number) >>> (start & 31)) & 1) === 1;
  }

  /** Where this step lifted a request from. */
  private lastStart(request: number): number {
    for (let entry = this.log.length - 3; entry >= 0; entry -= 3) if (this.log[entry] === request && this.log[entry + 1] !== -1) return this.log[entry + 1] as number;
    return -1;
  }

  private lift(request: number): void {
    this.log.push(request, this.board.start[request] as number, this.board.lane[request] as number);
    this.board.remove(request);
  }

  private set(request: number, start: number, lane: number): void {
    this.log.push(request, -1, -1);
    this.board.place(request, start, lane);
  }
}
