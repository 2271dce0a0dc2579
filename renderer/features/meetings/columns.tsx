import { IconPinFilled } from '@tabler/icons-react';
import type { HostLoad } from '#shared/meetings/load.ts';
import { priorities } from '#shared/meetings/request.ts';
import { editRequest } from '#shared/meetings/commands.ts';
import { refused } from '#renderer/app/refused.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
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
    { id: 'partner', title: 'Partner', kind: 'text', width: 220, value: ({ partner }) => partner },
    { id: 'host', title: 'Host', kind: 'text', width: 160, value: ({ host }) => host },
    { id: 'side', title: 'Asked by', kind: 'choice', width: 100, choices: sideChoices, value: ({ request }) => request.side, edit: edit((value) => ({ side: value === 'partner' || value === 'vendor' ? value : null })) },
    { id: 'state', title: 'State', kind: 'choice', width: 116, choices: Object.entries(stateWords).map(([value, label]) => ({ value, label })), value: ({ state }) => state },
    { id: 'day', title: 'Day', kind: 'date', width: 140, value: ({ meeting }) => meeting?.startsAt.slice(0, 10) ?? null },
    { id: 'time', title: 'Time', kind: 'text', width: 116, value: ({ meeting }) => (meeting ? `${meeting.startsAt.slice(11)}–${meeting.endsAt.slice(11)}` : ''), render: ({ meeting }) => (meeting ? <>{meeting.startsAt.slice(11)}–{meeting.endsAt.slice(11)} {meeting.placement.pinned && <IconPinFilled size={13} role="img" aria-label="Pinned" style={{ marginInlineStart: 4 }} />}</> : null) },
    { id: 'room', title: 'Room', kind: 'text', width: 130, value: ({ room }) => room },
    { id: 'priority', title: 'Priority', kind: 'choice', width: 96, choices: priorityChoices, value: ({ request }) => request.priority, edit: edit((value) => ({ priority: priorities.find((one) => one === value) ?? null })) },
    { id: 'length', title: 'Length', kind: 'choice', width: 100, choices: lengthChoices, value: ({ request }) => (request.durationMinutes === null ? null : String(request.durationMinutes)), edit: edit((value) => ({ durationMinutes: (Number(value) || null) as RequestRow['request']['durationMinutes'] })) },
    { id: 'confidential', title: 'Confidential', kind: 'flag', width: 124, value: ({ request }) => request.confidential, edit: edit((value) => ({ confidential: value === true })) },
    { id: 'topic', title: 'Topic', kind: 'text', width: 180, value: ({ request }) => request.topic, edit: edit((value) => ({ topic: String(value ?? '') })) },
    { id: 'why', title: 'Why not placed', kind: 'text', width: 250, value: ({ why }) => (why === undefined ? '…' : why) },
    { id: 'clashes', title: 'Clashes', kind: 'text', width: 280, value: ({ clashes }) => clashes.join(' '), render: ({ clashes }) => (clashes.length > 0 ? <><FindingBadge severity="blocker">Clash</FindingBadge> {clashes.join(' ')}</> : null) },
    { id: 'people', title: 'Guests', kind: 'text', width: 220, value: ({ people }) => people },
    { id: 'preferredDay', title: 'Preferred day', kind: 'date', width: 140, value: ({ request }) => request.preferredDay, hidden: true },
    { id: 'partOfDay', title: 'Part of day', kind: 'choice', width: 110, choices: partChoices, value: ({ request }) => request.partOfDay, hidden: true },
    { id: 'code', title: 'Code', kind: 'text', width: 90, value: ({ request }) => request.code, hidden: true },
  ];
}

export type LoadRow = HostLoad & { readonly name: string; readonly title: string };

export const loadColumns: readonly Column<LoadRow>[] = [
  { id: 'name', title: 'Host', kind: 'text', width: 200, value: ({ name }) => name },
  { id: 'title', title: 'Title', kind: 'text', width: 220, value: ({ title }) => title },
  { id: 'asked', title: 'Asked', kind: 'number', value: ({ asked }) => asked },
  { id: 'placed', title: 'Placed', kind: 'number', value: ({ placed }) => placed },
  { id: 'limit', title: 'Limit', kind: 'number', hint: 'Meetings the daily limits allow', value: ({ limit }) => limit },
  { id: 'askedMinutes', title: 'Asked minutes', kind: 'number', width: 124, value: ({ askedMinutes }) => askedMinutes },
  { id: 'placedMinutes', title: 'Placed minutes', kind: 'number', width: 124, value: ({ placedMinutes }) => placedMinutes },
  { id: 'freeMinutes', title: 'Free minutes', kind: 'number', width: 124, hint: 'Meeting time in which the host is not away or in a session', value: ({ freeMinutes }) => freeMinutes },
  { id: 'sessionsLed', title: 'Sessions led', kind: 'number', width: 116, value: ({ sessionsLed }) => sessionsLed },
  { id: 'strain', title: 'Strain', kind: 'text', width: 200, value: strainOf, render: (row) => { const words = strainOf(row); return words === '' ? null : <FindingBadge severity="warning">{words}</FindingBadge>; } },
];

function strainOf({ asked, askedMinutes, limit, freeMinutes }: LoadRow): string {
  if (limit !== null && asked > limit) return `${asked - limit} beyond the limit`;
  return askedMinutes > freeMinutes ? `${askedMinutes - freeMinutes} minutes too many` : '';
}
