import { describe, expect, test } from 'vitest';
import { cellKey, listKey } from '#shared/exchange/intake/mend.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { ReadOptions } from '#shared/exchange/intake/reading.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

const options: ReadOptions = {
  summitDays: ['2027-03-23', '2027-03-24'] as LocalDate[],
  known: {
    executives: [{ name: 'Ana Li', email: 'ana@v.example' }, { name: 'Bo Ek', email: 'bo@v.example' }], partners: [{ id: 'A1', name: 'Acme' }, { id: 'B1', name: 'Beta' }],
    criteria: [{ category: 'Best', criterion: 'Reach' }, { category: 'Best', criterion: 'Depth' }], nominations: [{ id: 'N1', category: 'Best', partner: 'A1' }, { id: 'N2', category: 'Best', partner: 'B1' }],
    judges: [{ name: 'Cy Poe', email: 'cy@v.example', partner: null }, { name: 'Di Roe', email: 'di@v.example', partner: null }],
  },
};

async function lists(text: string, more: ReadOptions = {}) {
  const { files } = await readFolder([{ name: 'table.csv', bytes: new TextEncoder().encode(text) }], { ...options, ...more });
  return files.map(({ kind, records, issues }) => ({
    kind, records: records.map(({ line, disposition, values }) => [line, disposition, ...Object.values(values).flat().filter((value) => value !== null)].join(' | ')), issues: issues.map(({ code, value, at }) => `${code} ${value ?? ''} at ${at?.line ?? '-'}:${at?.column ?? '-'}`),
  }));
}

