import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Spot } from '#shared/meetings/clashes.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import { whyNot } from '#shared/meetings/spots.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import { CureList } from './cure-list.tsx';
import { roomName, whenWords } from './select.ts';

/** Why a request has no place: what closes how many starts, and the first place that is free; where none is, the cures. */
export function WhyNot({ where, request, onPlace }: { readonly where: Whereabouts; readonly request: MeetingRequest; readonly onPlace: (spot: Spot) => void }) {
  const { starts, free, reasons } = useMemo(() => whyNot(where, request), [where, request]);
  const [first] = free;
  if (starts === 0) return <p className="sp-why">There is no meeting time: add a meeting block to the agenda.</p>;
  return (
    <div className="sp-why">
      {first ? (
        <p>{free.length} of {starts} starts are free. <Button size="compact-xs" variant="light" onClick={() => { onPlace(first); }}>Place {whenWords(first.startsAt)} in {roomName(where, first.room)}</Button></p>
      ) : <p>None of {starts} starts is possible:</p>}
      <ul>{reasons.slice(0, first ? 2 : 6).map(({ clash, starts: closed }, index) => <li key={index}>{reasonText(where, clash)} <span className="sp-muted">{closed} of {starts} starts</span></li>)}</ul>
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
    case 'rival-in-room': return 'In every free room a rival is at the next table, or just before or after.';
    case 'outside-meeting-time': return 'The meeting would run past the end of its block.';
    case 'room-in-use': return 'Every suitable room is taken.';
    case 'room-in-session': return 'Every suitable room has a session.';
    case 'room-too-small': return `No free room seats ${clash.people}.`;
    case 'room-not-confidential': return 'No closed room is free.';
    default: return clashText(where.tables, clash);
  }
}
