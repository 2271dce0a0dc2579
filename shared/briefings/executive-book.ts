import { isOpen } from '../agreements/coverage.ts';
import type { Block, Page } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { bold, link, plain, type Text } from '../documents/text.ts';
import { counted } from '../kernel/text.ts';
import { timeOf } from '../kernel/time.ts';
import { coveragePage, metPeople, notesPage, peoplePage, roomsPage, vendorContacts } from './closing-pages.ts';
import { type BookOptions, framed, opening } from './frame.ts';
import { itinerary, meetingKey } from './itinerary.ts';
import { meetingPage } from './meeting-page.ts';
import { missing, overdue } from './promises.ts';
import type { SeenExecutive, SeenMeeting } from './seen.ts';
import type { Sight } from './sight.ts';
import { listed, shortDay } from './words.ts';

/** Read in the two minutes before a door opens: own itinerary, one page a meeting in time order, faces, who may hear what, rooms. */
export function executiveBook(sight: Sight, reader: SeenExecutive, options: BookOptions): Document {
  const { summit, meetings } = sight;
  return framed(summit, options, {
    title: 'Briefing', reader: reader.name, blocks: [
      ...opening(summit, options, { kicker: 'Executive briefing', title: reader.name, facts: [{ label: 'For', value: reader.title || 'Title not known' }] }),
      glance(sight),
      ...meetingPages(sight, { hostIsReader: true, fuller: false }),
      ...peoplePage(sight), ...coveragePage(sight),
      roomsPage(sight, vendorContacts({ ...sight, meetings })), notesPage(reader.key),
    ],
  });
}

/** The list of meetings with links, then their pages. */
export function meetingPages(sight: Sight, style: Parameters<typeof meetingPage>[2]): Block[] {
  const { meetings } = sight;
  if (meetings.length === 0) return [];
  return [meetingList(sight, style.hostIsReader), ...meetings.map((meeting) => meetingPage(sight, meeting, style))];
}

function glance(sight: Sight): Page {
  const { meetings, sessions } = sight;
  const duties = sessions.filter(({ isDuty }) => isDuty);
  const confidential = meetings.filter((meeting) => meeting.confidential).length;
  return {
    kind: 'page', key: 'glance', title: 'Your summit at a glance', blocks: [
      { kind: 'heading', level: 1, key: 'glance:title', text: 'Your summit at a glance' },
      {
        kind: 'facts', columns: 4, items: [
          { label: 'Meetings', value: String(meetings.length) }, { label: 'Partners', value: String(new Set(meetings.map(({ partner }) => partner.key)).size) },
          { label: 'People you meet', value: String(metPeople(meetings).length) }, { label: 'On stage', value: duties.length === 0 ? 'Not this time' : counted(duties.length, 'time') },
        ],
      },
      ...(confidential === 0 ? [] : [{ kind: 'paragraph', tone: 'small', text: `${counted(confidential, 'meeting')} on confidential topics: see the page before you speak.` } as const]),
      ...itinerary(sight, { linked: true, whom: ({ partner }) => partner.name, detail: ({ topic }) => topic || null }),
    ],
  };
}

/** What to know before turning the pages: who comes, who may hear what, what is owed. */
function meetingList(sight: Sight, hostIsReader: boolean): Page {
  return {
    kind: 'page', key: 'meetings', title: 'Meetings', blocks: [
      { kind: 'heading', level: 1, key: 'meetings:title', text: 'Meetings' },
      { kind: 'paragraph', text: 'One page each, in time order. Each page has a box with a number: what is agreed goes there and comes back with it.' },
      {
        kind: 'table', empty: '', zebra: true,
        columns: [{ title: 'When', width: 'fit' }, { title: hostIsReader ? 'Whom' : 'Partner and host', width: 3 }, { title: 'Who comes', width: 4 }, { title: 'May hear', width: 'fit' }, { title: 'Late', width: 'fit', align: 'right' }],
        rows: sight.meetings.map((meeting) => ({
          cells: [
            slotText(meeting), [link(plain(meeting.partner.name), meetingKey(meeting)), ...(hostIsReader ? [] : [{ text: `, ${meeting.host.name}`, muted: true as const }])],
            listed(meeting.guests.filter(({ isNamed }) => isNamed).map(({ name }) => name.text)) || missing('nobody named'), mayHearText(meeting), String(overdue(sight.promisesOf(meeting.partner.key), sight.today).length),
          ],
        })),
      },
      { kind: 'paragraph', tone: 'small', text: 'May hear: how many in the room are covered by an NDA that day. Late: promises of either side past their date.' },
    ],
  };
}

function mayHearText({ guests, confidential }: SeenMeeting): Text {
  const open = guests.filter(({ coverage }) => coverage !== null && isOpen(coverage)).length;
  const text = guests.length === 0 ? 'ask' : open === guests.length ? 'all' : open === 0 ? 'nobody' : `${open} of ${guests.length}`;
  return confidential ? [bold(`${text}, NDA topic`)] : text;
}

/** `Tue 23 Mar 09:30` */
export function slotText(meeting: SeenMeeting): string {
  return `${shortDay(meeting.day)} ${timeOf(meeting.startsAt)}`;
}
