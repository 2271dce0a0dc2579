import { requestOf, roomOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'reserved-room-is-named';

export const reservedRoomIsNamed: Rule = {
  code,
  sentence: 'A reserved room is used only by requests that name it.',
  breaches(facts, plan) {
    return plan.filter((meeting) => roomOf(facts, meeting).reserved && !(requestOf(facts, meeting).allowedRooms ?? []).includes(meeting.room))
      .map(({ request, room }) => breach(code, { requests: [request], rooms: [room] }));
  },
};
