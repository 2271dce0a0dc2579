import { expose } from 'comlink';
import { expect, test } from 'vitest';
import { printClient } from '#renderer/workers/print-client.ts';
import type { PrintWorker } from '#renderer/workers/print.worker.ts';
import { documentOf } from '#test/support/meeting-page.ts';

/** A worker whose printing the test decides, on a real message channel. */
function stage(print: PrintWorker['print']) {
  const started: { ended: boolean }[] = [];
  const makeWorker = () => {
    const { port1, port2 } = new MessageChannel();
    const life = { ended: false };
    started.push(life);
    const api: PrintWorker = { print };
    expose(api, port1 as never);
    port1.start();
    port2.start();
    const terminate = () => {
      life.ended = true;
      port1.close();
      port2.close();
    };
    return Object.assign(port2, { terminate }) as unknown as Worker;
  };
  return { makeWorker, started };
}

const copy = (title: string) => ({ ok: true as const, value: { bytes: new TextEncoder().encode(title), sheets: 1, pages: [], problems: [] } });

test('documents are printed one after the other by one worker, with progress told', async () => {
  const order: string[] = [];
  const { makeWorker, started } = stage(async (document, _fontsAt, _missing, progress) => {
    order.push(`begin ${document.title}`);
    await progress(0.5);
    await Promise.resolve();
    order.push(`end ${document.title}`);
    return copy(document.title);
  });
  const client = printClient(makeWorker, 'app://planner/fonts/');
  const shares: number[] = [];
  const [a, b] = await Promise.all([
    client.print(documentOf([], { title: 'A' }), { progress: (share) => shares.push(share) }).result,
    client.print(documentOf([], { title: 'B' })).result,
  ]);
  client.close();
  expect([a, b]).toEqual([copy('A'), copy('B')]);
  expect(order).toEqual(['begin A', 'end A', 'begin B', 'end B']);
  expect(shares).toEqual([0.5]);
  expect(started).toEqual([{ ended: true }]);
});

test('a cancelled print ends its worker and says so, and the next prints in a new one', async () => {
  const { makeWorker, started } = stage((document) => (document.title === 'A' ? new Promise(() => undefined) : Promise.resolve(copy(document.title))));
  const client = printClient(makeWorker, 'app://planner/fonts/');
  const endless = client.print(documentOf([], { title: 'A' }));
  const next = client.print(documentOf([], { title: 'B' }));
  setTimeout(endless.cancel, 10);
  expect(await endless.result).toEqual({ ok: false, problem: { code: 'cancelled' } });
  expect(await next.result).toEqual(copy('B'));
  client.close();
  expect(started).toEqual([{ ended: true }, { ended: true }]);
});

test('a print cancelled while it waits is never begun', async () => {
  const begun: string[] = [];
  const { makeWorker } = stage((document) => {
    begun.push(document.title);
    return Promise.resolve(copy(document.title));
  });
  const client = printClient(makeWorker, 'app://planner/fonts/');
  const first = client.print(documentOf([], { title: 'A' }));
  const waiting = client.print(documentOf([], { title: 'B' }));
  waiting.cancel();
  await first.result;
  expect(await waiting.result).toEqual({ ok: false, problem: { code: 'cancelled' } });
  client.close();
  expect(begun).toEqual(['A']);
});

test('a worker that fails rejects the print, and the next one is printed', async () => {
  const { makeWorker } = stage((document) => (document.title === 'A' ? Promise.reject(new Error('no font')) : Promise.resolve(copy(document.title))));
  const client = printClient(makeWorker, 'app://planner/fonts/');
  await expect(client.print(documentOf([], { title: 'A' })).result).rejects.toThrow('no font');
  expect(await client.print(documentOf([], { title: 'B' })).result).toEqual(copy('B'));
  client.close();
});
