import type { Page } from 'playwright-core';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from './browser.ts';
import { openSummit } from './open-summit.ts';

/** The requests of a summit, in a window of their own. */
export async function openMeetings(snapshot: Snapshot, options: Parameters<typeof visit>[0] = {}): Promise<Visit> {
  const visiting = await visit(options);
  const { page } = visiting;
  page.setDefaultTimeout(20_000);
  await openSummit(page, snapshot, 'Board', 'Meetings');
  await page.getByRole('grid', { name: 'Meeting requests' }).waitFor();
  return visiting;
}

export const view = (page: Page, label: string) => page.getByRole('radiogroup', { name: 'View' }).getByText(label, { exact: true }).click();
export const columnsBy = (page: Page, label: string) => page.getByRole('radiogroup', { name: 'Columns' }).getByText(label, { exact: true }).click();
/** What a meeting looks like on the board, by the id of its request. */
export const face = (page: Page, id: string) => page.locator(`[data-event-id="${id}"]`);
