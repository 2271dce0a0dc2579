import { requestOf, roomOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'room-has-seats';

export const roomHasSeats: Rule = {
  code,
  sentence: 'A room has a seat for everyone who must be there.',
  breaches(facts, plan) {
    return plan.filter((meeting) => requestOf(facts, meeting).people.length > roomOf(facts, meeting).capacity)
      .map(({ request, room }) => breach(code, { requests: [request], rooms: [room] }));
  },
};
