import { describe, expect, test } from 'vitest';
import { apply, inverse } from '#shared/kernel/change.ts';
import type { ExecutiveId, PartnerId, RequestId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { addForAll, editRequests, judgeRequests, vetoAll } from '#shared/meetings/bulk.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, id } from '#test/support/meeting-builders.ts';

const summit = aSummit({ requests: [{ partner: id<PartnerId>('partner-1'), host: id<ExecutiveId>('exec-1') }, { partner: id<PartnerId>('partner-2'), host: id<ExecutiveId>('exec-2') }] });
const minting = () => { let last = 0; return <Id>() => `new-${++last}` as Id; };
const after = (tables: Snapshot, edits: Parameters<typeof apply>[1]) => apply(tables, edits);

describe('several requests at once', () => {
  test('one host is asked for by many partners in one change, pairs asked for already staying as they are', () => {
    const change = valueOf(addForAll(summit, [id('exec-1')], [id('partner-1'), id('partner-2')], { priority: 'must', durationMinutes: 45 }, minting()));
    expect(change.label).toBe('Add request of Bolt');
    const { requests } = after(summit, change.edits);
    expect([...requests.values()].map(({ partner, host, priority, durationMinutes }) => [partner, host, priority, durationMinutes])).toEqual([
      ['partner-2', 'exec-1', 'must', 45], ['partner-1', 'exec-1', 'should', 30], ['partner-2', 'exec-2', 'should', 30],
    ]);
  });

  test('one partner asks for many hosts', () => {
    const change = valueOf(addForAll(aSummit(), [id('exec-1'), id('exec-2')], [id('partner-1')], {}, minting()));
    expect([change.label, change.edits.length]).toEqual(['Add 2 requests', 2]);
  });

  test('nothing is changed when every pair is asked for already', () => {
    expect(addForAll(summit, [id('exec-1')], [id('partner-1')], {}, minting())).toEqual({ ok: false, problem: { code: 'nothing-to-do' } });
  });

  test('a pair that stands twice in one list is added once', () => {
    const pair = { partner: id<PartnerId>('partner-1'), host: id<ExecutiveId>('exec-2') };
    const { change, problems } = judgeRequests(summit, [pair, pair, { ...pair, partner: id<PartnerId>('nobody') }], minting());
    expect([change?.edits.length, problems.map((problem) => problem?.code ?? null)]).toEqual([1, [null, 'already-requested', 'partner-is-unknown']]);
  });

  test('picked requests are refused together, what they had placed leaves the schedule, and one undo takes it back', () => {
    const placed = aSummit({ requests: [{ partner: id<PartnerId>('partner-1') }, { partner: id<PartnerId>('partner-2') }], placements: [{}] });
    const change = valueOf(vetoAll(placed, [id('request-1'), id('request-2')], 'vendor', 'Too many'));
    const refused = after(placed, change.edits);
    expect([change.label, change.why, refused.placements.size, [...refused.requests.values()].map(({ veto }) => veto)]).toEqual(['No thanks: 2 requests', 'Too many', 0, [{ side: 'vendor', reason: 'Too many' }, { side: 'vendor', reason: 'Too many' }]]);
    expect(after(refused, inverse(change).edits)).toEqual(placed);
    expect(vetoAll(placed, [id('gone')], 'vendor', '')).toEqual({ ok: false, problem: { code: 'request-is-gone', request: 'gone' } });
  });

  test('picked requests are edited together and taken back together', () => {
    const ids = [id<RequestId>('request-1'), id<RequestId>('request-2')];
    const change = valueOf(editRequests(summit, ids, { priority: 'could', confidential: true }));
    expect(change.label).toBe('Edit 2 requests');
    expect([...after(summit, change.edits).requests.values()].map(({ priority, confidential }) => [priority, confidential])).toEqual([['could', true], ['could', true]]);
    expect(editRequests(summit, ids, {})).toEqual({ ok: false, problem: { code: 'nothing-to-do' } });
    expect(editRequests(summit, [id('gone')], { priority: 'must' })).toEqual({ ok: false, problem: { code: 'request-is-gone', request: 'gone' } });
  });
});
