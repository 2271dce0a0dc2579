import { countBits, setBit } from '../board/bits.ts';
import type { Arrangement } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { LinearDraft } from './linear-draft.ts';
import type { LinearModel } from './port.ts';
import { placesOpen, roomSetsOf, setsByKind } from '../board/room-sets.ts';

/**
 * Which requests to place, when only amounts of time are asked and not the hours themselves: a column says that a request is placed.
 * Nobody meets for longer than they are there, no set of rooms is used for longer than it is open; of requests that must lie within one
 * day or one block, the same holds there. Every plan keeps this, so the optimum bounds every plan. It has a thirtieth of the columns of
 * the relaxation by starts and, solved in whole numbers, the best weight as its optimum (measured on all eighteen public summits), which is why it comes first.
 */
export type Selection = { readonly model: LinearModel; readonly requestOf: Int32Array };

/** `mustPlaced`: the plans bounded are those that place at least so many of the requests that must be placed. */
export function selectionOf(compiled: Compiled, mustPlaced: number, objective: Int32Array | Uint8Array = compiled.weight): Selection {
  const { requests, days, length, starts, peopleOf, kindOf, limit, dayLimit, must, people } = compiled;
  const draft = new LinearDraft();
  const windows = windowsOf(compiled);
  const within = windowsWithin(compiled, windows);
  const roomSets = roomSetsOf(compiled);
  const setsOfKind = setsByKind(compiled, roomSets);
  const usable = usableSlots(compiled);
  const personRow = draft.rows((key) => countWithin(usable, (key % people) * compiled.slotWords, windows[Math.floor(key / people)] as Window));
  const roomRow = draft.rows((key) => {
    const lanes = roomSets[key % roomSets.length]?.lanes ?? [];
    return (windows[Math.floor(key / roomSets.length)] as Window).slots.reduce((total, slot) => total + placesOpen(compiled, lanes, slot), 0);
  });
  const countRow = draft.rows((person) => Math.min(limit[person] as number, (dayLimit[person] as number) * days));
  const dayRow = draft.rows((key) => dayLimit[key % people] as number);
  const mustRow = mustPlaced > 0 ? draft.row(-mustPlaced) : -1;

  for (let request = 0; request < requests; request++) {
    if ((starts[request] as Int32Array).length === 0) continue;
    const size = length[request] as number;
    for (const window of within[request] ?? []) {
      for (const person of peopleOf[request] as Int32Array) {
        draft.enter(personRow(window * people + person), size);
        if (windows[window]?.isDay && (dayLimit[person] as number) < requests) draft.enter(dayRow(window * people + person));
      }
      for (const set of setsOfKind[kindOf[request] as number] ?? []) draft.enter(roomRow(window * roomSets.length + set), size);
    }
    if (compiled.limited) for (const person of peopleOf[request] as Int32Array) draft.enter(countRow(person));
    if (mustRow !== -1 && must[request] === 1) draft.enter(mustRow, -1);
    draft.column(request, objective[request] as number);
  }
  return draft.done(0);
}

/** The requests that an answer of the solver places, whole or in part. */
export function chosenBy({ requestOf }: Selection, values: Float64Array, requests: number): Uint8Array {
  const chosen = new Uint8Array(requests);
  for (let column = 0; column < requestOf.length; column++) if ((values[column] as number) > 1e-6) chosen[requestOf[column] as number] = 1;
  return chosen;
}

/** A plan as values of the columns, to start the solver from. */
export function placedIn({ requestOf }: Selection, { start }: Arrangement): Float64Array {
  return Float64Array.from(requestOf, (request) => Number(start[request] !== -1));
}

type Window = { readonly slots: readonly number[]; readonly mask: Int32Array; readonly isDay: boolean };

/** The whole grid first, then its days and blocks. */
function windowsOf({ facts, slots, slotWords, dayOf }: Compiled): Window[] {
  const lists = new Map<string, { slots: number[]; isDay: boolean }>([['all', { slots: [], isDay: false }]]);
  for (let slot = 0; slot < slots; slot++) {
    const keys = ['all', `day ${dayOf[slot]}`, `block ${dayOf[slot]}, ${facts.problem.slots[slot]?.block}`];
    for (const [index, key] of keys.entries()) {
      const list = lists.get(key) ?? { slots: [], isDay: index === 1 };
      lists.set(key, list);
      list.slots.push(slot);
    }
  }
  return [...lists.values()].map((window) => {
    const mask = new Int32Array(slotWords);
    for (const slot of window.slots) setBit(mask, 0, slot);
    return { ...window, mask };
  });
}

/** For each request the windows that it cannot leave. A meeting lies in the block of its start, so its starts decide. */
function windowsWithin({ requests, startMask, slotWords }: Compiled, windows: readonly Window[]): number[][] {
  return Array.from({ length: requests }, (_, request) => [...windows.keys()].filter((window) => {
    const { mask } = windows[window] as Window;
    for (let word = 0; word < slotWords; word++) if (((startMask[request * slotWords + word] as number) & ~(mask[word] as number)) !== 0) return false;
    return true;
  }));
}

/** For each person the slots in which some meeting of theirs can be held: they are there, and so are the others and a room. */
function usableSlots({ people, requests, slotWords, starts, length, peopleOf }: Compiled): Int32Array {
  const usable = new Int32Array(people * slotWords);
  const taken = new Int32Array(slotWords);
  for (let request = 0; request < requests; request++) {
    taken.fill(0);
    for (const start of starts[request] as Int32Array) for (let slot = start; slot < start + (length[request] as number); slot++) setBit(taken, 0, slot);
    for (const person of peopleOf[request] as Int32Array) for (let word = 0; word < slotWords; word++) usable[person * slotWords + word] = (usable[person * slotWords + word] as number) | (taken[word] as number);
  }
  return usable;
}

function countWithin(set: Int32Array, offset: number, { mask }: Window): number {
  let count = 0;
  for (let word = 0; word < mask.length; word++) count += countBits((mask[word] as number) & (set[offset + word] as number));
  return count;
}
