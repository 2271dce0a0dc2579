import { IconPinFilled } from '@tabler/icons-react';
import { counted, grouped } from '#shared/kernel/text.ts';
import type { HostLoad } from '#shared/meetings/load.ts';
import { type MeetingRequest, priorities, weightOf } from '#shared/meetings/request.ts';
import { fullName } from '#shared/partners/contact.ts';
import { editRequest } from '#shared/meetings/commands.ts';
import { refused } from '#renderer/app/refused.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
import { dayWords } from '#renderer/ui/calendar-board/floating-localizer.ts';
import type { CellValue, Column } from '#renderer/ui/data-table/column.ts';
import { FindingBadge } from '#renderer/ui/feedback/findings.tsx';
import { lengthChoices, partChoices, priorityChoices, sideChoices } from './actions.ts';
import { type RequestRow, stateWords } from './select.ts';
import { inWords, whereOf } from './where.ts';

/** What the table of requests shows. */
export function requestColumns(planner: SummitDesk): Column<RequestRow>[] {
  const edit = (fields: (value: CellValue) => Parameters<typeof editRequest>[2]) => ({
    commit: ({ id }: RequestRow, value: CellValue) => refused(planner, inWords(whereOf(planner.snapshot), editRequest(planner.snapshot, id, fields(value)))),
  });
  return [
    { id: 'partner', title: 'Partner', kind: 'text', width: 200, value: ({ partner }) => partner },
    { id: 'host', title: 'Host', kind: 'text', width: 156, value: ({ host }) => host },
    { id: 'priority', title: 'Priority', kind: 'choice', width: 92, choices: priorityChoices, value: ({ request }) => request.priority, edit: edit((value) => ({ priority: priorities.find((one) => one === value) ?? null })) },
    { id: 'state', title: 'State', kind: 'choice', width: 108, choices: Object.entries(stateWords).map(([value, label]) => ({ value, label })), value: ({ state }) => state },
    { id: 'day', title: 'Day', kind: 'date', width: 140, value: ({ meeting }) => meeting?.startsAt.slice(0, 10) ?? null },
    { id: 'time', title: 'Time', kind: 'text', width: 116, value: ({ meeting }) => (meeting ? `${meeting.startsAt.slice(11)}–${meeting.endsAt.slice(11)}` : ''), render: ({ meeting }) => (meeting ? <>{meeting.startsAt.slice(11)}–{meeting.endsAt.slice(11)} {meeting.placement.pinned && <IconPinFilled size={13} role="img" aria-label="Pinned" style={{ marginInlineStart: 4 }} />}</> : null) },
    { id: 'room', title: 'Room', kind: 'text', width: 116, value: ({ room }) => room },
    { id: 'why', title: 'Why not placed', kind: 'text', width: 250, value: ({ why }) => (why === undefined ? '…' : why) },
    { id: 'cure', title: 'Cheapest cure', kind: 'text', width: 280, hint: 'Found by solving the schedule anew, in the background while this place is open', value: ({ cure }) => (cure === undefined ? '…' : cure) },
    { id: 'clashes', title: 'Clashes', kind: 'text', width: 280, value: ({ clashes }) => clashes.join(' '), render: ({ clashes }) => (clashes.length > 0 ? <><FindingBadge severity="blocker">Clash</FindingBadge> {clashes.join(' ')}</> : null) },
    { id: 'side', title: 'Asked by', kind: 'choice', width: 100, choices: sideChoices, value: ({ request }) => request.side, edit: edit((value) => ({ side: sideChoices.find((one) => one.value === value)?.value ?? null })) },
    { id: 'length', title: 'Length', kind: 'choice', width: 100, choices: lengthChoices, value: ({ request }) => (request.durationMinutes === null ? null : String(request.durationMinutes)), edit: edit((value) => ({ durationMinutes: (Number(value) || null) as RequestRow['request']['durationMinutes'] })) },
    { id: 'confidential', title: 'Confidential', kind: 'flag', width: 124, value: ({ request }) => request.confidential, edit: edit((value) => ({ confidential: value === true })) },
    { id: 'topic', title: 'Topic', kind: 'text', width: 180, value: ({ request }) => request.topic, edit: edit((value) => ({ topic: String(value ?? '') })) },
    { id: 'people', title: 'Guests', kind: 'text', width: 220, value: ({ people }) => people },
    { id: 'coHosts', title: 'Co-hosts', kind: 'text', width: 180, hint: 'Must be there beside the host', value: ({ request, tables }) => namesOf(tables.executives, request.coHosts), hidden: true },
    { id: 'guestPartners', title: 'Other partners', kind: 'text', width: 200, hint: 'At the table beside the partner', value: ({ request, tables }) => namesOf(tables.partners, request.guestPartners), hidden: true },
    { id: 'welcome', title: 'Welcome', kind: 'text', width: 200, hint: 'People who may come, and without whom it is held', value: ({ request, tables }) => [...request.optionalAttendees.map((id) => { const contact = tables.contacts.get(id); return contact ? fullName(contact) : ''; }), namesOf(tables.executives, request.optionalHosts)].filter(Boolean).join(', '), hidden: true },
    { id: 'preferredDay', title: 'Preferred day', kind: 'date', width: 140, value: ({ request }) => request.preferredDay, hidden: true },
    { id: 'partOfDay', title: 'Preferred part', kind: 'choice', width: 124, choices: partChoices, value: ({ request }) => request.partOfDay, edit: edit((value) => ({ partOfDay: partChoices.find((one) => one.value === value)?.value ?? null })), hidden: true },
    { id: 'allowedDays', title: 'Only on', kind: 'text', width: 180, hint: 'Days without which it is not held', value: ({ request }) => request.allowedDays.map(dayWords).join(', '), hidden: true },
    { id: 'allowedPart', title: 'Only in the', kind: 'choice', width: 110, choices: partChoices, value: ({ request }) => request.allowedPart, hidden: true },
    { id: 'allowedRooms', title: 'Only in rooms', kind: 'text', width: 180, value: ({ request, tables }) => namesOf(tables.rooms, request.allowedRooms), hidden: true },
    { id: 'weight', title: 'Weight', kind: 'number', width: 92, sum: false, hint: '1 to 5: the planner’s own, else by priority, and one more where both sides ask; empty it to go by priority again', value: ({ request }) => weightOf(request), edit: { ...edit((value) => ({ weight: value === null ? null : Number(value) })), check: (value) => (value === null || [1, 2, 3, 4, 5].includes(Number(value)) ? null : 'Write a whole number from 1 to 5, or nothing.') }, hidden: true },
    { id: 'hostLimits', title: 'Host’s limits', kind: 'text', width: 190, hint: 'Meetings placed, and the most there may be', value: ({ limits }) => limits().host, hidden: true },
    { id: 'guestLimits', title: 'Guest’s limits', kind: 'text', width: 190, hint: 'Meetings placed of whoever speaks for the partner, and the most and fewest there may be', value: ({ limits }) => limits().guest, hidden: true },
    { id: 'noThanks', title: 'No thanks', kind: 'text', width: 200, hint: 'Which side does not wish to meet the other, and why', value: ({ request }) => sideAndReason(request.veto), hidden: true },
    { id: 'withdrawn', title: 'Withdrawn', kind: 'text', width: 200, hint: 'Which side has taken the wish back, and why', value: ({ request }) => sideAndReason(request.withdrawn), hidden: true },
    { id: 'code', title: 'Code', kind: 'text', width: 90, value: ({ request }) => request.code, hidden: true },
  ];
}

