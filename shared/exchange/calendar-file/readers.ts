import type { Desk } from '#shared/briefings/desk.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { fullName } from '#shared/partners/contact.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { CalendarReaderKind } from '#shared/workspace/sent-calendar.ts';
import type { CalendarReader } from './items.ts';

/** Everyone of a kind that a calendar can be made for, by name: people and partners that are expected, every host, room and account manager. */
export function calendarReaders({ snapshot, expected }: Pick<Desk, 'snapshot' | 'expected'>, kind: CalendarReaderKind): CalendarReader[] {
  const readers = ((): CalendarReader[] => {
    switch (kind) {
      case 'everything': return [{ kind }];
      case 'host': return [...snapshot.executives.keys()].map((executive) => ({ kind, executive }));
      case 'contact': return [...snapshot.contacts.values()].filter(({ partner }) => partner !== null && expected.has(partner)).map(({ id }) => ({ kind, contact: id }));
      case 'partner': return [...snapshot.partners.keys()].filter((id) => expected.has(id)).map((partner) => ({ kind, partner }));
      case 'cam': return [...new Set([...snapshot.partners.values()].map(({ camName }) => camName).filter((name) => name !== ''))].map((cam) => ({ kind, cam }));
      case 'room': return [...snapshot.rooms.keys()].map((room) => ({ kind, room }));
    }
  })();
  return readers.map((reader) => ({ reader, name: readerName(snapshot, reader) })).sort((a, b) => byName(a.name, b.name)).map(({ reader }) => reader);
}

/** As the file and its calendar are called. */
export function readerName({ executives, contacts, partners, rooms }: Snapshot, reader: CalendarReader): string {
  switch (reader.kind) {
    case 'everything': return 'Whole summit';
    case 'host': return executives.get(reader.executive)?.name ?? 'Host';
    case 'contact': { const person = contacts.get(reader.contact); return person ? fullName(person) || person.email || 'Person' : 'Person'; }
    case 'partner': return partners.get(reader.partner)?.name ?? 'Partner';
    case 'cam': return reader.cam;
    case 'room': return rooms.get(reader.room)?.name ?? 'Room';
  }
}
