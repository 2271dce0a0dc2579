import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build, mergeConfig } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rendererConfig from '#build/vite.renderer.config.ts';
import { serveBrowserEdition, type BrowserServer } from '#electron/browser-server.ts';
import { chromiumArguments, chromiumPath } from '#test/support/chromium.ts';

type Reply = { answer?: unknown; failed?: string; violations: string[] };

describe('under the policy, in a real Chromium', () => {
  let folder: string;
  let server: BrowserServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summit-policy-'));
    // The window's own build options; only the page is another.
    await build(mergeConfig(rendererConfig, { configFile: false, logLevel: 'error', root: join(import.meta.dirname, '../support/policy-page'), build: { outDir: join(folder, 'renderer') } }));
    server = await serveBrowserEdition(folder, 0);
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
    page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForSelector('.rbc-event');
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (worker: string) => page.evaluate((name) => (globalThis as unknown as { askWorker(name: string): Promise<unknown> }).askWorker(name), worker) as Promise<Reply>;

  test('the component library, its dialogs and the calendar draw without a violation', async () => {
    await page.waitForSelector('.mantine-Modal-title');
    expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([]);
    // The styles are really there: a button in teal, a meeting that fills its half hour.
    expect(await page.evaluate(() => getComputedStyle(document.getElementById('button') as HTMLElement).backgroundColor)).toBe('rgb(18, 184, 134)');
    expect(await page.evaluate(() => (document.querySelector('.rbc-event') as HTMLElement).style.height)).not.toBe('');
  });

  test('the linear solver solves in a module worker', async () => {
    expect(await ask('highs')).toEqual({ answer: { status: 'Optimal', objective: 1100 }, violations: [] });
  });

  test('the satisfiability solver solves in a module worker', async () => {
    expect(await ask('cadical')).toEqual({ answer: { status: 'satisfiable', second: true }, violations: [] });
  });

  test('the fewest breaks are proven in a module worker with the window\'s own solvers, and what cannot all be placed has its core', async () => {
    expect(await ask('breaks')).toEqual({
      answer: { solvers: [true, true], waits: [2, 2, true], impossible: [true, ['with b', 'with c'], 3] },
      violations: [],
    });
  });

  test('a book is printed in a module worker', async () => {
    expect(await ask('pdfmake')).toEqual({ answer: { begins: '%PDF-', isWhole: true }, violations: [] });
  });

  test('text never becomes code and no other site is reached, not even in a worker', async () => {
    const { answer, violations } = await ask('eval');
    expect(answer).toEqual(['code refused', 'site refused']);
    expect(violations.map((violation) => violation.split(' ')[0]).sort()).toEqual(['connect-src', 'script-src']);
  });
});
