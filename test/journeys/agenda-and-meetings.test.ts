import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { barriersIn } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { openSummit } from '#test/support/open-summit.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const summit = aSummit({
  partners, contacts: partners.map(({ name }, index) => ({ givenName: 'Lea', familyName: name, role: 'Delegate' as const, partner: `partner-${index + 1}` as PartnerId })),
  sessions: [
    { title: 'Keynote', kind: 'Plenary', startsAt: on('09:00'), endsAt: on('10:00'), rooms: ['room-1' as RoomId], audience: 'All attendees' },
    { title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:30'), makesBusy: false },
  ],
  requests: [{ priority: 'must' }, { partner: 'partner-2' as PartnerId }, { partner: 'partner-3' as PartnerId }, { partner: 'partner-3' as PartnerId, host: 'exec-2' as ExecutiveId, durationMinutes: 60 }],
});

describe('agenda and meetings', () => {
  let visiting: Visit;
  let page: Page;

  beforeAll(async () => {
    visiting = await visit();
    page = visiting.page;
    await openSummit(page, summit, 'One day', 'Agenda');
  });

  afterAll(async () => { await visiting.close(); });

  const says = (text: string | RegExp) => page.getByText(text).first().waitFor();

  test('a session is added, moved by keyboard with its clash said, and both are taken back', async () => {
    await page.getByRole('button', { name: 'Add session' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add session' });
    await dialog.getByLabel('Title').fill('Breakout on pricing');
    await dialog.getByLabel('Starts').fill('2027-03-23T11:00');
    await dialog.getByLabel('Ends').fill('2027-03-23T12:00');
    await dialog.getByRole('button', { name: 'Add session' }).click();
    await says('3 sessions');
    await page.locator('[data-event-id="session-1"]').click();
    await page.keyboard.press('m');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-event-id="session-1"]', { hasText: '10:00–11:00' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('[data-event-id="session-1"]', { hasText: '09:00–10:00' }).waitFor();
  });

  test('the agenda is open to everyone, as board and as table', async () => {
    expect(await barriersIn(page, 'light', '#place')).toEqual([]);
    await page.getByText('Table', { exact: true }).click();
    await page.getByRole('grid', { name: 'Sessions' }).waitFor();
    expect(await barriersIn(page, 'light', '#place')).toEqual([]);
  });

  test('requests are scheduled automatically, the difference is shown, taken in one step and taken back in one', async () => {
    await page.getByRole('link', { name: /^Meetings/ }).click();
    await says('4 requests: 0 placed, 4 waiting');
    await page.getByRole('button', { name: 'Schedule automatically' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ timeout: 60_000 });
    await page.getByText('Requests', { exact: true }).click();
    await says('A plan is ready: 4 placed, 0 moved, 0 dropped, 0 kept.');
    await page.getByRole('button', { name: 'Show the changes' }).click();
    await page.getByRole('grid', { name: 'Changes of the proposed plan' }).waitFor();
    await page.getByRole('button', { name: 'Take this plan' }).click();
    await says('4 requests: 4 placed, 0 waiting');
    await page.keyboard.press('Control+z');
    await says('4 requests: 0 placed, 4 waiting');
    await page.keyboard.press('Control+Shift+z');
    await says('4 requests: 4 placed, 0 waiting');
  });

  test('a meeting is moved by keyboard on the board, pinned and unplaced; what waits says why not', async () => {
    await page.getByText('Board', { exact: true }).click();
    await page.locator('[data-event-id="request-1"]').click();
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.locator('[data-event-id="request-1"]', { hasText: 'Pinned' }).waitFor();
    await page.getByRole('button', { name: 'Unpin', exact: true }).click();
    await page.getByRole('button', { name: 'Unplace', exact: true }).click();
    await says('4 requests: 3 placed, 1 waiting');
    await page.getByRole('button', { name: 'Why not?' }).first().click();
    await says(/of \d+ starts are free/);
    await page.getByRole('button', { name: /^Place .* in Suite/ }).first().click();
    await says('4 requests: 4 placed, 0 waiting');
    expect(await barriersIn(page, 'light', '#place')).toEqual([]);
  });

  test('a request is added and withdrawn with its reason', async () => {
    await page.getByText('Requests', { exact: true }).click();
    await page.getByRole('button', { name: 'Add request' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add request' });
    await dialog.getByRole('combobox', { name: 'Partner', exact: true }).click();
    await page.getByRole('option', { name: 'Acme' }).click();
    await dialog.getByRole('combobox', { name: 'Host', exact: true }).click();
    await page.getByRole('option', { name: 'Ben' }).click();
    await dialog.getByRole('button', { name: 'Add request' }).click();
    await says('5 requests: 4 placed, 1 waiting');
    await page.getByRole('button', { name: 'Withdraw…' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Travel plans changed');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await says('5 requests: 4 placed, 0 waiting');
    await says('Withdrawn by the partner: Travel plans changed.');
    expect(await barriersIn(page, 'light', '#place')).toEqual([]);
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
