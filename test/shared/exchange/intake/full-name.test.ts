import { expect, test } from 'vitest';
import { isEasternName, namePartsOf } from '#shared/exchange/intake/full-name.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';

test.each([
  ['Ana Li', 'Ana', 'Li'], ['Li, Ana', 'Ana', 'Li'], ['Prof. Dr. Ana van der Berg', 'Ana', 'van der Berg'], ['John Roe Jr.', 'John', 'Roe Jr.'], ['DUPONT Jean', 'Jean', 'DUPONT'], ['Jean-Marc DE LA TOUR', 'Jean-Marc', 'DE LA TOUR'], ['JO LI', 'JO', 'LI'],
  ['Ana Li, PhD', 'Ana', 'Li'], ['Maria da Silva', 'Maria', 'da Silva'], ['山田 太郎', '太郎', '山田'], ['田中様', null, '田中'], ['Mr. Bo', null, 'Bo'], ['Madonna', null, 'Madonna'], ['Van Morrison', 'Van', 'Morrison'],
])('%s is taken apart', (full, first, last) => expect(namePartsOf(full)).toEqual({ first, last }));

test('names in Chinese, Japanese and Korean writing begin with the family', () => expect(['山田 太郎', '김 민수', 'Yamada Taro', ''].map(isEasternName)).toEqual([true, true, false, false]));

test('a host is found behind a title and before a function in brackets; one who is merely alike is not', async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { files } = await readFolder([
    { name: 'p.csv', bytes: encode('Account ID,Account Name,Tier\nA1,Acme,Gold\nA2,Beta,Gold\n') },
    { name: 'x.csv', bytes: encode('Executive,Title,Email,Max meetings per day\nCarol Quarrier,CEO,carol@v.example,6\nDerek Dunmorrow,CRO,derek@v.example,5\n') },
    { name: 'q.csv', bytes: encode('Meeting ID;Company;Requested Executive;Priority;Duration\n1;Acme;Ms. Carol Quarrier;1;1 h\n2;Acme;Derek Dunmorrow (CRO);1;0:45\n3;Beta;Quarrier, Carol;1;half an hour\n4;Beta;D. Dunmorrow;1;45m\n5;Beta;Derek Dunmorrow;1;1h30\n') },
  ]);
  const requests = files.find(({ kind }) => kind === 'meeting_requests');
  expect(requests?.records.map(({ links, values }) => [links.host, values['duration']])).toEqual([['Carol Quarrier', 60], ['Derek Dunmorrow', 45], ['Carol Quarrier', 30], [null, 45], ['Derek Dunmorrow', null]]);
  expect(requests?.issues.map(({ line, code }) => [line, code])).toEqual([[5, 'UNKNOWN_HOST'], [6, 'BAD_DURATION']]);
});
