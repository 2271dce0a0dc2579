import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { hardClashesAt } from '#shared/meetings/clashes.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { gridStarts } from '#shared/meetings/spots.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { barriers } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { bigSummit } from '#test/support/big-summit.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { downloaded, savedSummit } from '#test/support/planner-hand.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const small = aSummit({
  partners, executives: [{ name: 'Ana' }, { name: 'Ben' }, { name: 'Cleo' }],
  sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:30') }, { title: 'Rehearsal', kind: 'Breakout', startsAt: on('14:30'), endsAt: on('15:00'), rooms: ['room-2' as RoomId] }],
  requests: [{ priority: 'must' }, { partner: 'partner-2' as PartnerId, host: 'exec-2' as ExecutiveId }, { partner: 'partner-3' as PartnerId, priority: 'could' }],
  placements: [{ startsAt: on('13:30'), room: 'room-1' as RoomId }, { startsAt: on('14:30'), room: 'room-1' as RoomId }],
});

async function open(snapshot: Snapshot, options: Parameters<typeof visit>[0] = {}): Promise<Visit> {
  const visiting = await visit(options);
  const { page } = visiting;
  page.setDefaultTimeout(20_000);
  await openSummit(page, snapshot, 'Board', 'Meetings');
  await page.getByRole('grid', { name: 'Meeting requests' }).waitFor();
  return visiting;
}

const view = (page: Page, label: string) => page.getByRole('radiogroup', { name: 'View' }).getByText(label, { exact: true }).click();
const columnsBy = (page: Page, label: string) => page.getByRole('radiogroup', { name: 'Columns' }).getByText(label, { exact: true }).click();
const face = (page: Page, id: string) => page.locator(`[data-event-id="${id}"]`);
const hears = (page: Page, words: string | RegExp) => page.locator('.sp-board > [aria-live]', { hasText: words }).waitFor({ state: 'attached' });
const spots = async (page: Page) => Object.fromEntries([...(await savedSummit(page)).snapshot.placements.values()].map(({ request, room, startsAt, pinned }) => [request, `${startsAt.slice(11)} ${room}${pinned ? ' pinned' : ''}`]));

