import { IconAlertTriangle, IconChevronDown, IconChevronsUp, IconChevronUp, IconLock, IconPinFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Meeting, Whereabouts } from '#shared/meetings/whereabouts.ts';
import { shortClash } from '#shared/meetings/words.ts';
import { type BoardEvent, type BoardHue, type BoardResource, plusMinutes } from '#renderer/ui/calendar-board/board.ts';
import { behind, type BoardMode, columnOf, isOf, type Subject } from './board-columns.ts';
import { hostName, partnerName, roomName } from './select.ts';
import { clashesOf } from './where.ts';

type Priority = 'must' | 'should' | 'could';
const looks: Readonly<Record<Priority, { readonly hue: BoardHue; readonly Icon: typeof IconChevronUp }>> = {
  must: { hue: 1, Icon: IconChevronsUp }, should: { hue: 4, Icon: IconChevronUp }, could: { hue: 6, Icon: IconChevronDown },
};

/** Meetings as the board shows them: hue and icon for their priority, a lock where confidential, in words what is wrong or pinned. */
export function meetingEvents(where: Whereabouts, mode: BoardMode, subject: Subject | null, baseDay: string): BoardEvent[] {
  const meant = where.meetings.filter((meeting) => (mode === 'day' ? subject !== null && isOf(meeting, subject) : meeting.startsAt.startsWith(baseDay) || meeting.endsAt.startsWith(baseDay)));
  return meant.map((meeting): BoardEvent => {
    const { request, placement, startsAt, endsAt } = meeting;
    const worst = clashesOf(where, meeting).find(({ weight }) => weight === 'clash');
    const priority = request.priority ?? 'should';
    const start = mode === 'day' ? `${baseDay}T${startsAt.slice(11)}` : startsAt;
    return {
      id: request.id, ...wordsOf(where, meeting, mode, subject), start, end: mode === 'day' ? plusMinutes(start, (Date.parse(`${endsAt}Z`) - Date.parse(`${startsAt}Z`)) / 60_000) : endsAt,
      resourceIds: [columnOf(meeting, mode)], hue: looks[priority].hue, movable: !placement.pinned, resizable: false, icon: <EventIcons priority={priority} isConfidential={request.confidential} />,
      ...(worst ? { state: { label: shortClash(worst), kind: 'blocker' as const, icon: <IconAlertTriangle size={12} aria-hidden /> } }
        : placement.pinned ? { state: { label: 'Pinned', kind: 'plain' as const, icon: <IconPinFilled size={12} aria-hidden /> } } : {}),
    };
  });
}

/** The column says one of partner, host and room; the meeting says the other two. */
function wordsOf(where: Whereabouts, { request, placement }: Meeting, mode: BoardMode, subject: Subject | null): { readonly title: string; readonly subtitle: string } {
  const [partner, host, room] = [partnerName(where, request), hostName(where, request.host), roomName(where, placement.room)];
  const told = mode === 'day' ? (subject?.kind ?? 'host') : mode;
  return told === 'room' ? { title: partner, subtitle: host } : told === 'host' ? { title: partner, subtitle: room } : { title: host, subtitle: room };
}

function EventIcons({ priority, isConfidential }: { readonly priority: Priority; readonly isConfidential: boolean }) {
  const { Icon } = looks[priority];
  return <><Icon size={14} role="img" aria-label={priority} />{isConfidential && <IconLock size={13} role="img" aria-label="confidential" />}</>;
}

/** What lies behind the meetings, hatched and named. In columns of days everything is drawn on one. */
export function behindEvents(where: Whereabouts, mode: BoardMode, subject: Subject | null, columns: readonly BoardResource[], hours: { readonly day: string; readonly from: string; readonly to: string }): BoardEvent[] {
  const on = (moment: string) => (mode === 'day' ? `${hours.day}T${moment.slice(11)}` : moment);
  return behind(where, mode, subject, columns, hours).map(({ column, startsAt, endsAt, title }, index) => ({ id: `behind-${index}`, title, start: on(startsAt), end: on(endsAt), resourceIds: [column], hue: 6, background: true }));
}

const legend: readonly { readonly words: string; readonly hue: BoardHue | null; readonly icon: ReactNode }[] = [
  ...(['must', 'should', 'could'] as const).map((priority) => { const { hue, Icon } = looks[priority]; return { words: `${priority.charAt(0).toUpperCase()}${priority.slice(1)}`, hue, icon: <Icon size={13} aria-hidden /> }; }),
  { words: 'Confidential', hue: null, icon: <IconLock size={13} aria-hidden /> }, { words: 'Pinned', hue: null, icon: <IconPinFilled size={13} aria-hidden /> }, { words: 'Clash', hue: null, icon: <IconAlertTriangle size={13} aria-hidden /> },
];

export function Legend() {
  return <ul className="sp-board-legend" aria-label="Legend">{legend.map(({ words, hue, icon }) => <li key={words} {...(hue && { className: `sp-legend-hue-${hue}` })}>{icon}{words}</li>)}</ul>;
}
