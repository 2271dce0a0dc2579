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

  const held = [...snapshot.placements.values()].flatMap((placement) => {
    const request = snapshot.requests.get(placement.request);
    if (!request) { faults.push(`${placement.id}: no such request`); return []; }
    const contacts = [...snapshot.contacts.values()].filter(({ partner }) => partner === request.partner);
    const named = (name: string) => contacts.find(({ givenName, familyName }) => [`${givenName} ${familyName}`, `${familyName} ${givenName}`].some((one) => plain(one) === plain(name.replace(',', ' '))));
    const sponsorName = snapshot.partners.get(request.partner)?.partnerSponsorName ?? '';
    const lead = (sponsorName === '' ? undefined : named(sponsorName)) ?? ['Executive sponsor', 'PAC member', 'Delegate', 'Technical lead'].map((role) => contacts.filter((one) => one.role === role)
      .sort((a, b) => (`${a.familyName}, ${a.givenName}` < `${b.familyName}, ${b.givenName}` ? -1 : 1))[0]).find(Boolean);
    const guests = new Set([lead?.id ?? `nobody of ${request.partner}`, ...request.attendees, ...request.attendeeNames.filter((name) => name.trim() !== '').map((name) => named(name)?.id ?? `${request.partner} ${plain(name)}`)]);
    const from = minute(placement.startsAt);
    return [{ placement, request, guests: [...guests], from, to: from + (request.durationMinutes ?? 30), day: dayNumber(placement.startsAt), room: snapshot.rooms.get(placement.room) }];
  });

  for (const { placement, request, guests, from, to, room } of held) {
    const name = `${request.id} at ${placement.startsAt}`;
    if (request.withdrawn) faults.push(`${name}: withdrawn`);
    if (!attending.has(request.partner)) faults.push(`${name}: partner not invited`);
    for (let m = from; m < to; m++) if (!blockMinutes.has(m)) { faults.push(`${name}: not in meeting time`); break; }
    if (!room) { faults.push(`${name}: no such room`); continue; }
    if (room.seats !== null && room.seats < guests.length + 1) faults.push(`${name}: ${guests.length + 1} people in a room for ${room.seats}`);
    if (request.confidential && !room.confidential) faults.push(`${name}: confidential talk in ${room.name}`);
    for (const session of sessions) {
      if (session.kind === 'Meeting block' || session.to <= from || to <= session.from) continue;
      if (session.rooms.includes(room.id)) faults.push(`${name}: ${session.title} is in ${room.name}`);
      if (session.speakers.includes(request.host)) faults.push(`${name}: host speaks in ${session.title}`);
      if (session.makesBusy && /\b(all|everyone|everybody)\b/i.test(session.audience)) faults.push(`${name}: everybody is in ${session.title}`);
      if (session.makesBusy && /\bPAC\b/.test(session.audience) && guests.some((guest) => [...snapshot.contacts.values()].some(({ id, role }) => id === guest && role === 'PAC member'))) faults.push(`${name}: a PAC member is in ${session.title}`);
    }
    for (const { startsAt, endsAt } of snapshot.executives.get(request.host)?.unavailable ?? []) {
      if (startsAt < endsAt && minute(startsAt) < to && from < minute(endsAt)) faults.push(`${name}: host is away`);
    }
    if (request.confidential) for (const guest of guests) if (!hasNda(snapshot, request.partner, guest, placement.startsAt.slice(0, 10))) faults.push(`${name}: ${guest} has no NDA`);
  }
  const rest = summit.breakMinutes;
  for (const [index, one] of held.entries()) {
    for (const other of held.slice(index + 1)) {
      if (other.from >= one.to + rest || one.from >= other.to + rest) continue;
      if (one.request.host === other.request.host) faults.push(`host of ${one.request.id} and ${other.request.id} twice at once`);
      for (const guest of one.guests) if (other.guests.includes(guest)) faults.push(`${guest} twice at once: ${one.request.id} and ${other.request.id}`);
    }
    const atOnce = held.filter((other) => other.room === one.room && other.from <= one.from && one.from < other.to + rest).length;
    if (one.room && atOnce > one.room.parallelMeetings) faults.push(`${atOnce} meetings at once in ${one.room.name} at ${one.placement.startsAt}`);
  }
  for (const { id, name, maxMeetingsPerDay } of snapshot.executives.values()) {
    if (maxMeetingsPerDay === null) continue;
    for (const day of new Set(held.map((meeting) => meeting.day))) {
      const count = held.filter((meeting) => meeting.request.host === id && meeting.day === day).length;
      if (count > maxMeetingsPerDay) faults.push(`${name} has ${count} meetings on a day of at most ${maxMeetingsPerDay}`);
    }
  }
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