describe('people and slots', () => {
  test('people down and slots across: words for busy become absences, neighbouring slots one; names become wishes, without their notes', async () => {
    expect(await lists('Executive,2027-03-23 09:00-09:30,2027-03-23 09:30-10:00,2027-03-24 09:00-09:30\nAna Li,x,x,\nBo Ek,free,busy,Acme (tbc)\nNobody,x,,\n')).toEqual([
      { kind: 'executives', records: ['2 | accept | Ana Li | 2027-03-23 09:00 to 2027-03-23 10:00', '3 | accept | Bo Ek | 2027-03-23 09:30 to 2027-03-23 10:00', '4 | reject | Nobody | 2027-03-23 09:00 to 2027-03-23 09:30'], issues: ['UNKNOWN_HOST Nobody at 4:0'] },
      { kind: 'meeting_requests', records: ['3 | accept | Acme | Bo Ek | 2027-03-24 | morning'], issues: [] },
    ]);
  });

  test('slots down and people across, the day said once: the same, and a reason points at the cell of the file', async () => {
    expect(await lists('Time,,Ana Li,Bo Ek\nDay 1,09:00,Acme,\n,14:30,,Beta\nDay 2,09:00,Lunch,Nowhere\n')).toEqual([
      { kind: 'executives', records: ['1 | accept | Ana Li | 09:00-09:30'], issues: [] },
      { kind: 'meeting_requests', records: ['2 | accept | Acme | Ana Li | 2027-03-23 | morning', '3 | accept | Beta | Bo Ek | 2027-03-23 | afternoon', '4 | reject | Nowhere | Bo Ek | 2027-03-24 | morning'], issues: ['UNKNOWN_PARTNER Nowhere at 4:3'] },
    ]);
  });

  test('times without a day are of the only one that a title speaks of', async () => {
    const table = 'Time,Ana Li,Bo Ek\n09:00-09:30,Acme,busy\n09:30-10:00,,Beta\n';
    const read = async (title: string) => (await lists(`${title},,\n${table}`)).map(({ records }) => records);
    expect(await read('Availability of executives 24 March 2027')).toEqual([['2 | accept | Bo Ek | 2027-03-24 09:00 to 2027-03-24 09:30'], ['3 | accept | Acme | Ana Li | 2027-03-24 | morning', '4 | accept | Beta | Bo Ek | 2027-03-24 | morning']]);
    expect([await read('Slots on Day 2').then(([busy]) => busy), await read('Slots'), await read('As of 1 March 2027: 24 March 2027'), await read('Slots 3/4/2027')]).toEqual([['2 | accept | Bo Ek | 09:00-09:30'], [], [], []]);
  });

  test('weekdays, and days without a year, are those of the summit; the one that several of its days are is asked about', async () => {
    const table = (first: string, second: string) => `Executive,${first} 09:00,${first} 09:30,${second} 10:00\nAna Li,x,Acme,busy\nBo Ek,,,Beta\n`;
    const read = [
      { kind: 'executives', records: ['2 | accept | Ana Li | 2027-03-23 09:00 to 2027-03-23 09:30 | 2027-03-24 10:00 to 2027-03-24 10:30'], issues: [] },
      { kind: 'meeting_requests', records: ['2 | accept | Acme | Ana Li | 2027-03-23 | morning', '3 | accept | Beta | Bo Ek | 2027-03-24 | morning'], issues: [] },
    ];
    expect([await lists(table('Tue', 'Wed')), await lists(table('Dienstag', 'Mittwoch')), await lists(table('Tue 23 Mar', '24.03.'))]).toEqual([read, read, read]);
    const weeks = { summitDays: ['2027-03-23', '2027-03-24', '2027-03-30'] as LocalDate[] };
    expect(await lists(table('Tue', 'Wed'), weeks)).toEqual([
      { kind: 'executives', records: ['2 | flag | Ana Li | 2027-03-24 10:00 to 2027-03-24 10:30'], issues: ['DAY_UNCLEAR Tue 09:00-09:30; Wed 10:00-10:30 at 1:1'] },
      { kind: 'meeting_requests', records: ['2 | flag | Acme | Ana Li | morning', '3 | accept | Beta | Bo Ek | 2027-03-24 | morning'], issues: ['DAY_UNCLEAR Tue at 1:2'] },
    ]);
    expect((await lists(table('Tue', 'Fri'), { summitDays: [] })).map(({ issues }) => issues)).toEqual([['DAY_UNCLEAR Fri 10:00-10:30; Tue 09:00-09:30 at 1:1'], ['DAY_UNCLEAR Tue at 1:2', 'DAY_UNCLEAR Fri at 1:3']]);
  });

  test('a legend says what a cross stands for, whatever the title is', async () => {
    const read = async (legend: string) => (await lists(`Availability (${legend}),,\nExecutive,2027-03-23 09:00-09:30,2027-03-23 10:00-10:30\nAna Li,x,busy\n`))[0]?.records;
    expect([await read('x = busy'), await read('x = free')]).toEqual([['3 | accept | Ana Li | 2027-03-23 09:00 to 2027-03-23 09:30 | 2027-03-23 10:00 to 2027-03-23 10:30'], ['3 | accept | Ana Li | 2027-03-23 10:00 to 2027-03-23 10:30']]);
  });

  test('a cross in a table of availability says free', async () => {
    expect((await lists('Availability,,\nExecutive,2027-03-23 09:00-09:30,2027-03-23 10:00-10:30\nAna Li,x,busy\n'))[0]?.records).toEqual(['3 | accept | Ana Li | 2027-03-23 10:00 to 2027-03-23 10:30']);
  });
});

