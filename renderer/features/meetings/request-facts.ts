import type { ContactId, ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { type MeetingRequest, weightOf } from '#shared/meetings/request.ts';
import { fullName } from '#shared/partners/contact.ts';
import { choicesOf } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { Field, FieldValue, FormValues } from '#renderer/ui/forms/field.ts';
import { listIn, numberIn, textIn } from '#renderer/ui/forms/field.ts';
import type { KeyFact } from '#renderer/ui/forms/key-facts.tsx';

type FactOf = (field: Field, value: FieldValue, fieldsOf: (value: FieldValue) => Partial<MeetingRequest>) => KeyFact;
type Fields = Readonly<Record<'coHosts' | 'guestPartners' | 'optionalAttendees' | 'optionalHosts' | 'allowedRooms' | 'allowedDays' | 'allowedPart' | 'weight', Field>>;

/** What a request may say beside who meets whom: a small group, those merely welcome, and the days, times and rooms it must have. */
export function furtherFacts(request: MeetingRequest, fact: FactOf, planner: Planner): KeyFact[] {
  const fields = furtherFields(planner, request);
  const ids = <Id extends string>(value: FieldValue) => (Array.isArray(value) ? value : []) as readonly Id[];
  return [
    fact(fields.coHosts, request.coHosts, (value) => ({ coHosts: ids<ExecutiveId>(value) })),
    fact(fields.guestPartners, request.guestPartners, (value) => ({ guestPartners: ids<PartnerId>(value) })),
    fact(fields.optionalAttendees, request.optionalAttendees, (value) => ({ optionalAttendees: ids<ContactId>(value) })),
    fact(fields.optionalHosts, request.optionalHosts, (value) => ({ optionalHosts: ids<ExecutiveId>(value) })),
    fact(fields.allowedDays, request.allowedDays, (value) => ({ allowedDays: ids<LocalDate>(value) })),
    fact(fields.allowedPart, request.allowedPart, (value) => ({ allowedPart: partIn(value) })),
    fact(fields.allowedRooms, request.allowedRooms, (value) => ({ allowedRooms: ids<RoomId>(value) })),
    { ...fact(fields.weight, request.weight, (value) => ({ weight: typeof value === 'number' ? value : null })), shown: request.weight === null ? `${weightOf(request)}, by priority` : String(request.weight) },
  ];
}

/** The fields of the form for a new request; contacts are chosen once the partner is known. */
export function furtherFormFields(planner: Planner): Field[] {
  const { coHosts, guestPartners, optionalHosts, allowedDays, allowedPart, allowedRooms, weight } = furtherFields(planner, null);
  return [coHosts, guestPartners, optionalHosts, allowedDays, { ...allowedPart, width: 'half' }, { ...weight, width: 'half' }, allowedRooms];
}

export function furtherIn(values: FormValues): Partial<MeetingRequest> {
  return {
    coHosts: listIn(values, 'coHosts') as readonly ExecutiveId[], guestPartners: listIn(values, 'guestPartners') as readonly PartnerId[], optionalHosts: listIn(values, 'optionalHosts') as readonly ExecutiveId[],
    allowedDays: listIn(values, 'allowedDays') as readonly LocalDate[], allowedPart: partIn(textIn(values, 'allowedPart')), allowedRooms: listIn(values, 'allowedRooms') as readonly RoomId[], weight: numberIn(values, 'weight'),
  };
}

function furtherFields({ snapshot, summit }: Planner, request: MeetingRequest | null): Fields {
  const named = (rows: Iterable<{ readonly id: string; readonly name: string }>, but: string | undefined) => choicesOf([...rows].filter(({ id }) => id !== but));
  const hosts = named(snapshot.executives.values(), request?.host);
  const contacts = choicesOf([...snapshot.contacts.values()].filter(({ partner }) => partner !== null && partner === request?.partner).map((contact) => ({ id: contact.id, name: fullName(contact) })));
  return {
    coHosts: { name: 'coHosts', label: 'Co-hosts', kind: 'choices', choices: hosts, hint: 'Must be there beside the host' },
    guestPartners: { name: 'guestPartners', label: 'Other partners at the table', kind: 'choices', choices: named(snapshot.partners.values(), request?.partner), hint: 'Each with whoever speaks for them' },
    optionalAttendees: { name: 'optionalAttendees', label: 'Guests who are welcome', kind: 'choices', choices: contacts },
    optionalHosts: { name: 'optionalHosts', label: 'Executives who are welcome', kind: 'choices', choices: hosts, hint: 'The meeting is held without them where they cannot come' },
    allowedDays: { name: 'allowedDays', label: 'Only on', kind: 'choices', choices: summit.days.map(({ date }) => ({ value: date as string, label: date })) },
    allowedPart: { name: 'allowedPart', label: 'Only in the', kind: 'choice', choices: [{ value: 'morning', label: 'Morning' }, { value: 'afternoon', label: 'Afternoon' }] },
    allowedRooms: { name: 'allowedRooms', label: 'Only in rooms', kind: 'choices', choices: named(snapshot.rooms.values(), undefined) },
    weight: { name: 'weight', label: 'Weight', kind: 'number', whole: true, min: 1, max: 5, hint: '1 to 5, instead of the priority’s' },
  };
}

function partIn(value: FieldValue): MeetingRequest['allowedPart'] {
  return value === 'morning' || value === 'afternoon' ? value : null;
}
