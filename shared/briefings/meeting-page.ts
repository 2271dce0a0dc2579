import { isOpen } from '../agreements/coverage.ts';
import { coverageText } from '../agreements/coverage-text.ts';
import type { Block, Page, Person, Section } from '../documents/block.ts';
import { bold, plain, type Text } from '../documents/text.ts';
import { counted } from '../kernel/text.ts';
import { groupBy } from '../kernel/group.ts';
import { minutesBetween, timeOf } from '../kernel/time.ts';
import { fiveFigures, fullScorecard } from './figures.ts';
import { meetingKey, roomName } from './itinerary.ts';
import { openPromises, overdue } from './promises.ts';
import type { SeenGuest, SeenMeeting } from './seen.ts';
import type { Sight } from './sight.ts';
import { hoursText, listed, paperCode, sentence, shortDay, withDates } from './words.ts';

/** What differs between an executive's page and the account manager's. */
export type PageStyle = { readonly hostIsReader: boolean; readonly fuller: boolean };

/** One meeting on one sheet; what does not fit goes to an annex. What the planner has not been told stands as a gap to fill. */
export function meetingPage(sight: Sight, meeting: SeenMeeting, style: PageStyle): Page {
  const { partner } = meeting;
  const { row } = partner;
  const promises = sight.promisesOf(partner.key);
  return {
    kind: 'page', key: meetingKey(meeting), title: plain(partner.name), oneSheet: true,
    blocks: [
      {
        kind: 'banner', level: 2, key: `${meetingKey(meeting)}:title`,
        when: hoursText(meeting), whenNote: `${shortDay(meeting.day)}, ${minutesBetween(meeting.startsAt, meeting.endsAt)} min`,
        title: partner.name, mark: `${shortDay(meeting.day)}, ${timeOf(meeting.startsAt)}  ${plain(partner.name)}`, where: roomName(meeting),
        ...subtitleOf(meeting), ...whereNoteOf(meeting),
      },
      section('Who is there', [{ kind: 'columns', columns: [
        { share: 1, label: 'Theirs', blocks: peopleBlocks(meeting) },
        { share: 1, label: 'Ours', blocks: [{ kind: 'people', form: 'lines', people: ourLines(meeting) }] },
      ] }]),
      section('Purpose', purposeBlocks(meeting)),
      section('Who answers', [{ kind: 'facts', columns: 3, items: [
        { label: 'Account manager', value: row.camName || 'Not named' }, { label: 'Our sponsor', value: row.vendorSponsorName || sponsorOf(sight, meeting) || 'Not named' },
        { label: 'Their sponsor', value: row.partnerSponsorName || 'Not named' },
      ] }]),
      section(style.fuller ? 'Scorecard' : 'Five figures', style.fuller ? fullScorecard(partner) : fiveFigures(partner)),
      { ...section('Promises', openPromises(promises, sight.today)), mayMove: true },
      ...watchSection(sight, meeting),
      section('Who may hear what', coverageBlocks(meeting)),
      section('To prepare', [{ kind: 'gap', missing: 'outcomes sought, likely questions with our answers, our ask and what we may offer', ...(row.camName ? { askOf: row.camName } : {}) }]),
      { kind: 'capture', id: captureId(meeting), label: 'Agreed in the room', lines: 4, fields: ['Owner, ours', 'Owner, theirs', 'Due'] },
    ],
  };
}

/** What is written in the box is typed in against this id. */
export function captureId({ code, key }: Pick<SeenMeeting, 'code' | 'key'>): string {
  return code || paperCode('M', key);
}

function section(label: string, blocks: readonly Block[]): Section {
  return { kind: 'section', label, blocks };
}

function subtitleOf({ partner: { row } }: SeenMeeting): { readonly subtitle?: string } {
  const place = [row.city, row.country].filter(Boolean).join(', ');
  const words = [row.tier ? `${row.tier} partner` : 'Tier not known', row.strategic ? 'strategic' : '', row.pacMember ? 'advisory council' : '', (row.types ?? []).join(', '), row.vertical ?? '', place].filter(Boolean);
  return words.length === 0 ? {} : { subtitle: words.join(' · ') };
}

function whereNoteOf({ room }: SeenMeeting): { readonly whereNote?: string } {
  const words = room === null ? [] : [room.floor ? (/^-?\d+$/.test(room.floor) ? `Floor ${room.floor}` : room.floor) : '', room.seats === null ? '' : `${room.seats} seats`].filter(Boolean);
  return words.length === 0 ? {} : { whereNote: words.join(', ') };
}

/** Named people, then what is not known of them in one line rather than one each. */
function peopleBlocks({ guests, partner }: SeenMeeting): Block[] {
  const named = guests.filter(({ isNamed }) => isNamed);
  const ask = partner.row.camName ? { askOf: partner.row.camName } : {};
  return [
    ...(named.length === 0 ? [] : [{ kind: 'people', form: 'lines', people: named.map(personLine) } as const]),
    ...(named.length < guests.length || guests.length === 0 ? [{ kind: 'gap', missing: named.length === 0 ? 'who comes' : 'who else comes', ...ask } as const] : []),
  ];
}

