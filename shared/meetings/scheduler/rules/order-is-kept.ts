import { requestOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'order-is-kept';

export const orderIsKept: Rule = {
  code,
  sentence: 'Of two ordered requests that are both placed, the first ends before the second begins.',
  breaches(facts, plan) {
    const placed = new Map(plan.map((meeting) => [meeting.request, meeting]));
    return facts.problem.precedences.flatMap(([first, second]) => {
      const [before, after] = [placed.get(first), placed.get(second)];
      if (!before || !after || before.slot + requestOf(facts, before).length <= after.slot) return [];
      return [breach(code, { requests: [first, second], slots: [before.slot, after.slot] })];
    });
  },
};
