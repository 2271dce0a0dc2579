import { expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { headerSet, type Mappings } from '#shared/exchange/recognise/mapping.ts';

const file = (text: string) => [{ name: 'list.csv', bytes: new TextEncoder().encode(text) }];
const mappings: Mappings = { [headerSet(['Wer', 'Wieviel', 'Rest'])]: { kind: 'rooms', fields: { wer: 'room', wieviel: 'capacity', rest: null } } };

test('a file nobody understands shows its likely header with cells below, so that its columns can be named', async () => {
  const { files, unmapped } = await readFolder(file('Bericht\n\nWer,Wieviel,Rest\nSuite 1,4,x\nSuite 2,6,x\n'));
  expect([files, unmapped]).toEqual([[], [{ name: 'list.csv', sheet: null, line: 3, headers: ['Wer', 'Wieviel', 'Rest'], samples: [['Suite 1', 'Suite 2'], ['4', '6'], ['x']] }]]);
});

test('what was said of a set of headers is used for the next file with them, in any order and case, and said so', async () => {
  const { files: [read] } = await readFolder(file('REST,wieviel,Wer\nx,4,Suite 1\n'), { mappings });
  expect([read?.asMapped, read?.kind, read?.columns.map(({ field }) => field), read?.records.map(({ values }) => values)]).toEqual([true, 'rooms', [null, 'capacity', 'room'], [{ capacity: 4, room: 'Suite 1' }]]);
});

test('headers that are called like parts of JavaScript objects are remembered of nobody', async () => {
  expect((await readFolder(file('__proto__,constructor\n1,2\n'), { mappings })).files).toEqual([]);
});
