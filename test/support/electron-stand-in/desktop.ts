import { fork, type ChildProcess } from 'node:child_process';
import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const here = import.meta.dirname;
const mainFile = join(here, '../../../dist/electron/main.cjs');

export type ShellState = {
  readonly debugPort: number | null;
  readonly origin: string | null;
  readonly windows: readonly { isVisible: boolean; focusCount: number; progress: number; url: string; bounds: { width: number; height: number }; preferences: Record<string, unknown> }[];
  readonly dialogs: readonly { kind: string; [fact: string]: unknown }[];
  readonly openedLinks: readonly string[];
  readonly recentDocuments: readonly string[];
  readonly refusedNavigations: readonly string[];
  readonly refusedWindows: number;
  /** Every breach of the policy since the window's first request. */
  readonly violations: readonly string[];
  readonly menu: readonly { label?: string; role?: string; submenu?: readonly { label?: string; accelerator?: string }[] }[] | null;
};

/** The built shell in a process of its own, over the Chromium stand-in, as a test drives it. */
export type Desktop = {
  readonly page: Page;
  /** Errors of the page, and of its console, since this test first saw it. */
  readonly complaints: readonly string[];
  readonly ended: Promise<number | null>;
  state(): Promise<ShellState>;
  /** The answer to the next dialog of a kind: a path or null, paths, or the button's text. */
  answerDialog(kind: 'save' | 'open' | 'message', answer: string | readonly string[] | null): Promise<void>;
  secondLaunch(argv: readonly string[]): Promise<void>;
  chooseMenu(id: string): Promise<void>;
  closeWindow(): Promise<void>;
  /** Kills the shell and its whole browser with SIGKILL: no event, no flush, no orderly end of either. */
  kill(): Promise<void>;
};

/** Starts dist/electron/main.cjs with its data in a folder, and resolves once its window shows the page. */
export async function startDesktop(dataFolder: string, argv: readonly string[] = []): Promise<Desktop> {
  const child = fork(join(here, 'run.cjs'), [mainFile, ...argv], { env: { ...process.env, SUMMIT_DATA_DIR: dataFolder }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const ask = asker(child);
  const state = () => ask({ ask: 'state' }) as Promise<ShellState>;
  const { debugPort } = await until(state, (now) => now.windows.some(({ isVisible }) => isVisible), ended);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('the shell shows no page');
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(error.message); });
  return {
    page,
    complaints,
    ended: ended.finally(() => browser.close()),
    state,
    answerDialog: async (kind, answer) => void (await ask({ ask: 'script-dialog', kind, answer })),
    secondLaunch: async (more) => void (await ask({ ask: 'second-instance', argv: more })),
    chooseMenu: async (id) => void (await ask({ ask: 'choose-menu', id })),
    closeWindow: async () => void (await ask({ ask: 'close-window' })),
    kill: () => killWith(child, browser, ended, dataFolder),
  };
}

/** Launches the shell a second time over the same data and resolves with how it ended. */
export function launchAgain(dataFolder: string): Promise<number | null> {
  const child = fork(join(here, 'run.cjs'), [mainFile], { env: { ...process.env, SUMMIT_DATA_DIR: dataFolder }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve) => child.on('exit', resolve));
}

async function killWith(child: ChildProcess, browser: Browser, ended: Promise<number | null>, dataFolder: string): Promise<void> {
  // Chromium names the process that owns a profile in the profile's lock: "host-pid".
  const owner = await readlink(join(dataFolder, 'chromium/SingletonLock')).catch(() => '');
  const isGone = browser.isConnected() ? new Promise<void>((resolve) => browser.on('disconnected', () => resolve())) : Promise.resolve();
  child.kill('SIGKILL');
  // It leads a process group of its own. Left alone it would notice the shell's death and end in good order.
  const browserProcess = Number(owner.split('-').at(-1));
  if (browserProcess > 1) killGroup(browserProcess);
  await ended;
  await isGone;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    return; // gone already
  }
}

function asker(child: ChildProcess): (message: object) => Promise<unknown> {
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  child.on('message', ({ of, answer, error }: { of: number; answer?: unknown; error?: string }) => {
    const turn = waiting.get(of);
    waiting.delete(of);
    if (error !== undefined) turn?.reject(new Error(error));
    else turn?.resolve(answer);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the shell has ended'));
    waiting.clear();
  });
  return (message) =>
    new Promise((resolve, reject) => {
      const number = ++count;
      waiting.set(number, { resolve, reject });
      child.send({ ...message, number }, (error) => {
        if (error) reject(error);
      });
    });
}

async function until<Value>(look: () => Promise<Value>, isDone: (value: Value) => boolean, ended: Promise<unknown>): Promise<Value> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const value = await look();
    if (isDone(value)) return value;
    if (hasEnded) throw new Error('the shell ended before its window showed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
