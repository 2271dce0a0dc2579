import { isOpen } from '../agreements/coverage.ts';
import { coverageText } from '../agreements/coverage-text.ts';
import type { Block, Page, TableRow } from '../documents/block.ts';
import { bold, plain } from '../documents/text.ts';
import { groupBy } from '../kernel/group.ts';
import { timeOf } from '../kernel/time.ts';
import type { Room } from '../summit/room.ts';
import { missing } from './promises.ts';
import type { SeenGuest, SeenMeeting } from './seen.ts';
import type { Sight } from './sight.ts';
import { paperCode, shortDay, withDates } from './words.ts';
import { byName } from '#shared/kernel/name-order.ts';

/** Everybody of the partners that the reader meets, each once, by organisation and name, with when. */
export function peoplePage(sight: Sight, title = 'People you meet'): Page[] {
  const met = metPeople(sight.meetings);
  if (met.length === 0) return [];
  const unspoken = met.filter(({ guest }) => guest.pronunciation === '').length;
  return [{
    kind: 'page', key: 'people', title, blocks: [
      { kind: 'heading', level: 1, key: 'people:title', text: title },
      {
        kind: 'people', form: 'cards', people: met.map(({ guest, meetings }) => ({
          name: guest.name, title: guest.title || 'Title not known', organisation: guest.organisation, note: meetings.map((meeting) => `${shortDay(meeting.day)} ${timeOf(meeting.startsAt)}`).join(', '),
          ...(guest.pronunciation ? { pronunciation: guest.pronunciation } : {}),
        })),
      },
      ...(unspoken === 0 ? [] : [{ kind: 'gap', missing: unspoken === met.length ? 'how to say these names' : `how to say ${unspoken} of these ${met.length} names`, askOf: 'the account managers' } as const]),
    ],
  }];
}

/** Who may hear what is confidential, person by person: what a host must know before speaking of the roadmap. */
export function coveragePage(sight: Sight): Page[] {
  const rows = metPeople(sight.meetings).flatMap(({ guest }): TableRow[] => {
    if (guest.coverage === null) return [];
    const open = isOpen(guest.coverage);
    return [{ cells: [guest.name, guest.organisation, open ? 'Yes' : [bold('No')], withDates(coverageText(guest.coverage))] }];
  });
  if (rows.length === 0) return [];
  return [{
    kind: 'page', key: 'coverage', title: 'Who may hear what', blocks: [
      { kind: 'heading', level: 1, key: 'coverage:title', text: 'Who may hear what' },
      { kind: 'paragraph', text: 'Roadmap and other confidential things are for people covered by an NDA on the day you meet. Where one person in the room is not covered, nobody in that room hears them.' },
      { kind: 'table', empty: '', zebra: true, columns: [{ title: 'Person', width: 3 }, { title: 'Organisation', width: 3 }, { title: 'May hear', width: 'fit' }, { title: 'Why', width: 4 }], rows },
    ],
  }];
}

/** The rooms the reader goes to, and whom to call on. */
export function roomsPage(sight: Sight, contacts: readonly { readonly name: string; readonly what: string; readonly reach: string }[]): Page {
  const used = new Map<string, { readonly room: Room; readonly what: Set<string> }>();
  const note = (room: Room, what: string) => { const known = used.get(room.id) ?? { room, what: new Set<string>() }; known.what.add(what); used.set(room.id, known); };
  for (const { room } of sight.meetings) if (room) note(room, 'Meetings');
  for (const { rooms, title } of sight.sessions) for (const room of rooms) note(room, title);
  const rooms = [...used.values()].sort((a, b) => byName(a.room.name, b.room.name));
  return {
    kind: 'page', key: 'rooms', title: 'Rooms and contacts', blocks: [
      { kind: 'heading', level: 1, key: 'rooms:title', text: 'Rooms and contacts' },
      {
        kind: 'table', zebra: true, empty: 'No room is used yet.', columns: [{ title: 'Room', width: 2 }, { title: 'Floor', width: 'fit' }, { title: 'Seats', width: 'fit', align: 'right' }, { title: 'For', width: 4 }],
        rows: rooms.map(({ room, what }) => ({ cells: [[bold(room.name)], room.floor || missing('not known'), room.seats === null ? missing('not known') : String(room.seats), [...what].join(', ')] })),
      },
      { kind: 'heading', level: 2, key: 'contacts:title', text: 'Whom to call on' },
      {
        kind: 'table', empty: 'Nobody is named yet.', columns: [{ title: 'Name', width: 2 }, { title: 'For', width: 3 }, { title: 'Reach', width: 3 }],
        rows: contacts.map(({ name, what, reach }) => ({ cells: [[bold(name)], what, reach || 'At the summit desk'] })),
      },
    ],
  };
}

/** The planner, and the account managers of the partners met. */
export function vendorContacts({ summit, meetings, partners }: Sight): { name: string; what: string; reach: string }[] {
  const rows = [...meetings.map(({ partner }) => partner), ...partners];
  const byCam = groupBy(rows.filter(({ row }) => row.camName), ({ row }) => row.camName ?? '');
  return [
    ...(summit.plannerName ? [{ name: summit.plannerName, what: 'The summit: changes, missing people, this book', reach: '' }] : []),
    ...[...byCam].sort(([a], [b]) => byName(a, b)).map(([name, managed]) => ({ name, what: [...new Set(managed.map((partner) => plain(partner.name)))].join(', '), reach: managed[0]?.row.camEmail ?? '' })),
  ];
}

/** A ruled sheet at the end. */
export function notesPage(key: string): Page {
  const box: Block = { kind: 'capture', id: paperCode('N', key), label: 'Notes', lines: 24 };
  return { kind: 'page', key: 'notes', title: 'Notes', blocks: [{ kind: 'heading', level: 1, key: 'notes:title', text: 'Notes' }, box] };
}

/** Everybody met, by organisation, then name, with their meetings in order. */
export function metPeople(meetings: readonly SeenMeeting[]): { readonly guest: SeenGuest; readonly meetings: readonly SeenMeeting[] }[] {
  const met = new Map<string, { guest: SeenGuest; meetings: SeenMeeting[] }>();
  for (const meeting of meetings) {
    for (const guest of meeting.guests) {
      if (!guest.isNamed) continue;
      const known = met.get(guest.key);
      // Coverage may end between two meetings: the last day counts.
      if (known) met.set(guest.key, { guest, meetings: [...known.meetings, meeting] });
      else met.set(guest.key, { guest, meetings: [meeting] });
    }
  }
  const order = ({ guest }: { readonly guest: SeenGuest }) => `${guest.organisation.text.toLowerCase()}\u0000${guest.name.text.toLowerCase()}\u0000${guest.key}`;
  return [...met.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
