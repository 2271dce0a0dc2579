import type { Server } from 'node:http';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersIn } from '#test/support/barriers.ts';
import { buildGallery, serveUnderPolicy } from '#test/support/gallery/serve.ts';

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  await buildGallery();
  ({ server, origin } = await serveUnderPolicy());
  browser = await chromium.launch({ executablePath: process.env['SUMMIT_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a page of the gallery, plays, and expects that nothing was refused by the policy or thrown. */
async function visit(query: string, play: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${origin}/?${query}`);
  await play(page);
  await page.close();
  expect(complaints).toEqual([]);
}

const focusedCell = (page: Page) => page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
const rowsShown = (page: Page) => page.getByRole('status').first().textContent();

test('the keyboard moves through cells, edits one and refuses a wrong value beside it', () => visit('page=table', async (page) => {
  await page.getByRole('grid').focus();
  const first = await focusedCell(page);
  await page.keyboard.press('ArrowDown');
  expect(await focusedCell(page)).not.toBe(first);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('alert').filter({ hasText: 'Write a number' }).count()).toBe(1);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4321');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  expect(await focusedCell(page)).toBe('4,321');
  await page.keyboard.press('ControlOrMeta+End');
  await expect.poll(() => focusedCell(page)).not.toBe(undefined);
}));

test('sorting, the quick filter and a column filter change what is shown, and the footer says so', () => visit('page=table', async (page) => {
  await page.getByRole('button', { name: 'People', exact: true }).click();
  const people = await page.getByRole('gridcell').nth(4).textContent();
  expect(people).toBe('3');
  await page.getByRole('textbox', { name: 'Filter organisations' }).fill('angstrom');
  await expect.poll(() => rowsShown(page)).toMatch(/^\d+ of 5,000 rows$/);
  await page.getByRole('columnheader', { name: /Tier/ }).hover();
  await page.getByRole('button', { name: 'Tier: column menu' }).click();
  const before = await rowsShown(page);
  await page.getByRole('checkbox', { name: /Global/ }).check();
  await expect.poll(() => rowsShown(page)).not.toBe(before);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filter' }).last().click();
  await expect.poll(() => rowsShown(page)).toBe(before);
}));

test('rows are picked by range and copied as a table', () => visit('page=table', async (page) => {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await page.getByText('3 picked').count()).toBe(1);
  const copied = await page.evaluate(() => {
    const clipboard = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: clipboard, bubbles: true, cancelable: true }));
    return clipboard.getData('text/plain').split('\n').map((line) => line.split('\t').length);
  });
  expect(copied).toEqual([10, 10, 10, 10]);
}));

test('an incomplete form says what is missing and goes there', () => visit('page=table', async (page) => {
  await page.getByRole('button', { name: 'Add organisation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add organisation' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
  expect(await dialog.getByText('Trade name: fill this in.').first().isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
}));

const placeOf = (page: Page, id: string) => page.locator(`[data-event-id="${id}"]`).first().evaluate((face) => `${face.closest('[data-resource]')?.getAttribute('data-resource') ?? ''} ${face.querySelector('.sp-event-more')?.textContent?.split(' · ')[0] ?? ''}`);

test('the keyboard lifts an event, moves it, hears the reason of a refusal, returns it and drops it', () => visit('page=calendar', async (page) => {
  const id = '2026-05-12-room2-0';
  const event = page.locator('.rbc-event', { has: page.locator(`[data-event-id="${id}"]`) });
  const said = page.locator('.sp-board [aria-live]');
  await event.focus();
  const start = await placeOf(page, id);
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  expect(await placeOf(page, id)).toContain('room3');
  expect(await said.textContent()).toContain('Lake room');
  await page.keyboard.press('Escape');
  expect(await placeOf(page, id)).toBe(start);
  await page.keyboard.press('m');
  for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowDown');
  expect(await said.textContent()).toContain('Lunch is kept free');
  await page.keyboard.press('Enter');
  expect(await said.textContent()).toBe('Not dropped: Lunch is kept free');
  for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await placeOf(page, id)).toContain('room3');
  expect(await page.evaluate(() => document.activeElement?.querySelector('[data-event-id]')?.getAttribute('data-event-id'))).toBe(id);
}));

test('the mouse drags an event to another column, and one in from the list', () => visit('page=calendar', async (page) => {
  const id = '2026-05-12-room2-0';
  const box = await page.locator(`[data-event-id="${id}"]`).boundingBox();
  if (!box) throw new Error('the event is not on the board');
  await page.mouse.move(box.x + 40, box.y + 15);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 });
  await page.mouse.move(box.x + 210, box.y + 15, { steps: 8 });
  expect(await page.locator('.sp-slot-illegal').count()).toBeGreaterThan(0);
  await page.mouse.up();
  await expect.poll(() => placeOf(page, id)).toContain('room3');
  await page.getByText('Helios asks for the CTO').dragTo(page.locator('[data-resource="room4"]'), { targetPosition: { x: 60, y: 20 } });
  await expect.poll(() => placeOf(page, 'w1')).toContain('room4');
}));

test('an item of the list is placed by keyboard alone', () => visit('page=calendar', async (page) => {
  await page.getByRole('button', { name: /Baobab asks for finance/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-event-id="w2"]').count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page, 'w2')).toContain('room2');
}));

for (const scheme of ['light', 'dark'] as const) {
  for (const page of ['table', 'table&empty', 'calendar', 'parts']) {
    test(`nobody meets a barrier on ${page} in ${scheme}`, () => visit(`page=${page}&scheme=${scheme}`, async (shown) => {
      await shown.getByRole('heading', { level: 1 }).waitFor();
      if (page === 'table') {
        await shown.getByRole('grid').focus();
        await shown.keyboard.press('ArrowDown');
        await shown.keyboard.press('Space');
      }
      expect(await barriersIn(shown, scheme)).toEqual([]);
    }));
  }
}
