import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesOf } from '#electron/files.ts';
import { handlersOf } from '#electron/handlers.ts';
import type { Host } from '#electron/host.ts';
import { openGate } from '#electron/ipc.ts';
import { channels, type ChannelName } from '#shared/bridge/contract.ts';
import { answerRequest, bridgeClient, type BridgeHandlers } from '#shared/bridge/wire.ts';

let folder: string;
let asked: string[];
let opened: string[];
let handlers: BridgeHandlers;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-handlers-'));
  asked = [];
  opened = [];
  const host: Host = {
    version: '1.2.3',
    askWhereToSave: async () => null,
    askWhatToOpen: async () => [],
    askForFolder: async () => null,
    ask: async (question) => asked.push(question) && 0,
    openInBrowser: async (url) => void opened.push(url),
    revealFolder: async () => undefined,
    showProgress: () => undefined,
    showMenu: () => undefined,
    noteRecentFile: () => undefined,
    tell: () => undefined,
  };
  handlers = handlersOf(host, filesOf(host), join(folder, 'data'), () => Date.UTC(2026, 10, 21), () => undefined);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The gate as Electron would call it, for a sender of our choosing. */
function gateFor(sender: object | null) {
  let answer: (event: object, name: unknown, input: unknown) => Promise<unknown> = () => Promise.resolve();
  const own = {};
  openGate({ handle: (_channel: string, listener: typeof answer) => (answer = listener) } as never, () => own as never, handlers);
  return (name: unknown, input: unknown) => answer({ sender: sender ?? own, senderFrame: { url: 'app://summit/index.html', parent: null } }, name, input);
}

describe('the gate', () => {
  test('a page that is not ours is refused whatever it asks', async () => {
    expect(await gateFor({})('app.facts', null)).toEqual({ ok: false, problem: { code: 'sender-refused' } });
  });

  test.each(['nothing.here', '__proto__', 'constructor', 'toString', 42, null, {}])('a channel called %j is refused', async (name) => {
    expect(await gateFor(null)(name, null)).toEqual({ ok: false, problem: { code: 'message-not-understood', place: 'no such channel' } });
  });

  test('no message of any shape makes the host throw, open a link or write outside its folder', async () => {
    const gate = gateFor(null);
    const names = Object.keys(channels) as ChannelName[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true, withSparseArray: true }), async (name, input) => {
        expect(await gate(name, input)).toMatchObject({ ok: expect.any(Boolean) as boolean });
      }),
      { numRuns: 1500 },
    );
    expect(opened).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ['journal.append', { summit: '../../escape', lines: ['{}'] }],
    ['journal.append', { summit: 's', lines: [] }],
    ['journal.read', { summit: 's', from: -1 }],
    ['snapshot.read', { summit: 's', id: '../../../etc/passwd' }],
    ['snapshot.write', { summit: 's', reason: 'because', bytes: new Uint8Array() }],
    ['folder.save', { folder: '/etc', name: 'a.pdf', bytes: new Uint8Array() }],
    ['file.save', { name: 'a.pdf', kind: 'program', bytes: new Uint8Array() }],
    ['file.save', { name: 'a.pdf', kind: 'pdf', bytes: [1, 2] }],
    ['menu.show', [{ label: 'X', entries: [{ kind: 'role', role: 'toggleDevTools' }] }]],
    ['progress.show', { fraction: Number.NaN, isIndeterminate: false }],
  ])('%s with %j is not understood', async (name, input) => {
    expect(await gateFor(null)(name, input)).toMatchObject({ ok: false, problem: { code: 'message-not-understood' } });
  });
});

describe('the handlers', () => {
  test('a link is opened only over https and after asking', async () => {
    expect(await answerRequest(handlers, 'link.open', { url: 'file:///etc/passwd' })).toEqual({ ok: false, problem: { code: 'link-refused' } });
    expect(asked).toEqual([]);
    expect(await answerRequest(handlers, 'link.open', { url: 'https://example.com/a' })).toEqual({ ok: true, value: true });
    expect([asked, opened]).toEqual([['Open example.com in the browser?'], ['https://example.com/a']]);
  });

  test('recent summits are kept newest first, each once', async () => {
    for (const [summit, name] of [['a', 'Autumn'], ['b', 'Spring'], ['a', 'Autumn 2026']] as const) await answerRequest(handlers, 'recent.note', { summit: summit as never, name });
    const openedAt = '2026-11-21T00:00:00.000Z';
    expect(await answerRequest(handlers, 'recent.list', null)).toEqual({ ok: true, value: [{ summit: 'a', name: 'Autumn 2026', openedAt }, { summit: 'b', name: 'Spring', openedAt }] });
  });

  test('a host that answers nonsense is not believed by the window', async () => {
    const client = bridgeClient({ request: async () => ({ ok: true, value: { version: 3 } }), listen: () => () => undefined });
    expect(await client.request('app.facts', null)).toMatchObject({ ok: false, problem: { code: 'message-not-understood' } });
  });

  test('a handler that throws is answered as a failure of the host', async () => {
    const failing: BridgeHandlers = { ...handlers, 'app.facts': () => Promise.reject(new Error('out of order')) };
    expect(await answerRequest(failing, 'app.facts', null)).toEqual({ ok: false, problem: { code: 'host-failed', reason: 'out of order' } });
  });
});
