import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell, SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { packetsOf } from '#shared/exchange/packets/forms.ts';
import { mergePackets } from '#shared/exchange/packets/merge.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { packetBytes } from '#shared/exchange/spreadsheet/write-packet.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { counter } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

type Rows = readonly (readonly Cell[])[];

const snapshot = smallSummit();

/** Ben's score sheet as rows of cells: the headers, `Reach` and `Depth` of Acme, and those of somebody else. */
async function bensRows(): Promise<Rows> {
  const packet = packetsOf(snapshot, 'score-sheet').find(({ name }) => name === 'Ben Judge');
  if (!packet) throw new Error('no score sheet for Ben');
  const bytes = await packetBytes(packet, 'summit', '2027-03-01T08:00:00.000Z' as Instant);
  return valueOf(await readWorkbook({ name: 'sent.xlsx', bytes })).grids[0]?.rows.map(({ cells }) => cells) ?? [];
}

/** Saved by a program that keeps neither locks, nor what is hidden, nor rules for cells, under any sheet names. */
async function plainly(name: string, sheets: Readonly<Record<string, Rows>>): Promise<SourceFile> {
  return { name, bytes: await writeXlsx({ sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows: rows.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))) })) }) };
}

async function taken(file: SourceFile, into: Snapshot = snapshot) {
  const { packets, files, unread } = await readFolder([file]);
  const { entries, problems, conflicts } = mergePackets(into, packets, {}, counter());
  return { said: entries.map(({ what, header, after }) => `${what}, ${header}: ${after}`), problems: problems.map(({ text }) => text), conflicts: conflicts.map(({ what, why }) => `${what} ${why}`), lists: files.length, unread: unread.map(fileProblemText) };
}

const nothing = { said: [], problems: [], conflicts: [], lists: 0, unread: [] };

function written(rows: Rows, line: number, header: string, value: Cell): Rows {
  const at = rows[0]?.indexOf(header) ?? -1;
  return rows.map((row, index) => (index === line ? row.map((cell, column) => (column === at ? value : cell)) : row));
}

const score = 'Score (1 to 10)';
const deep = 'Ben Judge: Growth, Acme: Depth, Score (1 to 10): 6';

describe('a sheet that comes back otherwise than it went out', () => {
  test('saved without locks by another program, under another name: it is still known by its mark', async () => {
    expect(await taken(await plainly('Kopie.xlsx', { 'Tabelle 1': written(await bensRows(), 2, score, 6) }))).toEqual({ ...nothing, said: [deep] });
  });

  test('with its rows sorted, a column and lines of notes put in: each value still finds its record', async () => {
    const [head = [], reach = [], depth = [], ...others] = written(await bensRows(), 2, score, 6);
    const rows = [['Please see my notes'], [], head, ...others, depth, reach].map((row, index) => (index < 2 ? row : [...row.slice(0, 3), index === 2 ? 'My notes' : 'hm', ...row.slice(3)]));
    expect(await taken(await plainly('sorted.xlsx', { Scores: rows }))).toEqual({ ...nothing, said: [deep] });
  });

  test('with a line deleted: that is said, and nothing is taken away', async () => {
    const [head = [], , depth = [], ...others] = written(await bensRows(), 2, score, 6);
    expect(await taken(await plainly('short.xlsx', { Scores: [head, depth, ...others] }))).toEqual({ ...nothing, said: [deep], problems: ['1 line of 4 that went out is no longer in the sheet; what stands here stays'] });
  });

  test('with a column to write in renamed: that is said, and the others are read', async () => {
    const rows = written(written(await bensRows(), 2, score, 6), 2, 'Comment', 'Deep').map((row) => row.map((cell) => (cell === 'Comment' ? 'Remarks' : cell)));
    expect(await taken(await plainly('renamed.xlsx', { Scores: rows }))).toEqual({ ...nothing, said: [deep], problems: ['the column “Comment” is no longer in the sheet; what stands here stays'] });
  });

  test('twice in one file with different answers: both are shown, and neither is taken without a word', async () => {
    const rows = await bensRows();
    expect(await taken(await plainly('both.xlsx', { Monday: written(rows, 2, score, 6), Friday: written(rows, 2, score, 7) }))).toEqual({ ...nothing, conflicts: ['Ben Judge: Growth, Acme: Depth two-sheets'] });
  });

  test('after its record was changed here, or has gone: the one is a question, the other is said with its line', async () => {
    const file = await plainly('late.xlsx', { Scores: written(await bensRows(), 1, score, 3) });
    const changed = { ...snapshot, scores: new Map([...snapshot.scores].map(([id, row]) => [id, { ...row, value: 9 }])) };
    const gone = { ...snapshot, nominations: new Map([...snapshot.nominations].filter(([id]) => id !== 'nom-acme')) };
    expect(await taken(file, changed)).toEqual({ ...nothing, conflicts: ['Ben Judge: Growth, Acme: Reach changed-here'] });
    expect((await taken(file, gone)).problems).toEqual(['what this line stands for is gone, or may no longer be filled in']);
  });

  test('without the hidden column that says whose it is: it is no list of scores, and that is said', async () => {
    const rows = (await bensRows()).map((row) => row.slice(1));
    expect(await taken(await plainly('stripped.xlsx', { Scores: rows }))).toEqual({ ...nothing, unread: ['stripped.xlsx, sheet Scores, line 1: this is a sheet that went out to be filled in, but the hidden first column that says whose it is has been removed. Ask for the file as it was, or send the sheet out again and copy the answers into it.'] });
  });

  test('made by a newer version, of a kind that this one does not know: that is said', async () => {
    const rows = (await bensRows()).map((row, index) => (index === 0 ? ['id (Summit Planner packet) ["seating-wishes","ben","2031-03-01T08:00:00.000Z","summit","2","more"]', ...row.slice(1)] : row));
    expect(await taken(await plainly('newer.xlsx', { Wishes: rows }))).toEqual({ ...nothing, unread: ['newer.xlsx, sheet Wishes, line 1: this is a sheet to fill in of another, likely newer, version of Summit Planner. Update this one, or send the sheet out again from here.'] });
  });
});
