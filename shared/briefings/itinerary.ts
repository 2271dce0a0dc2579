import type { Block, Day, Entry } from '../documents/block.ts';
import { link, plain, type Text } from '../documents/text.ts';
import { groupBy } from '../kernel/group.ts';
import { timeOf } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { SeenMeeting, SeenSession } from './seen.ts';
import type { Sight } from './sight.ts';
import { dayTitle, listed, sentence } from './words.ts';

/** How a reader's own days are told: to whom the meetings are, and whether each has a page to lead to. */
export type Telling = { readonly linked: boolean; readonly whom: (meeting: SeenMeeting) => Text; readonly detail: (meeting: SeenMeeting) => string | null };

/** Sessions and meetings of one reader, day by day. What has no time yet is said below. */
export function itinerary({ sessions, meetings, summit }: Sight, telling: Telling): Block[] {
  const timed = foldedChoices(sessions).flatMap((session) => (session.startsAt === null ? [] : [{ startsAt: session.startsAt, entry: sessionEntry(session) }]));
  const placed = meetings.map((meeting) => ({ startsAt: meeting.startsAt, entry: meetingEntry(meeting, telling) }));
  const all = [...timed, ...placed].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  const days: Day[] = [...groupBy(all, ({ startsAt }) => dayOf(summit, startsAt))].map(([day, entries]) => ({ title: dayTitle(day), entries: entries.map(({ entry }) => entry) }));
  const untimed = sessions.filter(({ startsAt }) => startsAt === null).map(({ title }) => title);
  return [
    days.length === 0 ? { kind: 'paragraph', text: 'Nothing is planned yet.' } : { kind: 'timeline', days },
    ...(untimed.length === 0 ? [] : [{ kind: 'gap', missing: `the time of ${listed(untimed)}` } as const]),
  ];
}

export function meetingKey({ key }: Pick<SeenMeeting, 'key'>): string {
  return `meeting:${key}`;
}

export function roomName({ room }: SeenMeeting): string {
  return room?.name ?? 'Room not known';
}

function meetingEntry(meeting: SeenMeeting, { linked, whom, detail }: Telling): Entry {
  const said = detail(meeting);
  return {
    from: timeOf(meeting.startsAt), to: timeOf(meeting.endsAt), place: roomName(meeting), weight: 'strong',
    title: linked ? [link(plain(whom(meeting)), meetingKey(meeting))] : whom(meeting),
    ...(said ? { detail: sentence(said) } : {}),
  };
}

function sessionEntry({ title, startsAt, endsAt, rooms, kind, isDuty, only, isChoice, audience, confidential }: SeenSession): Entry {
  const detail = [
    isDuty ? 'You speak' : '', only === null ? '' : `For ${listed(only)}`, isChoice ? audience : '',
    confidential ? 'Under NDA' : '',
  ].filter(Boolean).join('. ');
  const isQuiet = kind === 'Break' || kind === 'Meal' || kind === 'Social' || isChoice;
  return {
    from: startsAt === null ? '' : timeOf(startsAt), to: endsAt === null || endsAt === startsAt ? '' : timeOf(endsAt), title,
    ...(rooms.length === 0 ? {} : { place: rooms.length > 3 ? `${rooms.length} rooms` : rooms.map(({ name }) => name).join(', ') }),
    ...(detail === '' ? {} : { detail }),
    ...(isDuty ? { weight: 'strong' } : isQuiet ? { weight: 'quiet' } : {}),
  };
}

/** Sessions to choose between at one time are one entry that names them and their rooms. */
function foldedChoices(sessions: readonly SeenSession[]): SeenSession[] {
  const choices = groupBy(sessions.filter(({ isChoice }) => isChoice), ({ startsAt, endsAt }) => `${startsAt ?? ''} ${endsAt ?? ''}`);
  const told = ({ title, rooms }: SeenSession) => `${title.replace(/^breakout:\s*/i, '')}${rooms.length === 0 ? '' : ` (${rooms.map(({ name }) => name).join(', ')})`}`;
  return [
    ...sessions.filter(({ isChoice }) => !isChoice),
    ...[...choices.values()].flatMap((list) => (list[0] ? [{ ...list[0], title: list.length === 1 ? 'Breakout' : 'Breakouts, to choose from', rooms: [], audience: sentence(list.map(told).join('; ')) }] : [])),
  ];
}
