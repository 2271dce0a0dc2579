import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { unreadColumns } from '#shared/exchange/intake/unread-columns.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { headerSet } from '#shared/exchange/recognise/mapping.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import type { ContactId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankPartner, type Performance, unknownPerformance } from '#shared/partners/partner.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { type Folder, imported, saidOf } from '#test/support/imports.ts';

const acme = { ...blankPartner('p-acme' as PartnerId, 'Acme GmbH'), accountId: 'A-1' };
const bolt = { ...blankPartner('p-bolt' as PartnerId, 'Bolt Ltd'), accountId: 'A-2' };
const ana = { ...blankContact('c-ana' as ContactId), givenName: 'Ana', email: 'ana@acme.example', partner: acme.id };
const summit: Snapshot = { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map([[acme.id, acme], [bolt.id, bolt]]), contacts: new Map([[ana.id, ana]]) };

const euros = (units: number) => ({ hundredths: units * 100, currency: 'EUR' });

/** What is known of Acme after a folder was taken, without what nobody said. */
async function figures(folder: Folder, fiscalStart?: number, before = summit): Promise<{ acme: Partial<Performance>; said: string[] }> {
  const { reading, after } = await imported(before, folder, fiscalStart === undefined ? {} : { fiscalStart });
  const performance = after.partners.get(acme.id)?.performance ?? unknownPerformance;
  return { acme: Object.fromEntries(Object.entries(performance).filter(([field, value]) => value !== null && field !== 'source')), said: saidOf(reading) };
}

