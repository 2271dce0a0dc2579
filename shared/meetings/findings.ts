import { expectedPartners } from '../invitations/stage.ts';
import type { Finding } from '../kernel/finding.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { finished, type Steps } from '../kernel/steps.ts';
import { counted } from '../kernel/text.ts';
import { clashesAt } from './clashes.ts';
import { hostLoads } from './load.ts';
import type { MeetingRequest } from './request.ts';
import { rivalsTogether } from './rivals.ts';
import { type MayHear, type Meeting, type MeetingTables, type Whereabouts, whereabouts } from './whereabouts.ts';
import { clashText } from './words.ts';

/** What the rules of the one-to-ones have to say. */
export function findings(tables: MeetingTables, mayHear: MayHear): Finding[] {
  return finished(judging(tables, mayHear));
}

/** As `findings`, a rule or a handful of meetings a step, for a host with other things to do in between: together they take 100 ms for 2,500 requests. */
export function* judging(tables: MeetingTables, mayHear: MayHear): Steps<Finding[]> {
  const where = whereabouts(tables, mayHear);
  const said: Finding[] = [];
  for (const meeting of where.meetings) {
    said.push(...clashesOfMeeting(where, meeting));
    yield;
  }
  for (const rule of [mustsUnplaced, partnersWithoutMeeting, partnersShortOfMeetings, tooManyRequests, hostsAskedTooMuch, tokenPresence, unfinishedRequests, notInvited, contradictions]) {
    said.push(...rule(where));
    yield;
  }
  return said;
}

/** A placed meeting that clashes cannot be held; the same clash of two meetings is told at each. */
function clashesOfMeeting(where: Whereabouts, { request, placement }: Meeting): Finding[] {
  return clashesAt(where, request, placement)
    .filter(({ code }) => code !== 'away-from-home-room' && code !== 'optional-cannot-come')
    .map((clash): Finding => finding(`meeting-${clash.code}`, clash.weight === 'clash' ? 'blocker' : 'advice', request,
      `${nameOf(where, request)} on ${placement.startsAt.replace('T', ' ')}: ${clashText(where.tables, clash)} ${clash.weight === 'clash' ? 'Move or unplace the meeting.' : ''}`.trim(), placement.id));
}

/** What must be held is not on the schedule. */
function mustsUnplaced(where: Whereabouts): Finding[] {
  return live(where).filter((request) => request.priority === 'must' && where.stateOf(request) === 'open')
    .map((request) => finding('must-meeting-unplaced', 'warning', request, `${nameOf(where, request)} must be held and is not placed: schedule it, or ask why not.`));
}

/** Every invited partner meets an executive: the summit's promise (requirement 8 of the source articles). */
function partnersWithoutMeeting({ tables, meetings }: Whereabouts): Finding[] {
  const met = new Set(meetings.flatMap(({ request }) => [request.partner, ...request.guestPartners]));
  const asked = new Set([...tables.requests.values()].filter(({ withdrawn }) => !withdrawn).map(({ partner }) => partner));
  return [...expectedPartners(tables)].filter((partner) => !met.has(partner) && tables.partners.get(partner)?.minMeetings !== 0).map((id) => ({
    rule: 'partner-without-executive-meeting', severity: 'warning', place: 'meetings', subjects: [{ table: 'partners', id }],
    text: `${tables.partners.get(id)?.name ?? 'A partner who is gone'} is invited but has no executive meeting: ${asked.has(id) ? 'place one of its requests.' : 'add a request.'}`,
  }));
}

/** A partner who was promised several meetings has fewer. */
function partnersShortOfMeetings({ tables, meetings }: Whereabouts): Finding[] {
  return [...expectedPartners(tables)].flatMap((id): Finding[] => {
    const partner = tables.partners.get(id);
    if (!partner || (partner.minMeetings ?? 0) < 2) return [];
    const held = meetings.filter(({ request }) => request.partner === id || request.guestPartners.includes(id)).length;
    if (held === 0 || held >= (partner.minMeetings ?? 0)) return [];
    return [partnerFinding('partner-short-of-meetings', id, `${partner.name} has ${held} of the ${partner.minMeetings} meetings it should have: place or add more, or lower the number in Partners.`)];
  });
}

/** A side asks for more than the summit lets it, so that nobody floods the executives. */
function tooManyRequests({ tables, summit: { partnerMayAsk, vendorMayAsk } }: Whereabouts): Finding[] {
  if (partnerMayAsk === null && vendorMayAsk === null) return [];
  const asked = new Map<PartnerId, { partner: number; vendor: number }>();
  for (const { partner, side, withdrawn, veto } of tables.requests.values()) {
    if (withdrawn || veto) continue;
    const counts = asked.get(partner) ?? { partner: 0, vendor: 0 };
    if (side !== 'vendor') counts.partner++;
    if (side === 'vendor' || side === 'both') counts.vendor++;
    asked.set(partner, counts);
  }
  return [...asked].flatMap(([id, { partner, vendor }]): Finding[] => {
    const name = tables.partners.get(id)?.name ?? 'A partner who is gone';
    return [
      ...(partnerMayAsk !== null && partner > partnerMayAsk ? [partnerFinding('partner-asks-too-much', id, `${name} asks for ${counted(partner, 'meeting')}, but a partner may ask for ${partnerMayAsk}: withdraw the least important, or raise the number in Set-up.`)] : []),
      ...(vendorMayAsk !== null && vendor > vendorMayAsk ? [partnerFinding('vendor-asks-too-much', id, `We ask ${name} for ${counted(vendor, 'meeting')}, but may ask a partner for ${vendorMayAsk}: withdraw the least important, or raise the number in Set-up.`)] : []),
    ];
  });
}

