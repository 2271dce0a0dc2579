import { without } from '../kernel/span.ts';
import { counted, grouped } from '../kernel/text.ts';
import { minutesBetween, type Span } from '../kernel/time.ts';
import { hostLoads } from './load.ts';
import type { Person } from './people.ts';
import { about, daysOf, hostName, item, listed, ofRequests, personName, type Rule } from './readiness-item.ts';
import type { Cure } from './readiness-cures.ts';
import { lengthOf, meetingLengths, type MeetingRequest } from './request.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A host who has no meeting time at all can hold none of the meetings asked for. */
export const hostsAway: Rule = (where) => (where.time.stretches.length === 0 ? [] : about(hostLoads(where).filter(({ asked, freeMinutes }) => asked > 0 && freeMinutes === 0), (loads) => item(
  'host-without-time', 'warning', `${listed(loads.map((load) => hostName(where, load.host)))} ${loads.length === 1 ? 'is' : 'are'} asked for, but away or in sessions during all meeting time: change the absences, or name another host.`,
  { place: 'people', cures: [{ kind: 'hand-over', hosts: loads.map(({ host }) => host) }], subjects: loads.map(({ host }) => ({ table: 'executives', id: host })), names: loads.map(({ host, asked }) => `${hostName(where, host)} (${counted(asked, 'request')})`) },
)));

/** More meetings than the daily limits allow; each host's limit is raised by itself. */
export const hostsBeyondLimit: Rule = (where) => {
  const days = daysOf(where).length;
  return hostLoads(where).flatMap(({ host, asked, limit }) => {
    const present = where.tables.executives.get(host)?.maxMeetingsPerDay ?? null;
    if (limit === null || present === null || asked <= limit || days === 0) return [];
    const text = `${hostName(where, host)} is asked for ${counted(asked, 'meeting')}, but the limit of ${present} a day allows ${limit}.`;
    return [item('host-beyond-limit', 'warning', text, { place: 'people', subjects: [{ table: 'executives', id: host }], cures: [{ kind: 'raise-limit', executive: host, limit: Math.ceil(asked / days) }] })];
  });
};

/** More minutes than the host has free in meeting time, breaks not even counted. */
export const hostsBeyondTime: Rule = (where) => about(hostLoads(where).filter(({ askedMinutes, freeMinutes }) => freeMinutes > 0 && askedMinutes > freeMinutes), (loads) => item(
  'host-beyond-time', 'warning', `${listed(loads.map(({ host, askedMinutes, freeMinutes }) => `${hostName(where, host)} (asked for ${grouped(askedMinutes)} minutes, free for ${grouped(freeMinutes)})`))} cannot hold every meeting asked for: name another host for the least important.`,
  { place: 'people', cures: [{ kind: 'hand-over', hosts: loads.map(({ host }) => host) }], subjects: loads.map(({ host }) => ({ table: 'executives', id: host })), names: loads.map(({ host }) => hostName(where, host)) },
));

/** A guest who is needed but has no meeting time free. */
export const guestsAway: Rule = (where, requests) => {
  if (where.time.stretches.length === 0) return [];
  const guests = new Map(requests.flatMap((request) => where.peopleOf(request)).filter(({ kind }) => kind !== 'executive').map((person) => [person.key, person]));
  return about([...guests.values()].filter((person) => longestTogether(where, [person]) === 0), (people) => item(
    'guest-without-time', 'warning', `${listed(people.map((person) => personName(where, person)))} ${people.length === 1 ? 'is' : 'are'} needed, but not free in any meeting time: name somebody else, or change the agenda.`,
    { place: 'people', cures: welcomeOnly(requests, people), subjects: people.flatMap((person) => (person.kind === 'contact' ? [{ table: 'contacts', id: person.contact }] : [])), names: people.map((person) => personName(where, person)) },
  ));
};

/** Whoever was asked for by name can be welcome instead of needed; the partner's lead cannot, since somebody must speak for it. */
function welcomeOnly(requests: readonly MeetingRequest[], people: readonly Person[]): Cure[] {
  const away = new Set(people.flatMap((person) => (person.kind === 'contact' ? [person.contact] : [])));
  const meant = requests.flatMap(({ id, attendees }) => { const contacts = attendees.filter((contact) => away.has(contact)); return contacts.length > 0 ? [{ request: id, contacts }] : []; });
  return meant.length > 0 ? [{ kind: 'welcome-only', requests: meant }] : [];
}

/** Each has time, but never all of them at once for as long as the meeting. */
export const nobodyFreeTogether: Rule = (where, requests) => {
  if (where.time.stretches.length === 0) return [];
  const apart = requests.filter((request) => longestTogether(where, where.peopleOf(request)) < lengthOf(request) && where.peopleOf(request).every((person) => longestTogether(where, [person]) > 0));
  return about(apart, (meant) => {
    const shorter = meant.flatMap((request) => {
      const together = longestTogether(where, where.peopleOf(request));
      const minutes = [...meetingLengths].reverse().find((length) => length <= together);
      return minutes === undefined ? [] : [{ request: request.id, minutes }];
    });
    return {
      ...ofRequests(where, 'nobody-free-together', 'warning', meant, (names, isOne) => `${names} ${isOne ? 'has' : 'have'} no meeting time in which everyone needed is free for long enough: ask for fewer people, or a shorter meeting.`),
      cures: shorter.length > 0 ? [{ kind: 'shorten', requests: shorter }] : [],
    };
  });
};

/** Minutes of the longest stretch of meeting time in which all of them are free. */
function longestTogether({ time, engagementsOf }: Whereabouts, people: readonly Person[]): number {
  const engaged: readonly Span[] = people.flatMap((person) => engagementsOf(person));
  return Math.max(0, ...time.stretches.flatMap((stretch) => without(stretch, engaged)).map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt)));
}
