import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultCriteria } from '#shared/invitations/default-criteria.ts';
import type { CriterionId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import type { LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import { barriers } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { agreement, contact, day, executed, partner, session, tablesWith } from '#test/support/selection.ts';


const summit = tablesWith({
  summit: { name: 'Journey Summit', seatLimit: 2, days: [{ date: day('2027-03-23'), opensAt: '08:00' as LocalTime, closesAt: '18:00' as LocalTime }] },
  criteria: defaultCriteria.map((criterion, index) => ({ ...criterion, id: `criterion-${index}` as CriterionId })),
  partners: [
    partner('acme', { name: 'Acme', tier: 'Elite', strategic: true, performance: { revenue: money(900, 'EUR'), health: 80 } }), partner('bolt', { name: 'Bolt', tier: 'Elite', performance: { revenue: money(500, 'EUR'), health: 60 } }),
    partner('core', { name: 'Core', tier: 'Platinum', performance: { revenue: money(700, 'EUR') } }), partner('rich', { name: 'Rich', tier: 'Silver', performance: { revenue: money(9000, 'EUR') } }),
  ],
  contacts: [contact('ana', 'acme', { givenName: 'Ana', familyName: 'Arp' }), contact('ben', 'bolt', { givenName: 'Ben', familyName: 'Bode' })],
  agreements: [executed('nda-acme', 'acme'), agreement('nda-bolt', 'bolt', { sentOn: day('2027-02-01') })],
  sessions: [session('roadmap', { title: 'Roadmap', startsAt: '2027-03-23T09:00' as LocalDateTime, endsAt: '2027-03-23T10:00' as LocalDateTime })],
});

describe('choosing invitees and clearing their NDAs', () => {
  let here: Visit;

  beforeAll(async () => {
    here = await visit();
    await openSummit(here.page, summit, 'Journey Summit');
    await here.page.locator('.sp-place').waitFor();
  });
  afterAll(() => here.close());

  async function goTo(place: string): Promise<void> {
    await here.page.evaluate((hash) => { location.hash = hash; }, `#/${place}`);
    await here.page.getByRole('grid').waitFor();
  }
  const line = (name: string) => here.page.getByRole('row').filter({ hasText: name });

  /** What stands in the way of some people, in dark and in light. */
  test('waves are proposed by keyboard, taken as one step, undone and taken again', async () => {
    const { page } = here;
    await goTo('invitees');
    for (const round of [1, 2]) {
      await page.keyboard.press('ControlOrMeta+Alt+p');
      await page.getByRole('dialog').getByRole('button', { name: 'See the proposal' }).click();
      expect(await page.getByRole('dialog').filter({ hasText: 'Take this proposal?' }).textContent()).toContain('Wave A: 2 for 2 free of 2 seats. Wave B: 1.');
      await page.getByRole('button', { name: 'Shortlist 3' }).click();
      await line('Acme').filter({ hasText: 'Shortlisted' }).waitFor();
      if (round === 1) {
        await page.keyboard.press('ControlOrMeta+z');
        await expect.poll(() => line('Shortlisted').count()).toBe(0);
      }
    }
  });

  test('the inspector explains a score to the digit and records each step with who and why', async () => {
    const { page } = here;
    await line('Acme').getByRole('gridcell', { name: 'Acme' }).click();
    const inspector = page.getByRole('complementary', { name: 'Acme' });
    const numbers = await inspector.locator('.inv-terms tbody td:last-child').allTextContents();
    expect(numbers.reduce((sum, text) => sum + Math.round(Number(text) * 10), 0)).toBe(Math.round(Number(await inspector.locator('.inv-terms tfoot td').last().textContent()) * 10));
    for (const step of ['approved', 'invited', 'accepted']) {
      await inspector.getByRole('button', { name: `Mark ${step}` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^(Approved by|By)/ }).fill('Vera Lind');
      await dialog.getByRole('button', { name: `Mark ${step}` }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    expect(await inspector.locator('.inv-life li').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('Accepted 2027-03-01, Vera Lind')]));
    await line('Bolt').getByRole('gridcell', { name: 'Bolt' }).click();
    await page.keyboard.press('ControlOrMeta+Alt+a');
    await page.getByRole('dialog').getByRole('textbox', { name: /^Approved by/ }).fill('Vera Lind');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark approved' }).click();
    await page.getByText('2 of 2 seats taken').waitFor();
    expect(await barriers(here.page, '.sp-place')).toEqual([]);
  });

  test('weights tried out say who comes in before they are kept', async () => {
    const { page } = here;
    await page.getByText('Criteria', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Weight of Programme tier' }).fill('100');
    await page.getByText('If all were chosen anew').waitFor();
    expect(await page.locator('.inv-shifts').first().textContent()).toContain('Bolt');
    expect(await barriers(here.page, '.sp-place')).toEqual([]);
    await page.getByRole('button', { name: 'Keep these weights' }).click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => page.getByRole('textbox', { name: 'Weight of Programme tier' }).inputValue()).toBe('15');
  });

  test('coverage shows who is blocked, why and what cures it, and a waiver opens the door', async () => {
    const { page } = here;
    await goTo('ndas');
    expect(await line('Bolt').textContent()).toContain('Sent');
    await page.getByText('Coverage', { exact: true }).click();
    await line('Ben Bode').filter({ hasText: 'Blocked' }).getByRole('gridcell', { name: 'Ben Bode' }).click();
    const inspector = page.getByRole('complementary', { name: 'Ben Bode' });
    expect(await inspector.textContent()).toContain('Sent 2027-02-01, nobody has signed. Remind the partner to sign.');
    expect(await barriers(here.page, '.sp-place')).toEqual([]);
    await inspector.getByRole('button', { name: 'Waive…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Approved by/ }).fill('Vera Lind');
    await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Speaks on the stage');
    await dialog.getByRole('button', { name: 'Waive' }).click();
    await line('Ben Bode').filter({ hasText: 'Waived' }).waitFor();
    expect(await inspector.textContent()).toContain('Waived by Vera Lind until 2027-03-23: Speaks on the stage');
    await page.getByText('Door lists', { exact: true }).click();
    await page.getByText('1 cleared, 1 waived').waitFor();
    await page.getByText('Chase list (0)').click();
    await page.getByText('Nobody to chase').waitFor();
    expect(here.complaints).toEqual([]);
  });
});
