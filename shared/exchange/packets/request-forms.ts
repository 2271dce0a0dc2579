import { add, change, type Change, set } from '#shared/kernel/change.ts';
import type { ContactId, MintId, PartnerId, RequestId } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { folded } from '#shared/kernel/text.ts';
import { withdraw } from '#shared/meetings/commands.ts';
import { blankRequest, meetingLengths, type MeetingRequest, priorities } from '#shared/meetings/request.ts';
import { fullName } from '#shared/partners/contact.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { FilledLine, Packet, PacketField, PacketForm, PacketLine } from './packet.ts';

/** Request forms of partners: whom they would like to meet, and which wishes they take back. */
export const requestForms: PacketForm = {
  fields: [
    { id: 'host', header: 'Executive', kind: 'text', locked: false, width: 30 },
    { id: 'priority', header: 'Priority', kind: 'text', locked: false, choices: [...priorities], width: 12 },
    { id: 'topic', header: 'Topic', kind: 'text', locked: false, width: 50 },
    { id: 'minutes', header: 'Minutes', kind: 'number', locked: false, choices: meetingLengths.map(String), width: 10 },
    { id: 'confidential', header: 'Confidential', kind: 'text', locked: false, choices: ['yes', 'no'], width: 14 },
    { id: 'day', header: 'Preferred day', kind: 'text', locked: false, width: 16 },
    { id: 'part', header: 'Part of day', kind: 'text', locked: false, choices: ['morning', 'afternoon', 'any'], width: 14 },
    { id: 'people', header: 'Your people', kind: 'text', locked: false, width: 40 },
    { id: 'wanted', header: 'Still wanted', kind: 'text', locked: false, choices: ['yes', 'no'], width: 12 },
  ],
  packets: forms,
  enter,
  lastWord: { field: 'wanted', isSaid: isNo },
};

/**
 * A form for every partner that is expected. It holds the partner's own wishes, those it took back among them; what the vendor asks of the
 * partner or took back, how wishes are weighed, vetoes and the plan stay here.
 */
function forms(snapshot: Snapshot, expected: ReadonlySet<PartnerId>): Packet[] {
  const fields = fieldsIn(snapshot);
  return [...snapshot.partners.values()].filter(({ id }) => expected.has(id)).map(({ id, name }) => ({
    kind: 'request-form', reader: id, name, title: `Meeting requests – ${name}`, fields, spare: 12, lines: linesFor(snapshot, id),
    intro: ['Whom would you like to meet? Choose an executive in each line, say how much it matters and what it is about.', 'People: names parted by semicolons. Days and parts of day are wishes.', 'Save the file and send it back. Lines that were filled in already can be changed; “no” under “Still wanted” takes one back.'],
  }));
}

/** A known request takes what was changed, is taken back or asked for again; a line without one becomes a request. */
function enter(snapshot: Snapshot, { reader, key, values }: FilledLine, mint: MintId): Result<Change, string> {
  const partner = snapshot.partners.get(reader as PartnerId);
  if (!partner) return err('the partner is gone');
  const known = key === '' ? undefined : snapshot.requests.get(key as RequestId);
  if (key !== '' && (known === undefined || known.partner !== partner.id)) return err('the request is gone');
  const label = `Request of ${partner.name}`;
  const isWanted = !isNo(values['wanted'] ?? '');
  if (known !== undefined && !isWanted) return inWords(known.withdrawn === null ? withdraw(snapshot, [known.id], 'partner', `As ${partner.name} says in the request form`) : ok(change(label, [])));
  const wanted = folded(values['host'] ?? '');
  const host = [...snapshot.executives.values()].find(({ name }) => folded(name) === wanted);
  if (!host) return err(wanted === '' ? 'no executive is named' : `“${values['host']}” is none of the executives`);
  const said = read(snapshot, partner.id, values);
  if (!said.ok) return said;
  if (known !== undefined) return ok(change(label, [set('requests', known, { ...said.value, host: host.id, withdrawn: null })]));
  const same = [...snapshot.requests.values()].find((each) => each.partner === partner.id && each.host === host.id && each.topic === said.value.topic && each.withdrawn === null);
  if (same || !isWanted) return ok(change(label, []));
  const request: MeetingRequest = { ...blankRequest(mint<RequestId>(), partner.id, host.id), side: 'partner', ...said.value };
  return ok(change(label, [add('requests', request)]));
}

