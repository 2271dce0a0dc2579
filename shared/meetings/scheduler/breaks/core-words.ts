import { counted } from '../../../kernel/text.ts';
import { hasBit } from '../board/bits.ts';
import { type Compiled, compile } from '../board/compiled.ts';
import { factsOf } from '../facts.ts';
import type { ScheduleProblem } from '../problem.ts';
import type { Names } from '../why/reason-words.ts';

/** Requests named in full; of more, the rest is counted. */
const mostNamed = 12;

/**
 * A core in one sentence: whose time, or which places in rooms, are asked for more than there are, where that alone is the cause. The last
 * member may be `fairness`, as in a solution: then they can be placed, only not with breaks shared as evenly as asked.
 */
export function coreText(problem: ScheduleProblem, core: readonly string[], names: Pick<Names, 'person' | 'request' | 'start'>): string {
  const compiled = compile(factsOf(problem));
  const place = new Map(problem.requests.map(({ id }, index) => [id, index]));
  const members = core.flatMap((id) => place.get(id) ?? []);
  const listed = members.slice(0, mostNamed).map((index) => names.request(problem.requests[index]?.id ?? '')).join(', ') + (members.length > mostNamed ? ` and ${members.length - mostNamed} more` : '');
  if (core.includes('fairness')) return `Breaks cannot be shared as evenly as asked while ${listed} ${members.length === 1 ? 'is' : 'are all'} placed; give some of them other starts, or ask for less.`;
  if (members.length === 1) {
    const pin = problem.pins.find(({ request }) => request === core[0]);
    return pin ? `${listed} is pinned to ${names.start(pin.slot)}, which its people, its rooms or its own wishes do not allow.` : `${listed} has no start left that its people, its rooms and its own wishes allow.`;
  }
  const person = problem.people.find((_, index) => members.every((request) => (compiled.peopleOf[request] as Int32Array).includes(index)));
  const starts = startsOf(compiled, members);
  if (person && starts.length < members.length) return `${names.person(person.id)} is asked for ${counted(members.length, 'meeting')} that have ${counted(starts.length, 'start')} between them: ${listed}. One must go, or get another start.`;
  const places = placesAt(compiled, members, starts);
  if (places < members.length) return `${counted(members.length, 'meeting')} have ${counted(places, 'place')} in rooms between them, at ${counted(starts.length, 'start')}: ${listed}. One must go, or get another start or room.`;
  return `${listed} cannot all be placed, though they can without any one of them.`;
}

function startsOf({ starts }: Compiled, members: readonly number[]): number[] {
  return [...new Set(members.flatMap((request) => [...(starts[request] as Int32Array)]))];
}

/** Meetings that the rooms open to any of the members can begin at those starts. */
function placesAt({ kindOf, kindLanes, openMask, laneWords }: Compiled, members: readonly number[], starts: readonly number[]): number {
  const lanes = new Set(members.flatMap((request) => [...(kindLanes[kindOf[request] as number] as Int32Array)]));
  return starts.reduce((count, slot) => count + [...lanes].filter((lane) => hasBit(openMask, slot * laneWords, lane)).length, 0);
}
