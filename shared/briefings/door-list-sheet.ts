import type { DoorList } from '../agreements/door-list.ts';
import { coverageText } from '../agreements/coverage-text.ts';
import type { TableRow } from '../documents/block.ts';
import type { Document } from '../documents/document.ts';
import { bold, named } from '../documents/text.ts';
import { fullName } from '../partners/contact.ts';
import { hours } from '../summit/words.ts';
import { timeOf } from '../kernel/time.ts';
import { theSummit } from '../summit/summit.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { type BookOptions, framed } from './frame.ts';
import { dayTitle, shortDay, withDates } from './words.ts';

/**
 * Who may pass the door of one confidential session, by name, for the event team at the door. The file goes by room and hour, since the
 * title of the session is itself confidential.
 */
export function doorListSheet(snapshot: Snapshot, list: DoorList, options: BookOptions): Document | null {
  const session = snapshot.sessions.get(list.session);
  if (!session) return null;
  const rooms = session.rooms.flatMap((id) => snapshot.rooms.get(id)?.name ?? []);
  const day = session.startsAt === null ? null : (session.startsAt.slice(0, 10) as Parameters<typeof dayTitle>[0]);
  const rows = list.entries.map(({ contact: id, partner, coverage }): TableRow => {
    const contact = snapshot.contacts.get(id);
    const organisation = partner === null ? undefined : snapshot.partners.get(partner);
    const blocked = coverage.outcome === 'blocked';
    return {
      ...(blocked ? { tone: 'muted' as const } : {}),
      cells: [blocked ? '✗' : '☐', [{ ...named(contact ? fullName(contact) : 'Unknown person', organisation?.country ?? null), bold: true }], organisation ? named(organisation.name, organisation.country) : 'No organisation', blocked ? [bold('Do not admit: '), withDates(coverageText(coverage))] : withDates(coverageText(coverage))],
    };
  });
  return framed(theSummit(snapshot), options, {
    title: 'Door list', reader: [rooms.slice(0, 2).join(' and ') || 'No room', day === null || session.startsAt === null ? 'no time' : `${shortDay(day)} ${timeOf(session.startsAt).replace(':', '.')}`].join(', '), blocks: [{
      kind: 'page', key: `door:${session.id}`, title: 'Door list', blocks: [
        {
          kind: 'banner', level: 1, key: `door:${session.id}:title`, when: hours(session), whenNote: day === null ? 'Day not set' : dayTitle(day), title: session.title, where: rooms.slice(0, 2).join(', ') || 'No room',
          subtitle: `For ${session.audience || 'everybody'}. Admit only who is ticked off here by name.`,
        },
        { kind: 'facts', columns: 3, items: [{ label: 'May enter', value: String(list.cleared) }, { label: 'By waiver', value: String(list.waived) }, { label: 'May not enter', value: String(list.blocked) }] },
        ...(list.audienceUnderstood ? [] : [{ kind: 'callout', tone: 'warning', title: 'Everybody expected is listed', text: 'The wording of the audience names no rule the planner knows. Check who is invited to this session.' } as const]),
        { kind: 'table', zebra: true, empty: 'Nobody of the expected partners belongs to the audience.', columns: [{ title: '', width: 'fit' }, { title: 'Name', width: 3 }, { title: 'Organisation', width: 3 }, { title: 'NDA', width: 4 }], rows },
      ],
    }],
  });
}
