import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';

/** Requests that somebody cannot all attend, and the starts they may have between them. */
export type CountedOut = { readonly person: string; readonly requests: readonly string[]; readonly starts: readonly number[] };

/**
 * Whether a problem of kind `breaks` is impossible by plain counting: somebody must be in more meetings than these have starts between
 * them. Shares no code with the scheduler. The fewest requests it finds; null where counting finds none, which proves nothing.
 */
export function countedOut({ slots, people, requests, pins }: ScheduleProblem): CountedOut | null {
  const pinned = new Map(pins.map(({ request, slot }) => [request, slot]));
  let fewest: CountedOut | null = null;
  for (const { id, unavailable } of people) {
    const own = requests.filter((request) => request.people.includes(id)).map((request) => ({
      request: request.id,
      starts: [...slots.keys()].filter((slot) => !unavailable.includes(slot) && (request.allowedSlots === undefined || request.allowedSlots.length === 0 || request.allowedSlots.includes(slot)) && (pinned.get(request.id) ?? slot) === slot),
    }));
    for (const { starts } of own) {
      const within = own.filter((other) => other.starts.every((slot) => starts.includes(slot)));
      if (within.length > starts.length && (fewest === null || starts.length + 1 < fewest.requests.length)) fewest = { person: id, requests: within.slice(0, starts.length + 1).map(({ request }) => request), starts };
    }
  }
  return fewest;
}