function personLine({ name, title, pronunciation }: SeenGuest): Person {
  return { name, title: title || 'Title not known', ...(pronunciation ? { pronunciation } : {}) };
}

function ourLines({ host, coHosts, readBy }: SeenMeeting): Person[] {
  return [host, ...coHosts].map(({ key, name, title, pronunciation }) => {
    const role = key === host.key ? 'host' : 'co-host';
    const isReader = key === readBy;
    return { name, title: [title, isReader ? `${role}: you` : role].filter(Boolean).join(', '), ...(pronunciation && !isReader ? { pronunciation } : {}) };
  });
}

function sponsorOf(sight: Sight, { partner }: SeenMeeting): string {
  const sponsor = partner.row.vendorSponsor;
  return sponsor ? (sight.executive(sponsor)?.name ?? '') : '';
}

function purposeBlocks({ topic, confidential, askedBy, partner }: SeenMeeting): Block[] {
  const note = [askedBy === 'partner' ? 'They asked for this meeting.' : askedBy === 'vendor' ? 'We asked for this meeting.' : askedBy === 'both' ? 'Both sides asked for this meeting.' : '', confidential ? 'The topic is under NDA.' : ''].filter(Boolean).join(' ');
  return [
    topic ? { kind: 'paragraph', tone: 'lead', text: sentence(topic) } : { kind: 'gap', missing: 'what the meeting is for', ...(partner.row.camName ? { askOf: partner.row.camName } : {}) },
    ...(note === '' ? [] : [{ kind: 'paragraph', tone: 'small', text: note } as const]),
  ];
}

/** What the records themselves say against an easy meeting; nothing is guessed. */
function watchSection(sight: Sight, { partner }: SeenMeeting): Section[] {
  const { figures, row } = partner;
  const late = overdue(sight.promisesOf(partner.key), sight.today);
  const ours = late.filter(({ side }) => side !== 'partner').length;
  const theirs = late.filter(({ side }) => side !== 'vendor').length;
  const awards = sight.awards().filter((award) => award.isOpen && award.winners.some(({ key }) => key === partner.key)).map(({ name }) => name);
  const nominated = sight.nominationsOf(partner.key).filter((name) => !awards.includes(name));
  const items: Text[] = [
    ...(ours > 0 ? [[bold('We are late '), `with ${counted(ours, 'promise')}: have an answer ready.`]] : []),
    ...(theirs > 0 ? [[bold('They are late '), `with ${counted(theirs, 'promise')}.`]] : []),
    ...(figures.revenue && figures.revenuePrior && figures.revenue.currency === figures.revenuePrior.currency && figures.revenue.hundredths < figures.revenuePrior.hundredths * 0.9 ? [[bold('Revenue is falling: '), 'more than a tenth below the year before.']] : []),
    ...(typeof figures.health === 'number' && figures.health < 50 ? [[bold('Health is low: '), `${figures.health} of 100.`]] : []),
    ...(typeof figures.certifiedPeople === 'number' && typeof figures.certificationsRequired === 'number' && figures.certifiedPeople < figures.certificationsRequired ? [[bold('Certifications are short '), `by ${figures.certificationsRequired - figures.certifiedPeople}.`]] : []),
    ...(awards.length > 0 ? [[bold('Award: '), `won ${listed(awards)}. Congratulate.`]] : []),
    ...(nominated.length > 0 ? [[bold('Nominated '), `for ${listed(nominated)}. Do not mention it.`]] : []),
    ...(row.riskNote?.trim() ? [[bold('Risk note: '), row.riskNote.trim()]] : []),
  ];
  return items.length === 0 ? [] : [{ kind: 'section', label: 'To watch', blocks: [{ kind: 'list', form: 'bullet', items: items.map((text) => ({ text })) }] }];
}

/** The NDA line: who in the room may hear what is confidential, and who may not, people on one ground together. */
function coverageBlocks({ guests, confidential }: SeenMeeting): Block[] {
  const grounds = [...groupBy(guests.flatMap(({ name, coverage }) => (coverage === null ? [] : [{ name: name.text, open: isOpen(coverage), why: withDates(coverageText(coverage)) }])), ({ open, why }) => `${open} ${why}`).values()];
  const said = (open: boolean) => grounds.flatMap((people) => (people[0]?.open === open ? [`${listed(people.map(({ name }) => name))} (${lowerFirst(people[0].why)})`] : []));
  const [covered, blocked] = [said(true), said(false)];
  if (blocked.length > 0) {
    return [{ kind: 'callout', tone: confidential ? 'warning' : 'nda', title: 'No roadmap in this room', text: `Not covered: ${blocked.join('; ')}.${covered.length > 0 ? ` Covered: ${covered.join('; ')}.` : ''}` }];
  }
  return [{ kind: 'callout', tone: 'nda', ...(covered.length === 0 ? { text: 'Nobody of theirs is named yet: ask before you speak of anything confidential.' } : { title: 'Confidential talk is allowed', text: `${covered.join('; ')}.` }) }];
}

/** `covered by …`, but `NDA …` keeps its capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
