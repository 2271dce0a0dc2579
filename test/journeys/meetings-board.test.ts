import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { barriers } from '#test/support/barriers.ts';
import { columnsBy, face, openMeetings, view } from '#test/support/board-hand.ts';
import type { Visit } from '#test/support/browser.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { savedSummit } from '#test/support/planner-hand.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const small = aSummit({
  partners, executives: [{ name: 'Ana' }, { name: 'Ben' }, { name: 'Cleo' }],
  sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:30') }, { title: 'Rehearsal', kind: 'Breakout', startsAt: on('14:30'), endsAt: on('15:00'), rooms: ['room-2' as RoomId] }],
  requests: [{ priority: 'must' }, { partner: 'partner-2' as PartnerId, host: 'exec-2' as ExecutiveId }, { partner: 'partner-3' as PartnerId, priority: 'could' }],
  placements: [{ startsAt: on('13:30'), room: 'room-1' as RoomId }, { startsAt: on('14:30'), room: 'room-1' as RoomId }],
});

const hears = (page: Page, words: string | RegExp) => page.locator('.sp-board > [aria-live]', { hasText: words }).waitFor({ state: 'attached' });
const spots = async (page: Page) => Object.fromEntries([...(await savedSummit(page)).snapshot.placements.values()].map(({ request, room, startsAt, pinned }) => [request, `${startsAt.slice(11)} ${room}${pinned ? ' pinned' : ''}`]));

describe('the board of meetings by keyboard', () => {
  let visiting: Visit;
  let page: Page;
  const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key); };

  beforeAll(async () => {
    visiting = await openMeetings(small);
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
    visiting = await openMeetings(small);
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