/** Taking back needs no more than “n”. */
function isNo(word: string): boolean {
  return /^n/i.test(word);
}

function inWords<Value>(result: Result<Value, { readonly code: string }>): Result<Value, string> {
  return result.ok ? result : err('the request is gone');
}

type Said = Pick<MeetingRequest, 'priority' | 'topic' | 'durationMinutes' | 'confidential' | 'preferredDay' | 'partOfDay' | 'attendees' | 'attendeeNames'>;

function read({ contacts, summits }: Snapshot, partner: PartnerId, values: Readonly<Record<string, string>>): Result<Said, string> {
  const text = (field: string) => (values[field] ?? '').trim();
  const priority = priorities.find((each) => each === text('priority').toLowerCase()) ?? null;
  if (priority === null && text('priority') !== '') return err(`“${text('priority')}” is no priority: ${priorities.join(', ')}`);
  const durationMinutes = meetingLengths.find((each) => String(each) === text('minutes')) ?? null;
  if (durationMinutes === null && text('minutes') !== '') return err(`a meeting lasts ${meetingLengths.join(', ')} minutes, not “${text('minutes')}”`);
  const day = theSummit({ summits }).days.find(({ date }) => date === text('day'))?.date ?? null;
  if (day === null && text('day') !== '') return err(`“${text('day')}” is no day of the summit`);
  const part = (['morning', 'afternoon', 'any'] as const).find((each) => each === text('part').toLowerCase()) ?? null;
  if (part === null && text('part') !== '') return err(`“${text('part')}” is no part of the day`);
  const people = text('people').split(';').map((name) => name.trim()).filter((name) => name !== '');
  const own = new Map([...contacts.values()].filter((person) => person.partner === partner).map((person) => [folded(fullName(person)), person.id]));
  const attendees = people.flatMap((name): ContactId[] => { const person = own.get(folded(name)); return person === undefined ? [] : [person]; });
  return ok({ priority, topic: text('topic'), durationMinutes, confidential: /^y/i.test(text('confidential')), preferredDay: day, partOfDay: part, attendees, attendeeNames: people.filter((name) => !own.has(folded(name))) });
}

/** The words that only the summit knows. */
function fieldsIn(snapshot: Snapshot): readonly PacketField[] {
  const choices: Readonly<Record<string, readonly string[]>> = { host: [...snapshot.executives.values()].map(({ name }) => name).sort(byName), day: theSummit(snapshot).days.map(({ date }) => date) };
  return requestForms.fields.map((field) => { const words = choices[field.id]; return words === undefined ? field : { ...field, choices: words }; });
}

function linesFor({ requests, executives, contacts }: Snapshot, partner: PartnerId): PacketLine[] {
  return [...requests.values()].filter((request) => request.partner === partner && (request.side === 'partner' || request.side === 'both') && request.withdrawn?.side !== 'vendor' && request.veto === null).map((request) => {
    const host = executives.get(request.host)?.name ?? '';
    const people = [...request.attendees.flatMap((id) => { const person = contacts.get(id); return person ? [fullName(person)] : []; }), ...request.attendeeNames];
    return {
      key: request.id, what: `meeting with ${host}`,
      values: { host, priority: request.priority ?? '', topic: request.topic, minutes: request.durationMinutes === null ? '' : String(request.durationMinutes), confidential: request.confidential ? 'yes' : 'no', day: request.preferredDay ?? '', part: request.partOfDay ?? '', people: people.join('; '), wanted: request.withdrawn === null ? 'yes' : 'no' },
    };
  });
}