describe('figures by period become the twelve months of a partner', () => {
  const year = { revenue: euros(100), revenuePrior: euros(26), asOf: '2025-12-31' };

  test('months under a title that names a fiscal year are asked about until its beginning is known', async () => {
    const months = 'Revenue FY26,,,,,,,,,,,,\nPartner,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar\nAcme,1,1,1,1,1,1,1,1,1,1,1,1\n';
    const { reading } = await imported(summit, { 'a.csv': months });
    expect([reading.unread, reading.files.map(({ kind, fiscal }) => [kind, fiscal.map(({ months: told }) => told)])]).toEqual([[], [['metrics', ['2026-03']]]]);
    const asked = await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode(months) }]);
    expect(asked.files[0]?.fiscal.map(({ text, months: told }) => [text, told])).toEqual([['Revenue FY26 Mar', null]]);
    expect((await figures({ 'a.csv': months }, 4)).acme).toMatchObject({ asOf: '2026-03-31' });
  });

  test.each([
    ['quarters of a fiscal year', 'Partner,Q1 FY24 Revenue,Q2 FY24 Revenue,Q3 FY24 Revenue,Q4 FY24 Revenue,Q1 FY25 Revenue,Q2 FY25 Revenue,Q3 FY25 Revenue,Q4 FY25 Revenue\nAcme,5,6,7,8,10,20,30,40\n'],
    ['quarters in any order, the year first', 'Partner ID,2025-Q4 Revenue,2025-Q1 Revenue,2025-Q3 Revenue,2025-Q2 Revenue,2024-Q1 Revenue,2024-Q2 Revenue,2024-Q3 Revenue,2024-Q4 Revenue\nA-1,40,10,30,20,5,6,7,8\n'],
    ['years', 'Account Name,Revenue 2024,Revenue 2025\n"ACME, GmbH",26,100\n'],
    ['a title that names the figure', 'Partner revenue by quarter\n\nPartner,FY24Q1,FY24Q2,FY24Q3,FY24Q4,FY25Q1,FY25Q2,FY25Q3,FY25Q4\nAcme,5,6,7,8,10,20,30,40\n'],
    ['a line of groups above the quarters', 'Partner,Revenue,,,,Target,\n,Q1 2025,Q2 2025,Q3 2025,Q4 2025,Q4 2025,2024\nAcme,10,20,30,40,90,26\n'],
    ['years above the figures', ',FY24,,FY25,\nPartner,Revenue,Target,Revenue,Target\nAcme,26,30,100,90\n'],
    ['one row a period and figure', 'Partner,Period,Metric,Value,Target\nAcme,Q1 2025,Revenue,10,1\nAcme,Q2 2025,Revenue,20,1\nAcme,Q3 2025,Revenue,30,1\nAcme,Q4 2025,Revenue,40,1\nAcme,2024,Revenue,26,1\n'],
    ['one row a period', 'Partner,Quarter,Revenue,Notes\nAcme,Q1 2025,10,a\nAcme,Q2 2025,20,b\nAcme,Q3 2025,30,c\nAcme,Q4 2025,40,d\nAcme,FY24,26,e\n'],
    ['year and quarter in columns of their own', 'Partner,Year,Quarter,Revenue\nAcme,2025,Q1,10\nAcme,2025,Q2,20\nAcme,2025,Q3,30\nAcme,2025,Q4,40\nAcme,2024,Q1,5\nAcme,2024,Q2,6\nAcme,2024,Q3,7\nAcme,2024,Q4,8\n'],
    ['figures in rows, quarters in columns', 'Partner,KPI,2024,Q1 2025,Q2 2025,Q3 2025,Q4 2025\nAcme,Revenue,26,10,20,30,40\n'],
    ['halves in thousands, in German', 'Partnername;Umsatz (TEUR) 2024;Umsatz (TEUR) 1. Halbjahr 2025;Umsatz (TEUR) 2. Halbjahr 2025\nAcme;0,026;0,03;0,07\n'],
    ['thousands in a title', 'Partner revenue (in kEUR)\n\nPartner,2024,2025\nAcme,0.026,0.1\n'],
    ['a web domain for a name', 'Website,Revenue 2024,Revenue 2025\nhttps://www.acme.example/start,26,100\n'],
  ])('with %s', async (_, text) => {
    expect((await figures({ 'report.csv': text })).acme).toEqual(year.revenuePrior && text.includes('Target,\n') ? { revenue: euros(100), asOf: '2025-12-31' } : year);
  });

  test.each([
    ['Revenue 2025.csv', 'Partner,Actual,Target\nAcme,100,90\n'],
    ['2025.csv', 'Partner,Revenue Actual,Revenue Target\nAcme,100,90\n'],
    ['Quarterly revenue report 2025.csv', 'Partner,Q1 Actual,Q1 Target,Q2 Actual,Q2 Target,Q3 Actual,Q3 Target,Q4 Actual,Q4 Target\nAcme,10,1,20,1,30,1,40,1\n'],
    ['Revenue 2025.csv', 'Partner,Q1,,Q2,,Q3,,Q4,\n,Target,Actual,Target,Actual,Target,Actual,Target,Actual\nAcme,1,10,1,20,1,30,1,40\n'],
    ['Revenue.csv', 'Partner,Q1 2025,,Q2 2025,,Q3 2025,,Q4 2025,\n,Target,Actual,Target,Actual,Target,Actual,Target,Actual\nAcme,1,10,1,20,1,30,1,40\n'],
    ['Revenue 2025.csv', 'Partner,Quarter,Actual,Target\nAcme,Q1,10,1\nAcme,Q2,20,1\nAcme,Q3,30,1\nAcme,Q4,40,1\n'],
    ['2025.csv', 'Partner,Metric,Actual,Target\nAcme,Revenue,100,1\n'],
  ])('beside their targets in %s: %j', async (name, text) => {
    expect((await figures({ [name]: text })).acme).toEqual({ revenue: euros(100), asOf: '2025-12-31' });
  });

  test('beside their targets and of no year are refused, saying what is wanting', async () => {
    const refused = async (text: string) => (await imported(summit, { 'a.csv': text })).reading.unread.map(fileProblemText);
    const unsaid = 'the columns say what was reached, and nothing says of which figure in which months, quarter or year. Say both in a line above them or in the name of the sheet or file, such as Revenue 2026, then import it again.';
    expect([await refused('Partner,Actual,Target\nAcme,100,90\n'), await refused('Partner,Metric,Actual,Target\nAcme,Revenue,100,90\n'), await refused('Partner,Q1 Actual,Q1 Target,Q2 Actual,Q2 Target\nAcme,1,2,3,4\n')]).toEqual([
      [`a.csv, line 1: ${unsaid}`], [`a.csv, line 1: ${unsaid}`], ['a.csv, line 1: the columns are months or quarters, and nothing says of which year. Say it in a line above them or in the name of the sheet or file, such as Revenue 2026, then import it again.'],
    ]);
  });

  test('over months and in several files, of which each holds a part', async () => {
    const month = (of: number) => `2025-${String(of).padStart(2, '0')}`;
    const half = (months: readonly number[]) => `Partner,${months.map((of) => `Bookings ${month(of)}`).join(',')}\nAcme,${months.map((of) => of * 10).join(',')}\n`;
    expect(await figures({ 'one.csv': half([1, 2, 3, 4, 5, 6]), 'two.csv': half([12, 11, 10, 9, 8, 7]) })).toEqual({ acme: { revenue: euros(780), asOf: '2025-12-31' }, said: [] });
  });

  test('counts and money are added up, and what stands on a day or is a rate is the newest', async () => {
    const text = 'Partner,Period,Metric,Value\n' + [
      ['Deal Regs', 3, 4, 5, 6], ['Win rate', '40%', '41%', '42%', '43%'], ['Certified reps', 7, 8, 9, 10], ['MDF Used', '1,000', '2,000', '3,000', '4,000'], ['MDF Allocated', '5,000', '5,000', '5,000', '5,000'],
      ['Weighted pipeline', 1, 2, 3, 4], ['Pipeline', 100, 200, 300, 400], ['Health', 60, 61, 62, 63.5], ['CSAT', 7, 7.5, 8, 8.5], ['Attainment %', '90%', '91%', '92%', '93%'], ['Cerfitied reps required', 1, 1, 1, 12],
    ].flatMap(([name, ...values]) => values.map((value, index) => `Acme,Q${index + 1} 2025,${name},"${value}"\n`)).join('');
    const { acme: held, said } = await figures({ 'kpis.csv': text });
    expect(held).toEqual({ dealRegistrations: 18, winRate: 0.43, certifiedPeople: 10, certificationsRequired: 12, mdfUsed: euros(10_000), mdfAllocated: euros(20_000), pipeline: euros(400), health: 63.5, satisfaction: 8.5, asOf: '2025-12-31' });
    // The pipeline stands for the weighted one, and no field holds attainment: both are left out, and said to be.
    expect(said).toEqual([22, 23, 24, 25, 38, 39, 40, 41].map((line) => `${line} skip FIGURE_NOT_KEPT metric`));
  });

  test('with 45, 45 % and 0.45 alike', async () => {
    const rate = async (one: string, other: string) => (await figures({ 'report.csv': `Partner,Win rate Q1 2025\nAcme,${one}\nBolt,${other}\n` })).acme.winRate;
    expect([await rate('45', '30'), await rate('45%', '30%'), await rate('0.45', '0.3')]).toEqual([0.45, 0.45, 0.45]);
  });

  test('at its word where the file itself says twelve months, with no day', async () => {
    expect(await figures({ 'report.csv': 'Partner,TTM Revenue,Pipeline Q4 2025,Pipeline Q3 2025\nAcme,500,7,6\n' })).toEqual({ acme: { revenue: euros(500), pipeline: euros(7), asOf: '2025-12-31' }, said: [] });
  });

  test('whose day nobody says take the day of former ones away', async () => {
    const { after } = await imported(summit, { 'report.csv': 'Partner,Revenue 2025\nAcme,100\n' });
    expect((await figures({ 'same.csv': 'Partner,Revenue 2025\nAcme,100\n' }, 1, after)).acme).toEqual({ revenue: euros(100), asOf: '2025-12-31' });
    expect((await figures({ 'newer.csv': 'Partner,Period,Metric,Value\nAcme,TTM,Revenue,120\n' }, 1, after)).acme).toEqual({ revenue: euros(120) });
  });

  test('fiscal years begin where the summit says, and the file shows what that means', async () => {
    const text = 'Partner,Revenue FY24,Revenue FY25\nAcme,26,100\n';
    expect((await figures({ 'report.csv': text }, 2)).acme).toEqual({ ...year, asOf: '2025-01-31' });
    const { reading } = await imported(summit, { 'report.csv': text }, { fiscalStart: 7 });
    expect(reading.files.map(({ fiscal }) => fiscal)).toEqual([[{ text: 'Revenue FY25', months: '2024-07..2025-06' }]]);
  });
});

