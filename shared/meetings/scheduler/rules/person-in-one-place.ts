import { requestOf, sharing } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'person-in-one-place';

export const personInOnePlace: Rule = {
  code,
  sentence: 'Nobody is in two meetings at once.',
  breaches(facts, plan) {
    const taken = sharing(facts, plan, (meeting) => requestOf(facts, meeting).people);
    return [...taken].flatMap(([person, slots]) => [...slots].filter(([, meetings]) => meetings.length > 1)
      .map(([slot, meetings]) => breach(code, { people: [person], slots: [slot], requests: meetings.map(({ request }) => request) })));
  },
};
