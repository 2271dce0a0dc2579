import type { Row } from '../kernel/table.ts';

/** Rows of every table as some version of the product wrote them. */
export type StoredTables = Readonly<Record<string, readonly Row[]>>;

/**
 * Brings the tables of one version to the next. Appended, never edited: a copy from any version opens for ever. Rows that are newer
 * already must come through unchanged, and a row must not need its neighbours: stores hold rows of several versions side by side, and the
 * journal brings single rows back.
 */
export type Migration = { readonly to: number; readonly sentence: string; readonly migrate: (tables: StoredTables) => StoredTables };

const migrations: readonly Migration[] = [
  {
    to: 2,
    sentence: 'Requests, people, rooms and partners say what scheduling asks: further people, limits, absence and travel, closed and reserved rooms, walking, rivals, vetoes.',
    migrate: withFields({
      summits: { walking: [], travelMarginMinutes: 60, partnerMayAsk: null, vendorMayAsk: null },
      rooms: { reserved: false, closed: [] },
      partners: { maxMeetingsPerDay: null, maxMeetings: null, minMeetings: null, keepApart: [] },
      contacts: { unavailable: [], maxMeetingsPerDay: null, maxMeetings: null, arrivesAt: null, departsAt: null, worksFrom: null, worksUntil: null },
      executives: { maxMeetings: null, arrivesAt: null, departsAt: null, worksFrom: null, worksUntil: null },
      requests: { weight: null, coHosts: [], guestPartners: [], optionalAttendees: [], optionalHosts: [], allowedDays: [], allowedPart: null, allowedRooms: [], veto: null },
    }),
  },
  { to: 3, sentence: 'Plans that were taken are kept as runs.', migrate: (tables) => ({ ...tables, runs: tables['runs'] ?? [] }) },
  { to: 4, sentence: 'Calendar files that went out are remembered, so that the next ones raise their sequence and cancel.', migrate: (tables) => ({ ...tables, sentCalendars: tables['sentCalendars'] ?? [] }) },
  { to: 5, sentence: 'What was decided about records that look alike is remembered: merged into one, or both kept.', migrate: (tables) => ({ ...tables, lookAlikes: tables['lookAlikes'] ?? [] }) },
];

/** The version of rows that this product writes. */
export const schemaVersion = 5;

/** Tables of an older version as this version knows them. `steps` is there for tests; the product's own are the default. */
export function migrated(tables: StoredTables, from: number, steps: readonly Migration[] = migrations): StoredTables {
  return steps.filter(({ to }) => to > from).reduce((older, { migrate }) => migrate(older), tables);
}

/** One row of whatever version, as this version knows it: journals do not say of which version their rows are. */
export function migratedRow(table: string, row: Row): Row {
  return migrated({ [table]: [row] }, 1)[table]?.[0] ?? row;
}

/** Gives rows the fields they lack, with the values of a row of which nothing is said. */
function withFields(added: Readonly<Record<string, object>>): Migration['migrate'] {
  return (tables) => Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, added[table] === undefined ? rows : rows.map((row) => ({ ...row, ...Object.fromEntries(Object.entries(added[table] ?? {}).filter(([field]) => !(field in row))) }))]));
}
