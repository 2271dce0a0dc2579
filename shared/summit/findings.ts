import type { Finding } from '../kernel/finding.ts';
import { overlap } from '../kernel/time.ts';
import { audienceOf } from './audience.ts';
import { type AudienceSize, type SessionClash, sessionClashes } from './clashes.ts';
import { spanOf } from './meeting-time.ts';
import type { RoomTable } from './room.ts';
import type { SessionTable } from './session.ts';
import { type SummitTable, theSummit } from './summit.ts';
import { hours, type NameOfExecutive, sessionClashText } from './words.ts';

type Tables = SummitTable & RoomTable & SessionTable;

/** What the rules of the agenda and of the rooms have to say. The names of speakers and the sizes of audiences come from higher rungs. */
export function findings(tables: Tables, nameOf: NameOfExecutive, audienceSize?: AudienceSize): Finding[] {
  return [...clashFindings(tables, nameOf, audienceSize), ...busyDuringBlocks(tables), ...noDays(tables), ...noMeetingTime(tables), ...unknownSeats(tables)];
}

/** Every clash of every session; one that two sessions share is told once, on the earlier row. */
function clashFindings(tables: Tables, nameOf: NameOfExecutive, audienceSize?: AudienceSize): Finding[] {
  const place = new Map([...tables.sessions.keys()].map((id, index) => [id, index]));
  return [...tables.sessions.values()].flatMap((session) =>
    sessionClashes(tables, session, audienceSize)
      .filter((clash) => !('other' in clash) || (place.get(session.id) ?? 0) < (place.get(clash.other.id) ?? 0))
      .map((clash): Finding => ({
        rule: `session-${clash.code}`, severity: severityOf(clash), place: 'agenda',
        subjects: [{ table: 'sessions', id: session.id }, ...('other' in clash ? [{ table: 'sessions', id: clash.other.id }] : [])],
        text: `“${session.title}” (${session.startsAt === null ? 'no day' : session.startsAt.slice(0, 10)}, ${hours(session)}): ${sessionClashText(tables, clash, nameOf)}`,
      })));
}

/** A session that keeps everybody busy while a meeting block runs leaves nobody to meet. */
function busyDuringBlocks({ sessions }: SessionTable): Finding[] {
  const all = [...sessions.values()];
  const blocks = all.filter(({ kind }) => kind === 'Meeting block');
  return all.filter((session) => session.kind !== 'Meeting block' && session.makesBusy && audienceOf(session, []).kind === 'everybody').flatMap((session) => {
    const span = spanOf(session);
    const block = span && blocks.find((other) => { const theirs = spanOf(other); return theirs !== null && overlap(span, theirs); });
    if (!block) return [];
    return [{
      rule: 'session-empties-meeting-block', severity: 'warning', place: 'agenda', subjects: [{ table: 'sessions', id: session.id }, { table: 'sessions', id: block.id }],
      text: `“${session.title}” (${hours(session)}) keeps everybody busy during “${block.title}”, so no one-to-one can be held meanwhile. Move it, or switch off *Makes people busy*.`,
    } satisfies Finding];
  });
}

function noDays(tables: SummitTable): Finding[] {
  const { id, days } = theSummit(tables);
  return days.length > 0 ? [] : [{ rule: 'summit-without-days', severity: 'warning', place: 'set-up', subjects: [{ table: 'summits', id }], text: 'The summit has no days yet: add them in Set-up.' }];
}

function noMeetingTime(tables: SummitTable & SessionTable): Finding[] {
  const { id, meetOutsideBlocks } = theSummit(tables);
  const blocks = [...tables.sessions.values()].some((session) => session.kind === 'Meeting block' && spanOf(session));
  if (blocks || meetOutsideBlocks || tables.sessions.size === 0) return [];
  return [{ rule: 'no-meeting-time', severity: 'warning', place: 'agenda', subjects: [{ table: 'summits', id }], text: 'There is no time for one-to-ones: add a meeting block, or allow meetings in free time in Set-up.' }];
}

function unknownSeats({ rooms }: RoomTable): Finding[] {
  return [...rooms.values()].filter(({ seats }) => seats === null).map(({ id, name }) => ({
    rule: 'room-seats-unknown', severity: 'advice', place: 'set-up', subjects: [{ table: 'rooms', id }], text: `The seats of ${name} are not known, so it is taken to seat everyone: enter them in Set-up.`,
  }));
}

function severityOf({ code, weight }: SessionClash): Finding['severity'] {
  if (weight === 'advice') return 'advice';
  return code === 'room-taken' || code === 'speaker-elsewhere' ? 'blocker' : 'warning';
}
