import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSummitFile, writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { apply } from '#shared/kernel/change.ts';
import { type ExecutiveId, mintFrom, type PartnerId, type RoomId, type RunId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { rollBack } from '#shared/meetings/run-commands.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { now, scratch, summit } from './support.ts';

type Document = { readonly moved: readonly string[]; readonly dropped: readonly string[]; readonly placed: readonly string[]; readonly unplaced: readonly { readonly request: string; readonly reasons: readonly object[]; readonly cures: readonly { readonly text: string; readonly touched: readonly string[] }[] }[]; readonly proven: boolean };

function written(snapshot: Snapshot): string {
  const file = join(scratch(), 'day.summit');
  writeFileSync(file, writeSummitFile(snapshot, 'One day', now as Instant));
  return file;
}

describe('repair on the command line', () => {
  const bolt = 'partner-2' as PartnerId;
  const ben = 'exec-2' as ExecutiveId;
  const late = aSummit({
    executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:00') }] }, { name: 'Ben' }],
    requests: [{}, { host: ben, partner: bolt }], placements: [{}, { room: 'room-2' as RoomId }],
  });

  test('moves only what a late flight hits, names whom it touches, and the file it writes can be held', async () => {
    const file = written(late);
    const { status, out } = await summit('schedule', file, '--repair', '--budget', '20000');
    expect(status).toBe(0);
    expect(out).toContain('1 kept, 1 moved, 0 dropped, 0 newly placed; 2 people touched: Ana, To be named (Acme)');
    const { snapshot } = valueOf(readSummitFile(new Uint8Array(readFileSync(file))));
    expect(scheduleFaults(snapshot)).toEqual([]);
    expect([...snapshot.placements.values()].filter(({ room, startsAt }) => room === 'room-2' && startsAt === on('13:30')).length).toBe(1);
  });

  test('keeps what it took as a run, and rolling that back puts every meeting where it was', async () => {
    const file = written(late);
    await summit('schedule', file, '--repair', '--budget', '20000');
    const { snapshot } = valueOf(readSummitFile(new Uint8Array(readFileSync(file))));
    const [run] = [...snapshot.runs.values()];
    expect(run).toMatchObject({ mode: 'repair', seconds: 0, proven: true, peopleTouched: 2, requests: 2, kept: [{ request: 'request-2' }], changed: [{ request: 'request-1' }] });
    // The flight is in time after all.
    const inTime = { ...snapshot, executives: aSummit().executives };
    const back = apply(inTime, valueOf(rollBack(inTime, run?.id as RunId, mayHearBy(inTime), mintFrom(() => 7), now as Instant)).edits);
    expect([...back.placements.values()]).toEqual([...late.placements.values()]);
  });

  test('says of two who are not to meet that this is why they do not', async () => {
    const kept = aSummit({ executives: [{ name: 'Ana' }], requests: [{}, { veto: { side: 'vendor', reason: '' } }] });
    const { document } = await summit('schedule', written(kept), '--budget', '20000', '--json');
    const said = { code: 'pair-vetoed', text: 'Acme and Ana are not to meet.' };
    expect((document as Document).unplaced.map(({ request, reasons }) => ({ request, reasons }))).toEqual([{ request: 'request-1', reasons: [said] }, { request: 'request-2', reasons: [said] }]);
  });

  test('names those that must be met and cannot all be', async () => {
    const crowded = aSummit({
      sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('14:00') }], executives: [{ name: 'Ana' }],
      requests: [{ priority: 'must' }, { partner: bolt, priority: 'must' }, { partner: bolt, priority: 'could' }], placements: [{}],
    });
    const told = 'not everything that must be placed can be: Ana is asked for 2 meetings that have 1 start between them: Acme – Ana, Bolt – Ana. One must go, or get another start.';
    const file = written(crowded);
    for (const mode of [[], ['--repair']]) expect((await summit('schedule', file, '--out', join(scratch(), 'out.summit'), ...mode, '--budget', '20000')).out).toContain(told);
  });

  test('the same summit, seed and budget are repaired to the same bytes', async () => {
    const [one, other] = await Promise.all([1, 2].map(async () => (await summit('schedule', written(late), '--repair', '--budget', '20000', '--json')).document as Document));
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(one).toMatchObject({ moved: ['request-1'], dropped: [], placed: [], proven: true });
  });

  test('what waits has its cures, and what was not reached is said', async () => {
    const full = aSummit({
      sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('14:00') }], executives: [{ name: 'Ana' }],
      requests: [{ priority: 'should' }, { partner: bolt, priority: 'could' }, { partner: bolt, priority: 'could' }],
    });
    const { document, out } = await summit('schedule', written(full), '--budget', '20000', '--json');
    expect(out).not.toBe('');
    expect((document as Document).unplaced.map(({ request, cures }) => ({ request, cures: cures.map(({ text, touched }) => ({ text, touched })) }))).toEqual([
      { request: 'request-2', cures: [{ text: 'Give up Acme with Ana (should): then 2027-03-23, 13:30 in Suite 1, 3 people touched', touched: ['Ana', 'To be named (Acme)', 'To be named (Bolt)'] }] },
      { request: 'request-3', cures: [] },
    ]);
    expect((await summit('schedule', written(full), '--budget', '20000')).out).toContain('cures were sought for the 1 heaviest of 2 waiting requests; more effort seeks more');
  });
});
