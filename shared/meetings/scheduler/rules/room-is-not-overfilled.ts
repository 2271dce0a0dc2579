import { roomOf, sharing } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'room-is-not-overfilled';

export const roomIsNotOverfilled: Rule = {
  code,
  sentence: 'A room holds no more meetings at once than it has places for.',
  breaches(facts, plan) {
    const taken = sharing(facts, plan, (meeting) => [roomOf(facts, meeting)]);
    return [...taken].flatMap(([room, slots]) => [...slots].filter(([, meetings]) => meetings.length > room.parallel)
      .map(([slot, meetings]) => breach(code, { rooms: [room.id], slots: [slot], requests: meetings.map(({ request }) => request) })));
  },
};
