import { expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';

const read = async (text: string) => (await readFolder([{ name: 'p.csv', bytes: new TextEncoder().encode(text) }])).files[0];

test('totals of groups and of all stand anywhere and are no partners, also with a count beside them; a partner whose name ends so is one', async () => {
  const file = await read('Region,Account ID,Account Name,Tier,Revenue\nEMEA,A1,Acme,Gold,100.50\nEMEA,A2,Direct Total,Gold,200\nEMEA Total,,,,300.50\nAMER,,Core Total,Silver,5\nSubtotal,,,,5\nGrand Total,,3 accounts,,305.50\n');
  expect([file?.records.map(({ values }) => values['name']), file?.issues.filter(({ disposition }) => disposition === 'skip').map(({ line, code }) => [line, code])]).toEqual([['Acme', 'Direct Total', 'Core Total'], [[4, 'TOTALS_ROW'], [6, 'TOTALS_ROW'], [7, 'TOTALS_ROW']]]);
});

test('totals in the words of many countries', async () => {
  const file = await read(`Account ID,Account Name,Tier,Revenue\nA1,Acme,Gold,1\n${['Razem', 'Celkem', 'Genel Toplam', 'I alt', '合計', '합계', 'Итого', 'المجموع'].map((word) => `,${word},,5\n`).join('')}`);
  expect(file?.counts).toEqual({ accept: 1, flag: 0, duplicate: 0, reject: 0, skip: 8 });
});

test('a grouped report says a value once for the rows it counts', async () => {
  const file = await read('Partner Tier,Account ID,Account Name,Revenue\nGold (2),,,\n,A1,Acme,100.50\n,A2,Beta,200\n,A9,Stray,1\nSilver (1),,,\n,A3,Core,5\n');
  expect([file?.records.map(({ line, values }) => [line, values['name'], values['tier']]), file?.counts.reject]).toEqual([[[3, 'Acme', 'Gold'], [4, 'Beta', 'Gold'], [5, 'Stray', null], [7, 'Core', 'Silver']], 0]);
});

test('ids tell partners of one name apart where a list says neither place nor people', async () => {
  const file = await read('Account ID,Account Name,Tier\nA1,Acme,Gold\nA2,ACME Ltd,Gold\nA1,Acme,Gold\n');
  expect(file?.records.map(({ disposition }) => disposition)).toEqual(['accept', 'accept', 'duplicate']);
});

test('rows that differ only in what could not be read are two', async () => {
  const { files: [file] } = await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode('Session,Type,Start,End,Room\nTalk,Breakout,23.03.2027 09:00,23.03.2027 10:00,Hall\nTalk,Breakout,32.03.2027 09:00,32.03.2027 10:00,Hall\nTalk,Breakout,33.03.2027 09:00,33.03.2027 10:00,Hall\nTalk,Breakout,33.03.2027 09:00,33.03.2027 10:00,Hall\n') }]);
  expect(file?.records.map(({ disposition }) => disposition)).toEqual(['accept', 'flag', 'flag', 'duplicate']);
});
