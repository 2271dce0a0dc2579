import type { ExecutiveId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { kindMakesBusy, type Session, type SessionKind, sessionKinds } from '#shared/summit/session.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { choiceOf } from '#renderer/app/record.ts';
import { type Field, type FormValues, flagIn, listIn, textIn } from '#renderer/ui/forms/field.ts';

/** The fields of a session, as its form and its inspector ask for them. */
export function sessionFields({ rooms, executives }: Snapshot): readonly Field[] {
  return [
    { name: 'title', label: 'Title', kind: 'text', required: true },
    { name: 'kind', label: 'Kind', kind: 'choice', choices: sessionKinds.map(choiceOf), width: 'half' },
    { name: 'audience', label: 'Audience', kind: 'text', placeholder: 'All attendees', hint: 'All attendees, PAC members, strategic partners, names of tiers, or in your own words', width: 'half' },
    { name: 'startsAt', label: 'Starts', kind: 'date-time', width: 'half' },
    { name: 'endsAt', label: 'Ends', kind: 'date-time', width: 'half' },
    { name: 'rooms', label: 'Rooms', kind: 'choices', choices: [...rooms.values()].map(({ id, name, seats }) => ({ value: id, label: seats === null ? name : `${name} (${seats} seats)` })) },
    { name: 'speakers', label: 'Speakers', kind: 'choices', choices: [...executives.values()].map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'needsNda', label: 'Needs an NDA', kind: 'flag', hint: 'Nobody without cover on that day may attend', width: 'half' },
    { name: 'makesBusy', label: 'Makes people busy', kind: 'flag', hint: 'Its audience has no one-to-ones meanwhile', width: 'half' },
  ];
}

/** What a filled form says of a session. */
export function sessionOf(values: FormValues): Omit<Session, 'id' | 'code'> {
  return {
    title: textIn(values, 'title'), kind: (textIn(values, 'kind') || null) as SessionKind | null, audience: textIn(values, 'audience'),
    startsAt: momentIn(values, 'startsAt'), endsAt: momentIn(values, 'endsAt'), rooms: listIn(values, 'rooms') as readonly RoomId[],
    speakers: listIn(values, 'speakers') as readonly ExecutiveId[], needsNda: flagIn(values, 'needsNda'), makesBusy: flagIn(values, 'makesBusy'),
  };
}

export function newSessionValues(startsAt: string, endsAt: string, rooms: readonly string[], kind: SessionKind = 'Breakout'): FormValues {
  return { title: '', kind, audience: '', startsAt, endsAt, rooms, speakers: [], needsNda: false, makesBusy: kindMakesBusy(kind) };
}

function momentIn(values: FormValues, name: string): LocalDateTime | null {
  const text = textIn(values, name);
  return text === '' ? null : (text.slice(0, 16) as LocalDateTime);
}
