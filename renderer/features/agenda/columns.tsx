import { type Session, sessionKinds } from '#shared/summit/session.ts';
import { hours } from '#shared/summit/words.ts';
import { cellEdit, choiceOf } from '#renderer/app/record.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
import type { CellEdit, Column } from '#renderer/ui/data-table/column.ts';
import { FindingBadge } from '#renderer/ui/feedback/findings.tsx';
import { clashWords, type RoomUse } from './select.ts';

/** What the table of sessions shows. Times are set in the inspector, where both stand together. */
export function sessionColumns(planner: SummitDesk): Column<Session>[] {
  const { snapshot } = planner;
  const edit = (field: string, title: string, more: Partial<CellEdit<Session>> = {}) => cellEdit(planner, 'sessions', field, title, ({ title: name }) => name, more);
  const clashes = (session: Session) => clashWords(snapshot, session);
  return [
    { id: 'day', title: 'Day', kind: 'date', width: 150, value: ({ startsAt }) => startsAt?.slice(0, 10) ?? null },
    { id: 'hours', title: 'Time', kind: 'text', width: 110, value: (session) => hours(session) },
    { id: 'title', title: 'Session', kind: 'text', width: 300, value: ({ title }) => title, edit: edit('title', 'Title', { optional: false }) },
    { id: 'kind', title: 'Kind', kind: 'choice', width: 140, choices: sessionKinds.map(choiceOf), value: ({ kind }) => kind, edit: edit('kind', 'Kind') },
    { id: 'rooms', title: 'Rooms', kind: 'text', width: 200, value: ({ rooms }) => rooms.map((id) => snapshot.rooms.get(id)?.name ?? '').join(', ') },
    { id: 'audience', title: 'Audience', kind: 'text', width: 180, value: ({ audience }) => audience, edit: edit('audience', 'Audience') },
    { id: 'speakers', title: 'Speakers', kind: 'text', width: 180, value: ({ speakers }) => speakers.map((id) => snapshot.executives.get(id)?.name ?? '').join(', ') },
    { id: 'needsNda', title: 'NDA', kind: 'flag', width: 72, value: ({ needsNda }) => needsNda, edit: edit('needsNda', 'NDA') },
    { id: 'makesBusy', title: 'Busy', kind: 'flag', width: 76, hint: 'Its audience has no one-to-ones meanwhile', value: ({ makesBusy }) => makesBusy, edit: edit('makesBusy', 'Makes busy') },
    {
      id: 'clashes', title: 'Clashes', kind: 'text', width: 340, value: (session) => clashes(session).map(({ text }) => text).join(' '),
      render: (session) => { const [worst] = clashes(session); return worst ? <><FindingBadge severity={worst.weight === 'clash' ? 'blocker' : 'advice'}>{worst.weight === 'clash' ? 'Clash' : 'Advice'}</FindingBadge> {clashes(session).map(({ text }) => text).join(' ')}</> : null; },
    },
    { id: 'code', title: 'Code', kind: 'text', width: 90, value: ({ code }) => code, edit: edit('code', 'Code'), hidden: true },
  ];
}

export const roomUseColumns: readonly Column<RoomUse>[] = [
  { id: 'name', title: 'Room', kind: 'text', width: 240, value: ({ room }) => room.name },
  { id: 'seats', title: 'Seats', kind: 'number', sum: false, value: ({ room }) => room.seats },
  { id: 'confidential', title: 'Confidential', kind: 'flag', width: 110, value: ({ room }) => room.confidential },
  { id: 'sessions', title: 'Sessions', kind: 'number', value: ({ sessions }) => sessions },
  { id: 'hours', title: 'Session hours', kind: 'number', width: 120, value: ({ minutes }) => minutes / 60 },
  { id: 'meetings', title: 'One-to-ones', kind: 'number', width: 120, value: ({ meetings }) => meetings },
  { id: 'floor', title: 'Floor', kind: 'text', width: 120, value: ({ room }) => room.floor },
];
