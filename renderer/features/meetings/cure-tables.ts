import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { CureTables } from '#renderer/workers/meeting-tables.ts';

let last: CureTables | null = null;

/** The tables that cures depend on, the same value while none of them has changed: an edit elsewhere starts no search anew. */
export function meetingTables(snapshot: Snapshot): CureTables {
  if (last === null || (Object.keys(last) as (keyof CureTables)[]).some((name) => last?.[name] !== snapshot[name])) {
    const { summits, rooms, sessions, partners, contacts, executives, invitations, agreements, requests, placements } = snapshot;
    last = { summits, rooms, sessions, partners, contacts, executives, invitations, agreements, requests, placements };
  }
  return last;
}
