import type { Random } from '#shared/kernel/random.ts';
import type { Board } from '../board/board.ts';

/** Which request to put where: half of the time one that troubles somebody, at a start that may help; else any, so that no plan is out of reach. */
export class Aims {
  request = -1;
  start = -1;

  constructor(private readonly board: Board, private readonly random: Random, private readonly movable: readonly number[]) {}

  /** Whether there is an aim this time. What is not placed is tried too: it may take the place of a meeting of the same weight and suit people better. */
  next(): boolean {
    const { board, random } = this;
    const turn = random.below(4);
    if (turn === 0 && board.breaks > 0) this.gather(random.pick(board.peopleWaiting));
    else if (turn === 1 && board.missed > 0) this.grantWish();
    else if (turn === 2 && board.loose > 0) this.tighten();
    else this.anything();
    return this.request !== -1 && this.start !== board.start[this.request];
  }

  private anything(): void {
    this.request = this.random.pick(this.movable);
    this.start = this.random.pick(this.board.compiled.starts[this.request] as unknown as readonly number[]);
  }

  /** Somebody whose days are not as compact as they should be. A few looks find one where there are many. */
  private tighten(): void {
    const { board, random } = this;
    this.request = -1;
    for (let look = 0; look < 8; look++) {
      const person = random.pick(board.compiled.compactPeople);
      if (board.looseOf(person) > 0) return this.gather(person);
    }
  }

  /** One meeting of a person beside another on any of their days. */
  private gather(person: number): void {
    const { board, random } = this;
    const { slots, earlier, later, length, startMask, slotWords } = board.compiled;
    const row = person * slots;
    this.request = -1;
    const moved = this.meetingFrom(row, random.below(slots));
    const beside = this.meetingFrom(row, random.below(slots));
    if (moved === -1 || beside === moved) return;
    const at = board.start[beside] as number;
    const wanted = random.below(2) === 0
      ? (later[row + at + (length[beside] as number) - 1] as number)
      : ((earlier[row + at] as number) < 0 ? -1 : (earlier[row + at] as number) - (length[moved] as number) + 1);
    if (wanted < 0 || (((startMask[moved * slotWords + (wanted >>> 5)] as number) >>> (wanted & 31)) & 1) === 0) return;
    this.request = moved;
    this.start = wanted;
  }

  /** The first meeting from a slot on, round the grid. */
  private meetingFrom(row: number, from: number): number {
    const { personAt, compiled: { slots } } = this.board;
    for (let step = 0; step < slots; step++) {
      const request = personAt[row + ((from + step) % slots)] as number;
      if (request !== -1) return request;
    }
    return -1;
  }

  /** A meeting outside its wishes, at a start it wishes. A few looks find one where there are many. */
  private grantWish(): void {
    const { board, random, movable } = this;
    const { preferred, starts } = board.compiled;
    this.request = -1;
    for (let look = 0; look < 8; look++) {
      const request = random.pick(movable);
      const at = board.start[request] as number;
      const wish = preferred[request];
      if (at === -1 || !wish || wish[at] === 1) continue;
      const open = starts[request] as Int32Array;
      for (let draw = 0; draw < 8; draw++) {
        const start = open[random.below(open.length)] as number;
        if (wish[start] === 0) continue;
        this.request = request;
        this.start = start;
        return;
      }
      return;
    }
  }
}
