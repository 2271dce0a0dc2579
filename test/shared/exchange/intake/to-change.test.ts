import { describe, expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { sheetRows, tableSheets } from '#shared/exchange/outgoing/table-sheets.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import { plainAmount } from '#shared/kernel/money.ts';
import { seeded } from '#shared/kernel/random.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { newSnapshot, rowSchemas, type Snapshot, tableNames } from '#shared/workspace/snapshot.ts';
import { filesOf, inputSets, setNames, truthOf } from '../input-sets.ts';

if (setNames.length === 0) {
  test('data set absent: no folder is imported', () => console.log(`data set absent: ${inputSets}`));
}

function minted(seed: number) {
  const random = seeded(seed);
  return mintFrom(() => random.below(256));
}

async function imported(set: string): Promise<Snapshot> {
  const empty = newSnapshot('summit' as SummitId, 'Summit');
  const reading = await readFolder(filesOf(set), readOptionsFor(empty));
  const { change } = toChange(reading, empty, minted(1));
  expect(change.label).toBe('Import 12 files');
  return apply(empty, change.edits);
}

describe.each(setNames)('the input set %s as a change', (set) => {
  test('gives one row for every distinct record, each valid by its schema', async () => {
    const snapshot = await imported(set);
    const { files, summit_days, vendor_domain } = truthOf(set);
    const distinct = (kind: string) => files[kind]?.counts['distinct_records'];
    const { partners, contacts, executives, rooms, sessions, agreements, requests, nominations, judges, scores, commitments, categories } = snapshot;
    expect({
      partners: partners.size, contacts: contacts.size, executives: executives.size, rooms: rooms.size, agenda: sessions.size, ndas: agreements.size, meeting_requests: requests.size,
      award_categories: [...categories.values()].flatMap(({ criteria }) => criteria).length, nominations: nominations.size, judges: judges.size, scores: scores.size, commitments: commitments.size,
    }).toEqual(Object.fromEntries(Object.keys(files).map((kind) => [kind, distinct(kind)])));
    const refused = tableNames.flatMap((table) => [...snapshot[table].values()].flatMap((row) => { const read = rowSchemas[table].safeParse(row); return read.success ? [] : [`${table} ${row.id}: ${read.error.message}`]; }));
    expect(refused).toEqual([]);
    const [summit] = [...snapshot.summits.values()];
    expect({ days: summit?.days.map(({ date }) => date), domain: summit?.vendorDomain }).toEqual({ days: summit_days, domain: vendor_domain });
  });

  test('adds up to the revenue, the seats of the council and the linked contacts of its truth', async () => {
    const { partners, contacts, summits } = await imported(set);
    const aggregates = truthOf(set).aggregates;
    const revenue = [...partners.values()].reduce((sum, { performance }) => sum + (performance.revenue?.hundredths ?? 0), 0);
    expect({
      revenue: plainAmount(revenue), currency: [...summits.values()][0]?.currency, pac: [...partners.values()].filter(({ pacMember }) => pacMember).length,
      strategic: [...partners.values()].filter(({ strategic }) => strategic).length, linked: [...contacts.values()].filter(({ partner }) => partner !== null).length,
    }).toEqual({ revenue: aggregates.total_revenue.first_row_wins, currency: aggregates.total_revenue.currency, pac: aggregates.pac_members, strategic: aggregates.strategic_partners, linked: aggregates.contacts_linked });
  });

  test('brought in a second time, or from our own export in CSV or XLSX, changes nothing', async () => {
    const snapshot = await imported(set);
    const sheets = tableSheets(snapshot);
    const csv = sheets.map((sheet) => ({ name: `${sheet.name}.csv`, bytes: csvBytes(sheetRows(sheet)) }));
    const workbook = [{ name: 'summit.xlsx', bytes: await workbookBytes(sheets, { title: 'Summit', readMe: [], asOf: '2027-01-01T00:00:00.000Z' as Instant }) }];
    for (const [source, files] of [['the same files', filesOf(set)], ['our CSV', csv], ['our XLSX', workbook]] as const) {
      const reading = await readFolder(files, readOptionsFor(snapshot));
      const unread = reading.unread.map(({ code }) => code);
      const edits = toChange(reading, snapshot, minted(2)).change.edits.map(({ table, before, after }) => ({ table, ...differing(before, after) }));
      expect({ source, unread, edits: edits.slice(0, 5), count: edits.length }).toEqual({ source, unread: [], edits: [], count: 0 });
    }
  });
});

function differing(before: object | null, after: object | null): object {
  if (before === null || after === null) return { before, after };
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[field])).map(([field, value]) => [field, [(before as Record<string, unknown>)[field], value]]));
}
