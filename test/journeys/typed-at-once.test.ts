import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { type Hand, handOf } from '#test/support/places.ts';
import { smallSummit } from '#test/support/small-summit.ts';
import { whileTimersAreHeld } from '#test/support/timers-held.ts';

/** Whoever knows the way does not wait until a slow machine has drawn it: what opens has the keyboard from the key that asked for it, and what it gives back is there at once. */
describe('a planner types on without waiting for what opens and closes', () => {
  let visiting: Visit;
  let page: Visit['page'];
  let hand: Hand;
  let keys: (...pressed: string[]) => Promise<void>;

  beforeAll(async () => {
    visiting = await visit();
    ({ page } = visiting);
    page.setDefaultTimeout(20_000);
    await openSummit(page, smallSummit());
    hand = handOf(page);
    keys = async (...pressed) => { for (const key of pressed) await page.keyboard.press(key); };
  });
  beforeEach(async () => {
    await hand.closeDialogs();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await hand.goTo('Partners');
    await hand.cell('acme', 'name').click();
  });
  afterAll(() => visiting.close());

  test('the palette takes every letter, and Enter', async () => {
    await whileTimersAreHeld(page, async () => {
      await keys('Control+k');
      await page.keyboard.type('go to people');
      await keys('Enter');
    });
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  });

  test('the palette that is left gives the keyboard back to the cell below', async () => {
    await keys('Control+k');
    await hand.dialog().waitFor();
    await whileTimersAreHeld(page, async () => {
      await keys('Escape', 'ArrowDown', 'F2');
      await page.keyboard.type('Bolts');
      await keys('Enter');
    });
    await hand.cell('bolt', 'name').filter({ hasText: 'Bolts' }).waitFor();
    await hand.undo();
  });

  test('the palette that is left gives the keyboard back to the button that opened it', async () => {
    const find = page.locator('.sp-find');
    await find.focus();
    await keys('Enter', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => find.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('a form takes the letters of its first field, and those after Tab stay in the next', async () => {
    await whileTimersAreHeld(page, async () => {
      await keys('Control+Alt+n');
      await page.keyboard.type('Dune');
      await keys('Tab');
      await page.keyboard.type('D4');
    });
    await page.keyboard.type('04');
    expect(await hand.dialog().getByRole('textbox').evaluateAll((fields) => fields.slice(0, 2).map((field) => (field as HTMLInputElement).value))).toEqual(['Dune', 'D404']);
    await keys('Escape');
    await hand.dialog().waitFor({ state: 'detached' });
  });

  test('a question takes the Enter that follows it: a removal is thought better of, not begun elsewhere', async () => {
    await whileTimersAreHeld(page, async () => {
      await keys('Control+k');
      await page.keyboard.type('remove partner');
      await keys('Enter', 'Enter');
    });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('.sp-editor').count()).toBe(0);
    await hand.cell('acme', 'name').filter({ hasText: 'Acme' }).waitFor();
  });

  test('the menu of a column takes the letters of its filter', async () => {
    await whileTimersAreHeld(page, async () => {
      await keys('Alt+ArrowDown');
      await page.keyboard.type('olt');
    });
    await expect.poll(() => page.locator('.sp-status [role="status"]').textContent()).toMatch(/^1 of 3 rows/);
    await hand.dialog().getByRole('button', { name: 'Clear filter', exact: true }).click();
  });

  test('a cell of choices takes every letter, the first one too', async () => {
    await hand.cell('bolt', 'tier').click();
    await whileTimersAreHeld(page, async () => {
      await page.keyboard.type('si');
      await keys('Enter');
    });
    await hand.cell('bolt', 'tier').filter({ hasText: 'Silver' }).waitFor();
  });

  test('a cell of a date takes every digit, the first one too', async () => {
    await hand.goTo('Plans & commitments');
    await hand.cell('fund', 'dueOn').click();
    // The same day whether day or month comes first.
    await whileTimersAreHeld(page, async () => {
      await page.keyboard.type('11112027');
      await keys('Enter');
    });
    expect((await hand.snapshot()).commitments.get('fund' as never)?.dueOn).toBe('2027-11-11');
  });
});
