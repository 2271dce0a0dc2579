import { describe, expect, test } from 'vitest';
import type { PartnerId, RequestId } from '#shared/kernel/ids.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { type Heard, WhyWork } from '#renderer/workers/why-work.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const summit = aSummit({
  partners, sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('14:00') }],
  requests: partners.map((_, index) => ({ partner: `partner-${index + 1}` as PartnerId })), placements: [{}],
});
const [second, third] = ['request-2', 'request-3'] as RequestId[] as [RequestId, RequestId];

function working() {
  const work = new WhyWork(() => 0, () => null);
  work.take(summit);
  const answered: string[] = [];
  const ended = (name: string) => ({ ended, cures }: Pick<Heard, 'ended' | 'cures'>) => { if (ended) answered.push(`${name}: ${cures.length}`); };
  return { work, answered, ended, toTheEnd: () => { while (work.step()); } };
}

describe('the work behind why not', () => {
  test('answers what is asked before what waits in the background, and then goes on', () => {
    const { work, answered, ended, toTheEnd } = working();
    work.follow([second, third], (request, heard) => { ended(request)(heard); });
    work.step();
    work.ask({ request: third, aim: null }, ended('asked'));
    toTheEnd();
    expect(answered).toEqual(['asked: 2', 'request-2: 2', 'request-3: 2']);
  });
  test('tells the reasons before the first cure', () => {
    const { work, toTheEnd } = working();
    const heard: string[] = [];
    work.ask({ request: second, aim: null }, ({ why, cures, ended }) => { heard.push(`${why?.reasons.length ?? 0} reasons, ${cures.length} cures${ended ? ', ended' : ''}`); });
    toTheEnd();
    expect([...new Set(heard)]).toEqual(['1 reasons, 0 cures', '1 reasons, 1 cures', '1 reasons, 2 cures', '1 reasons, 2 cures, ended']);
  });
  test('forgets everything asked when a table changes', () => {
    const { work, answered, ended, toTheEnd } = working();
    work.ask({ request: second, aim: null }, ended('asked'));
    work.take({ requests: new Map() });
    toTheEnd();
    expect(answered).toEqual([]);
  });
  test('says nothing of a request that is free to be placed but where', () => {
    const { work, toTheEnd } = working();
    const heard: Heard[] = [];
    work.take({ placements: new Map() });
    work.ask({ request: second, aim: null }, (one) => { heard.push(one); });
    toTheEnd();
    expect(heard.map(({ why, cures, ended }) => [why?.free[0]?.startsAt, cures.length, ended?.isComplete])).toEqual([[on('13:30'), 0, true]]);
  });
});
