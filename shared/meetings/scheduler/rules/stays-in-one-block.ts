import { requestOf, slotAt, slotsOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'stays-in-one-block';

/** One room holds by the form of a plan: a meeting names one. */
export const staysInOneBlock: Rule = {
  code,
  sentence: 'A meeting of several slots stays in one block of one day.',
  breaches(facts, plan) {
    return plan.filter((meeting) => {
      const taken = slotsOf(facts, meeting);
      const first = slotAt(facts, meeting.slot);
      return taken.length < requestOf(facts, meeting).length || taken.some((slot) => slotAt(facts, slot).block !== first.block || slotAt(facts, slot).day !== first.day);
    }).map((meeting) => breach(code, { requests: [meeting.request], slots: slotsOf(facts, meeting) }));
  },
};
