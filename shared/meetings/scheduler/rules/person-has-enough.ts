import { meetingsByPerson } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'person-has-enough';

export const personHasEnough: Rule = {
  code,
  sentence: 'Nobody has more meetings than their limit for the summit.',
  breaches(facts, plan) {
    return [...meetingsByPerson(facts, plan)].filter(([person, meetings]) => meetings.length > (facts.people.get(person)?.max ?? Infinity))
      .map(([person, meetings]) => breach(code, { people: [person], requests: meetings.map(({ request }) => request) }));
  },
};
