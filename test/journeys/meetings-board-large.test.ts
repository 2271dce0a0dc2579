import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestId, RoomId } from '#shared/kernel/ids.ts';
import { hardClashesAt } from '#shared/meetings/clashes.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { gridStarts } from '#shared/meetings/spots.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { barriers } from '#test/support/barriers.ts';
import { bigSummit } from '#test/support/big-summit.ts';
import { columnsBy, face, openMeetings, view } from '#test/support/board-hand.ts';
import type { Visit } from '#test/support/browser.ts';
import { downloaded, savedSummit } from '#test/support/planner-hand.ts';

/** A meeting in the first rooms of the first day, and a place where nothing clashes in a room far to the right, both before two o'clock. */
function farSpot(snapshot: Snapshot): { readonly id: string; readonly room: RoomId; readonly startsAt: string } {
  const where = whereabouts(snapshot, mayHearBy(snapshot));
  const isEarly = (moment: string) => moment.startsWith('2027-03-23') && moment.slice(11) >= '10:30' && moment.slice(11) < '13:45';
  for (const { request, placement, startsAt } of where.meetings) {
    if (placement.pinned || placement.room > 'room-001' || !isEarly(startsAt)) continue;
    for (const to of gridStarts(where).filter(isEarly)) for (const room of [...snapshot.rooms.keys()].slice(10, 20)) if (hardClashesAt(where, request, { room, startsAt: to }).length === 0) return { id: request.id, room, startsAt: to };
  }
  throw new Error('no such meeting');
}

