import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { ReadOptions } from '#shared/exchange/intake/reading.ts';

async function lists(text: string, options: ReadOptions = {}) {
  const { files, unread } = await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode(text) }], options);
  return [...files.map(({ kind, headerLine, records }) => [kind, headerLine, ...records.map(({ line, values }) => `${line} ${Object.values(values).flat().filter((value) => value !== null).join(' ')}`)]), ...unread.map(({ code }) => [code])];
}

describe('several tables on a sheet', () => {
  test('below each other are all read, each under its own title', async () => {
    expect(await lists('Quarterly pack\nPrepared by Pat\n\nAccount ID,Account Name,Tier,Revenue\nA-1,Acme,Gold,100\n\nPeople\nFirst Name,Last Name,Email,Account Name\nAnn,Li,ann@a.example,Acme\n\nRoom,Seats,Confidential\nHall,10,Yes\n')).toEqual([
      ['partners', 4, '5 A-1 Acme Gold 100.00'], ['contacts', 8, '9 Ann Li ann@a.example Acme'], ['rooms', 11, '12 Hall 10 true'],
    ]);
  });

  test('beside each other with an empty column between are two where the whole would be one with columns of neither', async () => {
    expect(await lists('Room,Seats,Confidential,,Executive,Email,Max meetings per day\nHall,200,No,,Ana Lima,ana@v.example,6\nSuite 1,6,Yes,,,,\n')).toEqual([['rooms', 1, '2 Hall 200 false', '3 Suite 1 6 true'], ['executives', 1, '2 Ana Lima ana@v.example 6']]);
  });

  test('are not made of one table with an empty column, of notes beside it, or of a header that a report repeats', async () => {
    expect(await lists('Account ID,Account Name,,Tier,Revenue\nA-1,Acme,,Gold,100\n')).toEqual([['partners', 1, '2 A-1 Acme Gold 100.00']]);
    expect(await lists('Account ID,Account Name,Tier,Revenue,,Remember\nA-1,Acme,Gold,100,,call Pat\n,,,,,and Jo\nB-1,Beta,Gold,50,,\n')).toEqual([['partners', 1, '2 A-1 Acme Gold 100.00', '3 ', '4 B-1 Beta Gold 50.00']]);
    expect(await lists('Account ID,Account Name,Tier,Revenue\nA-1,Acme,Gold,100\n\nAccount ID,Account Name,Tier,Revenue\nB-1,Beta,Gold,50\n')).toEqual([['partners', 1, '2 A-1 Acme Gold 100.00', '5 B-1 Beta Gold 50.00']]);
  });
});

test('a form with the name of each field beside its answer is one record, and a reason points at the answer', async () => {
  const known = { partners: [{ id: 'P-1', name: 'Acme GmbH' }], executives: [{ name: 'Ana Lima', email: null }] };
  const form = (host: string) => `Meeting request form\n\nCompany:,Acme GmbH\nRequested executive:,${host}\nPriority:,Must\nTopic:,Roadmap\nDuration:,30\n`;
  expect(await lists(form('Ana Lima'), { known })).toEqual([['meeting_requests', 3, '3 Acme GmbH Ana Lima must Roadmap 30']]);
  const { files } = await readFolder([{ name: 'a.csv', bytes: new TextEncoder().encode(form('Nobody')) }], { known });
  expect(files[0]?.issues).toEqual([{ line: 3, disposition: 'reject', code: 'UNKNOWN_HOST', field: 'host', value: 'Nobody', at: { line: 4, column: 1 }, related: [], suggest: null }]);
});
