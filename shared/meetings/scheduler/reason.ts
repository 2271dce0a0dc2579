import { z } from 'zod';

const slots = z.array(z.int()).readonly();
const ids = z.array(z.string()).readonly();

/**
 * Why a request is not placed: a literal code and its facts. The first kind are rules of the rule book that close places (a start slot in
 * a room); slots, rooms and meetings named are those of the places that this reason alone closes among the reasons given. The second kind
 * say why what is in the way is not given up.
 */
export const Reason = z.discriminatedUnion('code', [
  /** The problem has no slot, or no room. */
  z.strictObject({ code: z.literal('there-is-no-place') }),
  z.strictObject({ code: z.literal('runs-past-its-block'), length: z.int(), slots }),
  z.strictObject({ code: z.literal('start-is-not-allowed'), slots }),
  z.strictObject({ code: z.literal('is-pinned-elsewhere'), slots, rooms: ids }),
  z.strictObject({ code: z.literal('person-is-away'), person: z.string(), slots }),
  z.strictObject({ code: z.literal('person-is-busy'), person: z.string(), slots, holding: ids }),
  z.strictObject({ code: z.literal('person-has-reached-limit'), person: z.string(), limit: z.int() }),
  z.strictObject({ code: z.literal('person-has-reached-day-limit'), person: z.string(), limit: z.int(), slots }),
  z.strictObject({ code: z.literal('walking-takes-too-long'), slots, rooms: ids, others: ids }),
  z.strictObject({ code: z.literal('rooms-are-closed'), slots, rooms: ids }),
  z.strictObject({ code: z.literal('rooms-are-full'), slots, rooms: ids, holding: ids }),
  z.strictObject({ code: z.literal('rooms-are-too-small'), seats: z.int(), rooms: ids }),
  z.strictObject({ code: z.literal('rooms-are-not-confidential'), rooms: ids }),
  z.strictObject({ code: z.literal('rooms-are-not-allowed'), rooms: ids }),
  z.strictObject({ code: z.literal('rooms-are-reserved'), rooms: ids }),
  /** People who are kept apart are asked to sit in one meeting: no plan can hold it. */
  z.strictObject({ code: z.literal('rivals-together'), people: ids }),
  /** A rival's meeting is in the room at the same time or right beside it. */
  z.strictObject({ code: z.literal('rivals-are-near'), slots, rooms: ids, others: ids }),
  z.strictObject({ code: z.literal('order-is-not-kept'), slots, others: ids }),

  /** What stands in the way is worth as much or more; `holding` weighs `weight` together. */
  z.strictObject({ code: z.literal('holders-weigh-more'), holding: ids, weight: z.int() }),
  z.strictObject({ code: z.literal('holders-must-be-placed'), holding: ids }),
  /** What stands in the way weighs less, but the search found no better plan: a longer run may place it. */
  z.strictObject({ code: z.literal('no-better-arrangement-found'), holding: ids, weight: z.int() }),
  /** A free place exists; the run ended before taking it. */
  z.strictObject({ code: z.literal('not-tried-long-enough'), slots }),
]);
export type Reason = z.infer<typeof Reason>;

/** Reasons that say why what is in the way is not given up, or that nothing is in the way. */
type Weighing = 'holders-weigh-more' | 'holders-must-be-placed' | 'no-better-arrangement-found' | 'not-tried-long-enough';
export type Blocking = Exclude<Reason['code'], Weighing | 'there-is-no-place'>;

/** The rule of the rule book behind each reason that closes places. What no plan can change comes first: of two explanations the lasting one is given. */
export const ruleBehind: Readonly<Record<Blocking, string>> = {
  'rivals-together': 'rivals-stay-apart',
  'rooms-are-too-small': 'room-has-seats',
  'rooms-are-not-confidential': 'confidential-talk-behind-a-door',
  'rooms-are-not-allowed': 'room-is-allowed',
  'rooms-are-reserved': 'reserved-room-is-named',
  'runs-past-its-block': 'stays-in-one-block',
  'start-is-not-allowed': 'start-is-allowed',
  'is-pinned-elsewhere': 'pin-holds',
  'rooms-are-closed': 'room-is-open',
  'person-is-away': 'person-is-available',
  'person-has-reached-limit': 'person-has-enough',
  'person-is-busy': 'person-in-one-place',
  'rooms-are-full': 'room-is-not-overfilled',
  'person-has-reached-day-limit': 'person-has-enough-today',
  'order-is-not-kept': 'order-is-kept',
  'rivals-are-near': 'rivals-stay-apart',
  'walking-takes-too-long': 'time-to-walk',
};
