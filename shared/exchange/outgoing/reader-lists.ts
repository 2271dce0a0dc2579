import { byName } from '#shared/kernel/name-order.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { SheetTable } from '../spreadsheet/write.ts';
import { tableSheets } from './table-sheets.ts';

type ReaderLists = { readonly reader: string; readonly tables: readonly SheetTable[] };

const ofPartners: ReadonlySet<string> = new Set(['partners', 'contacts', 'ndas', 'meeting_requests', 'commitments']);

/**
 * What is known of some partners, one set of lists an account manager or a partner, under names instead of ids, for the vendor's own people:
 * staff notes are among it. What judging is about is not: it stays with the panel. Lists without a row are left out.
 */
export function readerLists(snapshot: Snapshot, by: 'cam' | 'partner'): ReaderLists[] {
  const readers = new Map<string, Set<PartnerId>>();
  for (const { id, name, camName } of snapshot.partners.values()) {
    const reader = by === 'cam' ? camName || 'No account manager' : name;
    readers.set(reader, (readers.get(reader) ?? new Set()).add(id));
  }
  return [...readers].sort(([a], [b]) => byName(a, b)).map(([reader, partners]) => ({ reader, tables: tableSheets(partOf(snapshot, partners)).filter(({ name, rows }) => ofPartners.has(name) && rows.length > 0) }));
}

/** The summit as if it had these partners alone; whoever and whatever they refer to stays. */
function partOf(snapshot: Snapshot, chosen: ReadonlySet<PartnerId>): Snapshot {
  const only = <Id, R>(rows: ReadonlyMap<Id, R>, of: (row: R) => PartnerId | null) => new Map([...rows].filter(([, row]) => { const partner = of(row); return partner !== null && chosen.has(partner); }));
  return {
    ...snapshot, partners: only(snapshot.partners, ({ id }) => id), contacts: only(snapshot.contacts, ({ partner }) => partner), agreements: only(snapshot.agreements, ({ partner }) => partner),
    requests: only(snapshot.requests, ({ partner }) => partner), nominations: new Map(), commitments: only(snapshot.commitments, ({ partner }) => partner),
  };
}
