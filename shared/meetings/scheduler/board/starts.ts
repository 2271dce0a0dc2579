import { hasBit, setBit, shifted } from './bits.ts';
import { allowedBy, type Facts } from '../facts.ts';
import type { Request } from '../problem.ts';

/** What decides where a request may begin, as far as it is compiled. */
type Grounds = {
  readonly facts: Facts;
  readonly slots: number;
  readonly slotWords: number;
  readonly laneWords: number;
  readonly peopleOf: readonly Int32Array[];
  readonly awayMask: Int32Array;
  readonly kindOf: Int32Array;
  readonly kindLanes: readonly Int32Array[];
  readonly openMask: Int32Array;
};

/** For every request the set of start slots that grid, pin, allowed slots, everyone's availability and some open room leave. */
export function startMasks({ facts, slots, slotWords, laneWords, peopleOf, awayMask, kindOf, kindLanes, openMask }: Grounds): Int32Array {
  const { requests } = facts.problem;
  const grid = gridOf(facts);
  const roomOpen = openStarts(slots, slotWords, laneWords, openMask, kindLanes);
  /** Most requests are free to begin anywhere: one set for every length serves them. */
  const anywhere = new Map<readonly number[], Int32Array>();
  const masks = new Int32Array(requests.length * slotWords);
  for (let index = 0; index < requests.length; index++) {
    const request = requests[index] as Request;
    const offset = index * slotWords;
    const fits = grid(request);
    const within = anywhere.get(fits) ?? maskOf(fits, slotWords);
    anywhere.set(fits, within);
    const open = roomOpen(kindOf[index] as number, request.length);
    const attending = peopleOf[index] as Int32Array;
    const steps = request.length;
    for (let word = 0; word < slotWords; word++) {
      let left = (within[word] as number) & (open[word] as number);
      for (let place = 0; place < attending.length && left !== 0; place++) {
        const person = (attending[place] as number) * slotWords;
        left &= ~(awayMask[person + word] as number);
        for (let step = 1; step < steps; step++) left &= ~shifted(awayMask, person, word, slotWords, step);
      }
      masks[offset + word] = left;
    }
  }
  return masks;
}

function maskOf(members: readonly number[], words: number): Int32Array {
  const mask = new Int32Array(words);
  for (let index = 0; index < members.length; index++) setBit(mask, 0, members[index] as number);
  return mask;
}

/** For each request the starts that pin, allowed slots and blocks leave, whoever may come. */
export function gridOf(facts: Facts): (request: Request) => readonly number[] {
  const { slots } = facts.problem;
  /** The first slot after the block that a slot lies in. */
  const blockEnd = new Int32Array(slots.length);
  for (let slot = slots.length - 1; slot >= 0; slot--) {
    const [here, next] = [slots[slot], slots[slot + 1]];
    blockEnd[slot] = here && next && next.block === here.block && next.day === here.day ? blockEnd[slot + 1] as number : slot + 1;
  }
  const fitting = new Map<number, number[]>();
  return (request) => {
    const fits = fitting.get(request.length) ?? Array.from(blockEnd.keys()).filter((start) => start + request.length <= (blockEnd[start] as number));
    fitting.set(request.length, fits);
    const pin = facts.pins.get(request.id);
    const allowed = allowedBy(facts, request.allowedSlots);
    if (pin === undefined && allowed === null) return fits;
    const within = allowed === null ? null : new Set(allowed);
    return fits.filter((start) => (pin === undefined || pin.slot === start) && (within?.has(start) ?? true));
  };
}

/** For a kind and a length: the starts at which some lane of the kind is open over the whole length. */
function openStarts(slots: number, slotWords: number, laneWords: number, openMask: Int32Array, kindLanes: readonly Int32Array[]): (kind: number, length: number) => Int32Array {
  const known = new Map<number, Int32Array>();
  return (kind, length) => {
    const key = kind * (slots + 2) + Math.min(length, slots + 1);
    const there = known.get(key);
    if (there) return there;
    const found = new Int32Array(slotWords);
    for (const lane of kindLanes[kind] as Int32Array) {
      let open = 0;
      for (let slot = slots - 1; slot >= 0; slot--) {
        open = hasBit(openMask, slot * laneWords, lane) ? open + 1 : 0;
        if (open >= length) setBit(found, 0, slot);
      }
    }
    known.set(key, found);
    return found;
  };
}
