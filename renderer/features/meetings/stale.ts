import type { MeetingTables } from '#shared/meetings/whereabouts.ts';

/** Tables that bear on a schedule, as people call them. */
const bearing = { summits: 'set-up', rooms: 'rooms', sessions: 'agenda', partners: 'partners', contacts: 'contacts', executives: 'executives', invitations: 'invitations', requests: 'requests', placements: 'placed meetings' } as const satisfies { readonly [Table in keyof MeetingTables]?: string };

/** What of the summit that matters to meetings is no longer as it was. Tables that were not touched stay the same value. */
export function changedSince(before: MeetingTables, now: MeetingTables): string[] {
  return (Object.keys(bearing) as (keyof typeof bearing)[]).filter((table) => before[table] !== now[table]).map((table) => bearing[table]);
}
