import { fullName } from '#shared/partners/contact.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Cell } from '../grid.ts';
import type { SheetTable } from '../spreadsheet/write.ts';
import { momentCell } from './cells.ts';

/** What the planner has decided inside the summit: for reading elsewhere. These lists come from no export and are not imported. */
export function planSheets(snapshot: Snapshot): SheetTable[] {
  const { partners, requests, executives, rooms, judges, nominations } = snapshot;
  return [
    sheet('invitations', ['partner', 'account', 'stage', 'wave', 'seats', 'grounds', 'approver'], [...snapshot.invitations.values()].map(({ partner, stage, wave, seats, grounds, approver }) => [
      partners.get(partner)?.name ?? null, partners.get(partner)?.accountId ?? null, stage, wave, seats, grounds.map(({ kind, reason }) => (reason === '' ? kind : `${kind}: ${reason}`)).join('; '), approver,
    ])),
    sheet('placements', ['request', 'partner', 'executive', 'room', 'starts', 'minutes', 'people', 'pinned'], [...snapshot.placements.values()].flatMap(({ request: id, room, startsAt, pinned }) => {
      const request = requests.get(id);
      if (request === undefined) return [];
      const people = request.attendees.flatMap((contact) => { const person = snapshot.contacts.get(contact); return person === undefined ? [] : [fullName(person)]; });
      return [[request.code, partners.get(request.partner)?.name ?? null, executives.get(request.host)?.name ?? null, rooms.get(room)?.name ?? null, momentCell(startsAt), request.durationMinutes, [...people, ...request.attendeeNames].join('; '), pinned] as Cell[]];
    })),
    sheet('criteria', ['criterion', 'reads', 'percent', 'horizon'], [...snapshot.criteria.values()].map(({ name, field, weight, horizon }) => [name, field, weight, horizon])),
    sheet('recusals', ['judge', 'nomination', 'recusal', 'grounds'], [...snapshot.recusals.values()].map(({ judge, nomination, kind, reason }) => [judges.get(judge)?.name ?? null, nominations.get(nomination)?.code ?? null, kind, reason])),
  ];
}

function sheet(name: string, headers: readonly string[], rows: readonly (readonly Cell[])[]): SheetTable {
  return { name, columns: headers.map((header) => ({ header, kind: header === 'starts' ? 'datetime' : header === 'seats' || header === 'minutes' || header === 'percent' ? 'number' : 'text' })), rows };
}
