import { Button } from '@mantine/core';
import type { Spot } from '#shared/meetings/clashes.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { CureList } from './cure-list.tsx';
import { meetingTables } from './cure-tables.ts';
import { roomName, whenWords } from './select.ts';
import { useWhy } from './why-store.ts';

/** Why a request has no place: the first place that is free; where none is, what together closes every one, and the cures. */
export function WhyNot({ where, request, onPlace }: { readonly where: Whereabouts; readonly request: MeetingRequest; readonly onPlace: (spot: Spot) => void }) {
  const { heard, hasFailed } = useWhy(meetingTables(usePlanner().snapshot), { request: request.id, aim: null });
  if (!heard?.why) return <p className="sp-why sp-muted" role="status">{hasFailed ? 'The search stopped by itself. Close and open Meetings to repeat it.' : 'Finding out why…'}</p>;
  const { starts, free, reasons } = heard.why;
  const [first] = free;
  if (starts === 0) return <p className="sp-why">There is no meeting time: add a meeting block to the agenda.</p>;
  return (
    <div className="sp-why">
      {first ? (
        <p>{free.length} of {starts} starts are free. <Button size="compact-xs" variant="light" onClick={() => { onPlace(first); }}>Place {whenWords(first.startsAt)} in {roomName(where, first.room)}</Button></p>
      ) : <p>None of {starts} starts is possible. Together these close them all; without any one of them some place would be free:</p>}
      <ul>{reasons.map(({ clash, starts: closed }, index) => <li key={index}>{reasonText(where, clash)} <span className="sp-muted">{closed} of {starts} starts</span></li>)}</ul>
      {!first && <CureList where={where} cures={heard.cures} ended={heard.ended} hasFailed={hasFailed} />}
    </div>
  );
}

/** Where a meeting that clashes could be held instead. */
export function Elsewhere({ where, request }: { readonly where: Whereabouts; readonly request: MeetingRequest }) {
  const { heard, hasFailed } = useWhy(meetingTables(usePlanner().snapshot), { request: request.id, aim: 'elsewhere' });
  return <div className="sp-why"><CureList where={where} cures={heard?.cures ?? []} ended={heard?.ended ?? null} hasFailed={hasFailed} title="What would mend it, the cheapest first" none="No cure was found: nothing that may be asked for would let it be held." /></div>;
}

/** A reason that stands for many starts names the person, not the one meeting of the first start. */
function reasonText(where: Whereabouts, clash: Parameters<typeof clashText>[1]): string {
  switch (clash.code) {
    case 'person-in-meeting': return `${clash.person.name} is in other meetings.`;
    case 'person-in-session': return `${clash.person.name} is in sessions.`;
    case 'person-away': return `${clash.person.name} is away.`;
    case 'nda-missing': return `${clash.person.name} is not covered by an NDA, and the meeting is confidential.`;
    case 'day-limit-reached': return `${clash.person.name} has ${clash.limit} of ${clash.limit} meetings of the day.`;
    case 'limit-reached': return `${clash.person.name} has ${clash.limit} of ${clash.limit} meetings of the summit.`;
    case 'walk-too-long': return `${clash.person.name} could not walk from the meeting before, or to the next, in time.`;
    case 'rival-in-room': return 'A rival is at the next table, or just before or after.';
    case 'outside-meeting-time': return 'The meeting would run past the end of its block.';
    case 'room-in-use': return 'Rooms that would do are taken.';
    case 'room-in-session': return 'Rooms have sessions.';
    case 'room-closed': return 'Rooms are closed.';
    case 'not-a-meeting-room': return 'Other rooms are not rooms of the meeting block.';
    case 'room-reserved': return 'Rooms are reserved for requests that name them.';
    case 'room-not-allowed': return `The request names its rooms: ${clash.allowed.map((room) => roomName(where, room)).join(', ')}.`;
    case 'room-too-small': return `Rooms with fewer than ${clash.people} seats are too small.`;
    case 'room-not-confidential': return 'Some rooms are not suited to confidential talk.';
    default: return clashText(where.tables, clash);
  }
}
