import type { Facts } from './facts.ts';
import type { Breach, Rule } from './rule.ts';
import { confidentialTalkBehindADoor } from './rules/confidential-talk-behind-a-door.ts';
import { orderIsKept } from './rules/order-is-kept.ts';
import { personHasEnough } from './rules/person-has-enough.ts';
import { personHasEnoughToday } from './rules/person-has-enough-today.ts';
import { personInOnePlace } from './rules/person-in-one-place.ts';
import { personIsAvailable } from './rules/person-is-available.ts';
import { pinHolds } from './rules/pin-holds.ts';
import { placedOnce } from './rules/placed-once.ts';
import { reservedRoomIsNamed } from './rules/reserved-room-is-named.ts';
import { rivalsStayApart } from './rules/rivals-stay-apart.ts';
import { roomHasSeats } from './rules/room-has-seats.ts';
import { roomIsAllowed } from './rules/room-is-allowed.ts';
import { roomIsNotOverfilled } from './rules/room-is-not-overfilled.ts';
import { roomIsOpen } from './rules/room-is-open.ts';
import { startIsAllowed } from './rules/start-is-allowed.ts';
import { staysInOneBlock } from './rules/stays-in-one-block.ts';
import { timeToWalk } from './rules/time-to-walk.ts';
import type { Meeting } from './solution.ts';

/** Every hard rule, in the order a planner would ask them. */
export const ruleBook: readonly Rule[] = [
  placedOnce,
  staysInOneBlock,
  startIsAllowed,
  pinHolds,
  personIsAvailable,
  personInOnePlace,
  personHasEnough,
  personHasEnoughToday,
  timeToWalk,
  roomIsOpen,
  roomIsNotOverfilled,
  roomHasSeats,
  confidentialTalkBehindADoor,
  roomIsAllowed,
  reservedRoomIsNamed,
  rivalsStayApart,
  orderIsKept,
];

/** Every breach of every hard rule; empty for a plan that may be released. */
export function breachesOf(facts: Facts, plan: readonly Meeting[]): Breach[] {
  return ruleBook.flatMap((rule) => rule.breaches(facts, plan));
}