describe('score sheets that call a nomination by its partner', () => {
  test('one for each judge, criteria across: the nomination is the only one of that partner, in its category where it is said', async () => {
    const nominations = [...(options.known?.nominations ?? []), { id: 'N3', category: 'New', partner: 'A1' }];
    const criteria = [...(options.known?.criteria ?? []), { category: 'New', criterion: 'Reach' }];
    const read = async (text: string) => (await readFolder([{ name: 's.csv', bytes: new TextEncoder().encode(text) }], { ...options, known: { ...options.known, nominations, criteria } })).files.flatMap(({ kind, records, issues }) => records.map(({ line, values, links }) => [kind, links.judge, links.nomination, values['criterion'], values['score'], ...issues.filter((issue) => issue.line === line).map(({ code }) => code)].join(' ')));
    expect(await read('Judge,Category,Nominee,Reach,Depth,Total\nCy Poe,Best,Acme,8,9,17\nDi Roe,,Beta,7,6,13\nDi Roe,New,Acme,5,,5\n')).toEqual(['scores cy@v.example N1 Reach 8', 'scores cy@v.example N1 Depth 9', 'scores di@v.example N2 Reach 7', 'scores di@v.example N2 Depth 6', 'scores di@v.example N3 Reach 5']);
    expect(await read('Judge,Nominee,Criterion,Score\nCy Poe,Beta,Reach,8\nCy Poe,Acme,Reach,8\n')).toEqual(['scores cy@v.example N2 Reach 8', 'scores cy@v.example  Reach 8 UNKNOWN_NOMINATION']);
  });
});

describe('meetings that another system has booked', () => {
  const known = { ...options.known, people: [{ email: 'al@acme.example', name: 'Al Oak', partner: 'A1' }, { email: 'bea@beta.example', name: 'Bea Elm', partner: 'B1' }] };

  test('with people in place of host and partner are requests: our executive is the host, the day and the half of it are wished for, and the hour where nobody has yet to confirm it', async () => {
    expect(await lists('Meeting ID,Subject,Start Date,Start Time,End Date,End Time,Description,Location,Organizer,Confirmed,Pending\nM-1,QBR,2027-03-23,9:00 AM,2027-03-23,9:30 AM,Quarterly,Room A,al@acme.example,ana@v.example;al@acme.example,\nM-2,Intro,2027-03-24,2:30 PM,2027-03-24,3:15 PM,,Room B,Bo Ek,,"bea@beta.example, al@acme.example"\nM-3,Lost,2027-03-24,2:30 PM,2027-03-24,3:00 PM,,,nobody@x.example,someone@y.example,\n', { known })).toEqual([
      { kind: 'meeting_requests', records: ['2 | accept | M-1 | Acme | ana@v.example | QBR | 2027-03-23 | morning | 30 | Al Oak | 09:00 | Room A', '3 | accept | M-2 | Beta | Bo Ek | Intro | 2027-03-24 | afternoon | 45 | Bea Elm | Al Oak | Acme', '4 | reject | M-3 | nobody@x.example | someone@y.example | Lost | 2027-03-24 | afternoon | 30 | nobody@x.example | 14:30'], issues: ['UNKNOWN_PARTNER nobody@x.example at 4:8', 'UNKNOWN_HOST someone@y.example at 4:9'] },
    ]);
  });

  test('by booker and requestee, whichever side asked, the day and the time in one column', async () => {
    expect((await lists('booker,requestee,date,meeting_point,status\nal@acme.example,Ana Li,2027-03-23 10:00,Table 4,confirmed\nBo Ek <bo@v.example>,Bea Elm,2027-03-24 15:00,Table 5,pending\n', { known })).map(({ kind, records }) => [kind, ...records])).toEqual([
      ['meeting_requests', '2 | accept | Acme | Ana Li | 2027-03-23 | morning | Al Oak | 10:00 | Table 4', '3 | accept | Beta | bo@v.example | 2027-03-24 | afternoon | Bea Elm'],
    ]);
  });

  test('are told from an agenda with organisers and participants by the people', async () => {
    const agenda = 'Session,Type,Start,End,Room,Organizer,Participants\nOpening,Plenary,2027-03-23 09:00,2027-03-23 10:00,Hall,Events team,All partners\n';
    expect((await lists(agenda, { known })).map(({ kind }) => kind)).toEqual(['agenda']);
  });
});

