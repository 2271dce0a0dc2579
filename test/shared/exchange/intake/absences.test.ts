import { expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

const days = ['2027-03-23', '2027-03-24'] as LocalDate[];

/** What a list of executives says of one absence, and its reason. */
async function absence(said: string, summitDays: readonly LocalDate[] = days): Promise<unknown> {
  const text = `Name,Email,Max meetings per day,Not available\nAna Li,ana@v.example,5,"${said}"\n`;
  const { files } = await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode(text) }], { summitDays });
  return [files[0]?.records[0]?.values['not_available'], ...(files[0]?.issues ?? []).map(({ code }) => code)];
}

test.each([
  ['Tue 9-11', ['2027-03-23 09:00 to 2027-03-23 11:00']],
  ['Wednesday until 11:00', ['2027-03-24 00:00 to 2027-03-24 11:00']],
  ['Day 2', ['2027-03-24 00:00 to 2027-03-25 00:00']],
  ['14:00-15:30 on 24 March', ['2027-03-24 14:00 to 2027-03-24 15:30']],
  ['24 March 14:00-15:30', ['2027-03-24 14:00 to 2027-03-24 15:30']],
  ['24.03.2027 10:00 - 24.03.2027 11:30; Tue: 8-9', ['2027-03-23 08:00 to 2027-03-23 09:00', '2027-03-24 10:00 to 2027-03-24 11:30']],
  ['Salı 9-11', ['2027-03-23 09:00 to 2027-03-23 11:00']],
  ['2027-05-01', ['2027-05-01 00:00 to 2027-05-02 00:00']],
])('%s is read by the days of the summit', async (said, spells) => {
  expect(await absence(said)).toEqual([spells]);
});

test('what no day can be found for is left out and flagged, and the rest of the cell is kept', async () => {
  expect([await absence('sometimes; Tue 9-11'), await absence('3/4/2027 9-10'), await absence('Friday'), await absence('Tue 9-11', ['2027-03-23', '2027-03-30'] as LocalDate[]), await absence('Tue 9-11', [])]).toEqual([
    [['2027-03-23 09:00 to 2027-03-23 11:00'], 'UNKNOWN_VALUE'], [[], 'DAY_UNCLEAR'], [[], 'DAY_OUTSIDE_SUMMIT'], [[], 'DAY_UNCLEAR'], [[], 'DAY_UNCLEAR'],
  ]);
});
