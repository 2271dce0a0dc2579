import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { changesBetween, type Hand, handOf } from '#test/support/places.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const figures = 'Partner,Revenue Q1 FY26,Revenue Q2 FY26,Revenue Q3 FY26,Revenue Q4 FY26,Revenue Target FY26,Win rate Q4 FY26\nAcme,"100,000.50","200,000.50","300,000.50","400,000.50",9,45%\nBolt,1,,3,4,9,30%\n';
const registrations = 'order_id,first_name,last_name,email,company,order_status,created,Will you join the dinner on Tuesday?\n901,Nia,New,nia@acme.example,Acme,Completed,2027-02-01,Yes\n901,Guest of,N. New,,Acme,Completed,2027-02-01,Yes\n902,Ben,Off,ben@bolt.example,Bolt,Refunded,2027-02-02,No\n';

describe('reports of figures and of registrations, from the drop to the undo', () => {
  let visiting: Visit;
  let page: Page;
  let hand: Hand;
  let before: Snapshot;

  beforeAll(async () => {
    visiting = await visit({ width: 1280, height: 800 });
    page = visiting.page;
    page.setDefaultTimeout(15_000);
    const small = smallSummit();
    await openSummit(page, { ...small, invitations: new Map([...small.invitations].map(([id, invitation]) => [id, invitation.partner === ('acme' as never) ? { ...invitation, stage: 'accepted' as const } : invitation])) });
    hand = handOf(page);
    before = await hand.snapshot();
  });
  afterAll(() => visiting.close());

  test('dropped together, they say how they are read, what of them is not, and why', async () => {
    await hand.goTo('Exchange');
    await page.locator('.sp-drop input[type="file"]').setInputFiles([['figures.csv', figures] as const, ['tickets.csv', registrations] as const].map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
    expect(await page.locator('#place [role="gridcell"][id$="-kind"]').allTextContents()).toEqual(['metrics', 'registrations']);
    expect((await page.getByRole('list', { name: 'Before importing' }).locator('.sp-finding-words').allTextContents()).filter((text) => /^(figures|tickets)\.csv/.test(text))).toEqual([
      'figures.csv: Win rate Q4 FY26 is read as October 2026 to December 2026. Fiscal years begin in January and are called by the year they end in; if that is wrong, mend the month in Set-up and import again.',
      'figures.csv: not read, since no field holds it: “Revenue Target FY26”.',
      'tickets.csv: not read, since no field holds it: “Will you join the dinner on Tuesday?”.',
    ]);
    await picture(page, 'files');
    await hand.view('Rows with a reason 3');
    expect(await page.locator('#place [role="gridcell"][id$="-reason"]').allTextContents()).toEqual(['The newest twelve months have a gap', 'A guest without a name: nobody yet', 'Cancelled, refunded or passed on']);
    await picture(page, 'reasons');
  });

  test('taken, they are the partner’s twelve months, a delegate and a step of the invitation; one undo brings everything back', async () => {
    await hand.press('Import 4 rows');
    await page.getByRole('heading', { level: 1, name: 'Exchange' }).waitFor();
    const after = await hand.snapshot();
    const acme = after.partners.get('acme' as never);
    expect(acme?.performance).toEqual({ ...before.partners.get('acme' as never)?.performance, revenue: { hundredths: 100_000_200, currency: 'EUR' }, winRate: 0.45, asOf: '2026-12-31', source: 'figures.csv' });
    expect(after.partners.get('bolt' as never)?.performance.revenue).toBe(null);
    expect([...after.contacts.values()].filter(({ id }) => !before.contacts.has(id)).map(({ givenName, familyName, partner, role }) => ({ givenName, familyName, partner, role }))).toEqual([{ givenName: 'Nia', familyName: 'New', partner: 'acme', role: 'Delegate' }]);
    expect([...after.invitations.values()].filter(({ partner }) => partner === ('acme' as never)).map(({ stage, steps }) => ({ stage, last: steps.at(-1) }))).toEqual([{ stage: 'registered', last: { stage: 'registered', on: '2027-02-01', who: 'tickets.csv', why: 'Registration 901' } }]);
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
    expect(visiting.complaints).toEqual([]);
  });
});

/** For the eye, where a folder is named; no step waits for it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SUMMIT_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/figures-${name}.png` });
}
