import { allowedBy, requestOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'room-is-allowed';

export const roomIsAllowed: Rule = {
  code,
  sentence: 'A request that names its rooms is held in one of them.',
  breaches(facts, plan) {
    return plan.filter((meeting) => allowedBy(facts, requestOf(facts, meeting).allowedRooms)?.includes(meeting.room) === false)
      .map(({ request, room }) => breach(code, { requests: [request], rooms: [room] }));
  },
};
