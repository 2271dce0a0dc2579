import { requestOf, slotsOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'person-is-available';

export const personIsAvailable: Rule = {
  code,
  sentence: 'Nobody is in a meeting at a time when they cannot be.',
  breaches(facts, plan) {
    return plan.flatMap((meeting) => requestOf(facts, meeting).people.flatMap((person) => {
      const away = slotsOf(facts, meeting).filter((slot) => facts.people.get(person)?.unavailable.includes(slot));
      return away.length > 0 ? [breach(code, { people: [person], requests: [meeting.request], slots: away })] : [];
    }));
  },
};
