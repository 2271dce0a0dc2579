import { expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { ReadOptions } from '#shared/exchange/intake/reading.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

const read = async (text: string, options: ReadOptions = {}) => (await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode(text) }], options)).files[0];

test('a programme may say from when until when in one cell, and a day once above all that happens on it', async () => {
  const file = await read('Date,Time,Session,Room,Type\n23/03/2027,09:00-10:30,Opening,Hall,Plenary\n,10:30 – 11:00,Coffee,Hall,Break\n,11:00,Roadmap,Hall,Roadmap\n24/03/2027,9h00-10h30,Close,Hall,Plenary\n,later,Drinks,Hall,Social\n');
  expect([file?.kind, file?.records.map(({ values: { date, start, end } }) => [date, start, end]), file?.issues.map(({ line, code, field }) => [line, code, field])]).toEqual([
    'agenda', [['2027-03-23', '09:00', '10:30'], ['2027-03-23', '10:30', '11:00'], ['2027-03-23', '11:00', null], ['2027-03-24', '09:00', '10:30'], ['2027-03-24', null, null]], [[6, 'IMPOSSIBLE_DATE', 'hours']],
  ]);
});

test('a span where only the start belongs is both; a day left out among days that are said is nobody’s', async () => {
  const file = await read('Session,Type,Date,Start,End,Room\nA,Breakout,24/03/2027,09:00 – 10:30,,Hall\nB,Breakout,24/03/2027,11:00,12:00,Hall\nC,Breakout,,13:00,14:00,Hall\n');
  expect(file?.records.map(({ disposition, values: { date, start, end } }) => [disposition, date, start, end])).toEqual([['accept', '2027-03-24', '09:00', '10:30'], ['accept', '2027-03-24', '11:00', '12:00'], ['accept', null, '13:00', '14:00']]);
});

test('no date is outside of a summit whose days nobody has said yet', async () => {
  const text = 'Meeting ID,Company,Requested Executive,Priority,Preferred day\n1,Acme,Ana Li,must,2027-03-24\n';
  const known = { partners: [{ id: null, name: 'Acme' }], executives: [{ name: 'Ana Li', email: null }] };
  const day = async (options: ReadOptions) => { const file = await read(text, { known, ...options }); return [file?.records[0]?.values['preferred_day'], file?.issues.map(({ code }) => code)]; };
  expect([await day({}), await day({ summitDays: ['2027-03-25'] as LocalDate[] })]).toEqual([['2027-03-24', []], [null, ['DAY_OUTSIDE_SUMMIT']]]);
});

test('days with the year in front are told from days in front by how they spread', async () => {
  const due = async (...days: string[]) => (await read(`Ref,Partner,Type,Due Date\n${days.map((day, index) => `K${index},Acme,MDF,${day}\n`).join('')}`, { known: { partners: [{ id: null, name: 'Acme' }] } }))?.records.map(({ values }) => values['due']);
  expect([await due('26-03-12', '26-11-28', '27-04-09'), await due('26-03-12', '28-11-26', '13-04-27')]).toEqual([['2026-03-12', '2026-11-28', '2027-04-09'], ['2012-03-26', '2026-11-28', '2027-04-13']]);
});
