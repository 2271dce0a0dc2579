import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';

const Id = z.string().min(1).max(200);
const SlotIndex = z.int().min(0);
const Count = z.int().min(0);

const Slot = z.strictObject({
  day: z.int(),
  block: z.int(),
  /** Minutes after midnight. */
  start: z.number().min(0),
  minutes: z.number().positive(),
}).readonly();
export type Slot = z.infer<typeof Slot>;

const Person = z.strictObject({
  id: Id,
  unavailable: z.array(SlotIndex).readonly().default([]),
  /** Most meetings in the whole summit, and on any one day. */
  max: Count.optional(),
  maxPerDay: Count.optional(),
  /** Meetings this person should at least have. A wish of the third level, not a hard rule. */
  minimum: Count.optional(),
  /** The room this person would rather not leave. */
  home: Id.optional(),
  /** Whether this person's days should be compact: no waiting between two meetings of a day, and no day with one meeting alone. A wish of the sixth level. */
  compact: z.boolean().optional(),
}).readonly();
export type Person = z.infer<typeof Person>;

const Room = z.strictObject({
  id: Id,
  /** Meetings that can be held in it at once. */
  parallel: z.int().min(1),
  /** Seats for one meeting. */
  capacity: Count,
  confidential: z.boolean(),
  /** Used only by requests that name it. */
  reserved: z.boolean(),
  unavailable: z.array(SlotIndex).readonly().default([]),
}).readonly();
export type Room = z.infer<typeof Room>;

const Request = z.strictObject({
  id: Id,
  people: z.array(Id).min(1).readonly(),
  /** Welcome but not needed: they never block the meeting. */
  optional: z.array(Id).readonly().optional(),
  weight: Count,
  /** In slots. */
  length: z.int().min(1),
  must: z.boolean(),
  confidential: z.boolean().optional(),
  /** Absent: every room, every start. See `allowedBy` for what an empty list means. */
  allowedRooms: z.array(Id).readonly().optional(),
  allowedSlots: z.array(SlotIndex).readonly().optional(),
  preferredSlots: z.array(SlotIndex).readonly().optional(),
}).readonly();
export type Request = z.infer<typeof Request>;

const Pin = z.strictObject({ request: Id, slot: SlotIndex, room: Id.optional() }).readonly();
export type Pin = z.infer<typeof Pin>;

/** Rooms that lie together, with the minutes it takes to walk to other zones. Counted in both directions; the longer one holds. */
const Zone = z.strictObject({ id: Id, rooms: z.array(Id).readonly(), walking: z.record(Id, z.number().min(0)).readonly() }).readonly();
export type Zone = z.infer<typeof Zone>;

const Objective = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weight') }),
  z.strictObject({ kind: z.literal('breaks'), fairness: Count }),
]);
export type Objective = z.infer<typeof Objective>;

/**
 * The scheduling problem as a file: `summit-schedule/1`. Slots are indices into `slots`, and their order is the order of time: the published
 * instances carry clock times of neighbouring blocks that overlap, so clock times are used for walking only. Unknown fields are refused.
 */
export const ScheduleProblem = z.strictObject({
  format: z.literal('summit-schedule/1'),
  name: z.string(),
  objective: Objective,
  slots: z.array(Slot).max(2000).readonly(),
  people: z.array(Person).readonly(),
  rooms: z.array(Room).readonly(),
  requests: z.array(Request).readonly(),
  pins: z.array(Pin).readonly().default([]),
  precedences: z.array(z.tuple([Id, Id]).readonly()).readonly().default([]),
  zones: z.array(Zone).readonly().optional(),
  /** People kept apart: never in one meeting, and in one room on a day only with at least `apartMinutes` (1 when left out) between the slots of their meetings. */
  apart: z.array(z.tuple([Id, Id]).readonly()).readonly().optional(),
  apartMinutes: Count.optional(),
}).readonly().superRefine((problem, context) => {
  for (const { path, message } of contradictions(problem)) context.addIssue({ code: 'custom', path, message });
});
export type ScheduleProblem = z.infer<typeof ScheduleProblem>;

