import type { Block, Page, TableRow } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { bold, type Text } from '../documents/text.ts';
import { groupBy } from '../kernel/group.ts';
import { counted } from '../kernel/text.ts';
import { wallClock } from '../kernel/time.ts';
import { partnerTable } from './cam-book.ts';
import { coveragePage, metPeople, vendorContacts } from './closing-pages.ts';
import { slotText } from './executive-book.ts';
import { type BookOptions, framed, opening } from './frame.ts';
import { itinerary, roomName } from './itinerary.ts';
import { missing, overdue } from './promises.ts';
import type { SeenMeeting } from './seen.ts';
import type { Sight } from './sight.ts';
import { dayTitle, hoursText, listed, momentText, sentence } from './words.ts';
import { byName } from '#shared/kernel/name-order.ts';

/** The planner's own book: everything, by day, by host, by partner, by room and by person, with the awards and who may hear what. */
export function masterBook(sight: Sight, options: BookOptions): Document {
  const { summit, meetings, partners } = sight;
  const hosts = [...groupBy(meetings, ({ host }) => host.key).values()].sort((a, b) => b.length - a.length || byName(a[0]?.host.name ?? '', b[0]?.host.name ?? ''));
  return framed(summit, options, {
    title: 'Master book', reader: summit.plannerName || 'Event team', blocks: [
      ...opening(summit, options, { kicker: 'Master book', title: summit.plannerName || 'The event team', facts: [{ label: 'Inside', value: listed([counted(partners.length, 'partner'), counted(meetings.length, 'meeting'), counted(metPeople(meetings).length, 'person', 'people')]) }] }),
      page('programme', 'Programme', itinerary({ ...sight, meetings: [] }, { linked: false, whom: () => '', detail: () => null })),
      page('by-day', 'Meetings by day', byGroup([...groupBy(meetings, ({ day }) => day)].map(([day, list]) => [dayTitle(day), list]), 'No meeting is placed yet.')),
      ...loadPage(hosts),
      page('by-host', 'Meetings by host', byGroup(hosts.map((list) => [list[0]?.host.name ?? '', list]), 'No meeting is placed yet.')),
      page('by-room', 'Meetings by room', byGroup([...groupBy(meetings, roomName)].sort(([a], [b]) => byName(a, b)), 'No meeting is placed yet.')),
      page('by-partner', 'Partners', [partnerTable(sight, partners, false)]),
      page('promises', 'Promises', promiseTotals(sight)),
      ...awardsPage(sight),
      page('index', 'People', [personIndex(sight)]),
      ...coveragePage(sight),
      page('contacts', 'Contacts', [{ kind: 'table', empty: 'Nobody is named yet.', columns: [{ title: 'Name', width: 2 }, { title: 'For', width: 4 }, { title: 'Reach', width: 2 }], rows: vendorContacts(sight).map(({ name, what, reach }) => ({ cells: [[bold(name)], what, reach || missing('not known')] })) }]),
    ],
  });
}

function page(key: string, title: string, blocks: readonly Block[]): Page {
  return { kind: 'page', key, title, blocks: [{ kind: 'heading', level: 1, key: `${key}:title`, text: title }, ...blocks] };
}

function byGroup(groups: readonly (readonly [string, readonly SeenMeeting[]])[], empty: string): Block[] {
  return [{
    kind: 'table', empty,
    columns: [{ title: 'When', width: 'fit' }, { title: 'Partner', width: 3 }, { title: 'Host', width: 2 }, { title: 'Topic', width: 3 }, { title: 'Room', width: 'fit' }],
    rows: groups.flatMap(([title, meetings]): TableRow[] => [
      { tone: 'group', cells: [[bold(`${title} (${meetings.length})`)], '', '', '', ''] },
      ...[...meetings].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).map((meeting): TableRow => ({ cells: [whenText(meeting), meeting.partner.name, meeting.host.name, topicText(meeting), roomName(meeting)] })),
    ]),
  }];
}

function whenText(meeting: SeenMeeting): string {
  return `${slotText(meeting).slice(0, -5)}${hoursText(meeting)}`;
}

function topicText({ topic, confidential }: SeenMeeting): Text {
  return topic ? [sentence(topic), ...(confidential ? [{ text: ' (NDA)', muted: true as const }] : [])] : missing('not known');
}

/** Who carries the summit: a bar a host. Thirty bars fill a sheet; the table by host follows with everybody. */
function loadPage(hosts: readonly (readonly SeenMeeting[])[]): Page[] {
  if (hosts.length === 0) return [];
  const shown = hosts.slice(0, 30);
  const chart: Block = {
    kind: 'chart', form: 'bar', title: shown.length < hosts.length ? `Meetings of the ${shown.length} busiest hosts of ${hosts.length}` : 'Meetings of each host', labels: shown.map((list) => list[0]?.host.name ?? ''),
    series: [{ name: 'Meetings', values: shown.map((list) => list.length), texts: shown.map((list) => String(list.length)) }], source: 'Placed meetings',
  };
  return [page('load', 'Load of the hosts', [chart])];
}

function promiseTotals(sight: Sight): Block[] {
  const rows = sight.partners.flatMap((partner): TableRow[] => {
    const promises = sight.promisesOf(partner.key);
    if (promises.length === 0) return [];
    const count = (holds: (promise: (typeof promises)[number]) => boolean) => String(promises.filter(holds).length);
    return [{ cells: [partner.name, count(({ side }) => side === 'vendor'), count(({ side }) => side === 'partner'), count(({ side }) => side === 'both'), count(({ isOpen }) => isOpen), String(overdue(promises, sight.today).length), count(({ status }) => status === 'fulfilled')] }];
  });
  const number = (title: string) => ({ title, width: 'fit', align: 'right' } as const);
  return [{ kind: 'table', zebra: true, empty: 'No promises are on record.', columns: [{ title: 'Partner', width: 1 }, number('Ours'), number('Theirs'), number('Both'), number('Open'), number('Late'), number('Fulfilled')], rows }];
}

function awardsPage(sight: Sight): Page[] {
  const awards = sight.awards();
  if (awards.length === 0) return [];
  const until = (at: Parameters<typeof wallClock>[0] | null) => (at === null ? 'Under embargo until it is announced' : `Under embargo until ${momentText(wallClock(at, sight.summit.zone))}`);
  return [page('awards', 'Awards', [{
    kind: 'table', empty: '', columns: [{ title: 'Award', width: 2 }, { title: 'Winner', width: 3 }],
    rows: awards.map((award) => ({ cells: [[bold(award.name)], award.isOpen ? (award.winners.length === 0 ? missing('nobody scored') : listed(award.winners.map(({ name }) => name.text))) : until(award.until)] })),
  }])];
}

function personIndex({ meetings }: Sight): Block {
  const met = [...metPeople(meetings)].sort((a, b) => byName(a.guest.name.text, b.guest.name.text));
  return {
    kind: 'table', zebra: true, empty: 'Nobody of the partners sits in a meeting yet.', columns: [{ title: 'Name', width: 3 }, { title: 'Title', width: 3 }, { title: 'Organisation', width: 3 }, { title: 'Meetings', width: 4 }],
    rows: met.map(({ guest, meetings: own }) => ({ cells: [[{ ...guest.name, bold: true }], guest.title || missing('not known'), guest.organisation, own.map((meeting) => `${slotText(meeting)} ${meeting.host.name}`).join('; ')] })),
  };
}

