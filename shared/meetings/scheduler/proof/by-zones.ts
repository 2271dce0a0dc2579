import type { Compiled } from '../board/compiled.ts';
import { LinearDraft } from './linear-draft.ts';
import type { Relaxation } from './relaxation.ts';
import { placesOpen, roomSetsOf, setsByKind } from '../board/room-sets.ts';
import { tooNearToWalk, zonesOf, zonesOpen } from '../board/zones.ts';

/**
 * The same model in which a column also says the zone of the room: nobody has to be in one zone and then in another with too little time to
 * walk, and no zone holds more meetings than it has places. Where nobody walks the model stays as it is. An answer in whole numbers is
 * then a timetable that can be walked.
 */
export function byZones(compiled: Compiled, relaxation: Relaxation): Relaxation {
  const zones = zonesOf(compiled);
  if (zones.count === 1) return relaxation;
  const { model, requestOf, startOf } = relaxation;
  const { people, slots, length, peopleOf, kindOf, kindLanes } = compiled;
  const draft = new LinearDraft();
  for (const limit of model.limits) draft.row(limit);

  const kindsByZone = kindLanes.flatMap((lanes) => Array.from({ length: zones.count }, (_, zone) => lanes.filter((lane) => zones.ofLane[lane] === zone)));
  const zoned = { ...compiled, kinds: kindsByZone.length, kindLanes: kindsByZone };
  const roomSets = roomSetsOf(zoned);
  const setsOfKind = setsByKind(zoned, roomSets);
  const roomRow = draft.rows((key) => placesOpen(compiled, roomSets[Math.floor(key / slots)]?.lanes ?? [], key % slots));
  const walkRow = draft.rows(() => 1);
  const near = tooNearToWalk(compiled);
  const before = Array.from({ length: slots }, (_, slot) => [...near.keys()].filter((pair) => near[pair]?.earlier === slot));
  const after = Array.from({ length: slots }, (_, slot) => [...near.keys()].filter((pair) => near[pair]?.later === slot));

  const [starts, zoneOf]: [number[], number[]] = [[], []];
  for (const [column, request] of requestOf.entries()) {
    const start = startOf[column] as number;
    const end = start + (length[request] as number);
    for (const zone of zonesOpen(compiled, zones, request, start)) {
      for (let entry = model.starts[column] as number; entry < (model.starts[column + 1] as number); entry++) draft.enter(model.entries[entry] as number, model.coefficients[entry] as number);
      for (const set of setsOfKind[(kindOf[request] as number) * zones.count + zone] ?? []) for (let slot = start; slot < end; slot++) draft.enter(roomRow(set * slots + slot));
      for (const person of peopleOf[request] as Int32Array) for (let slot = start; slot < end; slot++) enterWalks(person, slot, zone);
      draft.column(request, model.objective[column] as number);
      starts.push(start);
      zoneOf.push(zone);
    }
  }
  return { ...draft.done(model.rows), startOf: Int32Array.from(starts), zoneOf: Int32Array.from(zoneOf) };

  /** For each pair of slots and each zone: in the zone at the earlier one, or too far from it at the later one — never both. */
  function enterWalks(person: number, slot: number, zone: number): void {
    const row = (pair: number, from: number) => walkRow((pair * people + person) * zones.count + from);
    for (const pair of before[slot] ?? []) draft.enter(row(pair, zone));
    for (const pair of after[slot] ?? []) {
      for (let from = 0; from < zones.count; from++) if ((zones.walking[from * zones.count + zone] as number) > (near[pair]?.gap ?? 0)) draft.enter(row(pair, from));
    }
  }
}