export type UnusableProblem = { readonly code: 'unusable-schedule-problem'; readonly faults: readonly { readonly where: string; readonly what: string }[] };

/** Decodes a problem of the published form; refused with every fault and its place when a field is unknown, missing or points nowhere. */
export function readProblem(input: unknown): Result<ScheduleProblem, UnusableProblem> {
  const read = ScheduleProblem.safeParse(input);
  if (read.success) return ok(read.data);
  return err({ code: 'unusable-schedule-problem', faults: read.error.issues.map(({ path, message }) => ({ where: path.join('.'), what: message })) });
}

type Fault = { readonly path: (string | number)[]; readonly message: string };
type Shape = Pick<ScheduleProblem, 'slots' | 'people' | 'rooms' | 'requests' | 'pins' | 'precedences' | 'zones' | 'apart'>;

function contradictions({ slots, people, rooms, requests, pins, precedences, zones, apart }: Shape): Fault[] {
  const faults: Fault[] = [];
  const refuse = (path: Fault['path'], message: string) => faults.push({ path, message });

  function distinct(list: readonly { readonly id: string }[], name: string): Set<string> {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) refuse([name, index, 'id'], `"${id}" is used twice`);
      seen.add(id);
    }
    return seen;
  }
  const peopleIds = distinct(people, 'people');
  const roomIds = distinct(rooms, 'rooms');
  const requestIds = distinct(requests, 'requests');
  const zoneIds = distinct(zones ?? [], 'zones');

  function known(ids: Iterable<string>, among: Set<string>, path: Fault['path']) {
    for (const id of ids) if (!among.has(id)) refuse(path, `"${id}" is not listed`);
  }
  function onGrid(list: Iterable<number>, path: Fault['path']) {
    for (const slot of list) if (slot >= slots.length) refuse(path, `slot ${slot} is outside the grid of ${slots.length}`);
  }

  for (const [index, person] of people.entries()) {
    onGrid(person.unavailable, ['people', index, 'unavailable']);
    if (person.home !== undefined) known([person.home], roomIds, ['people', index, 'home']);
  }
  for (const [index, room] of rooms.entries()) onGrid(room.unavailable, ['rooms', index, 'unavailable']);
  for (const [index, request] of requests.entries()) {
    const everyone = [...request.people, ...(request.optional ?? [])];
    known(everyone, peopleIds, ['requests', index, 'people']);
    if (new Set(everyone).size < everyone.length) refuse(['requests', index, 'people'], 'a person is named twice');
    known(request.allowedRooms ?? [], roomIds, ['requests', index, 'allowedRooms']);
    onGrid(request.allowedSlots ?? [], ['requests', index, 'allowedSlots']);
    onGrid(request.preferredSlots ?? [], ['requests', index, 'preferredSlots']);
  }
  const pinned = new Set<string>();
  for (const [index, pin] of pins.entries()) {
    known([pin.request], requestIds, ['pins', index, 'request']);
    if (pinned.has(pin.request)) refuse(['pins', index, 'request'], `"${pin.request}" is pinned twice`);
    pinned.add(pin.request);
    onGrid([pin.slot], ['pins', index, 'slot']);
    if (pin.room !== undefined) known([pin.room], roomIds, ['pins', index, 'room']);
  }
  for (const [index, pair] of precedences.entries()) {
    known(pair, requestIds, ['precedences', index]);
    if (pair[0] === pair[1]) refuse(['precedences', index], 'a meeting cannot come before itself');
  }
  for (const [index, pair] of (apart ?? []).entries()) {
    known(pair, peopleIds, ['apart', index]);
    if (pair[0] === pair[1]) refuse(['apart', index], 'nobody can be kept apart from themselves');
  }
  const zoned = new Set<string>();
  for (const [index, zone] of (zones ?? []).entries()) {
    known(zone.rooms, roomIds, ['zones', index, 'rooms']);
    known(Object.keys(zone.walking), zoneIds, ['zones', index, 'walking']);
    for (const room of zone.rooms) {
      if (zoned.has(room)) refuse(['zones', index, 'rooms'], `"${room}" lies in two zones`);
      zoned.add(room);
    }
  }
  return faults;
}