describe('the board of meetings by keyboard', () => {
  let visiting: Visit;
  let page: Page;
  const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key); };

  beforeAll(async () => {
    visiting = await open(small);
    page = visiting.page;
    await view(page, 'Board');
    await face(page, 'request-1').waitFor();
  });
  afterAll(async () => { await visiting.close(); });

  test('M lifts, arrows tell each place with its reason, Shift and an arrow jump to the next possible one, Esc returns', async () => {
    await page.locator('.rbc-event', { has: face(page, 'request-1') }).focus();
    await keys('m');
    await hears(page, /^Acme lifted\./);
    await keys('ArrowUp');
    await hears(page, 'Suite 1, 13:15 to 13:45. Not possible: This is not meeting time');
    expect(await page.locator('.sp-slot-illegal', { hasText: 'Not meeting time' }).count()).toBeGreaterThan(0);
    await keys('Enter');
    await hears(page, /^Not dropped: This is not meeting time/);
    const refused = page.getByRole('region', { name: 'Refused drop' });
    await refused.getByText(/This is not meeting time/).first().waitFor();
    await keys('Escape');
    await refused.waitFor({ state: 'detached' });
    await page.locator('.rbc-event:focus', { has: face(page, 'request-1') }).waitFor();
    await keys('m', 'ArrowUp', 'Shift+ArrowDown');
    await hears(page, /13:30 to 14:00\. Free\.$/);
    await keys('Escape');
    await hears(page, 'Acme returned.');
    expect(await spots(page)).toEqual({ 'request-1': '13:30 room-1', 'request-2': '14:30 room-1' });
  });

  test('Esc during a drag of the mouse puts the meeting back where it stood, and says so', async () => {
    const box = await page.locator('.rbc-event', { has: face(page, 'request-1') }).boundingBox();
    if (!box) throw new Error('the meeting is not on the board');
    await page.mouse.move(box.x + 30, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 100, { steps: 4 });
    await page.locator('.sp-event-lifted').waitFor();
    await keys('Escape');
    await page.locator('.sp-board[data-moving]').waitFor({ state: 'detached' });
    await hears(page, 'Acme returned.');
    await page.mouse.move(box.x + 60, box.y + 140, { steps: 2 });
    await page.mouse.up();
    expect(await spots(page)).toEqual({ 'request-1': '13:30 room-1', 'request-2': '14:30 room-1' });
    expect(await page.getByRole('complementary').count()).toBe(0);
  });

  test('a drop on an occupied place is offered as a swap before it is made, and undone in one step', async () => {
    await page.locator('.rbc-event', { has: face(page, 'request-1') }).focus();
    await keys('m', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await hears(page, 'Swap with Bolt, which goes to 13:30, Suite 1.');
    await page.locator('[data-verdict="swap"]', { hasText: 'Swap with Bolt' }).waitFor();
    await keys('Enter');
    await hears(page, /^Acme dropped: .*Swap with Bolt/);
    expect(await spots(page)).toEqual({ 'request-1': '14:30 room-1', 'request-2': '13:30 room-1' });
    await keys('Control+z');
    expect(await spots(page)).toEqual({ 'request-1': '13:30 room-1', 'request-2': '14:30 room-1' });
  });

  test('P pins and lets go, and a pinned meeting is not lifted', async () => {
    await page.locator('.rbc-event', { has: face(page, 'request-2') }).focus();
    await keys('p');
    await face(page, 'request-2').locator('.sp-event-state', { hasText: 'Pinned' }).waitFor();
    await keys('m');
    await hears(page, 'Bolt cannot be moved.');
    await keys('p');
    await face(page, 'request-2').locator('.sp-event-state').waitFor({ state: 'detached' });
    expect(await spots(page)).toEqual({ 'request-1': '13:30 room-1', 'request-2': '14:30 room-1' });
  });

  test('what waits says why, is found by its partner, and is carried in to its first possible place', async () => {
    const waiting = page.getByRole('region', { name: 'Not placed' });
    await waiting.getByText(/of 8 starts free/).waitFor();
    await waiting.getByRole('textbox').fill('nobody');
    await waiting.getByText('None has these words.').waitFor();
    await waiting.getByRole('textbox').fill('cedar');
    await waiting.getByRole('button', { name: /^Cedar/ }).focus();
    await keys('Enter');
    await hears(page, /^Cedar lifted from the list\. Suite 1, .* Not possible: /);
    await keys('Shift+ArrowRight');
    await hears(page, /^Suite 2, .* Free\.$/);
    await keys('Enter');
    await page.locator('.sp-board[data-moving]').waitFor({ state: 'detached' });
    expect(Object.keys(await spots(page)).length).toBe(3);
    await keys('Control+z');
    expect(Object.keys(await spots(page)).length).toBe(2);
  });

  test('swapping is an action too, with only the meetings that can be swapped', async () => {
    await face(page, 'request-1').click();
    await page.getByRole('button', { name: 'Swap with…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Swap Acme' });
    await dialog.getByRole('combobox', { name: 'With' }).click();
    await page.getByRole('option', { name: /Bolt with Ben$/ }).click();
    await dialog.getByRole('button', { name: 'Swap', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await spots(page)).toEqual({ 'request-1': '14:30 room-1', 'request-2': '13:30 room-1' });
    await page.getByRole('heading', { level: 1 }).click();
    await keys('Control+z');
    await page.getByRole('button', { name: 'Close the inspector' }).click();
  });

  test('by host and by partner a meeting keeps its column and changes its time; the days of one person are columns', async () => {
    await columnsBy(page, 'By partner');
    await page.locator('.rbc-event', { has: face(page, 'request-1') }).focus();
    await keys('m', 'ArrowRight');
    await hears(page, 'Not possible: It is Acme’s request.');
    await keys('ArrowLeft', 'ArrowDown');
    await hears(page, 'Acme, 13:45 to 14:15. Free.');
    await keys('Enter');
    expect((await spots(page))['request-1']).toBe('13:45 room-1');
    await keys('Control+z');
    await columnsBy(page, 'By day');
    await page.getByRole('group', { name: 'Meetings by day' }).locator('.sp-resource-title', { hasText: 'Tue 23 Mar' }).waitFor();
    await page.getByRole('combobox', { name: 'Whose days' }).click();
    await page.getByRole('option', { name: 'Suite 1' }).click();
    await page.locator('.rbc-event', { has: face(page, 'request-2') }).focus();
    await keys('m', 'ArrowUp', 'Enter');
    expect((await spots(page))['request-2']).toBe('14:15 room-1');
    await keys('Control+z');
    await columnsBy(page, 'By room');
  });

  test('nobody meets a barrier on the board, while moving, or in executive time and load', async () => {
    expect(await barriers(page, '#place')).toEqual([]);
    await page.locator('.rbc-event', { has: face(page, 'request-1') }).focus();
    await keys('m', 'ArrowDown');
    expect(await barriers(page, '#place')).toEqual([]);
    await keys('Escape');
    for (const label of ['Executive time', 'Host load']) {
      await view(page, label);
      await page.locator('.sp-attention-picture, .sp-chart').first().waitFor();
      expect(await barriers(page, '#place')).toEqual([]);
    }
  });

  test('nothing complained on the way', () => { expect(visiting.complaints).toEqual([]); });
});

