import type { Random } from '#shared/kernel/random.ts';
import { faultsOf } from './schedule-checker.ts';
import type { BuiltProblem } from '#shared/meetings/problem.ts';

type Meeting = { readonly request: string; readonly slot: number; readonly room: string };

/** Some plan a scheduler may give: any plan without a breach of the published hard rules. Written from the format, not from the planner. */
export function randomPlan({ problem }: Pick<BuiltProblem, 'problem'>, random: Random): Meeting[] {
  const plan: Meeting[] = [];
  const slotsOf = ({ slot, request }: Meeting) => Array.from({ length: problem.requests.find(({ id }) => id === request)?.length ?? 1 }, (_, step) => slot + step);
  function fits(meeting: Meeting): boolean {
    const request = problem.requests.find(({ id }) => id === meeting.request);
    const room = problem.rooms.find(({ id }) => id === meeting.room);
    if (!request || !room) return false;
    const taken = slotsOf(meeting);
    const first = problem.slots[meeting.slot];
    if (taken.some((slot) => problem.slots[slot]?.block !== first?.block || room.unavailable.includes(slot))) return false;
    if (request.allowedSlots?.length && !request.allowedSlots.includes(meeting.slot)) return false;
    if (request.allowedRooms?.length && !request.allowedRooms.includes(meeting.room)) return false;
    if (room.capacity < request.people.length || (request.confidential && !room.confidential)) return false;
    if (taken.some((slot) => plan.filter((other) => other.room === meeting.room && slotsOf(other).includes(slot)).length >= room.parallel)) return false;
    if (room.reserved && !request.allowedRooms?.includes(meeting.room)) return false;
    const fits = request.people.every((id) => {
      const person = problem.people.find((one) => one.id === id);
      const others = plan.filter((other) => problem.requests.find((one) => one.id === other.request)?.people.includes(id));
      return !taken.some((slot) => person?.unavailable.includes(slot) || others.some((other) => slotsOf(other).includes(slot)))
        && others.filter((other) => problem.slots[other.slot]?.day === first?.day).length < (person?.maxPerDay ?? Infinity);
    });
    return fits && faultsOf(problem, { meetings: [...plan, meeting] }).length === 0;
  }
  const pinned = problem.pins.map(({ request, slot, room }) => ({ request, slot, room: room ?? '' }));
  for (const pin of pinned) if (fits(pin)) plan.push(pin);
  for (const { id } of random.shuffled(problem.requests)) {
    if (pinned.some(({ request }) => request === id)) continue;
    const spots = random.shuffled(problem.slots.flatMap((_, slot) => problem.rooms.map((room) => ({ request: id, slot, room: room.id }))));
    const spot = spots.find(fits);
    if (spot && random.next() < 0.95) plan.push(spot);
  }
  return plan;
}
