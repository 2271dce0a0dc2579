import type { Compiled } from '../board/compiled.ts';
import { LinearDraft } from './linear-draft.ts';
import type { LinearModel } from './port.ts';
import { placesOpen, roomSetsOf, setsByKind } from '../board/room-sets.ts';

/**
 * How few start wishes must be missed by plans of at least a given weight: a column says that a request lies in a block, and costs one
 * when the block holds no start it wishes. Only amounts of time per block are asked, so every plan keeps this and its optimum is a bound.
 */
export type Wishes = { readonly model: LinearModel; readonly requestOf: Int32Array };

export function wishesOf(compiled: Compiled, weight: number, mustPlaced: number): Wishes {
  const { requests, slots, facts, dayOf, days, length, starts, peopleOf, kindOf, preferred, away, limit, dayLimit, must, limited } = compiled;
  const draft = new LinearDraft();
  const { blockOf, slotsOf } = blocksOf();
  const blocks = slotsOf.length;
  const requestRows = Int32Array.from({ length: requests }, () => draft.row(1));
  const weightRow = draft.row(-weight);
  const mustRow = draft.row(-mustPlaced);
  const roomSets = roomSetsOf(compiled);
  const setsOfKind = setsByKind(compiled, roomSets);
  const personRow = draft.rows((key) => (slotsOf[key % blocks] ?? []).filter((slot) => away[Math.floor(key / blocks) * slots + slot] === 0).length);
  const roomRow = draft.rows((key) => (slotsOf[key % blocks] ?? []).reduce((total, slot) => total + placesOpen(compiled, roomSets[Math.floor(key / blocks)]?.lanes ?? [], slot), 0));
  const limitRow = draft.rows((person) => limit[person] as number);
  const dayRow = draft.rows((key) => dayLimit[Math.floor(key / days)] as number);

  for (let request = 0; request < requests; request++) {
    const wish = preferred[request];
    const inBlock = new Map<number, boolean>();
    for (const start of starts[request] as Int32Array) inBlock.set(blockOf[start] as number, (inBlock.get(blockOf[start] as number) ?? false) || !wish || wish[start] === 1);
    const size = length[request] as number;
    for (const [block, isWished] of inBlock) {
      draft.enter(requestRows[request] as number);
      draft.enter(weightRow, -(compiled.weight[request] as number));
      if (must[request] === 1) draft.enter(mustRow, -1);
      for (const person of peopleOf[request] as Int32Array) {
        draft.enter(personRow(person * blocks + block), size);
        if (!limited) continue;
        draft.enter(limitRow(person));
        draft.enter(dayRow(person * days + (dayOf[slotsOf[block]?.[0] ?? 0] as number)));
      }
      for (const set of setsOfKind[kindOf[request] as number] ?? []) draft.enter(roomRow(set * blocks + block), size);
      draft.column(request, isWished ? 0 : -1);
    }
  }
  return draft.done();

  function blocksOf(): { readonly blockOf: Int32Array; readonly slotsOf: readonly number[][] } {
    const numbers = new Map<string, number>();
    const lists: number[][] = [];
    const numbered = Int32Array.from(facts.problem.slots, ({ day, block }, slot) => {
      const key = `${day}, ${block}`;
      const number = numbers.get(key) ?? lists.push([]) - 1;
      numbers.set(key, number);
      lists[number]?.push(slot);
      return number;
    });
    return { blockOf: numbered, slotsOf: lists };
  }
}