describe('nothing is guessed', () => {
  test('a gap in the newest twelve months is flagged where it is, and nothing is summed over it', async () => {
    expect(await figures({ 'report.csv': 'Partner,Revenue Q1 2025,Revenue Q2 2025,Revenue Q3 2025,Revenue Q4 2025\nAcme,10,,30,40\nBolt,1,1,1,1\n' })).toEqual({ acme: {}, said: ['2 flag PERIOD_MISSING revenue 2025-Q4'] });
    expect((await figures({ 'report.csv': 'Partner,Revenue Q3 2025,Revenue Q4 2025\nAcme,10,20\n' })).said).toEqual(['2 flag PERIOD_MISSING revenue 2025-Q4']);
  });

  test('an older year that is whole counts with its own day', async () => {
    expect(await figures({ 'report.csv': 'Partner,Revenue 2023,Revenue 2024,Revenue Q2 2025,Pipeline Q2 2025\nAcme,26,100,30,5\n' })).toEqual({ acme: { revenue: euros(100), revenuePrior: euros(26), pipeline: euros(5), asOf: '2024-12-31' }, said: ['2 flag PERIOD_MISSING revenue 2025-Q2'] });
  });

  test('two currencies are not added up', async () => {
    const { acme: held, said } = await figures({ 'report.csv': 'Partner,Period,Metric,Value,Currency\nAcme,Q1 2025,Revenue,10,EUR\nAcme,Q2 2025,Revenue,20,EUR\nAcme,Q3 2025,Revenue,30,USD\nAcme,Q4 2025,Revenue,40,EUR\n' });
    expect([held, said]).toEqual([{}, ['4 flag CURRENCY_MISMATCH revenue', '5 flag PERIOD_MISSING revenue']]);
    expect(await figures({ 'a.csv': 'Partner,Revenue H1 2025\nAcme,€10\n', 'b.csv': 'Partner,Revenue H2 2025\nAcme,$10\n' })).toEqual({ acme: {}, said: ['2 flag CURRENCY_MISMATCH revenue 2025-H2'] });
  });

  test('two numbers for one quarter are both disbelieved, and one that is repeated is a duplicate', async () => {
    expect(await figures({ 'report.csv': 'Partner,Period,Revenue\nAcme,2024,26\nAcme,2025,100\nAcme,2025,101\n' })).toEqual({ acme: { revenue: euros(26), asOf: '2024-12-31' }, said: ['3 flag FIGURE_CONFLICT revenue', '4 flag FIGURE_CONFLICT revenue'] });
    expect(await figures({ 'report.csv': 'Partner,Period,Revenue\nAcme,2024,26\nAcme,2025,100\nA-1,2025,100\n' })).toEqual({ acme: { revenue: euros(100), revenuePrior: euros(26), asOf: '2025-12-31' }, said: ['4 duplicate FIGURE_REPEATED'] });
  });

  test('partners, periods and figures that nobody knows are refused by their cell', async () => {
    const { said, acme: held } = await figures({ 'report.csv': 'Partner,Period,Metric,Value\nAcne,Q1 2025,Revenue,1\nAcme,soon,Revenue,1\nAcme,2025,Sunshine,1\nAcme,2025,NPS,40\nTotal,2025,Revenue,9\nAcme,2025,CSAT,87%\nAcme,2025,Revenue,many\n' });
    expect([held, said]).toEqual([{}, ['2 reject UNKNOWN_PARTNER account_name', '3 reject PERIOD_UNKNOWN period', '4 reject FIGURE_UNKNOWN metric', '5 skip FIGURE_NOT_KEPT metric', '6 skip TOTALS_ROW', '7 flag OUT_OF_RANGE satisfaction', '8 flag NOT_A_NUMBER revenue']]);
  });

  test('a fiscal year that nobody has placed is asked about, and its figures wait', async () => {
    const { fiscalStart: _, ...unsaid } = { fiscalStart: 1 };
    const { readFolder } = await import('#shared/exchange/intake/read-folder.ts');
    const reading = await readFolder([{ name: 'report.csv', bytes: new TextEncoder().encode('Partner,Revenue FY25\nAcme,1\n') }], { ...unsaid, known: { partners: [{ id: null, name: 'Acme' }] } });
    expect(reading.files.map(({ fiscal, records }) => ({ fiscal, values: records.map(({ values }) => values) }))).toEqual([{ fiscal: [{ text: 'Revenue FY25', months: null }], values: [{ account_name: 'Acme', 'revenue FY2025': '1.00' }] }]);
  });

  test('columns that no field holds are named', async () => {
    const { reading } = await imported(summit, { 'report.csv': 'Partner,Region,Revenue Q1 2025,Revenue target Q1 2025,Attainment % Q1 2025,Revenue YTD\nAcme,EMEA,1,2,50%,3\n' });
    expect(reading.files.map(unreadColumns)).toEqual([['Region', 'Revenue target Q1 2025', 'Attainment % Q1 2025', 'Revenue YTD']]);
  });
});

