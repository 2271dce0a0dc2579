import type { ExecutiveId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { kindMakesBusy, type Session, type SessionKind, sessionKinds } from '#shared/summit/session.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { choiceOf, choicesOf } from '#renderer/app/record.ts';
import { type Field, type FormValues, flagIn, listIn, textIn } from '#renderer/ui/forms/field.ts';

/** The fields of a session, as its form and its inspector ask for them. */
export function sessionFields({ rooms, executives }: Snapshot): readonly Field[] {
  return [
    { name: 'title', label: 'Title', kind: 'text', required: true },
    { name: 'kind', label: 'Kind', kind: 'choice', choices: sessionKinds.map(choiceOf), width: 'half' },
    { name: 'audience', label: 'Audience', kind: 'text', placeholder: 'All attendees', hint: 'All attendees, PAC members, strategic partners, names of tiers, or in your own words', width: 'half' },
    { name: 'startsAt', label: 'Starts', kind: 'date-time', width: 'half' },
    { name: 'endsAt', label: 'Ends', kind: 'date-time', width: 'half' },
    { name: 'rooms', label: 'Rooms', kind: 'choices', choices: choicesOf([...rooms.values()].map(({ id, name, seats }) => ({ id, name: seats === null ? name : `${name} (${seats} seats)` }))) },
    { name: 'speakers', label: 'Speakers', kind: 'choices', choices: choicesOf(executives.values()) },
    { name: 'needsNda', label: 'Needs an NDA', kind: 'flag', hint: 'Nobody without cover on that day may attend', width: 'half' },
    { name: 'makesBusy', label: 'Makes people busy', kind: 'flag', hint: 'Its audience has no one-to-ones meanwhile', width: 'half' },
  ];
}

/** The fields of a session that is new: whether it makes people busy follows from its kind, unless the planner says otherwise. */
export function newSessionFields(snapshot: Snapshot): readonly Field[] {
  const busy: Field = {
    name: 'makesBusy', label: 'Makes people busy', kind: 'choice', required: true, width: 'half', hint: 'Its audience has no one-to-ones meanwhile',
    choices: [{ value: 'by-kind', label: 'As its kind does' }, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }],
  };
  return sessionFields(snapshot).map((field) => (field.name === 'makesBusy' ? busy : field));
}

/** What a filled form says of a session. */
export function sessionOf(values: FormValues): Omit<Session, 'id' | 'code'> {
  return {
    title: textIn(values, 'title'), kind: (textIn(values, 'kind') || null) as SessionKind | null, audience: textIn(values, 'audience'),
    startsAt: momentIn(values, 'startsAt'), endsAt: momentIn(values, 'endsAt'), rooms: listIn(values, 'rooms') as readonly RoomId[],
    speakers: listIn(values, 'speakers') as readonly ExecutiveId[], needsNda: flagIn(values, 'needsNda'), makesBusy: isBusy(values),
  };
}

export function newSessionValues(startsAt: string, endsAt: string, rooms: readonly string[], kind: SessionKind = 'Breakout'): FormValues {
  return { title: '', kind, audience: '', startsAt, endsAt, rooms, speakers: [], needsNda: false, makesBusy: 'by-kind' };
}

function isBusy(values: FormValues): boolean {
  const said = textIn(values, 'makesBusy');
  return said === 'by-kind' ? kindMakesBusy((textIn(values, 'kind') || null) as SessionKind | null) : said === 'yes' || flagIn(values, 'makesBusy');
}

function momentIn(values: FormValues, name: string): LocalDateTime | null {
  const text = textIn(values, name);
  return text === '' ? null : (text.slice(0, 16) as LocalDateTime);
}
