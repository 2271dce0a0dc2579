import type { AgreementTable } from '#shared/agreements/agreement.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';

/** Everything that meetings depend on. */
export type CureTables = MeetingTables & AgreementTable;

/** A summit has more tables than travel to the workers of meetings. */
export function onlyNeeded({ summits, rooms, sessions, partners, contacts, executives, invitations, agreements, requests, placements }: CureTables): CureTables {
  return { summits, rooms, sessions, partners, contacts, executives, invitations, agreements, requests, placements };
}