describe('whatever the form', () => {
  test('a list of partners with years beside its own columns is read as both', async () => {
    const { reading, after } = await imported(summit, { 'accounts.csv': 'Account ID,Account Name,Tier,Country,City,Revenue 2024,Revenue 2025\nA-1,Acme GmbH,Gold,DE,Bonn,26,100\n' });
    expect(reading.files.map(({ kind }) => kind)).toEqual(['partners', 'metrics']);
    expect(after.partners.get(acme.id)).toEqual({ ...acme, tier: 'Gold', country: 'DE', city: 'Bonn', performance: { ...unknownPerformance, revenue: euros(100), revenuePrior: euros(26), asOf: '2025-12-31', source: 'accounts.csv' } });
  });

  test('columns that a planner names are of the periods in their headers', async () => {
    const headers = ['Wer', 'H1 2025', 'H2 2025', '2024'];
    const mapping = { kind: 'metrics' as const, fields: { wer: 'account_name', 'h1 2025': 'revenue', 'h2 2025': 'revenue', 2024: 'revenue' } };
    const { after } = await imported(summit, { 'blatt.csv': `${headers.join(',')}\nAcme,40,60,26\n` }, { mappings: { [headerSet(headers)]: mapping } });
    expect(after.partners.get(acme.id)?.performance).toEqual({ ...unknownPerformance, revenue: euros(100), revenuePrior: euros(26), asOf: '2025-12-31', source: 'blatt.csv' });
  });

  test('a second import of the same file changes nothing, and one of a newer quarter moves the year on', async () => {
    const folder = { 'report.csv': 'Partner,Revenue Q1 2025,Revenue Q2 2025,Revenue Q3 2025,Revenue Q4 2025\nAcme,10,20,30,40\n' };
    const { after } = await imported(summit, folder);
    expect((await imported(after, folder)).change.edits).toEqual([]);
    const next = await imported(after, { 'newer.csv': 'Partner,Revenue Q2 2025,Revenue Q3 2025,Revenue Q4 2025,Revenue Q1 2026\nAcme,20,30,40,50\n' });
    expect(next.after.partners.get(acme.id)?.performance).toEqual({ ...unknownPerformance, revenue: euros(140), asOf: '2026-03-31', source: 'newer.csv' });
  });

  test('a workbook reads as text does, and its sheet may name the figure', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    const bytes = await workbookBytes([{ name: 'Revenue', columns: ['Partner', ...months].map((header) => ({ header, kind: 'text' as const })), rows: [['Acme', ...months.map(() => 5)]] }], { title: 'Figures', asOf: '2026-01-01T00:00:00.000Z' as Instant, readMe: [] });
    expect((await figures({ 'figures.xlsx': bytes })).acme).toEqual({ revenue: euros(60), asOf: '2025-12-31' });
  });

  test('wide and long say the same, in any order of rows and columns', async () => {
    const metrics = ['Revenue', 'Pipeline', 'Deal Regs'] as const;
    const cell = fc.option(fc.integer({ min: 0, max: 999 }), { freq: 5 });
    const table = fc.record({ quarters: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 9 }), values: fc.array(fc.array(cell, { minLength: 27, maxLength: 27 }), { minLength: 2, maxLength: 2 }), mix: fc.infiniteStream(fc.nat()) });
    await fc.assert(fc.asyncProperty(table, async ({ quarters, values, mix }) => {
      const mixed = <Item>(items: readonly Item[]) => [...items].map((item) => ({ item, at: mix.next().value as number })).sort((a, b) => a.at - b.at).map(({ item }) => item);
      const period = (quarter: number) => `Q${(quarter % 4) + 1} ${2023 + Math.floor(quarter / 4)}`;
      const cells = ['Acme', 'Bolt'].flatMap((partner, row) => metrics.flatMap((metric, of) => quarters.map((quarter, at) => ({ partner, metric, quarter, value: values[row]?.[of * 9 + at] ?? null }))));
      const columns = mixed(metrics.flatMap((metric) => quarters.map((quarter) => ({ metric, quarter }))));
      const wide = [['Partner', ...columns.map(({ metric, quarter }) => `${metric} ${period(quarter)}`)], ...mixed(['Acme', 'Bolt']).map((partner) => [partner, ...columns.map(({ metric, quarter }) => cells.find((one) => one.partner === partner && one.metric === metric && one.quarter === quarter)?.value ?? '')])];
      const long = [['Metric', 'Value', 'Partner', 'Period'], ...mixed(cells).map(({ partner, metric, quarter, value }) => [metric, value ?? '', partner, period(quarter)])];
      const rows = [['Period', 'Partner', ...metrics], ...mixed(['Acme', 'Bolt'].flatMap((partner) => quarters.map((quarter) => [period(quarter), partner, ...metrics.map((metric) => cells.find((one) => one.partner === partner && one.metric === metric && one.quarter === quarter)?.value ?? '')])))];
      const [one, two, three] = await Promise.all([wide, long, rows].map(async (lines) => (await imported(summit, { 'report.csv': lines.map((line) => line.join(',')).join('\n') })).after.partners));
      expect(two).toEqual(one);
      expect(three).toEqual(one);
    }), { numRuns: 60 });
  });
});

test('months of no year are not read, and it is said what is wanting', async () => {
  const { reading } = await imported(summit, { 'months.csv': 'Filter: all\nPartner,Jan,Feb,Mar\nAcme,1,2,3\n' });
  expect(reading.unread.map(fileProblemText)).toEqual(['months.csv, line 2: the columns are months or quarters, and nothing says of which year. Say it in a line above them or in the name of the sheet or file, such as Revenue 2026, then import it again.']);
});

test('new figures in a list of partners are of no known day; a list that says nothing new leaves the day', async () => {
  const dated: Snapshot = { ...summit, partners: new Map([[acme.id, { ...acme, performance: { ...unknownPerformance, revenue: euros(100), asOf: '2025-12-31' as LocalDate, source: 'figures.csv' } }]]) };
  const list = (revenue: number) => ({ 'partners.csv': `Partner ID,Partner Name,Tier,Revenue (EUR)\nA-1,Acme GmbH,Gold,${revenue}\n` });
  expect([(await figures(list(100), undefined, dated)).acme, (await figures(list(101), undefined, dated)).acme]).toEqual([{ revenue: euros(100), asOf: '2025-12-31' }, { revenue: euros(101) }]);
});
