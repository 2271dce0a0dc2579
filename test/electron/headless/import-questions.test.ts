import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { scratch, summit } from './support.ts';

test('what only a planner can tell is asked by refusing, with a cell of the file, and an answer in the call is taken', async () => {
  const folder = scratch();
  const out = join(scratch(), 'asked.summit');
  writeFileSync(join(folder, 'partners.csv'), 'Account ID,Account Name,Tier,City\nA1,Acme,Gold,Porto\n');
  writeFileSync(join(folder, 'tracker.csv'), 'Ref,Partner,Type,Amount,Currency,Due Date\nK1,Acme,MDF,"1,500",EUR,3/4/2027\n');
  const call = (...more: string[]) => summit('import', folder, '--out', out, ...more);
  const refused = async (...more: string[]) => { const { status, err } = await call(...more); return [status, err.trimEnd().split('\n').at(-1), existsSync(out)]; };
  expect(await refused()).toEqual([2, expect.stringContaining('tracker.csv: day and month cannot be told apart; say --date-order dmy or --date-order mdy'), false]);
  expect(await refused('--date-order', 'dmy')).toEqual([2, expect.stringContaining('tracker.csv: whether 1,500 is a thousand or one and a bit cannot be told; say --decimal-mark point or --decimal-mark comma'), false]);
  expect((await call('--date-order', 'dmy', '--decimal-mark', 'point')).status).toBe(0);
  const [commitment] = [...valueOf(readSummitFile(new Uint8Array(readFileSync(out)))).snapshot.commitments.values()];
  expect([commitment?.money?.hundredths, commitment?.dueOn]).toEqual([150_000, '2027-04-03']);
});

test('an empty cell keeps what the summit has, which is told, until --blank takes it away, value by value', async () => {
  const folder = scratch();
  const [first, out] = [join(scratch(), 'first.summit'), join(scratch(), 'second.summit')];
  const partners = (city: string) => { writeFileSync(join(folder, 'partners.csv'), `Account ID,Account Name,Tier,City\nA1,Acme,Gold,${city}\n`); };
  const city = () => [...valueOf(readSummitFile(new Uint8Array(readFileSync(out)))).snapshot.partners.values()].map((partner) => partner.city);
  partners('Porto');
  expect((await summit('import', folder, '--out', first)).status).toBe(0);
  partners('');
  const kept = await summit('import', folder, '--into', first, '--out', out);
  expect([kept.out.split('\n').filter((line) => line.includes('empty')), city()]).toEqual([['1 empty cell where the summit has a value: it stays. Say --blank to take it away.'], ['Porto']]);
  const blanked = await summit('import', folder, '--into', first, '--out', out, '--blank');
  expect([blanked.out.split('\n').filter((line) => line.includes('City') || line.includes('blanked')), city()]).toEqual([['1 value of the summit blanked, since a cell is empty:', '  partners.csv, line 2: City of Acme was Porto'], ['']]);
  const json = JSON.parse((await summit('import', folder, '--into', first, '--dry-run', '--json', '--blank')).out) as { readonly emptyCells: unknown };
  expect(json.emptyCells).toEqual({ taken: true, cells: [{ file: 'partners.csv', line: 2, column: 'City', whose: 'Acme', now: 'Porto' }] });
});

test('columns in words of their own are named by a file, and a name that no list has is refused', async () => {
  const folder = scratch();
  const [map, out] = [join(scratch(), 'columns.json'), join(scratch(), 'rooms.summit')];
  writeFileSync(join(folder, 'places.csv'), 'Wo,Wieviele Leute,Bild\nKeller,8,a.png\n');
  const say = (columns: Readonly<Record<string, string | null>>) => { writeFileSync(map, JSON.stringify({ lists: [{ list: 'rooms', columns }] })); };
  say({ 'Wo': 'room', 'Wieviele Leute': 'seats', 'Bild': null });
  const refused = await summit('import', folder, '--out', out, '--map', map);
  expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('“seats” is no field of rooms; it has room, capacity, floor')]);
  say({ 'Bild': null, 'Wieviele Leute': 'capacity', 'Wo': 'room' });
  expect((await summit('import', folder, '--out', out, '--map', map)).status).toBe(0);
  expect([...valueOf(readSummitFile(new Uint8Array(readFileSync(out)))).snapshot.rooms.values()].map(({ name, seats }) => [name, seats])).toEqual([['Keller', 8]]);
});

test('figures of fiscal years are added up once the call says when those begin, and registrations come in beside them', async () => {
  const folder = scratch();
  const out = join(scratch(), 'figures.summit');
  writeFileSync(join(folder, 'partners.csv'), 'Account ID,Account Name,Tier,City\nA1,Acme,Gold,Porto\n');
  writeFileSync(join(folder, 'figures.csv'), 'Partner,Revenue Q1 FY25,Revenue Q2 FY25,Revenue Q3 FY25,Revenue Q4 FY25,Quota FY25\nAcme,1,2,3,4,9\n');
  writeFileSync(join(folder, 'tickets.csv'), 'Order ID,First Name,Last Name,Email,Company,Order Status,Order Date\n7,Ana,Li,ana@acme.example,Acme,Completed,2026-11-02\n');
  const refused = await summit('import', folder, '--out', out);
  expect([refused.status, refused.err.trimEnd().split('\n').at(-1)]).toEqual([2, expect.stringContaining('figures.csv: which months Revenue Q4 FY25 covers cannot be told, since nobody has said in which month the fiscal year begins; say --fiscal-start 1 for January to 12 for December')]);
  const taken = await summit('import', folder, '--out', out, '--fiscal-start', '7', '--currency', 'EUR');
  expect([taken.status, taken.out.split('\n').filter((line) => /is read as|not read/.test(line))]).toEqual([0, ['figures.csv: Revenue Q4 FY25 is read as 2025-Q2', 'figures.csv: columns not read: Quota FY25']]);
  const { snapshot } = valueOf(readSummitFile(new Uint8Array(readFileSync(out))));
  expect([...snapshot.partners.values()].map(({ performance: { revenue, asOf, source } }) => ({ revenue, asOf, source }))).toEqual([{ revenue: { hundredths: 1000, currency: 'EUR' }, asOf: '2025-06-30', source: 'figures.csv' }]);
  expect([...snapshot.contacts.values()].map(({ email, role, code }) => ({ email, role, code }))).toEqual([{ email: 'ana@acme.example', role: 'Delegate', code: null }]);
});
