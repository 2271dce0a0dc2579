import { breach, type Rule } from '../rule.ts';

const code = 'placed-once';

export const placedOnce: Rule = {
  code,
  sentence: 'A request is held at most once.',
  breaches(_facts, plan) {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { request } of plan) (seen.has(request) ? twice : seen).add(request);
    return [...twice].map((request) => breach(code, { requests: [request], slots: plan.filter((meeting) => meeting.request === request).map(({ slot }) => slot) }));
  },
};
