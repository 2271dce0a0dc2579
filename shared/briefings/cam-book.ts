import type { Block, Page } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { bold, link, plain } from '../documents/text.ts';
import { coveragePage, peoplePage, roomsPage, vendorContacts } from './closing-pages.ts';
import { meetingPages, slotText } from './executive-book.ts';
import { fullScorecard } from './figures.ts';
import { type BookOptions, framed, opening } from './frame.ts';
import { itinerary } from './itinerary.ts';
import { missing, openPromises, overdue } from './promises.ts';
import type { SeenPartner } from './seen.ts';
import type { Sight } from './sight.ts';

/** For an account manager and the team: all their partners with full scorecards, and a page for each meeting of theirs. */
export function camBook(sight: Sight, cam: string, options: BookOptions): Document {
  const { summit, meetings, partners } = sight;
  return framed(summit, options, {
    title: 'Team book', reader: cam, blocks: [
      ...opening(summit, options, { kicker: 'Team book', title: cam, facts: [{ label: 'Partners', value: String(partners.length) }, { label: 'Meetings', value: String(meetings.length) }] }),
      glance(sight),
      ...meetingPages(sight, { hostIsReader: false, fuller: true }),
      ...partners.map((partner) => partnerPage(sight, partner)),
      ...peoplePage(sight, 'People of your partners'), ...coveragePage(sight), roomsPage(sight, vendorContacts(sight).filter(({ name }) => name !== cam)),
    ],
  });
}

/** Partners in a table that leads to their pages: what each has, and what each lacks. */
export function partnerTable(sight: Sight, partners: readonly SeenPartner[], linked: boolean): Block {
  return {
    kind: 'table', zebra: true, empty: 'No partner is expected yet.',
    columns: [{ title: 'Partner', width: 3 }, { title: 'Tier', width: 'fit' }, { title: 'People', width: 'fit', align: 'right' }, { title: 'Meetings', width: 5 }, { title: 'Late', width: 'fit', align: 'right' }],
    rows: partners.map((partner) => {
      const meetings = sight.meetings.filter((meeting) => meeting.partner.key === partner.key);
      const people = sight.people(partner.key).length;
      return {
        cells: [
          linked ? [link(plain(partner.name), partnerKey(partner))] : [{ ...partner.name, bold: true }], partner.row.tier ?? missing('not known'), people === 0 ? [bold('none')] : String(people),
          meetings.length === 0 ? missing('none placed') : meetings.map((meeting) => `${slotText(meeting)} ${meeting.host.name}`).join('; '), String(overdue(sight.promisesOf(partner.key), sight.today).length),
        ],
      };
    }),
  };
}

function glance(sight: Sight): Page {
  return {
    kind: 'page', key: 'glance', title: 'Your partners at the summit', blocks: [
      { kind: 'heading', level: 1, key: 'glance:title', text: 'Your partners at the summit' },
      partnerTable(sight, sight.partners, true),
      { kind: 'heading', level: 2, key: 'days:title', text: 'Day by day' },
      ...itinerary(sight, { linked: true, whom: ({ partner }) => partner.name, detail: ({ host, topic }) => [`with ${host.name}`, topic ?? ''].filter(Boolean).join(': ') }),
    ],
  };
}

function partnerKey({ key }: SeenPartner): string {
  return `partner:${key}`;
}

function partnerPage(sight: Sight, partner: SeenPartner): Page {
  const { row } = partner;
  const people = sight.people(partner.key);
  const nominated = sight.nominationsOf(partner.key);
  return {
    kind: 'page', key: partnerKey(partner), title: plain(partner.name), blocks: [
      { kind: 'heading', level: 1, key: `${partnerKey(partner)}:title`, text: partner.name },
      {
        kind: 'facts', columns: 4, items: [
          { label: 'Tier', value: row.tier ?? missing('not known') }, { label: 'Standing', value: [row.strategic ? 'Strategic' : '', row.pacMember ? 'Advisory council' : ''].filter(Boolean).join(', ') || 'Standard' },
          { label: 'Kind', value: (row.types ?? []).join(', ') || missing('not known') }, { label: 'Where', value: [row.city, row.country].filter(Boolean).join(', ') || missing('not known') },
          { label: 'Our sponsor', value: row.vendorSponsorName || (row.vendorSponsor ? (sight.executive(row.vendorSponsor)?.name ?? '') : '') || missing('not named') }, { label: 'Their sponsor', value: row.partnerSponsorName || missing('not named') },
          { label: 'Nominated for', value: nominated.join(', ') || 'Nothing' }, { label: 'Vertical', value: row.vertical || missing('not known') },
        ],
      },
      { kind: 'section', label: 'Scorecard', blocks: fullScorecard(partner) },
      { kind: 'section', label: 'Promises', blocks: openPromises(sight.promisesOf(partner.key), sight.today) },
      ...(row.riskNote?.trim() ? [{ kind: 'section', label: 'Risk note', blocks: [{ kind: 'callout', tone: 'internal', text: row.riskNote.trim() }] } as const] : []),
      { kind: 'heading', level: 3, key: `${partnerKey(partner)}:people`, text: 'People' },
      people.length === 0
        ? { kind: 'gap', missing: 'anybody who comes' }
        : { kind: 'people', form: 'cards', people: people.map(({ name, title, pronunciation }) => ({ name, title: title || 'Title not known', ...(pronunciation ? { pronunciation } : {}) })) },
    ],
  };
}
