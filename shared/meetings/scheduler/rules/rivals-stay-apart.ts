import { roomOf, slotAt, slotsOf, type Facts } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';
import { minutesApart, rivalsOf } from '../board/rivals.ts';
import type { Meeting } from '../solution.ts';

const code = 'rivals-stay-apart';

export const rivalsStayApart: Rule = {
  code,
  sentence: 'Rivals are never in one meeting, nor in one room at the same time or right after each other.',
  breaches(facts, plan) {
    if (facts.problem.apart === undefined) return [];
    const rivals = rivalsOf(facts.problem);
    const together = plan.filter(({ request }) => rivals.get(request)?.has(request)).map(({ request }) => breach(code, { requests: [request] }));
    const tooNear = plan.flatMap((one, index) => plan.slice(index + 1).filter((other) => one.room === other.room && rivals.get(one.request)?.has(other.request) && areNear(facts, one, other))
      .map((other) => breach(code, { requests: [one.request, other.request], rooms: [roomOf(facts, one).id], slots: [one.slot, other.slot] })));
    return [...together, ...tooNear];
  },
};

function areNear(facts: Facts, one: Meeting, other: Meeting): boolean {
  const [first, second] = one.slot <= other.slot ? [one, other] : [other, one];
  const [last, next] = [slotAt(facts, slotsOf(facts, first).at(-1) ?? first.slot), slotAt(facts, second.slot)];
  return last.day === next.day && next.start - last.start - last.minutes < minutesApart(facts.problem);
}