describe('judges, nominations and criteria', () => {
  test('judges across: one score a cell, without the means', async () => {
    expect(await lists('Nomination ID,Criterion,Cy Poe,Di Roe,Mean\nN1,Reach,7,8,7.5\nN1,Depth,,9,9\nN9,Depth,3,,3\n')).toEqual([
      { kind: 'scores', records: ['2 | accept | Cy Poe | N1 | Reach | 7', '2 | accept | Di Roe | N1 | Reach | 8', '3 | accept | Di Roe | N1 | Depth | 9', '4 | reject | Cy Poe | N9 | Depth | 3'], issues: ['UNKNOWN_NOMINATION N9 at 4:0'] },
    ]);
  });

  test('nominations across, and criteria across on the sheet of one judge', async () => {
    expect((await lists('Judge,Criterion,N1,N2\nCy Poe,Reach,7,8\n'))[0]?.records).toEqual(['2 | accept | Cy Poe | N1 | Reach | 7', '2 | accept | Cy Poe | N2 | Reach | 8']);
    expect((await lists('Judge: Cy Poe\n\nNomination,Reach,Depth,Total\nN1,7,8,15\n'))[0]?.records).toEqual(['4 | accept | cy poe | N1 | Reach | 7', '4 | accept | cy poe | N1 | Depth | 8']);
  });

  test('nominations across by what they are called, where only one is called so; scores out of five are out of ten', async () => {
    const nominations = 'Nomination ID,Category,Nominee,Summary\nN1,Best,Acme,A long story\nN2,Best,Beta,Smart Harbour\nN3,New,Beta,Another\n';
    const criteria = [...(options.known?.criteria ?? []), { category: 'New', criterion: 'Reach' }];
    const read = async (sheet: string) => {
      const { files } = await readFolder([['noms.csv', nominations], ['sheet.csv', sheet]].map(([name = '', text]) => ({ name, bytes: new TextEncoder().encode(text) })), { known: { ...options.known, nominations: [], criteria } });
      return files.filter(({ kind }) => kind === 'scores').flatMap(({ records, issues }) => [...records.map(({ values, links }) => `${String(values['nomination_id'])}: ${String(links.nomination)} ${String(values['score'])}`), ...issues.map(({ code, value, at }) => `${code} ${value ?? ''} at ${at?.line ?? '-'}:${at?.column ?? '-'}`)]);
    };
    expect(await read('Criterion: Reach\nJudge,ACME,Smart Harbour,New – Beta,Beta\nCy Poe,7,8,9,3\n')).toEqual(['ACME: N1 7', 'Smart Harbour: N2 8', 'New – Beta: N3 9', 'Beta: null 3', 'UNKNOWN_NOMINATION Beta at 2:4']);
    expect(await read('Judge,Nomination,Reach,Depth\nCy Poe,Acme,4.5/5,3/5\nDi Roe,Acme,5/5,2/5\n')).toEqual(['Acme: N1 9', 'Acme: N1 6', 'Acme: N1 10', 'Acme: N1 4']);
  });

  test('Score J1 beside a nomination: the head is the judge; written anew once, every score below is read', async () => {
    const text = 'Nomination ID,Category,Nominee,Summary,Criterion,Score J1,Score J2,Comments\nN1,Best,Acme,Good,Reach,7,8,ok\n';
    const both = await lists(text);
    expect(both.map(({ kind }) => kind)).toEqual(['nominations', 'scores']);
    expect(both[1]?.issues).toEqual(['UNKNOWN_JUDGE J1 at 1:5', 'UNKNOWN_JUDGE J2 at 1:6']);
    const mended = await lists(text, { mends: { [listKey('table.csv', null)]: { [cellKey(1, 5)]: 'Score Cy Poe', [cellKey(1, 6)]: 'di@v.example' } } });
    expect(mended[1]).toEqual({ kind: 'scores', records: ['2 | accept | Cy Poe | N1 | Reach | 7 | ok', '2 | accept | di@v.example | N1 | Reach | 8 | ok'], issues: [] });
  });
});
