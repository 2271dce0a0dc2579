import type { Page } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { plain } from '../documents/text.ts';
import { roomsPage } from './closing-pages.ts';
import { type BookOptions, framed, opening } from './frame.ts';
import { itinerary } from './itinerary.ts';
import type { SeenPartner } from './seen.ts';
import type { Sight } from './sight.ts';
import { hoursText, listed, sentence, shortDay } from './words.ts';

/** For the partner's own people: their days, whom they meet about what, where. Nothing that is said about them. */
export function partnerBook(sight: Sight, reader: SeenPartner, options: BookOptions): Document {
  const { summit, meetings } = sight;
  const name = plain(reader.name);
  const delegation = sight.people(reader.key);
  const contacts = [
    ...(reader.row.camName ? [{ name: reader.row.camName, what: 'Your account manager', reach: '' }] : []),
    ...(summit.plannerName ? [{ name: summit.plannerName, what: 'The summit and this guide', reach: '' }] : []),
  ];
  return framed(summit, options, {
    title: 'Summit guide', reader: name, blocks: [
      ...opening(summit, options, { kicker: 'Summit guide', title: name }),
      {
        kind: 'page', key: 'glance', title: 'Your days at the summit', blocks: [
          { kind: 'heading', level: 1, key: 'glance:title', text: 'Your days at the summit' },
          { kind: 'facts', columns: 3, items: [{ label: 'Meetings', value: String(meetings.length) }, { label: 'Your people', value: String(delegation.length) }, { label: 'Your account manager', value: reader.row.camName || 'Ask at the summit desk' }] },
          ...itinerary(sight, { linked: false, whom: ({ host }) => `Meeting with ${host.name}`, detail: ({ topic }) => topic || null }),
        ],
      },
      meetingsAndPeople(sight, delegation),
      roomsPage(sight, contacts),
    ],
  });
}

function meetingsAndPeople({ meetings }: Sight, delegation: ReturnType<Sight['people']>): Page {
  const hosts = [...new Map(meetings.map(({ host }) => [host.key, host])).values()];
  return {
    kind: 'page', key: 'meetings', title: 'Your meetings and people', blocks: [
      { kind: 'heading', level: 1, key: 'meetings:title', text: 'Your meetings' },
      {
        kind: 'table', empty: 'No one-to-one meeting is placed for you. Your account manager can ask for one.', zebra: true,
        columns: [{ title: 'When', width: 'fit' }, { title: 'With', width: 3 }, { title: 'About', width: 4 }, { title: 'Your people', width: 3 }, { title: 'Room', width: 'fit' }],
        rows: meetings.map((meeting) => ({
          cells: [
            `${shortDay(meeting.day)} ${hoursText(meeting)}`, meeting.host.name, meeting.topic ? sentence(meeting.topic) : 'To be agreed',
            listed(meeting.guests.map(({ isNamed, name }) => (isNamed ? name.text : 'to be named'))), meeting.room?.name ?? 'To be told',
          ],
        })),
      },
      ...(hosts.length === 0 ? [] : [
        { kind: 'heading', level: 2, key: 'hosts:title', text: 'Whom you meet' } as const,
        { kind: 'people', form: 'cards', people: hosts.map(({ name, title, pronunciation }) => ({ name, title, ...(pronunciation ? { pronunciation } : {}) })) } as const,
      ]),
      { kind: 'heading', level: 2, key: 'delegation:title', text: 'Your people at the summit' },
      delegation.length === 0
        ? { kind: 'gap', missing: 'who comes for you', askOf: 'your account manager' }
        : { kind: 'people', form: 'cards', people: delegation.map(({ name, title, pronunciation }) => ({ name, title: title || 'Title not known', ...(pronunciation ? { pronunciation } : {}) })) },
    ],
  };
}
