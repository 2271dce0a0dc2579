import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Spot } from '#shared/meetings/clashes.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import { whyNot } from '#shared/meetings/spots.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import { CureList } from './cure-list.tsx';
import { roomName, whenWords } from './select.ts';

/** Why a request has no place: the first place that is free; where none is, what together closes every one, and the cures. */
export function WhyNot({ where, request, onPlace }: { readonly where: Whereabouts; readonly request: MeetingRequest; readonly onPlace: (spot: Spot) => void }) {
  const { starts, free, reasons } = useMemo(() => whyNot(where, request), [where, request]);
  const [first] = free;
  if (starts === 0) return <p className="sp-why">There is no meeting time: add a meeting block to the agenda.</p>;
  return (
    <div className="sp-why">
      {first ? (
        <p>{free.length} of {starts} starts are free. <Button size="compact-xs" variant="light" onClick={() => { onPlace(first); }}>Place {whenWords(first.startsAt)} in {roomName(where, first.room)}</Button></p>
      ) : <p>None of {starts} starts is possible. Together these close them all; without any one of them some place would be free:</p>}
      <ul>{reasons.map(({ clash, starts: closed }, index) => <li key={index}>{reasonText(where, clash)} <span className="sp-muted">{closed} of {starts} starts</span></li>)}</ul>
      {!first && <CureList where={where} request={request} />}
    </div>
  );
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