/** More people than a small group, rivals at one table, or days that are none of the summit: no schedule can make good of it. */
function contradictions(where: Whereabouts): Finding[] {
  const days = where.summit.days.map(({ date }) => date);
  return live(where).flatMap((request): Finding[] => {
    const people = where.peopleOf(request).length;
    const never = request.allowedDays.length > 0 && days.length > 0 && !request.allowedDays.some((day) => days.includes(day));
    return [
      ...(people > mostPeople ? [finding('request-too-large', 'warning', request, `${nameOf(where, request)} has ${people} people, more than the ${mostPeople} of a small group: make some of them optional, or split it.`)] : []),
      ...rivalsTogether(where, request).map((clash) => finding('request-with-rivals', 'warning', request, `${nameOf(where, request)} cannot be scheduled: ${clashText(where.tables, clash)} Take one of them off the request.`)),
      ...(never ? [finding('request-days-outside-summit', 'warning', request, `${nameOf(where, request)} allows only ${request.allowedDays.join(', ')}, which is no day of the summit: allow another day.`)] : []),
    ];
  });
}

/** A small group is 2 to 8 people (scheduling rule of the product). */
const mostPeople = 8;

/** More is asked of a host than the daily limits or the free meeting time can hold. */
function hostsAskedTooMuch(where: Whereabouts): Finding[] {
  return hostLoads(where).flatMap(({ host, asked, askedMinutes, limit, freeMinutes }): Finding[] => {
    const name = where.tables.executives.get(host)?.name ?? 'A host who is gone';
    if (limit !== null && asked > limit) return [hostFinding('host-asked-beyond-limit', host, `${name} is asked for ${counted(asked, 'meeting')}, but the daily limits allow ${limit}: raise the limit, or name another host for the least important.`)];
    if (askedMinutes > freeMinutes) return [hostFinding('host-asked-beyond-time', host, `${name} is asked for ${askedMinutes} minutes of meetings, but has ${freeMinutes} minutes of meeting time free: name another host for the least important.`)];
    return [];
  });
}

/** Fewest meetings by which an executive who is asked for is really there. Field knowledge; it warns, never blocks. */
const tokenMeetings = 2;

/** Once meetings are placed, an executive whom partners ask for but who holds next to none is there in name only (requirement 10). */
function tokenPresence(where: Whereabouts): Finding[] {
  if (where.meetings.length === 0) return [];
  return hostLoads(where).filter(({ asked, placed, sessionsLed }) => asked >= tokenMeetings && placed < tokenMeetings && sessionsLed === 0).map(({ host, asked, placed }) =>
    hostFinding('token-presence', host, `${where.tables.executives.get(host)?.name ?? 'A host who is gone'} is asked for ${counted(asked, 'meeting')} but holds ${placed} and leads no session: free some time, or tell the partners.`));
}

/** What a request leaves open, and what is assumed meanwhile. */
function unfinishedRequests(where: Whereabouts): Finding[] {
  const days = where.summit.days.map(({ date }) => date);
  return live(where).flatMap((request) => {
    const open: Finding[] = [];
    if (request.priority === null) open.push(finding('request-without-priority', 'advice', request, `${nameOf(where, request)} has no priority and counts as “should”: set one.`));
    if (request.durationMinutes === null) open.push(finding('request-without-length', 'advice', request, `${nameOf(where, request)} has no length and is held for 30 minutes: set one.`));
    if (request.preferredDay !== null && days.length > 0 && !days.includes(request.preferredDay)) open.push(finding('request-day-outside-summit', 'advice', request, `${nameOf(where, request)} is preferred on ${request.preferredDay}, which is no day of the summit.`));
    const lead = where.leadOf(request.partner);
    if (lead.kind === 'to-be-named') open.push(finding('request-without-guest', 'warning', request, `Nobody of ${where.tables.partners.get(request.partner)?.name ?? 'the partner'} is known who could sit in its meeting with ${where.tables.executives.get(request.host)?.name ?? 'the host'}: add a contact or name an attendee.`));
    return open;
  });
}

/** Requests of partners that are not invited are seen but not scheduled: one line for all of them. */
function notInvited(where: Whereabouts): Finding[] {
  const meant = [...where.tables.requests.values()].filter((request) => where.stateOf(request) === 'not-invited');
  if (meant.length === 0) return [];
  return [{ rule: 'requests-not-invited', severity: 'advice', place: 'meetings', subjects: meant.map(({ id }) => ({ table: 'requests', id })), text: `${counted(meant.length, 'request')} of partners that are not invited ${meant.length === 1 ? 'is' : 'are'} not scheduled: invite them, or withdraw the requests.` }];
}

function live(where: Whereabouts): MeetingRequest[] {
  return [...where.tables.requests.values()].filter((request) => { const state = where.stateOf(request); return state === 'open' || state === 'placed'; });
}

function nameOf({ tables }: Whereabouts, { partner, host }: MeetingRequest): string {
  return `${tables.partners.get(partner)?.name ?? 'A partner who is gone'} with ${tables.executives.get(host)?.name ?? 'a host who is gone'}`;
}

function finding(rule: string, severity: Finding['severity'], { id }: MeetingRequest, text: string, placement?: string): Finding {
  return { rule, severity, place: 'meetings', subjects: [{ table: 'requests', id }, ...(placement === undefined ? [] : [{ table: 'placements', id: placement }])], text };
}

function partnerFinding(rule: string, id: string, text: string): Finding {
  return { rule, severity: 'warning', place: 'meetings', subjects: [{ table: 'partners', id }], text };
}

function hostFinding(rule: string, id: string, text: string): Finding {
  return { rule, severity: 'warning', place: 'meetings', subjects: [{ table: 'executives', id }], text };
}
