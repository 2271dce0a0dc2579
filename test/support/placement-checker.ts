import type { Contact } from '#shared/partners/contact.ts';
import type { Executive } from '#shared/partners/executive.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/**
 * Judges a schedule from the raw rows, sharing no code with the planner: times are minutes since 1970, people are names of its own.
 * Says every fault in words; an empty list is a schedule that can be held.
 */
export function scheduleFaults(snapshot: Snapshot): string[] {
  const summit = [...snapshot.summits.values()][0];
  if (!summit) return ['no summit'];
  const faults: string[] = [];
  const minute = (moment: string) => Date.parse(`${moment}:00Z`) / 60_000;
  const dayNumber = (moment: string) => {
    const [hours = 0, minutes = 0] = summit.dayBoundary.split(':').map(Number);
    return Math.floor((minute(moment) - hours * 60 - minutes) / 1440);
  };
  const sessions = [...snapshot.sessions.values()].flatMap((session) => (session.startsAt && session.endsAt && session.startsAt < session.endsAt ? [{ ...session, from: minute(session.startsAt), to: minute(session.endsAt) }] : []));
  const blockMinutes = new Set<number>();
  for (const { kind, from, to } of sessions) if (kind === 'Meeting block') for (let m = from; m < to; m++) blockMinutes.add(m);
  if (summit.meetOutsideBlocks) {
    for (const { date, opensAt, closesAt } of summit.days) {
      const midnight = Date.parse(`${date}T00:00:00Z`) / 60_000;
      const [open, close] = [opensAt, closesAt].map((time) => midnight + Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
      const end = (close ?? 0) <= (open ?? 0) ? (close ?? 0) + 1440 : (close ?? 0);
      for (let m = open ?? 0; m < end; m++) if (!sessions.some(({ from, to }) => from <= m && m < to)) blockMinutes.add(m);
    }
  }
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  const attending = new Set([...snapshot.invitations.values()].filter(({ stage }) => !['shortlisted', 'declined', 'waitlisted', 'cancelled', 'no-show'].includes(stage)).map(({ partner }) => partner));

  const contactsOf = (partner: string) => [...snapshot.contacts.values()].filter((one) => one.partner === partner);
  const whoIs = (contacts: ReturnType<typeof contactsOf>, name: string) => contacts.find(({ givenName, familyName }) => [`${givenName} ${familyName}`, `${familyName} ${givenName}`].some((one) => plain(one) === plain(name.replace(',', ' '))));
  const speaker = (id: string) => {
    const contacts = contactsOf(id);
    const sponsorName = [...snapshot.partners.values()].find((one) => one.id === id)?.partnerSponsorName ?? '';
    return (sponsorName === '' ? undefined : whoIs(contacts, sponsorName)) ?? ['Executive sponsor', 'PAC member', 'Delegate', 'Technical lead'].map((role) => contacts.filter((one) => one.role === role)
      .sort((a, b) => (`${a.familyName}, ${a.givenName}` < `${b.familyName}, ${b.givenName}` ? -1 : 1))[0]).find(Boolean);
  };
  const leadOf = (id: string) => speaker(id)?.id ?? `nobody of ${id}`;
  const partnerOf = (guest: string) => [...snapshot.contacts.values()].find(({ id }) => id === guest)?.partner ?? guest.replace('nobody of ', '').split(' ')[0] ?? '';
  const apart = (one: string, other: string) => one !== other && [...snapshot.partners.values()].some(({ id, keepApart }) => (id === one && keepApart.some((rival) => rival === other)) || (id === other && keepApart.some((rival) => rival === one)));
  const partnersAt = (meeting: { request: { partner: string }; guests: readonly string[] }) => [...new Set([meeting.request.partner, ...meeting.guests.map(partnerOf)])];

  const held = [...snapshot.placements.values()].flatMap((placement) => {
    const request = snapshot.requests.get(placement.request);
    if (!request) { faults.push(`${placement.id}: no such request`); return []; }
    const contacts = contactsOf(request.partner);
    const named = (name: string) => whoIs(contacts, name);
    const lead = speaker(request.partner);
    const leads = request.guestPartners.map((guest) => leadOf(guest));
    const guests = new Set([lead?.id ?? `nobody of ${request.partner}`, ...leads, ...request.attendees, ...request.attendeeNames.filter((name) => name.trim() !== '').map((name) => named(name)?.id ?? `${request.partner} ${plain(name)}`)]);
    const from = minute(placement.startsAt);
    const hosts = [...new Set([request.host, ...request.coHosts])];
    return [{ placement, request, hosts, leads: [lead?.id ?? `nobody of ${request.partner}`, ...leads], guests: [...guests], from, to: from + (request.durationMinutes ?? 30), day: dayNumber(placement.startsAt), room: snapshot.rooms.get(placement.room) }];
  });

  for (const { placement, request, hosts, guests, from, to, room } of held) {
    const name = `${request.id} at ${placement.startsAt}`;
    if (request.withdrawn) faults.push(`${name}: withdrawn`);
    if (![request.partner, ...request.guestPartners].every((partner) => attending.has(partner))) faults.push(`${name}: partner not invited`);
    for (const other of snapshot.requests.values()) if (other.veto && [request.partner, ...request.guestPartners].includes(other.partner) && hosts.includes(other.host)) faults.push(`${name}: ${other.partner} and ${other.host} are not to meet`);
    const rivals = partnersAt({ request, guests: [...guests, ...request.optionalAttendees] });
    for (const one of rivals) for (const other of rivals) if (one < other && apart(one, other)) faults.push(`${name}: ${one} and ${other} in one meeting`);
    if (request.allowedDays.length > 0 && !request.allowedDays.some((day) => Date.parse(day) / 86_400_000 === dayNumber(placement.startsAt))) faults.push(`${name}: not on an allowed day`);
    if (request.allowedPart !== null && (Number(placement.startsAt.slice(11, 13)) < 12) !== (request.allowedPart === 'morning')) faults.push(`${name}: not in the ${request.allowedPart}`);
    for (let m = from; m < to; m++) if (!blockMinutes.has(m)) { faults.push(`${name}: not in meeting time`); break; }
    if (!room) { faults.push(`${name}: no such room`); continue; }
    if (room.seats !== null && room.seats < guests.length + hosts.length) faults.push(`${name}: ${guests.length + hosts.length} people in a room for ${room.seats}`);
    if (request.allowedRooms.length > 0 && !request.allowedRooms.includes(room.id)) faults.push(`${name}: ${room.name} is not allowed`);
    if (room.reserved && !request.allowedRooms.includes(room.id) && !hosts.some((host) => snapshot.executives.get(host)?.homeRoom === room.id)) faults.push(`${name}: ${room.name} is reserved`);
    for (const { startsAt, endsAt } of room.closed) if (startsAt < endsAt && minute(startsAt) < to && from < minute(endsAt)) faults.push(`${name}: ${room.name} is closed`);
    if (request.confidential && !room.confidential) faults.push(`${name}: confidential talk in ${room.name}`);
    for (const session of sessions) {
      if (session.kind === 'Meeting block' || session.to <= from || to <= session.from) continue;
      if (session.rooms.includes(room.id)) faults.push(`${name}: ${session.title} is in ${room.name}`);
      if (session.speakers.some((speaker) => hosts.includes(speaker))) faults.push(`${name}: host speaks in ${session.title}`);
      if (session.makesBusy && /\b(all|everyone|everybody)\b/i.test(session.audience)) faults.push(`${name}: everybody is in ${session.title}`);
      if (session.makesBusy && /\bPAC\b/.test(session.audience) && guests.some((guest) => [...snapshot.contacts.values()].some(({ id, role }) => id === guest && role === 'PAC member'))) faults.push(`${name}: a PAC member is in ${session.title}`);
    }
    const everyone: readonly (Executive | Contact | undefined)[] = [...hosts.map((id) => snapshot.executives.get(id)), ...guests.map((guest) => [...snapshot.contacts.values()].find(({ id }) => id === guest))];
    for (const person of everyone) {
      if (!person) continue;
      for (const { startsAt, endsAt } of person.unavailable) if (startsAt < endsAt && minute(startsAt) < to && from < minute(endsAt)) faults.push(`${name}: ${person.id} is away`);
      if (person.arrivesAt !== null && from < minute(person.arrivesAt) + summit.travelMarginMinutes) faults.push(`${name}: ${person.id} is not there yet`);
      if (person.departsAt !== null && to > minute(person.departsAt) - summit.travelMarginMinutes) faults.push(`${name}: ${person.id} has left`);
      if (person.worksFrom !== null && person.worksUntil !== null && person.worksFrom >= person.worksUntil) continue;
      const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
      for (let m = from; m < to; m++) if (m % 1440 < clock(person.worksFrom ?? '00:00') || m % 1440 >= clock(person.worksUntil ?? '24:00')) { faults.push(`${name}: ${person.id} does not work then`); break; }
    }
    if (request.confidential) for (const guest of guests) if (!hasNda(snapshot, partnerOf(guest), guest, placement.startsAt.slice(0, 10))) faults.push(`${name}: ${guest} has no NDA`);
  }
  const rest = summit.breakMinutes;
  const walkBetween = (one: string, other: string) => plain(one) === plain(other) ? 0 : Math.max(0, ...summit.walking.filter(({ from, to }) => (plain(from) === plain(one) && plain(to) === plain(other)) || (plain(from) === plain(other) && plain(to) === plain(one))).map(({ minutes }) => minutes));
  for (const [index, one] of held.entries()) {
    for (const other of held.slice(index + 1)) {
      const between = one.from < other.from ? other.from - one.to : one.from - other.to;
      const shared = one.hosts.some((host) => other.hosts.includes(host)) || one.guests.some((guest) => other.guests.includes(guest));
      if (one.day === other.day && one.room && other.room && shared && between < walkBetween(one.room.floor, other.room.floor)) faults.push(`nobody can walk from ${one.request.id} to ${other.request.id} in ${between} minutes`);
      if (one.day === other.day && one.room && one.room === other.room && between < rest + summit.gridMinutes && partnersAt(one).some((mine) => partnersAt(other).some((theirs) => apart(mine, theirs)))) faults.push(`rivals in ${one.room.name}: ${one.request.id} and ${other.request.id}`);
      if (other.from >= one.to + rest || one.from >= other.to + rest) continue;
      if (one.hosts.some((host) => other.hosts.includes(host))) faults.push(`host of ${one.request.id} and ${other.request.id} twice at once`);
      for (const guest of one.guests) if (other.guests.includes(guest)) faults.push(`${guest} twice at once: ${one.request.id} and ${other.request.id}`);
    }
    const atOnce = held.filter((other) => other.room === one.room && other.from <= one.from && one.from < other.to + rest).length;
    if (one.room && atOnce > one.room.parallelMeetings) faults.push(`${atOnce} meetings at once in ${one.room.name} at ${one.placement.startsAt}`);
  }
  const count = (who: { readonly id: string; readonly maxMeetingsPerDay: number | null; readonly maxMeetings: number | null }, theirs: typeof held) => {
    if (theirs.length > (who.maxMeetings ?? Infinity)) faults.push(`${who.id} has ${theirs.length} meetings, at most ${who.maxMeetings}`);
    for (const day of new Set(theirs.map((meeting) => meeting.day))) {
      const today = theirs.filter((meeting) => meeting.day === day).length;
      if (today > (who.maxMeetingsPerDay ?? Infinity)) faults.push(`${who.id} has ${today} meetings on a day of at most ${who.maxMeetingsPerDay}`);
    }
  };
  for (const host of snapshot.executives.values()) count(host, held.filter(({ hosts }) => hosts.includes(host.id)));
  for (const contact of snapshot.contacts.values()) count(contact, held.filter(({ guests }) => guests.includes(contact.id)));
  for (const partner of snapshot.partners.values()) count(partner, held.filter(({ guests }) => guests.includes(leadOf(partner.id))));
  return faults;
}

/** The counting rule of the input sets: countersigned, begun, not expired; without an expiry only if evergreen; a waiver counts. */
function hasNda(snapshot: Snapshot, partner: string, contact: string, day: string): boolean {
  return [...snapshot.agreements.values()].some((agreement) => {
    if (agreement.level === 'organisation' ? agreement.partner !== partner : agreement.contact !== contact) return false;
    if (agreement.ending?.event === 'waived') return agreement.ending.until === null || day <= agreement.ending.until;
    if (agreement.ending || agreement.countersignedOn === null) return false;
    const begins = agreement.effectiveOn ?? agreement.countersignedOn;
    return begins <= day && (agreement.expiresOn === null ? agreement.evergreen : day <= agreement.expiresOn);
  });
}
