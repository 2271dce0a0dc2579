import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { barriersIn } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { expectFocusSeen, find, listenForPointers, pressOn, switchTo, tabTo } from '#test/support/keyboard-hand.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { downloaded, savedSummit, untilSaved } from '#test/support/planner-hand.ts';

const exports = new URL('../../build/sample/exports', import.meta.url).pathname;
const placeNames = ['Overview', 'Set-up', 'Partners', 'People', 'Invitees', 'NDAs', 'Agenda', 'Meetings', 'Awards', 'Plans & commitments', 'Follow-through', 'Books & print', 'Exchange', 'History'];

/** The whole job with keys only, in the order a planner goes. No step touches the mouse, and the last one proves it. */
describe('a planner does the whole job without a mouse', () => {
  let visiting: Visit;
  let page: Visit['page'];
  let pointersHeard: () => Promise<readonly string[]>;

  beforeAll(async () => {
    visiting = await visit({ width: 1440, height: 900 });
    page = visiting.page;
    page.setDefaultTimeout(60_000);
    pointersHeard = await listenForPointers(page);
  });
  afterEach(({ task }) => expectFocusSeen(page, task.name));
  afterAll(() => visiting.close());

  const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const dialog = () => page.getByRole('dialog').last();
  const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key); };
  const saved = async (): Promise<Snapshot> => { await untilSaved(page); return (await savedSummit(page)).snapshot; };
  const gone = () => page.getByRole('dialog').waitFor({ state: 'detached' });
  const toTheList = () => tabTo(page, page.locator('#place [role="grid"], #place [role="treegrid"]'), 'F6');
  const toTheBoard = () => tabTo(page, page.locator('.rbc-event'), 'F6');
  const focusedEvent = () => page.evaluate(() => document.activeElement?.querySelector('[data-event-id]')?.getAttribute('data-event-id') ?? null);

  async function goTo(title: string): Promise<void> {
    await find(page, `go to ${title}`, new RegExp(`^Go to ${title}`));
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await expectFocusSeen(page, `going to ${title}`);
  }

  /** Turns a fact of the open record into its field, and writes into it. */
  async function writeFact(label: string, text: string): Promise<void> {
    await pressOn(page, button(new RegExp(`^Edit ${label}:`)));
    await keys('Control+a');
    await page.keyboard.type(text);
    await keys('Enter');
    await button(new RegExp(`^Edit ${label}:`)).waitFor();
    await expectFocusSeen(page, `writing ${label}`);
  }

  test('begins a summit by typing its name', async () => {
    await page.getByLabel('Name of the summit').waitFor();
    await expectFocusSeen(page, 'opening the planner');
    await page.keyboard.type('Keys only');
    await keys('Enter');
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    expect([...(await saved()).summits.values()].map(({ name }) => name)).toEqual(['Keys only']);
  });

  test('goes to the set-up by its link and sets the seats and the zone', async () => {
    await pressOn(page, page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Set-up/ }));
    await page.getByRole('heading', { level: 1, name: 'Set-up' }).waitFor();
    await writeFact('Seats for partners', '40');
    await writeFact('Time zone', 'Europe/Lisbon');
    expect([...(await saved()).summits.values()].map(({ seatLimit, zone }) => ({ seatLimit, zone }))).toEqual([{ seatLimit: 40, zone: 'Europe/Lisbon' }]);
  });

  test('imports exports from the file dialog after a dry run', async () => {
    const chooser = page.waitForEvent('filechooser');
    await keys('Control+i');
    await (await chooser).setFiles(readdirSync(exports).sort().map((name) => join(exports, name)));
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
    await toTheList();
    await tabTo(page, button(/^Import [\d,]+ rows/), 'Shift+Tab');
    await keys('Enter');
    await page.getByRole('heading', { level: 1, name: 'Set-up' }).waitFor();
    const snapshot = await saved();
    expect(damageOf(snapshot)).toEqual([]);
    expect([snapshot.partners.size, snapshot.executives.size, snapshot.sessions.size, snapshot.requests.size].every((size) => size > 10)).toBe(true);
  });

  test('edits a cell of the partners where it stands, is refused with words, takes it back and takes it again', async () => {
    await goTo('Partners');
    await toTheList();
    await keys('Control+Home', 'End', 'ArrowLeft');
    const before = await saved();
    const cell = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');
    const id = [...before.partners.keys()].find((key) => cell.includes(key)) ?? '';
    expect(id).not.toBe('');
    await page.keyboard.type('high');
    await keys('Enter');
    await says('Write a number, for example 1,250.');
    await keys('Control+a');
    await page.keyboard.type('17');
    await keys('Enter');
    const health = async () => (await saved()).partners.get(id as never)?.performance.health;
    expect(await health()).toBe(17);
    await keys('Control+z');
    await says(/^Undone/);
    expect(await health()).toBe(before.partners.get(id as never)?.performance.health);
    await keys('Control+Shift+z');
    await says(/^Done again/);
    expect(await health()).toBe(17);
  });

  test('chooses the tier of a partner from the list in its cell, by letters', async () => {
    const wanted = (await saved()).summits.values().next().value?.tiers.at(-1) ?? '';
    await keys('Control+Home', 'Home', 'ArrowRight', 'Enter');
    await page.getByRole('listbox').waitFor();
    await expectFocusSeen(page, 'opening the list in a cell');
    expect(await barriersIn(page, 'light', '[role="listbox"]')).toEqual([]);
    await keys('Control+a');
    await page.keyboard.type(wanted);
    await page.getByRole('option', { name: wanted }).waitFor();
    await keys('ArrowDown', 'Enter');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    const cell = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');
    const { partners } = await saved();
    expect([...partners.values()].filter(({ id }) => cell.includes(id)).map(({ tier }) => tier)).toEqual([wanted]);
  });

  test('proposes waves, takes them, puts one partner into another wave and marks twelve approved, invited and accepted', async () => {
    await goTo('Invitees');
    await keys('Control+Alt+p');
    await dialog().waitFor();
    if (await page.getByRole('dialog', { name: 'Add the usual criteria?' }).isVisible()) {
      await pressOn(page, dialog().getByRole('button', { name: 'Add criteria' }));
      await gone();
      await expectFocusSeen(page, 'adding the criteria');
      await keys('Control+Alt+p');
    }
    await page.getByRole('dialog', { name: 'Propose waves' }).waitFor();
    await expectFocusSeen(page, 'opening the form');
    await keys('Enter');
    await page.getByRole('dialog', { name: 'Take this proposal?' }).waitFor();
    await pressOn(page, dialog().getByRole('button', { name: /^Shortlist \d+/ }));
    await gone();
    await expectFocusSeen(page, 'taking the proposal');
    const proposed = (await saved()).invitations;
    expect(proposed.size).toBeGreaterThan(12);
    await switchTo(page, 'View', 'On the list');
    await toTheList();
    await keys('Control+Home', 'Control+Alt+3');
    await says(/wave C/i);
    const moved = [...(await saved()).invitations.values()].filter(({ id, wave }) => proposed.get(id)?.wave !== wave);
    expect(moved.map(({ wave }) => wave)).toEqual(['C']);
    for (const step of ['Approved', 'Invited', 'Accepted']) {
      await toTheList();
      await keys('Control+Home', ...Array<string>(11).fill('Shift+ArrowDown'));
      await pressOn(page, button('Mark as…'));
      const item = page.getByRole('menuitem', { name: step });
      await item.waitFor();
      await expectFocusSeen(page, 'opening the menu');
      await tabTo(page, item, 'ArrowDown');
      await keys('Enter');
      await page.getByRole('dialog', { name: /^Mark 12 invitations/ }).waitFor();
      await expectFocusSeen(page, 'choosing a step');
      await keys('Enter');
      await gone();
      await expectFocusSeen(page, `marking ${step}`);
    }
    expect([...(await saved()).invitations.values()].filter(({ stage }) => stage === 'accepted').length).toBe(12);
  });

  test('records an NDA from nothing to countersigned, with its dates', async () => {
    await goTo('NDAs');
    const before = (await saved()).agreements;
    await keys('Control+Alt+n');
    await page.getByRole('dialog', { name: 'Add NDA' }).waitFor();
    await page.keyboard.type('Palisade');
    await page.getByRole('option', { name: /^Palisade Ridge/ }).waitFor();
    expect(await barriersIn(page, 'light', '[role="listbox"]')).toEqual([]);
    await keys('ArrowDown', 'Enter');
    await tabTo(page, dialog().getByRole('textbox', { name: 'Owner' }));
    await page.keyboard.type('Ada Cam');
    await keys('Enter');
    await gone();
    await expectFocusSeen(page, 'adding an NDA');
    for (const [label, date] of [['Sent', '04042026'], ['Partner signed', '05052026'], ['Countersigned', '06062026']] as const) {
      await pressOn(page, button(new RegExp(`^Edit ${label}:`)));
      await page.keyboard.type(date);
      await keys('Enter');
      await expectFocusSeen(page, `writing ${label}`);
    }
    const added = [...(await saved()).agreements.values()].filter(({ id }) => !before.has(id));
    expect(added.map(({ owner, sentOn, partnerSignedOn, countersignedOn }) => [owner, sentOn, partnerSignedOn, countersignedOn])).toEqual([['Ada Cam', '2026-04-04', '2026-05-05', '2026-06-06']]);
  });

  test('adds a session, picks it up on the board, moves it an hour, is told what is in the way, and takes it back', async () => {
    await goTo('Agenda');
    await keys('Control+Alt+n');
    await page.getByRole('dialog', { name: 'Add session' }).waitFor();
    await page.keyboard.type('Keys hour');
    await keys('Enter');
    await gone();
    const added = [...(await saved()).sessions.values()].find(({ title }) => title === 'Keys hour');
    expect(added?.startsAt).not.toBeNull();
    await toTheBoard();
    expect(await focusedEvent()).toBe(added?.id);
    await keys('m', ...Array<string>(4).fill('ArrowDown'));
    await expectFocusSeen(page, 'lifting a session');
    await keys('Enter');
    const at = async () => (await saved()).sessions.get(added?.id as never)?.startsAt;
    expect(Date.parse(`${await at()}Z`) - Date.parse(`${added?.startsAt}Z`)).toBe(60 * 60_000);
    expect(await focusedEvent()).toBe(added?.id);
    await keys('m');
    const face = page.locator(`[data-event-id="${added?.id}"]`);
    for (let column = 0; column < 20 && (await face.getAttribute('data-verdict')) !== 'illegal'; column++) await keys('ArrowLeft');
    await says(/^Not possible: |\. Not possible: /);
    await keys('Enter');
    await says(/^Not dropped: /);
    await expectFocusSeen(page, 'a drop that is refused');
    await keys('Escape');
    await says('Keys hour returned.');
    expect(Date.parse(`${await at()}Z`) - Date.parse(`${added?.startsAt}Z`)).toBe(60 * 60_000);
    await keys('Control+z');
    expect(await at()).toBe(added?.startsAt);
    await keys('Control+Shift+z');
    expect(Date.parse(`${await at()}Z`) - Date.parse(`${added?.startsAt}Z`)).toBe(60 * 60_000);
  });

  test('schedules, looks at the difference and takes a plan without a fault', async () => {
    await goTo('Meetings');
    await keys('Control+Shift+s');
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await expectFocusSeen(page, 'opening the schedule');
    await keys('Enter');
    await button('Take this plan').waitFor({ timeout: 150_000 });
    await expectFocusSeen(page, 'scheduling');
    await page.getByRole('grid', { name: 'Changes of the proposed plan' }).waitFor();
    await tabTo(page, button('Take this plan'));
    await keys('Enter');
    await says(/requests?: [1-9]\d* placed/);
    const snapshot = await saved();
    expect(snapshot.placements.size).toBeGreaterThan(0);
    expect(scheduleFaults(snapshot)).toEqual([]);
  });

  test('picks a meeting up on the board, puts it down where it is free, and takes it back', async () => {
    await switchTo(page, 'View', 'Board');
    await toTheBoard();
    const id = (await focusedEvent()) ?? '';
    const before = await saved();
    const spotIn = ({ placements }: Snapshot) => [...placements.values()].filter(({ request }) => request === id).map(({ room, startsAt }) => `${startsAt} ${room}`);
    expect(spotIn(before).length).toBe(1);
    await keys('m');
    const face = page.locator(`[data-event-id="${id}"]`);
    for (const key of [...Array<string>(24).fill('ArrowDown'), 'ArrowRight', ...Array<string>(24).fill('ArrowUp')]) {
      await keys(key);
      if ((await face.getAttribute('data-verdict')) === 'legal') break;
    }
    expect(await face.getAttribute('data-verdict')).toBe('legal');
    await keys('Enter');
    const after = await saved();
    expect(spotIn(after)).not.toEqual(spotIn(before));
    expect(scheduleFaults(after)).toEqual([]);
    expect(await focusedEvent()).toBe(id);
    await keys('Control+z');
    expect(spotIn(await saved())).toEqual(spotIn(before));
    await keys('Control+Shift+z');
    expect(spotIn(await saved())).toEqual(spotIn(after));
  });

  test('takes a meeting off the board and carries it in again from the list of what waits', async () => {
    const id = (await focusedEvent()) ?? '';
    const face = page.locator(`[data-event-id="${id}"]`);
    const partner = (await face.locator('.sp-event-title').textContent()) ?? '';
    const before = await saved();
    await keys(' ', 'Control+Backspace');
    await face.waitFor({ state: 'detached' });
    await expectFocusSeen(page, 'unplacing a meeting');
    expect((await saved()).placements.size).toBe(before.placements.size - 1);
    await tabTo(page, page.getByRole('region', { name: 'Not placed' }).getByRole('button', { name: 'place by keyboard' }).filter({ hasText: partner }).first(), 'Shift+Tab');
    await keys('Enter');
    const lifted = page.locator('.sp-event-lifted [data-event-id]');
    await lifted.waitFor();
    for (let step = 0; step < 200 && (await lifted.getAttribute('data-verdict')) !== 'legal'; step++) await keys(step % 25 === 24 ? 'ArrowRight' : Math.floor(step / 25) % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
    await keys('Enter');
    await page.locator('.sp-board[data-moving]').waitFor({ state: 'detached' });
    const after = await saved();
    expect([after.placements.size, scheduleFaults(after)]).toEqual([before.placements.size, []]);
  });

  test('sees who stands where in an award, recuses a judge with a reason, sees the ranking follow and takes it back', async () => {
    await goTo('Awards');
    await switchTo(page, 'View', 'Ranking');
    await toTheList();
    const ranking = () => page.getByRole('grid', { name: /^Ranking of/ }).getByRole('row').allTextContents();
    await keys('Control+Home');
    await page.getByRole('complementary').waitFor();
    const [before, ranked] = [await saved(), await ranking()];
    await pressOn(page, button(/^Recuse /).first());
    await page.getByRole('dialog', { name: /^Recuse / }).waitFor();
    await page.keyboard.type('Sits on its board');
    await keys('Control+Enter');
    await gone();
    await expectFocusSeen(page, 'recusing a judge');
    expect([...(await saved()).recusals.values()].filter(({ id }) => !before.recusals.has(id)).map(({ kind, reason }) => [kind, reason])).toEqual([['recused', 'Sits on its board']]);
    await expect.poll(ranking, { timeout: 30_000 }).not.toEqual(ranked);
    await keys('Control+z');
    await expect.poll(ranking, { timeout: 30_000 }).toEqual(ranked);
    await keys('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  test('captures what the vendor and what the partner promise, one after the other', async () => {
    await goTo('Plans & commitments');
    const before = (await saved()).commitments;
    await keys('Control+Alt+n');
    const form = page.getByRole('form', { name: 'Capture a commitment' });
    await form.waitFor();
    await page.keyboard.type('palisade');
    await keys('Enter', 'Tab', 'Tab');
    await page.keyboard.type('Fund the spring campaign');
    await keys('Control+Enter');
    await says('Captured now: 1 commitment');
    const promised = page.getByRole('textbox', { name: 'What is promised' }).and(page.locator(':focus'));
    await promised.waitFor();
    await expectFocusSeen(page, 'capturing the first');
    await keys('Shift+Tab', 'ArrowRight', 'Tab');
    await promised.waitFor();
    await page.keyboard.type('Train 20 engineers');
    await keys('Enter');
    await page.getByRole('heading', { level: 2, name: 'Train 20 engineers' }).waitFor();
    const { commitments, partners } = await saved();
    expect([...commitments.values()].filter(({ id }) => !before.has(id)).map(({ side, description, partner }) => [side, description, partners.get(partner)?.name]).sort()).toEqual([
      ['partner', 'Train 20 engineers', 'Palisade Ridge Solutions Inc.'], ['vendor', 'Fund the spring campaign', 'Palisade Ridge Solutions Inc.'],
    ]);
  });

  test('reads why a wish is not agreed yet, and dismisses the message', async () => {
    await pressOn(page, button('Agreed by both'));
    const message = page.getByRole('alert').filter({ hasText: 'is a wish' });
    await message.waitFor();
    expect(await barriersIn(page, 'light')).toEqual([]);
    await tabTo(page, page.getByRole('region', { name: 'Messages' }).getByRole('button'), 'F6');
    await tabTo(page, message.getByRole('button', { name: 'Dismiss' }));
    await expectFocusSeen(page, 'walking to a message');
    await keys('Enter');
    await message.waitFor({ state: 'detached' });
  });

  test('hands the promises to their readers as a spreadsheet, and a table as it is shown', async () => {
    await keys('Control+Shift+e');
    await page.getByRole('dialog', { name: 'Export for readers' }).waitFor();
    await tabTo(page, dialog().getByRole('button', { name: 'Export' }));
    const sheet = await downloaded(page, () => keys('Enter'));
    expect([sheet.name.endsWith('.xlsx'), sheet.bytes[0], sheet.bytes[1]]).toEqual([true, 0x50, 0x4b]);
    await expectFocusSeen(page, 'exporting for readers');
    await tabTo(page, button('Export what is shown'));
    const table = await downloaded(page, () => keys('Enter'));
    expect([table.name, Buffer.from(table.bytes).toString('utf8').includes('Train 20 engineers')]).toEqual(['Commitments.csv', true]);
  });

  test('prints a book that other programs read', async () => {
    await goTo('Books & print');
    await toTheList();
    await keys('Control+Home', 'ArrowDown');
    await page.getByRole('complementary').waitFor();
    const book = await downloaded(page, () => keys('Control+Alt+p'));
    expect(book.name).toMatch(/\.pdf$/);
    execFileSync('qpdf', ['--check', book.path], { stdio: 'ignore' });
    expect(execFileSync('pdftotext', [book.path, '-'], { encoding: 'utf8' })).toContain('Keys only');
  });

  test('finds a partner by a part of its name without accents, and every shortcut on one sheet', async () => {
    await find(page, 'marealta serv', /^Maréalta Serviços/);
    await page.getByRole('heading', { level: 2, name: /^Maréalta Serviços/ }).waitFor();
    await expectFocusSeen(page, 'finding a partner');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    await expectFocusSeen(page, 'opening the sheet');
    await keys('Escape');
    await gone();
  });

  test('takes three steps back by the button and three forward', async () => {
    const before = await saved();
    await tabTo(page, button('Undo').first());
    for (let step = 0; step < 3; step++) { await keys('Enter'); await untilSaved(page); }
    await expect.poll(async () => (await saved()).commitments.size, { timeout: 30_000 }).toBe(before.commitments.size - 2);
    await pressOn(page, button('Redo').first());
    await untilSaved(page);
    await keys('Control+Shift+z', 'Control+Shift+z');
    await expect.poll(saved, { timeout: 30_000 }).toEqual(before);
  });

  test('opens the saved file again as a copy, whole', async () => {
    const { path, snapshot } = await savedSummit(page);
    const named = join(path, '..', 'copy.summit');
    execFileSync('cp', [path, named]);
    await pressOn(page, button(/^Keys only/));
    const chooser = page.waitForEvent('filechooser');
    const item = page.getByRole('menuitem', { name: 'Open a summit file…' });
    await item.waitFor();
    await tabTo(page, item, 'ArrowDown');
    await keys('Enter');
    await (await chooser).setFiles(named);
    // A summit just opened has nothing to undo yet.
    await page.locator('button[aria-label="Undo"]:disabled').waitFor();
    const copy = await saved();
    expect(damageOf(copy)).toEqual([]);
    expect(copy.placements).toEqual(snapshot.placements);
  });

  test.each(placeNames)('goes to %s by the palette and stands there', async (title) => {
    await goTo(title);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place');
  });

  test('no mouse, pen or finger was heard, though one would have been', async () => {
    expect(await pointersHeard()).toEqual([]);
    await page.mouse.move(400, 300);
    expect((await pointersHeard()).includes('mousemove')).toBe(true);
    expect(visiting.complaints).toEqual([]);
  });
});