describe('the board at forty hosts and three days', () => {
  const big = bigSummit();
  let visiting: Visit;
  let page: Page;
  beforeAll(async () => {
    visiting = await openMeetings(big);
    page = visiting.page;
    await view(page, 'Board');
    await page.locator('.rbc-event').first().waitFor();
  });
  afterAll(async () => { await visiting.close(); });

  test('of 118 partners only the columns in sight are drawn, and any is found by its name', async () => {
    await columnsBy(page, 'By partner');
    await page.getByRole('button', { name: '118 of 118 columns' }).waitFor();
    expect(await page.locator('.rbc-day-slot').count()).toBeLessThan(20);
    const last = page.locator('.sp-resource-title', { hasText: 'Vertex Systems' });
    await page.locator('.rbc-time-content').evaluate((content) => { content.scrollLeft = content.scrollWidth; });
    await last.waitFor();
    expect(await page.evaluate(() => [...document.querySelectorAll('.rbc-day-slot')].map((column) => Math.round(column.getBoundingClientRect().left)))).toEqual(await page.evaluate(() => [...document.querySelectorAll('.rbc-time-header-content')].map((head) => Math.round(head.getBoundingClientRect().left))));
    await page.getByRole('textbox', { name: 'Filter columns' }).fill('kestrel');
    await page.getByRole('button', { name: '4 of 118 columns' }).waitFor();
    await columnsBy(page, 'By room');
  });

  test('the mouse carries a meeting into a column that was not drawn when the drag began', async () => {
    const { id, room, startsAt } = farSpot(big);
    const before = (await savedSummit(page)).snapshot.placements;
    const box = await face(page, id).boundingBox();
    const board = await page.locator('.rbc-time-content').boundingBox();
    if (!box || !board) throw new Error('the meeting is not on the board');
    const column = page.locator(`.rbc-day-slot[data-resource="${room}"]`);
    expect(await column.count()).toBe(0);
    await page.mouse.move(box.x + 30, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 20, { steps: 3 });
    const isInSight = async () => { const at = (await column.count()) === 0 ? null : await column.boundingBox(); return at !== null && at.x + at.width / 2 < board.x + board.width - 60; };
    // The board scrolls on for as long as the pointer is at its edge, so it goes there a moment at a time.
    for (let turn = 0; turn < 400 && !(await isInSight()); turn++) {
      await page.mouse.move(board.x + board.width - 8, box.y + 12);
      await page.waitForTimeout(30);
      await page.mouse.move(board.x + board.width / 2, box.y + 12);
    }
    const at = await column.boundingBox();
    if (!at) throw new Error('the column is gone');
    const hours = Number(startsAt.slice(11, 13)) + Number(startsAt.slice(14)) / 60 - 10;
    await page.mouse.move(at.x + at.width / 2, at.y + (hours / 8) * at.height + 10, { steps: 3 });
    await page.locator(`[data-resource="${room}"] .sp-event-lifted [data-verdict="legal"]`).waitFor();
    await page.mouse.up();
    await page.locator('.sp-board[data-moving]').waitFor({ state: 'detached' });
    const placement = [...(await savedSummit(page)).snapshot.placements.values()].find(({ request }) => request === (id as RequestId));
    expect([placement?.room, placement?.startsAt]).toEqual([room, startsAt]);
    await page.keyboard.press('Control+z');
    expect((await savedSummit(page)).snapshot.placements.get(placement?.id as never)).toEqual(before.get(placement?.id as never));
  });

  test('the keyboard carries a meeting into a column that is not drawn, and the column comes into sight', async () => {
    const { id, room, startsAt } = farSpot(big);
    const before = (await savedSummit(page)).snapshot.placements;
    const meeting = page.locator('.rbc-event', { has: face(page, id) });
    await page.locator('.rbc-time-content').evaluate((content) => { content.scrollLeft = 0; });
    await meeting.waitFor();
    expect(await page.locator(`.rbc-day-slot[data-resource="${room}"]`).count()).toBe(0);
    await meeting.focus();
    await page.keyboard.press('m');
    const lifted = page.locator('.sp-event-lifted');
    const isThere = async () => { await lifted.waitFor(); return (await page.locator(`[data-resource="${room}"] .sp-event-lifted`).count()) > 0; };
    for (let step = 0; step < 40 && !(await isThere()); step++) await page.keyboard.press('ArrowRight');
    const start = async () => (/\d\d:\d\d/.exec((await lifted.locator('.sp-event-times').first().textContent()) ?? '') ?? [''])[0];
    for (let step = 0; step < 60 && (await start()) !== startsAt.slice(11); step++) {
      const was = await start();
      await page.keyboard.press(was < startsAt.slice(11) ? 'ArrowDown' : 'ArrowUp');
      await expect.poll(start).not.toBe(was);
    }
    await page.locator(`[data-resource="${room}"] .sp-event-lifted [data-verdict="legal"]`).waitFor();
    const board = await page.locator('.rbc-time-content').boundingBox();
    const at = await lifted.boundingBox();
    expect(board !== null && at !== null && at.x >= board.x && at.x + at.width <= board.x + board.width + 1).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.sp-board[data-moving]').waitFor({ state: 'detached' });
    const after = (await savedSummit(page)).snapshot.placements;
    const placement = [...after.values()].find(({ request }) => request === (id as RequestId));
    expect([placement?.room, placement?.startsAt]).toEqual([room, startsAt]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('[data-event-id]')?.getAttribute('data-event-id'))).toBe(id);
    await page.keyboard.press('Control+z');
    expect((await savedSummit(page)).snapshot.placements).toEqual(before);
  });

  test('executive time is a picture with its table, saved as SVG and PNG', async () => {
    await view(page, 'Executive time');
    const chart = page.getByRole('figure', { name: 'Executive time against performance' });
    await chart.getByText(/^Revenue in EUR of \d+ partners against the minutes/).waitFor();
    const svg = await downloaded(page, () => chart.getByRole('button', { name: /save as SVG/ }).click());
    const png = await downloaded(page, () => chart.getByRole('button', { name: /save as PNG/ }).click());
    expect([svg.name, new TextDecoder().decode(svg.bytes).startsWith('<?xml'), png.name, [...png.bytes.slice(1, 4)]]).toEqual(['Executive time.svg', true, 'Executive time.png', [0x50, 0x4e, 0x47]]);
    await chart.getByRole('button', { name: /show as a table/ }).click();
    expect(await chart.getByRole('row').count()).toBe(94);
    expect(await barriers(page, '#place')).toEqual([]);
  });

  test('nothing complained on the way', () => { expect(visiting.complaints).toEqual([]); });
});
