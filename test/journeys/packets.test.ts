import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filledIn } from '#test/support/filled-in.ts';
import { visit, type Visit } from '../support/browser.ts';
import { openSummit } from '../support/open-summit.ts';
import { changesBetween, handOf } from '../support/places.ts';
import { downloaded } from '../support/planner-hand.ts';
import { smallSummit } from '../support/small-summit.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('sheets go out, come back filled in, and calendars keep up', () => {
  let visiting: Visit;
  let page: Page;
  let hand: ReturnType<typeof handOf>;

  beforeAll(async () => {
    visiting = await visit({ width: 1440, height: 900 });
    page = visiting.page;
    page.setDefaultTimeout(8_000);
    await openSummit(page, smallSummit());
    hand = handOf(page);
  });
  afterAll(() => visiting.close());

  test('a judge’s sheet goes out by keyboard, comes back in two copies, and what they say differently is chosen; one undo takes all back', async () => {
    await hand.goTo('Awards');
    await page.keyboard.press('Control+Shift+e');
    const sheet = await downloaded(page, async () => { await hand.fill({ For: 'Ben Judge' }, 'Save'); });
    expect(sheet.name).toBe('Score sheet – Ben Judge.xlsx');
    const before = await hand.snapshot();
    await hand.goTo('Exchange');
    await page.locator('.sp-drop input[type="file"]').setInputFiles([
      { name: 'one.xlsx', mimeType: xlsx, buffer: Buffer.from(filledIn(sheet.bytes, { H2: 5, H3: 7, I3: 'Deep' })) },
      { name: 'two.xlsx', mimeType: xlsx, buffer: Buffer.from(filledIn(sheet.bytes, { H2: 6, H3: 7 })) },
    ]);
    await page.getByRole('heading', { level: 1, name: 'Sheets that came back' }).waitFor();
    await page.getByText('2 sheets, 2 entries to take, 1 conflict, 1 to decide').waitFor();
    const take = hand.place.getByRole('button', { name: /^Take \d+ entries$/ });
    expect(await take.isDisabled()).toBe(true);
    await page.screenshot({ path: process.env['SUMMIT_PICTURES'] === undefined ? undefined : `${process.env['SUMMIT_PICTURES']}/packets.png` } as never);
    await page.getByRole('radio', { name: 'Take “5” from one.xlsx' }).check();
    await take.click();
    await page.getByText('Drop exports here').waitFor();
    const after = await hand.snapshot();
    expect([...after.scores.values()].map(({ criterion, value, comment }) => [criterion, value, comment]).sort()).toEqual([['Depth', 7, 'Deep'], ['Reach', 5, '']]);
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
  });

  test('a calendar file goes out by keyboard and is remembered: the next one raises what changed and cancels what is gone', async () => {
    const sent = async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('Control+Shift+c');
      const { name, bytes } = await downloaded(page, async () => { await hand.fill({ For: 'The whole summit' }, 'Save'); });
      return { name, events: new TextDecoder().decode(bytes).replace(/\r\n[ \t]/g, '').split('BEGIN:VEVENT').slice(1).map((event) => [/SUMMARY:(.*)\r/, /SEQUENCE:(\d+)/, /STATUS:(\w+)/].map((field) => field.exec(event)?.[1])) };
    };
    const first = await sent();
    expect(first.name).toBe('Spring – Whole summit.ics');
    expect(new Set(first.events.map(([, sequence]) => sequence))).toEqual(new Set(['0']));
    expect(first.events.find(([title]) => title === 'Opening')?.slice(1)).toEqual(['0', 'CONFIRMED']);
    expect((await hand.snapshot()).sentCalendars.size).toBe(1);
    await hand.search('Opening', 'Opening');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill('Remove session');
    await page.getByRole('option', { name: /Remove session/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: /^Remove/ }).click({ timeout: 1500 }).catch(() => undefined);
    await expect.poll(async () => (await hand.snapshot()).sessions.has('opening' as never)).toBe(false);
    expect((await sent()).events.filter(([, , status]) => status === 'CANCELLED')).toEqual([['Cancelled: session', '1', 'CANCELLED']]);
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
