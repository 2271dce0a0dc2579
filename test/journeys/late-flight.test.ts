import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { eightMeetings, everyStart, landsAt, peopleOf } from '#test/support/late-flight.ts';
import { disturbanceOf, leastDisturbance } from '#test/support/least-disturbance.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { savedSummit, untilSaved } from '#test/support/planner-hand.ts';

describe('a host’s flight is late', () => {
  let visiting: Visit;
  let page: Page;
  let late: Snapshot;
  let shown: readonly string[];

  beforeAll(async () => {
    visiting = await visit();
    page = visiting.page;
    await openSummit(page, eightMeetings(), 'One day', 'People');
  });

  afterAll(async () => { await visiting.close(); });

  const saved = async () => { await untilSaved(page); return (await savedSummit(page)).snapshot; };

  test('the planner says when Ana lands, and the one meeting that she misses is said to clash', async () => {
    await page.locator('#place').getByText('Our executives', { exact: true }).click();
    await page.getByRole('row', { name: /Ana/ }).first().getByText('Ana').first().click();
    await page.getByRole('button', { name: 'Edit Arrives:' }).click();
    await page.locator('#place input[type="datetime-local"]').fill(landsAt);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Edit Arrives:.*14:00/ }).waitFor();
    late = await saved();
    expect(scheduleFaults(late)).toEqual([expect.stringMatching(/^request-1 at .*exec-1 is not there yet$/)]);
  });

  test('repair says whom it touches before anything changes', async () => {
    await page.getByRole('link', { name: /^Meetings/ }).click();
    await page.keyboard.press('Control+Alt+r');
    await page.getByRole('radio', { name: 'Repair' }).waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ timeout: 60_000 });
    await page.getByText('3 people are touched: 3 with a meeting moved or dropped.').waitFor();
    await page.getByRole('radiogroup', { name: 'Which changes' }).getByText('People touched 3').click();
    const people = page.getByRole('grid', { name: 'People touched' });
    await people.getByText('Ana').waitFor();
    shown = (await people.locator('[role="gridcell"][id$="-name"]').allTextContents()).sort();
    expect(await saved()).toEqual(late);
  });

  test('taken, it touches exactly those, and no plan of the eight moves fewer meetings or touches fewer people: every plan was tried', async () => {
    await page.getByRole('button', { name: 'Take this plan' }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ state: 'detached' });
    const after = await saved();
    const { weightLost, otherTimes, moved, touched } = disturbanceOf(late, after.placements.values(), peopleOf);
    expect({ faults: scheduleFaults(after), touched }).toEqual({ faults: [], touched: shown });
    expect({ weightLost, otherTimes, moved, touched: touched.length }).toEqual(leastDisturbance(late, everyStart, peopleOf));
  });

  test('one undo puts every meeting back', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await page.locator('.sp-toast').filter({ hasText: /^Undone: / }).waitFor();
    expect((await saved()).placements).toEqual(late.placements);
  });

  test('nothing complained', () => { expect(visiting.complaints).toEqual([]); });
});
