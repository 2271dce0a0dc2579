import { meetingsByPerson, slotAt } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';
import type { Meeting } from '../solution.ts';

const code = 'person-has-enough-today';

export const personHasEnoughToday: Rule = {
  code,
  sentence: 'Nobody has more meetings on a day than their limit for a day.',
  breaches(facts, plan) {
    return [...meetingsByPerson(facts, plan)].flatMap(([person, meetings]) => {
      const dayOf = (meeting: Meeting) => slotAt(facts, meeting.slot).day;
      return [...new Set(meetings.map(dayOf))].map((day) => meetings.filter((meeting) => dayOf(meeting) === day))
        .filter((held) => held.length > (facts.people.get(person)?.maxPerDay ?? Infinity))
        .map((held) => breach(code, { people: [person], requests: held.map(({ request }) => request) }));
    });
  },
};
