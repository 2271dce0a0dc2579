import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { ReadOptions } from '#shared/exchange/intake/reading.ts';
import { unitIn } from '#shared/exchange/recognise/unit.ts';

const known = { partners: [{ id: null, name: 'Acme' }] };
async function tracker(rows: string, options: ReadOptions = {}, header = 'Ref;Partner;Type;Amount;Currency;Due Date;Agreed on') {
  const { files: [file] } = await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode(`${header}\n${rows}\n`) }], { known, ...options });
  return file;
}

describe('the style of a column', () => {
  test('numbers that could be a thousand or one and a bit are asked about with their cells, missing until answered, and read by the answer', async () => {
    const rows = 'K1;Acme;MDF;1.234;EUR;2027-04-03;\nK2;Acme;MDF;5;EUR;2027-04-03;';
    const open = await tracker(rows);
    expect([open?.askDecimalMark, open?.samples, open?.records.map(({ values }) => values['amount'])]).toEqual([['amount'], { amount: ['1.234'] }, [null, '5.00']]);
    const amount = async (options: ReadOptions) => (await tracker(rows, options))?.records[0]?.values['amount'];
    expect([await amount({ decimalMark: ',' }), await amount({ decimalMark: '.' }), await amount({ answers: { 'a.csv': { decimalMark: ',' } } })]).toEqual(['1234.00', '1.23', '1234.00']);
  });

  test('a count has no decimals: it is asked of nobody', async () => {
    const { files: [file] } = await readFolder([{ name: 'r.csv', bytes: new TextEncoder().encode('Room;Capacity\nHall;1.200\nLoft;1,300\n') }]);
    expect([file?.askDecimalMark, file?.records.map(({ values }) => values['capacity'])]).toEqual([[], [1200, 1300]]);
  });

  test('one number of the folder that proves its style decides for the lists that leave it open', async () => {
    const { files } = await readFolder(['K1;Acme;MDF;1.234;EUR', 'K2;Acme;MDF;2.345,60;EUR'].map((row, index) => ({ name: `${index}.csv`, bytes: new TextEncoder().encode(`Ref;Partner;Type;Amount;Currency\n${row}\n`) })), { known });
    expect(files.map(({ records, askDecimalMark }) => [records[0]?.values['amount'], askDecimalMark])).toEqual([['1234.00', []], ['2345.60', []]]);
  });

  test('each column of dates by what its own cells prove; a date whose day and month are the same is asked of nobody', async () => {
    const { files: [file] } = await readFolder([{ name: 'n.csv', bytes: new TextEncoder().encode('Agreement No;Counterparty;Status;Sent;Signed;Expires\n1;Acme;Sent;25/03/2027;03/25/2027;05/05/2028\n2;Acme;Sent;26/03/2027;04/26/2027;06/06/2028\n') }], { known });
    expect([file?.askDateOrder, file?.records.map(({ values }) => [values['sent'], values['signed'], values['expiry']])]).toEqual([[], [['2027-03-25', '2027-03-25', '2028-05-05'], ['2027-03-26', '2027-04-26', '2028-06-06']]]);
  });

  test('a header says currency and thousands of all that stands below it', async () => {
    expect(['Revenue (kEUR)', 'Umsatz in TEUR', 'Pipeline ($M)', 'MDF USD', 'Revenue (USD thousands)', 'Trailing 12M Revenue', 'Revenue (last 12 months)', "Revenue ('000)"].map(unitIn)).toEqual([
      { currency: 'EUR', scale: 1e3 }, { currency: 'EUR', scale: 1e3 }, { currency: 'USD', scale: 1e6 }, { currency: 'USD', scale: 1 }, { currency: 'USD', scale: 1e3 }, { currency: null, scale: 1 }, { currency: null, scale: 1 }, { currency: null, scale: 1e3 },
    ]);
    expect(['Obrót (tys. zł)', 'Revenue (INR Cr)', '売上（百万円）', 'CA (en milliers d’euros)', 'Omzet (x € 1.000)', "Revenue ('000 USD)", 'Revenue k EUR', 'Revenue (in USD)', 'Faturamento (R$ mil)', 'Выручка (тыс. руб.)', 'Omsättning (tkr)', 'Plan B', 'Revenue (12M)', 'Notes in English', 'Room 1000'].map(unitIn)).toEqual([
      { currency: 'PLN', scale: 1e3 }, { currency: 'INR', scale: 1e7 }, { currency: 'JPY', scale: 1e6 }, { currency: 'EUR', scale: 1e3 }, { currency: 'EUR', scale: 1e3 }, { currency: 'USD', scale: 1e3 }, { currency: 'EUR', scale: 1e3 }, { currency: 'USD', scale: 1 }, { currency: 'BRL', scale: 1e3 }, { currency: 'RUB', scale: 1e3 }, { currency: null, scale: 1e3 },
      ...Array.from({ length: 4 }, () => ({ currency: null, scale: 1 })),
    ]);
    const { files: [file] } = await readFolder([{ name: 'p.csv', bytes: new TextEncoder().encode('Account ID,Account Name,Tier,Revenue (kUSD),MDF Used (USD)\nA1,Acme,Gold,"1,234.5",10\nA2,Beta,Gold,1.2M,£5\nA3,Core,Gold,7,11\n') }]);
    expect([file?.records.map(({ values }) => [values['revenue_ttm'], values['mdf_used']]), file?.issues.map(({ code, field }) => [code, field])]).toEqual([[['1234500.00', '10.00'], ['1200000.00', null], ['7000.00', '11.00']], [['CURRENCY_MISMATCH', 'mdf_used']]]);
  });

  test('a currency in a column of its own belongs to the amount beside it', async () => {
    const { files: [file] } = await readFolder([{ name: 'p.csv', bytes: new TextEncoder().encode('Account ID,Account Name,Tier,Annual Revenue Currency,Annual Revenue\nA1,Acme,Gold,EUR,10.50\nA2,Beta,Gold,EUR,20\nA3,Core,Gold,USD,30\n') }]);
    expect([file?.currencies, file?.records.map(({ values }) => values['revenue_ttm']), file?.issues.map(({ line, code }) => [line, code])]).toEqual([{ revenue_ttm: 'EUR' }, ['10.50', '20.00', null], [[4, 'CURRENCY_MISMATCH']]]);
  });

  test('a sign of several currencies is the one that header, neighbour or planner names', async () => {
    const revenue = async (text: string, options: ReadOptions = {}) => { const { files: [file] } = await readFolder([{ name: 'p.csv', bytes: new TextEncoder().encode(`Account ID;Account Name;Tier;${text}`) }], options); return [file?.currencies['revenue_ttm'], file?.records.map(({ values }) => values['revenue_ttm'])]; };
    expect([
      await revenue('Revenue (CAD)\nA1;Acme;Gold;12,50 $\nA2;Beta;Gold;7 €\n'), await revenue('Annual Revenue;Annual Revenue Currency\nA1;Acme;Gold;12,50 $;CAD\nA2;Beta;Gold;7;CAD\n'), await revenue('Revenue\nA1;Acme;Gold;12,50 $\n', { currency: 'CAD' }), await revenue('Revenue\nA1;Acme;Gold;12,50 $\n'),
    ]).toEqual([['CAD', ['12.50', null]], ['CAD', ['12.50', '7.00']], ['CAD', ['12.50']], ['USD', ['12.50']]]);
  });

  test('headers in two rows, and a line of units below', async () => {
    const { files: [file] } = await readFolder([{ name: 'p.csv', bytes: new TextEncoder().encode('Account,,Tier,Revenue,,MDF,\nID,Name,,TTM,Prior,Used,Allocated\n,,,EUR,EUR,%,\nA1,Acme,Gold,"1,234.50",5,6,7\n') }]);
    expect([file?.headerLine, file?.columns.map(({ header, field }) => `${header} > ${field}`), file?.records.map(({ line, values }) => [line, values['revenue_ttm']])]).toEqual([
      2, ['Account: ID > account_id', 'Account: Name > name', 'Tier > tier', 'Revenue: TTM > revenue_ttm', 'Revenue: Prior > revenue_prior', 'MDF: Used > mdf_used', 'MDF: Allocated > mdf_allocated'], [[4, '1234.50']],
    ]);
  });
});
