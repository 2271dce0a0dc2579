import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';

const read = async (text: string, name = 'export.csv') => (await readFolder([{ name, bytes: new TextEncoder().encode(text) }])).files[0];

describe('a list is recognised by its columns', () => {
  test('in any order, with misspellings, under title lines, by names no sample used', async () => {
    const file = await read(
      'Programme review;;;;\r\nFilter: active;;;;\r\n\r\nNotes;Trailling 12M Revenue;Tier;Legal Name;CRM ID;PAC member (Y/N)\r\n;1.200.000,50;3 - Gold;Acme GmbH;A-1;ja\r\nfragil;15,5;Silber;Beta SA;A-2;nein\r\n;;;;;\r\n;Summe;;;;\r\n',
    );
    expect(file).toMatchObject({ kind: 'partners', delimiter: ';', headerLine: 4, counts: { accept: 2, skip: 2 } });
    expect(file?.records.map(({ line, values }) => ({ line, ...values }))).toEqual([
      { line: 5, risk_note: null, revenue_ttm: '1200000.50', tier: 'Gold', name: 'Acme GmbH', account_id: 'A-1', pac_member: true },
      { line: 6, risk_note: 'fragil', revenue_ttm: '15.50', tier: 'Silver', name: 'Beta SA', account_id: 'A-2', pac_member: false },
    ]);
  });

  test.each([
    ['a CRM', 'Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Partner Type\n101,Acme,Carl Cam,2024-01-01 09:00,+351 21 000 00 00,Lisbon,Portugal,IT,Reseller\n102,Beta,Carl Cam,2024-02-01 10:00,+49 30 123456,Berlin,Germany,IT,SI\n', { account_id: '101', name: 'Acme', cam_name: 'Carl Cam', city: 'Lisbon', country: 'PT', vertical: 'IT' }],
    ['a partner portal', 'partner_key,company,email,tier,country,manager_name,manager_email,created_at\npk_1,Acme,ana@acme.example,2 - Gold,US,Carl Cam,carl@vendor.example,2024-02-01T10:00:00Z\n', { account_id: 'pk_1', name: 'Acme', tier: 'Gold', cam_name: 'Carl Cam', cam_email: 'carl@vendor.example', country: 'US' }],
    ['a partner module', 'PartnerName,ExternalSystemId,ParentAccountName,PartnerLevel,OwnerName,Country,ProgramStatus\nAcme,EXT-1,Acme Holdings,PLATINUM,Carl Cam,USA,Active\n', { account_id: 'EXT-1', name: 'Acme', tier: 'Platinum', cam_name: 'Carl Cam', country: 'US' }],
  ])('as %s exports it: dates and times in its columns make it no table of slots, and what every system adds counts for nothing', async (_, text, first) => {
    const file = await read(text);
    expect(file?.kind).toBe('partners');
    expect(Object.fromEntries(Object.entries(file?.records[0]?.values ?? {}).filter(([field]) => field in first))).toEqual(first);
  });

  test('with people in one column, family name first or last', async () => {
    const file = await read('Name,E-mail address,Company,Attendee type\n"Li, Ana",ana@x.example,Acme,Delegate\nBen Roe,ben@x.example,Acme,delegate\n');
    expect(file?.kind).toBe('contacts');
    expect(file?.records.map(({ values }) => [values['first'], values['last']])).toEqual([['Ana', 'Li'], ['Ben', 'Roe']]);
  });

  test('the same headers mean judges or contacts by the words below them', async () => {
    const header = 'Name,Email,Company,Role\n';
    expect([(await read(`${header}Ana Li,a@x.example,Acme,Chair\nBo Ek,b@x.example,Acme,Judge\n`))?.kind, (await read(`${header}Ana Li,a@x.example,Acme,Delegate\nBo Ek,b@x.example,Acme,Substitute\n`))?.kind]).toEqual(['judges', 'contacts']);
  });

  test('where no list says who the partners are, a list of their figures does, and loses none of them', async () => {
    const { files } = await readFolder([{ name: 'export.csv', bytes: new TextEncoder().encode('Partner,Country,Partner Level,Revenue 2026,Revenue 2025\nAcme,DE,Gold,100,90\nBeta,FR,Silver,50,40\n') }]);
    expect(files.map(({ kind, headerLine, records }) => [kind, headerLine, records.map(({ links, disposition }) => [links.partner, disposition])])).toEqual([['partners', 1, [['name:Acme', 'flag'], ['name:Beta', 'flag']]], ['metrics', 1, [['name:Acme', 'accept'], ['name:Beta', 'accept']]]]);
  });

  test('columns of quarters of which nothing else is said make a list no other', async () => {
    const file = await read('Partner ID,Partner,Tier,Country,CAM,Q1 FY26,Q2 FY26,Q3 FY26,Q4 FY26\nA1,Acme,Gold,DE,Cy,1,2,3,4\n');
    expect([file?.kind, file?.records.map(({ values }) => values)]).toEqual(['partners', [{ account_id: 'A1', name: 'Acme', tier: 'Gold', country: 'DE', cam_name: 'Cy' }]]);
  });

  test('of two columns the one that is called as its field is read; a percentage is no score', async () => {
    const file = await read('Account ID,Account Name,Tier,NPS,Satisfaction\nA1,Acme,Gold,8,85%\nA2,Beta,Gold,45,9\n');
    expect([file?.records.map(({ values }) => values['satisfaction']), file?.issues.map(({ code, field }) => [code, field])]).toEqual([[null, 9], [['OUT_OF_RANGE', 'satisfaction']]]);
  });

  test('percentages read alike as 45, 45 % and 0.45', async () => {
    const weights = async (a: string, b: string) => (await read(`Category,Criterion,Weight\nBest,Reach,${a}\nBest,Depth,${b}\n`))?.records.map(({ values }) => values['weight']);
    expect([await weights('45', '55'), await weights('45%', '55 %'), await weights('0.45', '.55')]).toEqual([[0.45, 0.55], [0.45, 0.55], [0.45, 0.55]]);
  });

  test('dates that could be either are asked about, missing until answered, and read by the answer', async () => {
    const text = 'Ref,Partner,Type,Due Date\nK1,Acme,MDF,3/4/2027\n';
    const files = [{ name: 'a.csv', bytes: new TextEncoder().encode(text) }];
    const known = { partners: [{ id: null, name: 'Acme' }] };
    const open = (await readFolder(files, { known })).files[0];
    expect([open?.askDateOrder, open?.records[0]?.values['due'], open?.counts.accept]).toEqual([['due'], null, 1]);
    const due = async (dateOrder: 'dmy' | 'mdy') => (await readFolder(files, { known, dateOrder })).files[0]?.records[0]?.values['due'];
    expect([await due('dmy'), await due('mdy')]).toEqual(['2027-04-03', '2027-03-04']);
  });
});
