import { counted } from '../../kernel/text.ts';
import { type Compiled, compile } from './compiled.ts';
import { factsOf } from './facts.ts';
import type { ScheduleProblem } from './problem.ts';
import type { Names } from './reason-words.ts';

/** Requests named in full; of more, the rest is counted. */
const mostNamed = 12;

/**
 * A core in one sentence: whose time or which room is asked for more than there is, where that alone is the cause. The last member may be
 * `fairness`, as in a solution: then they can be placed, only not with breaks shared as evenly as asked.
 */
export function coreText(problem: ScheduleProblem, core: readonly string[], names: Pick<Names, 'person' | 'request'>): string {
  const compiled = compile(factsOf(problem));
  const place = new Map(problem.requests.map(({ id }, index) => [id, index]));
  const members = core.flatMap((id) => place.get(id) ?? []);
  const listed = members.slice(0, mostNamed).map((index) => names.request(problem.requests[index]?.id ?? '')).join(', ') + (members.length > mostNamed ? ` and ${members.length - mostNamed} more` : '');
  if (core.includes('fairness')) return `Breaks cannot be shared as evenly as asked while ${listed} ${members.length === 1 ? 'is' : 'are all'} placed; give some of them other starts, or ask for less.`;
  if (members.length === 1) return `${listed} has no start left that its people, its rooms and its own wishes allow.`;
  const person = problem.people.find((_, index) => members.every((request) => (compiled.peopleOf[request] as Int32Array).includes(index)));
  const starts = startsOf(compiled, members);
  if (person && starts < members.length) return `${names.person(person.id)} is asked for ${counted(members.length, 'meeting')} that have ${counted(starts, 'start')} between them: ${listed}. One must go, or get another start.`;
  return `${listed} cannot all be placed, though they can without any one of them.`;
}

function startsOf({ starts }: Compiled, members: readonly number[]): number {
  return new Set(members.flatMap((request) => [...(starts[request] as Int32Array)])).size;
}
