import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit, type Visit } from '#test/support/browser.ts';
import { largeSummit } from '#test/support/large-summit.ts';
import { openSummit } from '#test/support/open-summit.ts';

/** The promise is 50 ms and is measured, not tested: other journeys share two cores with the two workers. What the planner would call frozen fails; the rest is printed. */
const frozenMilliseconds = 2000;

/** What the page wrote down about itself. Kept there, since asking it costs its thread time. */
type Diary = {
  /** Tasks of more than 50 ms, by the browser's own count: when and how long. */
  readonly long: { readonly at: number; readonly took: number }[];
  /** Weights of the plan, as drawn. */
  readonly weights: number[];
  readonly marks: Record<string, number>;
  readonly began: number;
};

describe('a summit of the largest size is scheduled and the window stays free', () => {
  let visiting: Visit;
  let page: Page;

  beforeAll(async () => {
    visiting = await visit({ width: 1440, height: 900 });
    page = visiting.page;
    page.setDefaultTimeout(60_000);
    await openSummit(page, largeSummit(), 'Large', 'Meetings');
    await page.locator('#place').getByText('Schedule', { exact: true }).first().click();
    await page.getByText('Nothing changes until you take the plan.').waitFor();
  }, 120_000);
  afterAll(async () => { await visiting.close(); });

  test('while it runs the window never freezes and the plan only gets better; stopped, it ends at once with the best plan kept', async () => {
    await page.getByLabel('Seconds to spend').fill('60');
    await page.getByText('Checking…').waitFor({ state: 'detached' });
    await page.evaluate(keepDiary);
    await settled(page);
    await clickOn(page, 'Start');
    await page.waitForFunction(() => (window as unknown as { diary: Diary }).diary.weights.length > 0);
    await page.waitForTimeout(8000);
    await clickOn(page, 'Stop and keep the best');
    await page.waitForFunction(() => 'Take this plan' in (window as unknown as { diary: Diary }).diary.marks);
    const { long, weights, marks } = await page.evaluate(() => (window as unknown as { diary: Diary }).diary);
    const [start = 0, stop = 0, end = 0] = ['Start', 'Stop and keep the best', 'Take this plan'].map((mark) => marks[mark]);
    const during = long.filter(({ at }) => at >= start && at < stop);
    console.log(`tasks over 50 ms between Start and Stop: ${during.map(({ took }) => `${Math.round(took)} ms`).join(', ') || 'none'}; plan on screen ${Math.round(end - stop)} ms after Stop`);
    expect(during.filter(({ took }) => took > frozenMilliseconds).map(({ at, took }) => `${Math.round(took)} ms, ${Math.round(at - start)} ms after Start`)).toEqual([]);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(end - stop).toBeLessThan(5000);
    await page.getByText(/^2,\d\d\d of 2,500 requests have a place; weight [\d,]+(, the most there can be| of at most [\d,]+)/).waitFor();
    await page.getByRole('grid', { name: 'Changes of the proposed plan' }).waitFor();
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});

/** Opening goes on for a while: rules are judged and reasons found between other things. The run is watched once that is over. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { diary } = window as unknown as { diary: Diary };
    const last = diary.long.at(-1);
    return performance.now() - Math.max(diary.began, last ? last.at + last.took : 0) > 2000;
  });
}

/** Clicks in a task of its own, so that what the click causes is not counted with what the test does. */
async function clickOn(page: Page, name: string): Promise<void> {
  await page.waitForFunction((wanted) => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === wanted), name);
  await page.evaluate((wanted) => {
    const { diary } = window as unknown as { diary: Diary };
    diary.marks[wanted] = performance.now();
    setTimeout(() => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted)?.click();
    });
  }, name);
}

function keepDiary(): void {
  const diary: Diary = { long: [], weights: [], marks: {}, began: performance.now() };
  (window as unknown as { diary: Diary }).diary = diary;
  new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) diary.long.push({ at: startTime, took: duration }); }).observe({ type: 'longtask' });
  setInterval(() => {
    const weight = Number(/^The plan weighs ([\d,]+)/.exec(document.querySelector('svg[aria-label^="The plan weighs"]')?.getAttribute('aria-label') ?? '')?.[1]?.replaceAll(',', '') ?? Number.NaN);
    if (weight > 0 && weight !== diary.weights.at(-1)) diary.weights.push(weight);
    if (!('Take this plan' in diary.marks) && [...document.querySelectorAll('#place button')].some(({ textContent }) => textContent === 'Take this plan')) diary.marks['Take this plan'] = performance.now();
  }, 50);
}
