import { z } from 'zod';
import { type ExecutiveId, idSchema, type RoomId, type SessionId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDateTime } from '../kernel/time.ts';

export const sessionKinds = [
  'Plenary', 'Roadmap session', 'Breakout', 'PAC meeting', 'Awards', 'Joint planning', 'Meeting block', 'Break', 'Meal', 'Social',
  'Internal blocker',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** A named stretch of the agenda. Times are the venue's wall clock. */
export const Session = z
  .object({
    id: idSchema<SessionId>(),
    /** The id in the planner's own lists; empty when there is none. */
    code: z.string(),
    title: z.string().min(1),
    kind: z.enum(sessionKinds).nullable(),
    startsAt: LocalDateTime.nullable(),
    endsAt: LocalDateTime.nullable(),
    /** More than one for a group of rooms, such as all suites. */
    rooms: z.array(idSchema<RoomId>()).readonly(),
    /** As the planner words it: `All attendees`, `Elite and Platinum`, `PAC members`. */
    audience: z.string(),
    /** Nobody without NDA coverage on the session's day may attend. */
    needsNda: z.boolean(),
    speakers: z.array(idSchema<ExecutiveId>()).readonly(),
    /** Its audience cannot have a one-to-one meanwhile. */
    makesBusy: z.boolean(),
  })
  .readonly();
export type Session = z.infer<typeof Session>;

export type SessionTable = { readonly sessions: Table<SessionId, Session> };

/** Whether sessions of a kind keep their audience from one-to-ones unless the planner says otherwise. */
export function kindMakesBusy(kind: SessionKind | null): boolean {
  return kind !== null && !['Meeting block', 'Break', 'Meal', 'Social', 'Joint planning'].includes(kind);
}
