import { seeded } from '#shared/kernel/random.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';

/** An invented summit of the middle size: three days of twelve slots in four blocks, 30 hosts, 120 guests, 700 requests of different weight, rooms enough for nearly all hosts at once. */
export function hundredsOfRequests(seed: number): ScheduleProblem {
  const random = seeded(seed);
  const [hosts, guests] = [30, 120];
  const slots = Array.from({ length: 36 }, (_, slot) => ({ day: Math.floor(slot / 12), block: Math.floor(slot / 3), start: 480 + (slot % 12) * 30, minutes: 30 }));
  const away = (most: number) => random.shuffled([...slots.keys()]).slice(0, random.below(most));
  const pairs = random.shuffled(Array.from({ length: hosts * guests }, (_, pair) => [pair % hosts, Math.floor(pair / hosts)] as const)).slice(0, 700);
  return {
    format: 'summit-schedule/1', name: `700 requests, ${seed}`, objective: { kind: 'weight' }, slots,
    people: [...Array.from({ length: hosts }, (_, host) => ({ id: `host ${host}`, unavailable: away(14) })), ...Array.from({ length: guests }, (_, guest) => ({ id: `guest ${guest}`, unavailable: away(10) }))],
    rooms: Array.from({ length: 26 }, (_, room) => ({ id: `room ${room}`, parallel: 1, capacity: 4, confidential: true, reserved: false, unavailable: [] })),
    requests: pairs.map(([host, guest], index) => ({ id: `request ${index}`, people: [`host ${host}`, `guest ${guest}`], weight: 1 + random.below(5), length: 1, must: false })),
    pins: [], precedences: [],
  };
}
