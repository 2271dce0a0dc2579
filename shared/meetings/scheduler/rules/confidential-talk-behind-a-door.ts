import { requestOf, roomOf } from '../facts.ts';
import { breach, type Rule } from '../rule.ts';

const code = 'confidential-talk-behind-a-door';

export const confidentialTalkBehindADoor: Rule = {
  code,
  sentence: 'A confidential meeting is held in a room fit for confidential talk.',
  breaches(facts, plan) {
    return plan.filter((meeting) => requestOf(facts, meeting).confidential === true && !roomOf(facts, meeting).confidential)
      .map(({ request, room }) => breach(code, { requests: [request], rooms: [room] }));
  },
};
