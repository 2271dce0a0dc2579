import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { barriersIn } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { openSummit } from '#test/support/open-summit.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const [acme, bolt, cedar] = partners.map((_, index) => `partner-${index + 1}` as PartnerId);
const ben = 'exec-2' as ExecutiveId;

/** Ana has one half hour and two who ask for it; Ben is late, and one of his two meetings lies before he comes. */
const summit = aSummit({
  partners, contacts: partners.map(({ name }, index) => ({ givenName: 'Lea', familyName: name, role: 'Delegate' as const, partner: `partner-${index + 1}` as PartnerId })),
  executives: [{ name: 'Ana', unavailable: [{ startsAt: on('14:00'), endsAt: on('16:00') }], topics: ['Security'] }, { name: 'Ben', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:00') }] }],
  requests: [{ partner: acme, priority: 'could' }, { partner: bolt, priority: 'could' }, { partner: cedar, host: ben }, { partner: acme, host: ben, durationMinutes: null }],
  placements: [{}, { request: 'request-3' as never, room: 'room-2' as RoomId }, { request: 'request-4' as never, room: 'room-1' as RoomId, startsAt: on('15:00') }],
} as Parameters<typeof aSummit>[0]);

describe('repair and why not', () => {
  let visiting: Visit;
  let page: Page;

  beforeAll(async () => {
    visiting = await visit();
    page = visiting.page;
    await openSummit(page, summit, 'One day', 'Meetings');
  });

  afterAll(async () => { await visiting.close(); });

  const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const requestOf = async (partner: string, host: string) => { await page.getByRole('row', { name: new RegExp(`${partner}.*${host}`) }).first().getByText(partner).first().click(); };
  const startOf = async (partner: string, host: string) => /\d\d:\d\d/.exec((await page.getByRole('row', { name: new RegExp(`${partner}.*${host}`) }).first().textContent()) ?? '')?.[0];

  test('why not: cures arrive with their exact effect, one click takes one, one undo takes it back', async () => {
    await says('4 requests: 3 placed, 1 waiting');
    await requestOf('Bolt', 'Ana');
    const cures = page.getByRole('region', { name: 'Cures' });
    await cures.getByText('Everything that may be asked for was tried.').waitFor({ timeout: 60_000 });
    expect(await cures.getByRole('listitem').evaluateAll((items) => items.map((item) => item.textContent))).toEqual([
      expect.stringMatching(/^Let Ben be the hostThen Tue, 23 Mar 2027, 1\d:\d\d in Suite \d, 2 people touched\.Apply$/),
      expect.stringMatching(/^Free Ana Tue, 23 Mar 2027, 1\d:\d\d–1\d:\d\dThen Tue, 23 Mar 2027, 1\d:\d\d in Suite \d, 2 people touched\.Apply$/),
      'Give up Acme with Ana (could)Then Tue, 23 Mar 2027, 13:30 in Suite 1, 3 people touched.Apply',
    ]);
    expect(await barriersIn(page, 'light', '#place')).toEqual([]);
    await cures.getByRole('button', { name: 'Apply: Give up Acme with Ana (could)' }).focus();
    await page.keyboard.press('Enter');
    await says('4 requests: 3 placed, 1 waiting');
    await page.getByRole('row', { name: /Bolt.*Ana.*Placed/ }).first().waitFor();
    await page.getByRole('row', { name: /Acme.*Ana.*Not placed/ }).first().waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /Bolt.*Ana.*Not placed/ }).first().waitFor();
    await page.getByRole('row', { name: /Acme.*Ana.*Placed/ }).first().waitFor();
  });

  test('the list of what waits shows the cheapest cure of each, found in the background without asking', async () => {
    await page.getByRole('row', { name: /Bolt.*Ana.*Let Ben be the host, 2 people touched/ }).first().waitFor({ timeout: 60_000 });
    await page.locator('#place').getByText('Board', { exact: true }).first().click();
    await page.getByRole('region', { name: 'Not placed' }).getByText('Let Ben be the host, 2 people touched').waitFor();
  });

  test('a drop that is refused says why and offers what would let it be held there; by keyboard one is taken, and one undo takes it back', async () => {
    const spoken = page.locator('.sp-board > [aria-live=assertive]');
    await page.getByRole('button', { name: /^Bolt ?, place by keyboard/ }).focus();
    await page.keyboard.press('Enter');
    await spoken.getByText(/Bolt lifted from the list/).waitFor();
    for (let step = 0; step < 60 && !/13:30 to/.test((await spoken.textContent()) ?? ''); step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Refused drop' });
    await panel.getByText('Ana meets Acme 13:30–14:00.').first().waitFor();
    await panel.getByText('Everything that may be asked for was tried.').waitFor({ timeout: 60_000 });
    expect(await panel.getByRole('listitem').evaluateAll((items) => items.map((item) => item.textContent))).toEqual(['Give up Acme with Ana (could)Then Tue, 23 Mar 2027, 13:30 in Suite 1, 3 people touched.Apply']);
    expect(await barriersIn(page, 'light', '#place')).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Bolt ?, place by keyboard/ }).focus();
    await page.keyboard.press('Enter');
    for (let step = 0; step < 60 && !/13:30 to/.test((await spoken.textContent()) ?? ''); step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Apply: Give up Acme with Ana (could)' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Acme ?, place by keyboard/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Bolt ?, place by keyboard/ }).waitFor();
    await page.locator('#place').getByText('Requests', { exact: true }).first().click();
  });

  test('a finding of the meetings carries its cure to the overview', async () => {
    await page.getByRole('link', { name: /^Overview/ }).click();
    const finding = page.getByRole('list', { name: 'Needs attention' }).getByRole('listitem').filter({ hasText: 'has no length' });
    await finding.getByRole('button', { name: 'Set 30 minutes' }).focus();
    await page.keyboard.press('Enter');
    await finding.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await finding.waitFor();
    await page.getByRole('link', { name: /^Meetings/ }).click();
  });

  test('repair after a late flight moves the one meeting it hits, shows whom it touches first, and one undo takes it back', async () => {
    await page.keyboard.press('Control+Alt+r');
    await page.getByRole('radio', { name: 'Repair' }).waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ timeout: 60_000 });
    await says('2 people are touched: 2 with a meeting moved or dropped.');
    const changes = page.getByRole('grid', { name: 'Changes of the proposed plan' });
    await changes.getByText('Cedar').first().waitFor();
    expect(await changes.getByText(/^(Acme|Bolt)$/).count()).toBe(0);
    await page.getByRole('button', { name: 'Take this plan' }).click();
    await page.getByRole('row', { name: /Cedar.*Ben/ }).first().waitFor();
    await expect.poll(() => startOf('Cedar', 'Ben')).toMatch(/1[45]:\d\d/);
    expect([await startOf('Acme', 'Ana'), await startOf('Acme', 'Ben')]).toEqual(['13:30', '15:00']);
    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /Cedar.*Ben.*13:30/ }).first().waitFor();
  });

  test('nothing complained', () => { expect(visiting.complaints).toEqual([]); });
});