function namesOf<Id>(table: ReadonlyMap<Id, { readonly name: string }>, ids: readonly Id[]): string {
  return ids.map((id) => table.get(id)?.name ?? '').filter(Boolean).join(', ');
}

function sideAndReason(said: MeetingRequest['veto']): string {
  return said === null ? '' : `${said.side === 'partner' ? 'Partner' : 'Vendor'}${said.reason === '' ? '' : `: ${said.reason}`}`;
}

export type LoadRow = HostLoad & { readonly name: string; readonly title: string };

export const loadColumns: readonly Column<LoadRow>[] = [
  { id: 'name', title: 'Host', kind: 'text', width: 150, value: ({ name }) => name },
  { id: 'asked', title: 'Asked', kind: 'number', width: 68, value: ({ asked }) => asked },
  { id: 'placed', title: 'Placed', kind: 'number', width: 68, value: ({ placed }) => placed },
  { id: 'limit', title: 'Limit', kind: 'number', width: 68, sum: false, hint: 'Meetings the daily limits allow', value: ({ limit }) => limit },
  { id: 'strain', title: 'Strain', kind: 'text', width: 180, value: strainOf, render: (row) => { const words = strainOf(row); return words === '' ? null : <FindingBadge severity="warning">{words}</FindingBadge>; } },
  { id: 'askedMinutes', title: 'Asked minutes', kind: 'number', width: 124, value: ({ askedMinutes }) => askedMinutes },
  { id: 'placedMinutes', title: 'Placed minutes', kind: 'number', width: 124, value: ({ placedMinutes }) => placedMinutes },
  { id: 'freeMinutes', title: 'Free minutes', kind: 'number', width: 124, hint: 'Meeting time in which the host is not away or in a session', value: ({ freeMinutes }) => freeMinutes },
  { id: 'sessionsLed', title: 'Sessions led', kind: 'number', width: 116, value: ({ sessionsLed }) => sessionsLed },
  { id: 'title', title: 'Title', kind: 'text', width: 220, value: ({ title }) => title },
];

function strainOf({ asked, askedMinutes, limit, freeMinutes }: LoadRow): string {
  if (limit !== null && asked > limit) return `${grouped(asked - limit)} beyond the limit`;
  return askedMinutes > freeMinutes ? `${counted(askedMinutes - freeMinutes, 'minute')} too many` : '';
}
