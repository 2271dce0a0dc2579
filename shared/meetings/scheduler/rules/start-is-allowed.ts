import { allowedBy, requestOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'start-is-allowed';

export const startIsAllowed: Rule = {
  code,
  sentence: 'A request that names its start slots begins in one of them.',
  breaches(facts, plan) {
    return plan.filter((meeting) => allowedBy(facts, requestOf(facts, meeting).allowedSlots)?.includes(meeting.slot) === false)
      .map(({ request, slot }) => breach(code, { requests: [request], slots: [slot] }));
  },
};
