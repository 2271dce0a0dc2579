import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { asInSheets, type PacketChoices } from '#shared/exchange/packets/compare.ts';
import { packetsOf } from '#shared/exchange/packets/forms.ts';
import { mergePackets } from '#shared/exchange/packets/merge.ts';
import { type Packet, type PacketKind, packetKinds } from '#shared/exchange/packets/packet.ts';
import { packetBytes } from '#shared/exchange/spreadsheet/write-packet.ts';
import { apply, inverse } from '#shared/kernel/change.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { filledIn } from '#test/support/filled-in.ts';
import { counter } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const sentAt = '2027-03-01T08:00:00.000Z' as Instant;

function packetOf(snapshot: Snapshot, kind: PacketKind, name: string): Packet {
  const packet = packetsOf(snapshot, kind).find((each) => each.name === name);
  if (!packet) throw new Error(`no ${kind} for ${name}`);
  return packet;
}

/** The sheet as it comes back, with cells written into it by line and header. */
async function back(snapshot: Snapshot, kind: PacketKind, name: string, written: Readonly<Record<string, string | number | null>>, file = `${name}.xlsx`): Promise<SourceFile> {
  return { name: file, bytes: filledIn(await packetBytes(packetOf(snapshot, kind, name), 'summit', sentAt), written) };
}

async function merged(snapshot: Snapshot, files: readonly SourceFile[], choices: PacketChoices = {}) {
  const { packets, files: lists, unread } = await readFolder(files);
  expect({ lists, unread }).toEqual({ lists: [], unread: [] });
  return mergePackets(snapshot, packets, choices, counter());
}

