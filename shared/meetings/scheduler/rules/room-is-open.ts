import { roomOf, slotsOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'room-is-open';

export const roomIsOpen: Rule = {
  code,
  sentence: 'A room is not used while it is closed.',
  breaches(facts, plan) {
    return plan.flatMap((meeting) => {
      const closed = slotsOf(facts, meeting).filter((slot) => roomOf(facts, meeting).unavailable.includes(slot));
      return closed.length > 0 ? [breach(code, { rooms: [meeting.room], requests: [meeting.request], slots: closed })] : [];
    });
  },
};
