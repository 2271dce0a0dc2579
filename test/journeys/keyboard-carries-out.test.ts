import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { barriersIn } from '#test/support/barriers.ts';
import { journeyNow, type Visit } from '#test/support/browser.ts';
import { importedSample } from '#test/support/imported-sample.ts';
import { expectFocusSeen, type KeyboardHand, pressOn, switchTo, tabTo, visitByKeys } from '#test/support/keyboard-hand.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { downloaded, savedSummit, untilSaved } from '#test/support/planner-hand.ts';

/** The second half of the job with keys only, from a summit whose partners have accepted to what is printed. No step touches the mouse, and the last one proves it. */
describe('a planner carries a summit out without a mouse', () => {
  let visiting: Visit;
  let page: Visit['page'];
  let pointersHeard: () => Promise<readonly string[]>;
  let hand: KeyboardHand;

  beforeAll(async () => {
    const visitor = await visitByKeys();
    ({ page, hand, pointersHeard } = visitor);
    visiting = visitor;
  });
  afterEach(({ task }) => expectFocusSeen(page, task.name));
  afterAll(() => visiting.close());

  /** From the first column that could take what is on the move, through every place that could; whether one of them is free and not where it came from, as the board says it. */
  async function goesWhereItIsFree(moved: Locator, home: { readonly room: string; readonly time: string } | null): Promise<boolean> {
    const said = page.locator('.sp-board [aria-live="assertive"]');
    await hand.keys(...Array<string>(12).fill('Shift+ArrowLeft'));
    for (let column = 0; column < 12; column++) {
      for (const key of [...Array<string>(20).fill('Shift+ArrowUp'), ...Array<string>(20).fill('Shift+ArrowDown'), 'Shift+ArrowRight']) {
        await hand.keys(key);
        const words = (await said.textContent()) ?? '';
        const isHome = home !== null && words.startsWith(`${home.room}, `) && words.includes(`${home.time} to `);
        if (!isHome && words.endsWith('. Free.') && (await moved.getAttribute('data-verdict')) === 'legal') return true;
      }
    }
    return false;
  }

  /** Which meetings can go elsewhere is for the plan to say, and every run may find another. */
  async function liftOneThatCanGo({ placements, rooms }: Snapshot): Promise<string> {
    const tried: string[] = [];
    for (const onwards of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowRight']) {
      const id = (await hand.focusedEvent()) ?? '';
      const held = [...placements.values()].find(({ request }) => request === id);
      await hand.keys('m');
      if (held && (await goesWhereItIsFree(page.locator(`[data-event-id="${id}"]`), { room: rooms.get(held.room)?.name ?? '', time: held.startsAt.slice(11, 16) }))) return id;
      tried.push(id);
      await hand.keys('Escape', onwards);
    }
    throw new Error(`No meeting can go anywhere of ${tried.join(', ')}`);
  }

  test('opens the summit file of a colleague from the welcome screen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'summit-keys-'));
    writeFileSync(join(folder, 'keys.summit'), writeSummitFile(await importedSample('Keys only', 12), 'Keys only', journeyNow as Instant));
    const chooser = page.waitForEvent('filechooser');
    await pressOn(page, hand.button('Open a summit file…'));
    await (await chooser).setFiles(join(folder, 'keys.summit'));
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    expect([...(await hand.saved()).invitations.values()].filter(({ stage }) => stage === 'accepted').length).toBe(12);
  });

  test('schedules, looks at the difference and takes a plan without a fault', async () => {
    await hand.goTo('Meetings');
    await hand.keys('Control+Shift+s');
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await expectFocusSeen(page, 'opening the schedule');
    await hand.keys('Enter');
    await hand.button('Take this plan').waitFor({ timeout: 150_000 });
    await expectFocusSeen(page, 'scheduling');
    await page.getByRole('grid', { name: 'Changes of the proposed plan' }).waitFor();
    await tabTo(page, hand.button('Take this plan'));
    await hand.keys('Enter');
    await hand.says(/requests?: [1-9]\d* placed/);
    const snapshot = await hand.saved();
    expect(snapshot.placements.size).toBeGreaterThan(0);
    expect(scheduleFaults(snapshot)).toEqual([]);
  });

  test('picks a meeting up on the board, puts it down where it is free, and takes it back', async () => {
    await switchTo(page, 'View', 'Board');
    await hand.toTheBoard();
    const before = await hand.saved();
    const id = await liftOneThatCanGo(before);
    const spotIn = ({ placements }: Snapshot) => [...placements.values()].filter(({ request }) => request === id).map(({ room, startsAt }) => `${startsAt} ${room}`);
    expect(spotIn(before).length).toBe(1);
    await hand.keys('Enter');
    const after = await hand.saved();
    expect(spotIn(after)).not.toEqual(spotIn(before));
    expect(scheduleFaults(after)).toEqual([]);
    expect(await hand.focusedEvent()).toBe(id);
    await hand.keys('Control+z');
    expect(spotIn(await hand.saved())).toEqual(spotIn(before));
    await hand.keys('Control+Shift+z');
    expect(spotIn(await hand.saved())).toEqual(spotIn(after));
  });

  test('takes a meeting off the board and carries it in again from the list of what waits', async () => {
    const id = (await hand.focusedEvent()) ?? '';
    const face = page.locator(`[data-event-id="${id}"]`);
    const before = await hand.saved();
    await hand.keys(' ', 'Control+Backspace');
    await face.waitFor({ state: 'detached' });
    await expectFocusSeen(page, 'unplacing a meeting');
    expect((await hand.saved()).placements.size).toBe(before.placements.size - 1);
    await tabTo(page, page.locator(`[data-item-id="${id}"]`).getByRole('button', { name: 'place by keyboard' }), 'Shift+Tab');
    await hand.keys('Enter');
    const lifted = page.locator('.sp-event-lifted [data-event-id]');
    await page.locator('.sp-event-lifted:focus').waitFor();
    expect(await goesWhereItIsFree(lifted, null)).toBe(true);
    await hand.keys('Enter');
    await page.locator('.sp-board[data-moving]').waitFor({ state: 'detached' });
    const after = await hand.saved();
    expect([after.placements.size, scheduleFaults(after)]).toEqual([before.placements.size, []]);
  });

  test('sees who stands where in an award, recuses a judge with a reason, sees the ranking follow and takes it back', async () => {
    await hand.goTo('Awards');
    await switchTo(page, 'View', 'Ranking');
    await hand.toTheList();
    const ranking = () => page.getByRole('grid', { name: /^Ranking of/ }).getByRole('row').allTextContents();
    await hand.keys('Control+Home');
    await page.getByRole('complementary').waitFor();
    const [before, ranked] = [await hand.saved(), await ranking()];
    await pressOn(page, hand.button(/^Recuse /).first());
    await page.getByRole('dialog', { name: /^Recuse / }).waitFor();
    await page.keyboard.type('Sits on its board');
    await hand.keys('Control+Enter');
    await hand.gone();
    await expectFocusSeen(page, 'recusing a judge');
    expect([...(await hand.saved()).recusals.values()].filter(({ id }) => !before.recusals.has(id)).map(({ kind, reason }) => [kind, reason])).toEqual([['recused', 'Sits on its board']]);
    await expect.poll(ranking, { timeout: 30_000 }).not.toEqual(ranked);
    await hand.keys('Control+z');
    await expect.poll(ranking, { timeout: 30_000 }).toEqual(ranked);
    await hand.keys('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  test('captures what the vendor and what the partner promise, one after the other', async () => {
    await hand.goTo('Plans & commitments');
    const before = (await hand.saved()).commitments;
    await hand.keys('Control+Alt+n');
    const form = page.getByRole('form', { name: 'Capture a commitment' });
    await form.waitFor();
    await page.keyboard.type('palisade');
    await hand.keys('Enter', 'Tab', 'Tab');
    await page.keyboard.type('Fund the spring campaign');
    await hand.keys('Control+Enter');
    await hand.says('Captured now: 1 commitment');
    const promised = page.getByRole('textbox', { name: 'What is promised' }).and(page.locator(':focus'));
    await promised.waitFor();
    await expectFocusSeen(page, 'capturing the first');
    await hand.keys('Shift+Tab', 'ArrowRight', 'Tab');
    await promised.waitFor();
    await page.keyboard.type('Train 20 engineers');
    await hand.keys('Enter');
    await page.getByRole('heading', { level: 2, name: 'Train 20 engineers' }).waitFor();
    const { commitments, partners } = await hand.saved();
    expect([...commitments.values()].filter(({ id }) => !before.has(id)).map(({ side, description, partner }) => [side, description, partners.get(partner)?.name]).sort()).toEqual([
      ['partner', 'Train 20 engineers', 'Palisade Ridge Solutions Inc.'], ['vendor', 'Fund the spring campaign', 'Palisade Ridge Solutions Inc.'],
    ]);
  });

  test('reads why a wish is not agreed yet, and dismisses the message', async () => {
    await pressOn(page, hand.button('Agreed by both'));
    const message = page.getByRole('alert').filter({ hasText: 'is a wish' });
    await message.waitFor();
    expect(await barriersIn(page, 'light')).toEqual([]);
    await tabTo(page, page.getByRole('region', { name: 'Messages' }).getByRole('button'), 'F6');
    await tabTo(page, message.getByRole('button', { name: 'Dismiss' }));
    await expectFocusSeen(page, 'walking to a message');
    await hand.keys('Enter');
    await message.waitFor({ state: 'detached' });
  });

  test('hands the promises to their readers as a spreadsheet, and a table as it is shown', async () => {
    await hand.keys('Control+Shift+e');
    await page.getByRole('dialog', { name: 'Export for readers' }).waitFor();
    await tabTo(page, hand.dialog().getByRole('button', { name: 'Export' }));
    const sheet = await downloaded(page, () => hand.keys('Enter'));
    expect([sheet.name.endsWith('.xlsx'), sheet.bytes[0], sheet.bytes[1]]).toEqual([true, 0x50, 0x4b]);
    await expectFocusSeen(page, 'exporting for readers');
    await tabTo(page, hand.button('Export what is shown'));
    const table = await downloaded(page, () => hand.keys('Enter'));
    expect([table.name, Buffer.from(table.bytes).toString('utf8').includes('Train 20 engineers')]).toEqual(['Commitments.csv', true]);
  });

  test('prints a book that other programs read', async () => {
    await hand.goTo('Books & print');
    await hand.toTheList();
    await hand.keys('Control+Home', 'ArrowDown');
    await page.getByRole('complementary').waitFor();
    const book = await downloaded(page, () => hand.keys('Control+Alt+p'));
    expect(book.name).toMatch(/\.pdf$/);
    execFileSync('qpdf', ['--check', book.path], { stdio: 'ignore' });
    expect(execFileSync('pdftotext', [book.path, '-'], { encoding: 'utf8' })).toContain('Keys only');
  });

  test('takes three steps back by the button and three forward', async () => {
    const before = await hand.saved();
    await tabTo(page, hand.button('Undo').first());
    for (let step = 0; step < 3; step++) { await hand.keys('Enter'); await untilSaved(page); }
    await expect.poll(async () => (await hand.saved()).commitments.size, { timeout: 30_000 }).toBe(before.commitments.size - 2);
    await pressOn(page, hand.button('Redo').first());
    await untilSaved(page);
    await hand.keys('Control+Shift+z', 'Control+Shift+z');
    await expect.poll(() => hand.saved(), { timeout: 30_000 }).toEqual(before);
  });

  test('opens the saved file again as a copy, whole', async () => {
    const { path, snapshot } = await savedSummit(page);
    const named = join(path, '..', 'copy.summit');
    execFileSync('cp', [path, named]);
    await pressOn(page, hand.button(/^Keys only/));
    const chooser = page.waitForEvent('filechooser');
    const item = page.getByRole('menuitem', { name: 'Open a summit file…' });
    await item.waitFor();
    await tabTo(page, item, 'ArrowDown');
    await hand.keys('Enter');
    await (await chooser).setFiles(named);
    // A summit just opened has nothing to undo yet.
    await page.locator('button[aria-label="Undo"]:disabled').waitFor();
    const copy = await hand.saved();
    expect(damageOf(copy)).toEqual([]);
    expect(copy.placements).toEqual(snapshot.placements);
  });

  test('no mouse, pen or finger was heard, though one would have been', async () => {
    expect(await pointersHeard()).toEqual([]);
    await page.mouse.move(400, 300);
    expect((await pointersHeard()).includes('mousemove')).toBe(true);
    expect(visiting.complaints).toEqual([]);
  });
});
