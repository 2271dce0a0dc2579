import type { Party } from '../agreements/commands.ts';
import { moveStage } from '../invitations/commands.ts';
import type { StepNote } from '../invitations/commands.ts';
import { type Change, change, set } from '../kernel/change.ts';
import type { ContactId, ExecutiveId, InvitationId, RequestId, RoomId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { counted } from '../kernel/text.ts';
import { theSummit } from '../summit/summit.ts';
import { pin } from './commands.ts';
import type { MeetingRequest } from './request.ts';
import type { MeetingTables } from './whereabouts.ts';

/** A way to mend what the readiness check found. Each is one undoable change; `plan-grid`, `hand-over` and `waive-ndas` ask the planner something first. */
export type Cure =
  | { readonly kind: 'raise-limit'; readonly executive: ExecutiveId; readonly limit: number }
  | { readonly kind: 'approve'; readonly invitations: readonly InvitationId[] }
  | { readonly kind: 'set-length'; readonly requests: readonly RequestId[] }
  | { readonly kind: 'set-priority'; readonly requests: readonly RequestId[] }
  | { readonly kind: 'any-day'; readonly requests: readonly RequestId[] }
  | { readonly kind: 'shorten'; readonly requests: readonly { readonly request: RequestId; readonly minutes: NonNullable<MeetingRequest['durationMinutes']> }[] }
  | { readonly kind: 'open-room'; readonly room: RoomId }
  | { readonly kind: 'unpin'; readonly requests: readonly RequestId[] }
  | { readonly kind: 'add-tables'; readonly rooms: readonly { readonly room: string; readonly parallelMeetings: number }[] }
  | { readonly kind: 'open-free-time' }
  | { readonly kind: 'welcome-only'; readonly requests: readonly { readonly request: RequestId; readonly contacts: readonly ContactId[] }[] }
  | { readonly kind: 'hold-openly'; readonly requests: readonly RequestId[] }
  | { readonly kind: 'hand-over'; readonly hosts: readonly ExecutiveId[] }
  | { readonly kind: 'waive-ndas'; readonly parties: readonly Party[] }
  | { readonly kind: 'plan-grid' };

export type ChangingCure = Exclude<Cure, { readonly kind: 'plan-grid' | 'hand-over' | 'waive-ndas' }>;

/** What the button of a cure says. */
export function cureLabel(tables: MeetingTables, cure: Cure): string {
  switch (cure.kind) {
    case 'raise-limit': return `Raise the limit to ${cure.limit} a day`;
    case 'approve': return `Approve ${counted(cure.invitations.length, 'partner')}`;
    case 'set-length': return 'Set 30 minutes';
    case 'set-priority': return 'Set “should”';
    case 'any-day': return 'Allow any day';
    case 'shorten': return cure.requests.length === 1 ? `Shorten it to ${cure.requests[0]?.minutes ?? ''} minutes` : `Shorten ${cure.requests.length} to fit`;
    case 'open-room': return `Open ${tables.rooms.get(cure.room)?.name ?? 'a room that is gone'} for one-to-ones`;
    case 'unpin': return cure.requests.length === 1 ? 'Unpin it' : `Unpin ${cure.requests.length}`;
    case 'add-tables': return `Add ${counted(tablesAdded(tables, cure), 'table')}`;
    case 'open-free-time': return 'Use all free time';
    case 'welcome-only': return `Hold ${cure.requests.length === 1 ? 'it' : cure.requests.length} without them, welcome if free`;
    case 'hold-openly': return `Hold ${cure.requests.length === 1 ? 'it' : cure.requests.length} openly`;
    case 'hand-over': return 'Hand over to other hosts…';
    case 'waive-ndas': return 'Waive…';
    case 'plan-grid': return 'Plan meeting times…';
  }
}

/** The change of a cure; refused where what it speaks of is gone, or by the rules of invitations. `note` signs an approval. */
export function cureChange(tables: MeetingTables, cure: ChangingCure, note: StepNote): Result<Change, { readonly code: string }> {
  switch (cure.kind) {
    case 'raise-limit': {
      const executive = tables.executives.get(cure.executive);
      return executive ? ok(change(`Raise the limit of ${executive.name} to ${cure.limit} a day`, [set('executives', executive, { maxMeetingsPerDay: cure.limit })])) : err({ code: 'row-gone' });
    }
    case 'approve': return moveStage(tables, cure.invitations, 'approved', note);
    case 'set-length': return ok(change(`Set the length of ${counted(cure.requests.length, 'request')}`, requestsOf(tables, cure.requests).map((request) => set('requests', request, { durationMinutes: 30 }))));
    case 'set-priority': return ok(change(`Set the priority of ${counted(cure.requests.length, 'request')}`, requestsOf(tables, cure.requests).map((request) => set('requests', request, { priority: 'should' }))));
    case 'any-day': return ok(change(`Allow any day for ${counted(cure.requests.length, 'request')}`, requestsOf(tables, cure.requests).map((request) => set('requests', request, daysOfSummit(tables, request)))));
    case 'shorten': return ok(change(`Shorten ${counted(cure.requests.length, 'request')}`, cure.requests.flatMap(({ request: id, minutes }) => { const request = tables.requests.get(id); return request ? [set('requests', request, { durationMinutes: minutes })] : []; })));
    case 'open-room': return ok(change(cureLabel(tables, cure), [...tables.sessions.values()].filter(({ kind, rooms }) => kind === 'Meeting block' && rooms.length > 0 && !rooms.includes(cure.room)).map((block) => set('sessions', block, { rooms: [...block.rooms, cure.room] }))));
    case 'unpin': return pin(tables, cure.requests, false);
    case 'add-tables': return ok(change(cureLabel(tables, cure), cure.rooms.flatMap(({ room: id, parallelMeetings }) => { const room = tables.rooms.get(id as RoomId); return room ? [set('rooms', room, { parallelMeetings })] : []; })));
    case 'welcome-only': return ok(change(`Make guests of ${counted(cure.requests.length, 'request')} optional`, cure.requests.flatMap(({ request: id, contacts }) => { const request = tables.requests.get(id); return request ? [set('requests', request, withOptional(request, contacts))] : []; })));
    case 'hold-openly': return ok(change(`Hold ${counted(cure.requests.length, 'meeting')} openly`, requestsOf(tables, cure.requests).map((request) => set('requests', request, { confidential: false }))));
    case 'open-free-time': return ok(change('Meet outside meeting blocks too', [set('summits', theSummit(tables), { meetOutsideBlocks: true })]));
  }
}

/** What a request says of days, without those that are none of the summit. */
function daysOfSummit(tables: MeetingTables, { allowedDays, preferredDay }: MeetingRequest): Pick<MeetingRequest, 'allowedDays' | 'preferredDay'> {
  const days = theSummit(tables).days.map(({ date }) => date);
  return { allowedDays: allowedDays.filter((day) => days.includes(day)), preferredDay: preferredDay !== null && days.includes(preferredDay) ? preferredDay : null };
}

function withOptional({ attendees, optionalAttendees }: MeetingRequest, contacts: readonly ContactId[]): Pick<MeetingRequest, 'attendees' | 'optionalAttendees'> {
  return { attendees: attendees.filter((id) => !contacts.includes(id)), optionalAttendees: [...new Set([...optionalAttendees, ...contacts])] };
}

function requestsOf({ requests }: MeetingTables, ids: readonly RequestId[]) {
  return ids.flatMap((id) => requests.get(id) ?? []);
}

function tablesAdded({ rooms }: MeetingTables, cure: Extract<Cure, { readonly kind: 'add-tables' }>): number {
  return cure.rooms.reduce((total, { room, parallelMeetings }) => total + parallelMeetings - (rooms.get(room as RoomId)?.parallelMeetings ?? parallelMeetings), 0);
}
