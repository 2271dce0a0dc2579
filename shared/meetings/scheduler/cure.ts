import { z } from 'zod';
import type { Request, ScheduleProblem } from './problem.ts';
import { Meeting } from './solution-meeting.ts';

const ids = z.array(z.string()).readonly();

/** What a cure asks people for, beyond meetings that move or are given up. Confidentiality is never among it. */
export const Concession = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  /** To begin at a start that the request does not allow. */
  z.strictObject({ kind: z.literal('other-start'), slot: z.int() }),
  /** To be held in a room that the request does not allow, or that is reserved. */
  z.strictObject({ kind: z.literal('other-room'), room: z.string() }),
  /** To hold one meeting more than the person's limit. */
  z.strictObject({ kind: z.literal('higher-limit'), person: z.string(), limit: z.enum(['max', 'maxPerDay']), to: z.int() }),
  /** To come in slots in which the person cannot be met. */
  z.strictObject({ kind: z.literal('person-freed'), person: z.string(), slots: z.array(z.int()).readonly() }),
  z.strictObject({ kind: z.literal('shorter'), length: z.int() }),
]);
export type Concession = z.infer<typeof Concession>;

/** A way to place a request, found by solving the problem anew: what it asks for, and exactly what it does to the plan. */
export const Cure = z.strictObject({
  asks: Concession,
  placed: ids,
  moved: ids,
  /** What is given up for it. */
  dropped: ids,
  /** Everyone whose day looks different. */
  touched: ids,
  weightBefore: z.int(),
  weightAfter: z.int(),
  /** Where what is placed or moved stands then. */
  changes: z.array(Meeting).readonly(),
}).readonly();
export type Cure = z.infer<typeof Cure>;

/** The plan with a cure taken. */
export function planCured(plan: readonly Meeting[], { changes, dropped }: Pick<Cure, 'changes' | 'dropped'>): Meeting[] {
  const gone = new Set([...dropped, ...changes.map(({ request }) => request)]);
  return [...plan.filter(({ request }) => !gone.has(request)), ...changes];
}

/** The problem once people agree to what a cure asks for. */
export function conceded(problem: ScheduleProblem, id: string, asks: Concession): ScheduleProblem {
  const ofRequest = (edit: (request: Request) => Request): ScheduleProblem => ({ ...problem, requests: problem.requests.map((request) => (request.id === id ? edit(request) : request)) });
  const ofPerson = (name: string, fields: (person: ScheduleProblem['people'][number]) => Partial<ScheduleProblem['people'][number]>): ScheduleProblem => ({
    ...problem, people: problem.people.map((person) => (person.id === name ? { ...person, ...fields(person) } : person)),
  });
  switch (asks.kind) {
    case 'nothing': return problem;
    case 'other-start': return ofRequest((request) => ({ ...request, allowedSlots: [...(request.allowedSlots ?? []), asks.slot] }));
    case 'other-room': return ofRequest((request) => ({ ...request, allowedRooms: [...(request.allowedRooms ?? problem.rooms.filter(({ reserved }) => !reserved).map(({ id: room }) => room)), asks.room] }));
    case 'higher-limit': return ofPerson(asks.person, () => ({ [asks.limit]: asks.to }));
    case 'person-freed': return ofPerson(asks.person, ({ unavailable }) => ({ unavailable: unavailable.filter((slot) => !asks.slots.includes(slot)) }));
    case 'shorter': return ofRequest((request) => ({ ...request, length: asks.length }));
  }
}

/** What is known of a cure besides what it asks for: the effect, exactly. */
export type Effect = Omit<Cure, 'asks'>;

/** Order in which a planner would weigh effects: what is lost, then who is disturbed. Less comes first. */
export function byHarm(a: Effect, b: Effect): number {
  return b.weightAfter - a.weightAfter || a.touched.length - b.touched.length;
}

/** How much is asked of people, least first. */
export const troubleOf: Readonly<Record<Concession['kind'], number>> = { nothing: 0, 'other-room': 1, 'other-start': 2, 'higher-limit': 3, shorter: 4, 'person-freed': 5 };
