import { meetingsByPerson, slotAt, slotsOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'time-to-walk';

/** Two meetings at once are another rule's. */
export const timeToWalk: Rule = {
  code,
  sentence: 'Between two meetings of a day everyone has the minutes it takes to walk from one room to the other.',
  breaches(facts, plan) {
    return [...meetingsByPerson(facts, plan)].flatMap(([person, meetings]) => meetings.flatMap((from, index) => meetings.slice(index + 1).flatMap((to) => {
      const last = slotsOf(facts, from).at(-1) ?? from.slot;
      const [leaves, arrives] = [slotAt(facts, last), slotAt(facts, to.slot)];
      if (to.slot <= last || leaves.day !== arrives.day || facts.walkingMinutes(from.room, to.room) <= Math.max(0, arrives.start - leaves.start - leaves.minutes)) return [];
      return [breach(code, { people: [person], requests: [from.request, to.request], rooms: [from.room, to.room], slots: [from.slot, to.slot] })];
    })));
  },
};