describe('requests in bulk', () => {
  let visiting: Visit;
  let page: Page;
  beforeAll(async () => {
    visiting = await open(small);
    page = visiting.page;
  });
  afterAll(async () => { await visiting.close(); });
  const counts = (words: string) => page.getByText(words).waitFor();

  test('rows of a spreadsheet are shown as they are read, the good ones added in one step', async () => {
    await page.getByRole('button', { name: 'Paste rows…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste requests' });
    await dialog.getByRole('textbox').fill('Company\tExecutive\tPriority\tMinutes\nAcme\tBen\tmust\t45\nBolt\tCleo\tcould\t20\nBolt\tBen\tcould\t20\nZeta\tBen\tmust\t30');
    await dialog.getByText('2 requests will be added. 2 lines left out, with the reason beside each.').waitFor();
    await dialog.getByText('No partner is called “Zeta”.').waitFor();
    await dialog.getByText('This partner already asks for this host.').waitFor();
    expect(await barriers(page, '[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Add 2 requests' }).click();
    await counts('5 requests: 2 placed, 3 waiting');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await counts('3 requests: 2 placed, 1 waiting');
  });

  test('one host is asked for by several partners at once; the pair asked for already stays', async () => {
    await page.getByRole('button', { name: 'Add several…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add several requests' });
    for (const [field, names] of [['Hosts', ['Ana']], ['Partners', ['Acme', 'Bolt']]] as const) {
      await dialog.getByRole('combobox', { name: field }).click();
      for (const name of names) await page.getByRole('option', { name, exact: true }).click();
      await page.keyboard.press('Tab');
    }
    await dialog.getByRole('button', { name: 'Add requests' }).click();
    await counts('4 requests: 2 placed, 2 waiting');
  });

  test('picked requests are edited together and taken back together', async () => {
    await page.getByRole('grid', { name: 'Meeting requests' }).focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Edit…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit 4 requests' });
    await dialog.getByRole('combobox', { name: 'Priority' }).click();
    await page.getByRole('option', { name: 'Could' }).click();
    await dialog.getByRole('button', { name: 'Change' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const priorities = async () => [...(await savedSummit(page)).snapshot.requests.values()].map(({ priority }) => priority);
    expect(await priorities()).toEqual(['could', 'could', 'could', 'could']);
    await page.keyboard.press('Control+z');
    expect((await priorities()).filter((priority) => priority === 'could').length).toBe(1);
  });

  test('picked requests are refused together, leave the schedule, and come back together', async () => {
    await page.getByRole('grid', { name: 'Meeting requests' }).focus();
    await page.keyboard.press('Control+a');
    await page.locator('.sp-bulk').getByRole('button', { name: 'No thanks…' }).click();
    const dialog = page.getByRole('dialog', { name: 'No thanks to 4 requests' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Met last week');
    await dialog.getByRole('button', { name: 'Keep them apart' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const stored = async () => { const { requests, placements } = (await savedSummit(page)).snapshot; return [[...requests.values()].filter(({ veto }) => veto?.reason === 'Met last week').length, placements.size]; };
    expect(await stored()).toEqual([4, 0]);
    await page.keyboard.press('Control+z');
    expect(await stored()).toEqual([0, 2]);
  });

  test('nothing complained on the way', () => { expect(visiting.complaints).toEqual([]); });
});

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
    visiting = await open(big);
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
