import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChannelName, RequestOf } from '#shared/bridge/contract.ts';
import { launchAgain, startDesktop, type Desktop } from '#test/support/electron-stand-in/desktop.ts';

/** Asks over the real preload, as the window's client does. */
function ask<Name extends ChannelName>(desktop: Desktop, name: Name, input: RequestOf<Name>): Promise<unknown> {
  return desktop.page.evaluate(
    ([channel, value]) => (globalThis as unknown as { summitBridge: { request(name: string, input: unknown): Promise<unknown> } }).summitBridge.request(channel as string, value),
    [name, input] as const,
  );
}

const firstLine = JSON.stringify({ id: 'change1', parent: null, order: 1, checksum: 'x', label: 'Invite Ana' });

describe('the built shell over a real Chromium', () => {
  let folder: string;
  let desktop: Desktop;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summit-shell-'));
    desktop = await startDesktop(join(folder, 'data'));
  });

  afterAll(async () => {
    await desktop.kill().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });

  test('the window shows the planner under its own address', async () => {
    await desktop.page.waitForFunction(() => document.querySelector('#root :is(h1, main, button)') !== null);
    const { windows } = await desktop.state();
    expect(windows.map(({ url, isVisible }) => ({ url, isVisible }))).toEqual([{ url: 'app://summit/index.html', isVisible: true }]);
  });

  test('a file is saved where the dialog says, and nowhere else', async () => {
    const path = join(folder, 'agenda.csv');
    await desktop.answerDialog('save', path);
    const saved = await desktop.page.evaluate(async () => {
      const bridge = (globalThis as unknown as { summitBridge: { request(name: string, input: unknown): Promise<unknown> } }).summitBridge;
      return bridge.request('file.save', { name: 'agenda.csv', kind: 'csv', bytes: new TextEncoder().encode('Name,Slot\nAna,Tue 10:00\n') });
    });
    expect(saved).toEqual({ ok: true, value: { name: 'agenda.csv' } });
    expect(await readFile(path, 'utf8')).toBe('Name,Slot\nAna,Tue 10:00\n');
  });

  test('a change acknowledged by the journal is on the disk', async () => {
    expect(await ask(desktop, 'journal.append', { summit: 'summit1' as never, lines: [firstLine] })).toEqual({ ok: true, value: { lines: 1 } });
    expect(await readFile(join(folder, 'data/journal/summit1.journal'), 'utf8')).toContain(firstLine);
  });

  test('a message that is not in the contract is refused by the shell', async () => {
    expect(await ask(desktop, 'file.save', { name: '../../etc/passwd', kind: 'csv', bytes: 'text' } as never)).toMatchObject({ ok: false, problem: { code: 'message-not-understood' } });
  });

  test('the window cannot be led to another site, nor open one', async () => {
    await desktop.page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await desktop.page.waitForTimeout(300);
    await desktop.page.evaluate(() => void window.open('https://example.com/popup'));
    let state = await desktop.state();
    while (state.refusedWindows === 0 || desktop.page.context().pages().length > 1) {
      await desktop.page.waitForTimeout(50);
      state = await desktop.state();
    }
    expect(state.windows.map(({ url }) => url)).toEqual(['app://summit/index.html']);
    expect([state.refusedNavigations[0], state.refusedWindows]).toEqual(['https://example.com/', 1]);
  });

  test('the network is out of reach of a script in the window', async () => {
    const answer = await desktop.page.evaluate(() => fetch('https://example.com/').then(() => 'reached', () => 'refused'));
    expect(answer).toBe('refused');
    // The one breach of the whole run is the one this test asked for.
    // The browser tells of it after the script has its answer.
    await expect.poll(async () => (await desktop.state()).violations.length).toBeGreaterThan(0);
    const { violations } = await desktop.state();
    expect(violations.filter((text) => !text.includes('https://example.com/'))).toEqual([]);
  });

  test('a second launch brings the window forward and hands over its file', async () => {
    const path = join(folder, 'spring.summit');
    await writeFile(path, 'sealed');
    const before = (await desktop.state()).windows[0]?.focusCount ?? 0;
    await desktop.secondLaunch([path]);
    expect((await desktop.state()).windows[0]?.focusCount).toBe(before + 1);
    const given = await desktop.page.evaluate(async () => {
      const bridge = (globalThis as unknown as { summitBridge: { request(name: string, input: unknown): Promise<{ value: { files: { name: string; bytes: Uint8Array }[] } }> } }).summitBridge;
      const { value } = await bridge.request('file.take-opened', null);
      return value.files.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));
    });
    expect(given).toEqual([{ name: 'spring.summit', text: 'sealed' }]);
  });

  test('a second process over the same data ends at once and leaves the store to the first', async () => {
    expect(await launchAgain(join(folder, 'data'))).toBe(0);
    expect(await ask(desktop, 'journal.read', { summit: 'summit1' as never, from: 0 })).toMatchObject({ ok: true, value: { lines: [firstLine] } });
  });

  test('an action chosen in the native menu reaches the window', async () => {
    await ask(desktop, 'menu.show', [{ label: 'Meetings', entries: [{ kind: 'action', id: 'meetings.clear-slot', label: 'Clear slot', keys: 'Mod+Backspace', isEnabled: true, isChecked: null }] }]);
    await desktop.page.evaluate(() => {
      const heard = globalThis as unknown as { chosen: unknown; summitBridge: { listen(name: string, listener: (said: unknown) => void): void } };
      heard.summitBridge.listen('menu-chosen', (said) => {
        heard.chosen = said;
      });
    });
    await desktop.chooseMenu('meetings.clear-slot');
    await desktop.page.waitForFunction(() => (globalThis as unknown as { chosen?: unknown }).chosen);
    expect(await desktop.page.evaluate(() => (globalThis as unknown as { chosen: unknown }).chosen)).toEqual({ id: 'meetings.clear-slot' });
    expect((await desktop.state()).menu?.at(-1)?.submenu?.[0]).toMatchObject({ label: 'Clear slot', accelerator: 'CommandOrControl+Backspace' });
  });

  test('the shell is killed without warning, and the acknowledged change is there on the next start', async () => {
    await desktop.kill();
    desktop = await startDesktop(join(folder, 'data'));
    expect(await ask(desktop, 'journal.read', { summit: 'summit1' as never, from: 0 })).toEqual({ ok: true, value: { lines: [firstLine], next: null, damage: null } });
  });

  test('closing waits until the window has written everything', async () => {
    await ask(desktop, 'app.facts', null);
    expect((await desktop.state()).violations).toEqual([]);
    await desktop.page.evaluate(() => {
      const bridge = (globalThis as unknown as { summitBridge: { request(name: string, input: unknown): Promise<unknown>; listen(name: string, listener: () => void): void } }).summitBridge;
      bridge.listen('window-closing', () => {
        void bridge
          .request('journal.append', { summit: 'summit1', lines: [JSON.stringify({ id: 'change2', parent: 'change1', order: 2, checksum: 'x' })] })
          .then(() => bridge.request('window.answer-closing', { answer: 'flushed' }));
      });
    });
    await desktop.closeWindow();
    expect(await desktop.ended).toBe(0);
    expect((await readFile(join(folder, 'data/journal/summit1.journal'), 'utf8')).trimEnd().split('\n').length).toBe(3);
  });
});
