import type { Board } from '../board/board.ts';

/** What a step is expected to change: breaks, missed wishes, what keeps days from being compact, and what placing brings on the first two levels. */
export type Foresight = { breaks: number; missed: number; loose: number; gain: number };

/**
 * What putting a request somewhere will change, if whoever's meeting is in the way takes the place it leaves. An estimate: what is pushed may
 * find a better hour or none, and rooms are not asked. Nineteen of twenty steps make a plan worse; most of them need not be taken to know it.
 */
export function foresee(board: Board, request: number, start: number, into: Foresight): void {
  const { peopleOf, preferred, slots, length, gain } = board.compiled;
  const people = peopleOf[request] as Int32Array;
  const size = length[request] as number;
  const from = board.start[request] as number;
  into.breaks = 0;
  into.loose = 0;
  into.missed = wishesMissed(request, start) - wishesMissed(request, from);
  into.gain = from === -1 ? (gain[request] as number) : 0;
  let [first, second] = [-1, -1];
  for (let index = 0; index < people.length; index++) {
    const person = people[index] as number;
    let isFree = true;
    for (let slot = start; slot < start + size; slot++) {
      const other = board.personAt[person * slots + slot] as number;
      if (other === -1 || other === request) continue;
      isFree = false;
      if (other === first || other === second) continue;
      [first, second] = [other, first];
      pushed(other);
    }
    // Who is in both meetings has one in place of the other.
    if (isFree) foreseeMoved(board, person, size, from, start, into);
  }

  function pushed(other: number): void {
    const at = board.start[other] as number;
    const theirs = peopleOf[other] as Int32Array;
    if (from === -1) into.gain -= gain[other] as number;
    into.missed += wishesMissed(other, from) - wishesMissed(other, at);
    for (let index = 0; index < theirs.length; index++) {
      const person = theirs[index] as number;
      if (!people.includes(person)) foreseeMoved(board, person, length[other] as number, at, from, into);
    }
  }

  function wishesMissed(one: number, at: number): number {
    const wish = preferred[one];
    return at === -1 || !wish || wish[at] === 1 ? 0 : 1;
  }
}

/** Adds what changes for one person whose meeting of so many slots goes from one start to another; −1 for none. */
export function foreseeMoved(board: Board, person: number, length: number, from: number, to: number, into: Foresight): void {
  into.breaks += board.breaksIfMoved(person, length, from, to);
  into.loose += board.looseIfMoved(person, length, from, to);
}
