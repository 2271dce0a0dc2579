import { breach, type Rule } from '../rule.ts';

const code = 'pin-holds';

export const pinHolds: Rule = {
  code,
  sentence: 'A pinned request that is placed is placed where it is pinned.',
  breaches(facts, plan) {
    return plan.filter(({ request, slot, room }) => {
      const pin = facts.pins.get(request);
      return pin !== undefined && (pin.slot !== slot || (pin.room !== undefined && pin.room !== room));
    }).map(({ request, slot, room }) => breach(code, { requests: [request], slots: [slot], rooms: [room] }));
  },
};