describe('a sheet that goes out to be filled in', () => {
  test('is read by a second, independent reader: what is to be judged, whom to choose from, and nothing filled in', async () => {
    const [sheet] = await readXlsxFile(Buffer.from(await packetBytes(packetOf(smallSummit(), 'score-sheet', 'Cleo Judge'), 'summit', sentAt)));
    expect(sheet?.data.map((row) => row.slice(1, 10))).toEqual([
      ['Award', 'Reference', 'Nominee', 'Citation', 'Criterion', 'Weight %', 'Score (1 to 10)', 'Comment', 'I abstain, because'],
      ['Growth', 'M0002', 'Bolt', 'Grew', 'Reach', 60, null, null, null],
      ['Growth', 'M0002', 'Bolt', 'Grew', 'Depth', 40, null, null, null],
    ]);
  });

  test('is locked but for the columns to write in, which take only what can be read back', async () => {
    const parts = unzipSync(await packetBytes(packetOf(smallSummit(), 'request-form', 'Acme'), 'summit', sentAt));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(/<sheetProtection[^>]*>/.exec(sheet)?.[0]).toBe('<sheetProtection sheet="1"/>');
    expect([...sheet.matchAll(/<formula1>([^<]*)<\/formula1>/g)].map(([, formula]) => formula)).toEqual(['Choices!$A$1:$A$2', 'Choices!$B$1:$B$3', 'Choices!$C$1:$C$4', 'Choices!$D$1:$D$2', 'Choices!$E$1:$E$1', 'Choices!$F$1:$F$3', 'Choices!$G$1:$G$2']);
    expect([...sheet.matchAll(/<col min="(\d+)"[^>]*hidden="true"/g)].map(([, column]) => Number(column))).toEqual([1, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  test('comes back untouched and changes nothing, whatever its kind', async () => {
    const snapshot = smallSummit();
    for (const kind of packetKinds) {
      const packets = packetsOf(snapshot, kind);
      expect(packets.length, kind).toBeGreaterThan(0);
      const files = await Promise.all(packets.map(async (packet) => ({ name: `${packet.name}.xlsx`, bytes: await packetBytes(packet, 'summit', sentAt) })));
      expect(await merged(snapshot, files), kind).toMatchObject({ entries: [], conflicts: [], problems: [], change: { edits: [] } });
    }
  });
});

describe('a filled-in sheet brings back', () => {
  test('scores and comments as one step, which undo takes back', async () => {
    const snapshot = smallSummit();
    const { entries, change } = await merged(snapshot, [await back(snapshot, 'score-sheet', 'Ben Judge', { 'H3': 7, 'I3': 'Deep, =SUM(A1)', 'I2': 'Far' })]);
    expect(entries.map(({ what, header, before, after }) => [what, header, before, after])).toEqual([
      ['Ben Judge: Growth, Acme: Reach', 'Comment', '', 'Far'], ['Ben Judge: Growth, Acme: Depth', 'Score (1 to 10)', '', '7'], ['Ben Judge: Growth, Acme: Depth', 'Comment', '', 'Deep, =SUM(A1)'],
    ]);
    const after = apply(snapshot, change.edits);
    expect([...after.scores.values()].map(({ criterion, value, comment }) => [criterion, value, comment]).sort()).toEqual([['Depth', 7, 'Deep, =SUM(A1)'], ['Reach', 8, 'Far']]);
    expect(change.label).toBe('Bring back 1 sheet');
    expect(apply(after, inverse(change).edits)).toEqual(snapshot);
  });

  test('wishes for meetings: known ones changed, new lines added, once however often the sheet comes', async () => {
    const snapshot = smallSummit();
    const file = await back(snapshot, 'request-form', 'Acme', { 'C2': 'could', 'B4': 'Max Chief', 'D4': 'Roadmap', 'C4': 'should', 'I4': 'Ana Lima; Someone New' });
    const { change, problems } = await merged(snapshot, [file]);
    const after = apply(snapshot, change.edits);
    expect({ problems, requests: [...after.requests.values()].map(({ host, priority, topic, attendees, attendeeNames, side }) => ({ host, priority, topic, attendees, attendeeNames, side })) }).toEqual({
      problems: [],
      requests: [
        { host: 'eve', priority: 'could', topic: 'Growth plan', attendees: ['ana'], attendeeNames: [], side: 'partner' }, { host: 'max', priority: 'must', topic: 'Growth plan', attendees: [], attendeeNames: [], side: 'partner' },
        { host: 'max', priority: 'should', topic: 'Roadmap', attendees: ['ana'], attendeeNames: ['Someone New'], side: 'partner' },
      ],
    });
    expect((await merged(after, [file])).change.edits).toEqual([]);
  });

  test('that a wish is taken back, with its meeting, and asked for again; however often the sheet comes', async () => {
    const snapshot = smallSummit();
    const file = await back(snapshot, 'request-form', 'Acme', { 'J2': 'no', 'D2': 'Not heard' });
    const { change, problems, entries } = await merged(snapshot, [file]);
    const after = apply(snapshot, change.edits);
    expect({ problems, withdrawn: after.requests.get('acme-eve' as never)?.withdrawn, topic: after.requests.get('acme-eve' as never)?.topic, placed: [...after.placements.values()].filter(({ request }) => request === ('acme-eve' as never)) }).toEqual({ problems: [], withdrawn: { side: 'partner', reason: 'As Acme says in the request form' }, topic: 'Growth plan', placed: [] });
    expect(entries.map(({ header, after: said }) => [header, said])).toEqual([['Still wanted', 'no']]);
    const again = await merged(after, [await back(after, 'request-form', 'Acme', { 'J2': 'yes' })]);
    expect(apply(after, again.change.edits).requests.get('acme-eve' as never)?.withdrawn).toBeNull();
  });

  test('that a judge abstains, with the reason; a later copy of the sheet says nothing new', async () => {
    const snapshot = smallSummit();
    const file = await back(snapshot, 'score-sheet', 'Ben Judge', { 'J2': 'My brother works there', 'J3': 'My brother works there', 'H2': 3, 'H3': 9 });
    const { change, problems, entries } = await merged(snapshot, [file]);
    const after = apply(snapshot, change.edits);
    const abstained = [...after.recusals.values()].filter(({ judge }) => judge === ('ben' as never));
    expect({ problems, said: entries.map(({ header, after: said }) => [header, said]), abstained: abstained.map(({ nomination, kind, reason }) => [nomination, kind, reason]), scores: after.scores }).toEqual({ problems: [], said: [['I abstain, because', 'My brother works there']], abstained: [['nom-acme', 'abstained', 'My brother works there']], scores: snapshot.scores });
    expect(await merged(after, [file])).toMatchObject({ entries: [], conflicts: [], change: { edits: [] } });
  });

  test('what became of promises, and says which step a promise cannot take', async () => {
    const snapshot = smallSummit();
    const { change, problems } = await merged(snapshot, [await back(snapshot, 'cam-commitments', 'Ada Cam', { 'L2': 'Fulfilled', 'M2': 'MDF-77', 'I3': 'not a day' })]);
    expect(problems).toEqual([{ file: 'Ada Cam.xlsx', line: 3, text: '“not a day” is no day; write it as 2027-06-30' }]);
    expect(apply(snapshot, change.edits).commitments.get('fund' as never)).toMatchObject({ status: 'fulfilled', receipt: 'MDF-77' });
    const late = await merged(snapshot, [await back(snapshot, 'partner-commitments', 'Acme', { 'L3': 'Fulfilled' })]);
    expect(late.problems.map(({ text }) => text)).toEqual(['it cannot go from Captured to Fulfilled']);
  });
});

describe('what contradicts is never decided silently', () => {
  test('a score that was changed here since the sheet went out waits for a choice', async () => {
    const snapshot = smallSummit();
    const file = await back(snapshot, 'score-sheet', 'Ben Judge', { 'H2': 3 });
    const [score] = snapshot.scores.values();
    const meanwhile = { ...snapshot, scores: new Map([[score?.id as never, { ...score, value: 9 } as never]]) };
    const { conflicts, change } = await merged(meanwhile, [file]);
    expect(conflicts.map(({ why, sent, here, sheets }) => ({ why, sent, here, sheets }))).toEqual([{ why: 'changed-here', sent: '8', here: '9', sheets: [{ file: 'Ben Judge.xlsx', value: '3' }] }]);
    expect(change.edits).toEqual([]);
    const id = conflicts[0]?.id ?? '';
    expect((await merged(meanwhile, [file], { [id]: '9' })).change.edits).toEqual([]);
    expect(asInSheets(conflicts)).toEqual({ [id]: '3' });
    expect((await merged(meanwhile, [file], { [id]: '3' })).change.edits.map(({ after }) => after)).toMatchObject([{ value: 3 }]);
  });

  test('so does a value that two copies of a sheet give differently, and one that was emptied', async () => {
    const snapshot = smallSummit();
    const files = [await back(snapshot, 'score-sheet', 'Ben Judge', { 'H3': 4, 'H2': null }, 'one.xlsx'), await back(snapshot, 'score-sheet', 'Ben Judge', { 'H3': 6 }, 'two.xlsx')];
    const { conflicts, change } = await merged(snapshot, files);
    expect(conflicts.map(({ what, why, sheets }) => [what, why, sheets.map(({ file, value }) => `${file} ${value}`)])).toEqual([
      ['Ben Judge: Growth, Acme: Reach', 'emptied', ['one.xlsx ']], ['Ben Judge: Growth, Acme: Depth', 'two-sheets', ['one.xlsx 4', 'two.xlsx 6']],
    ]);
    expect(change.edits).toEqual([]);
  });

  test('a sheet of another summit, a judge who is gone and a line that may no longer be filled in are told', async () => {
    const snapshot = smallSummit();
    const foreign = { name: 'foreign.xlsx', bytes: filledIn(await packetBytes(packetOf(snapshot, 'score-sheet', 'Ben Judge'), 'elsewhere', sentAt), { 'H3': 4 }) };
    const bens = await back(snapshot, 'score-sheet', 'Ben Judge', { 'H3': 4 });
    const withdrawn = { ...snapshot, nominations: new Map([...snapshot.nominations].map(([id, row]) => [id, id === 'nom-acme' ? { ...row, status: 'withdrawn' as const } : row])) };
    const without = { ...snapshot, judges: new Map([...snapshot.judges].filter(([id]) => id !== 'ben')) };
    expect((await merged(snapshot, [foreign])).problems).toEqual([{ file: 'foreign.xlsx', line: null, text: 'this sheet belongs to another summit' }]);
    expect((await merged(withdrawn, [bens])).problems).toEqual([{ file: 'Ben Judge.xlsx', line: 3, text: 'what this line stands for is gone, or may no longer be filled in' }]);
    expect((await merged(without, [bens])).problems).toEqual([{ file: 'Ben Judge.xlsx', line: null, text: 'whom this sheet was for is gone, or has nothing left to fill in' }]);
  });
});

describe('what may not leave stays', () => {
  test('planted secrets are in no part of any sheet', async () => {
    const small = smallSummit();
    const planted = <R extends object>(rows: ReadonlyMap<string, R>, id: string, fields: object) => new Map([...rows].map(([key, row]) => [key, key === id ? { ...row, ...fields } : row]));
    const snapshot = {
      ...small,
      partners: planted(small.partners, 'acme', { riskNote: 'SECRET-risk', legalName: 'SECRET-legal', vendorSponsorName: 'SECRET-sponsor' }),
      scores: planted(small.scores, 'score', { comment: 'SECRET-comment' }), recusals: planted(small.recusals, 'recusal', { reason: 'SECRET-recusal' }),
      requests: new Map([...planted(small.requests, 'acme-eve', { side: 'vendor', topic: 'SECRET-agenda' }), ...planted(new Map([['acme-max', small.requests.get('acme-max' as never) as object]]), 'acme-max', { veto: { side: 'vendor', reason: 'SECRET-veto' }, topic: 'SECRET-topic' })]),
      commitments: planted(small.commitments, 'fund', { receipt: 'SECRET-receipt' }), contacts: planted(small.contacts, 'ana', { dietary: ['SECRET-diet'], accessibility: 'SECRET-access', phone: 'SECRET-phone' }),
      executives: planted(small.executives, 'eve', { email: 'SECRET@vendor.example' }), sessions: planted(small.sessions, 'gala', { title: 'SECRET-gala' }),
    } as unknown as Snapshot;
    for (const kind of packetKinds) {
      // The judge's own comment and the account manager's own receipt are theirs to read.
      for (const packet of packetsOf(snapshot, kind).filter(({ name }) => name !== 'Ben Judge' && kind !== 'cam-commitments')) {
        const text = Object.values(unzipSync(await packetBytes(packet, 'summit', sentAt))).map((part) => strFromU8(part)).join('\n');
        expect(/SECRET-?\w*/.exec(text)?.[0] ?? null, `${kind} for ${packet.name}`).toBeNull();
      }
    }
  });
});
