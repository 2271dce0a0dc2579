import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { damageOf } from '#shared/workspace/integrity.ts';
import { barriersIn } from '#test/support/barriers.ts';
import type { Visit } from '#test/support/browser.ts';
import { sampleExports } from '#test/support/imported-sample.ts';
import { expectFocusSeen, find, type KeyboardHand, pressOn, switchTo, tabTo, visitByKeys } from '#test/support/keyboard-hand.ts';

const placeNames = ['Overview', 'Set-up', 'Partners', 'People', 'Invitees', 'NDAs', 'Agenda', 'Meetings', 'Awards', 'Plans & commitments', 'Follow-through', 'Books & print', 'Exchange', 'History'];

/** The first half of the job with keys only, from a blank window to an agenda. No step touches the mouse, and the last one proves it. */
describe('a planner prepares a summit without a mouse', () => {
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

  /** Turns a fact of the open record into its field, and writes into it. */
  async function writeFact(label: string, text: string): Promise<void> {
    await pressOn(page, hand.button(new RegExp(`^Edit ${label}:`)));
    await hand.keys('Control+a');
    await page.keyboard.type(text);
    await hand.keys('Enter');
    await hand.button(new RegExp(`^Edit ${label}:`)).waitFor();
    await expectFocusSeen(page, `writing ${label}`);
  }

  /** How far to the right, in pixels, an event of the board reaches, and the board itself. */
  async function rightEdges(event: Locator): Promise<readonly [number, number]> {
    const boxes = await Promise.all([event.boundingBox(), page.locator('.rbc-time-content').boundingBox()]);
    const [face = 0, board = 0] = boxes.map((box) => (box ? box.x + box.width : undefined));
    return [face, board];
  }

  test('begins a summit by typing its name', async () => {
    await page.getByLabel('Name of the summit').waitFor();
    await expectFocusSeen(page, 'opening the planner');
    await page.keyboard.type('Keys only');
    await hand.keys('Enter');
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    expect([...(await hand.saved()).summits.values()].map(({ name }) => name)).toEqual(['Keys only']);
  });

  test('goes to the set-up by its link and sets the seats and the zone', async () => {
    await pressOn(page, page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Set-up/ }));
    await page.getByRole('heading', { level: 1, name: 'Set-up' }).waitFor();
    await writeFact('Seats for partners', '40');
    await writeFact('Time zone', 'Europe/Lisbon');
    expect([...(await hand.saved()).summits.values()].map(({ seatLimit, zone }) => ({ seatLimit, zone }))).toEqual([{ seatLimit: 40, zone: 'Europe/Lisbon' }]);
  });

  test('imports exports from the file dialog after a dry run', async () => {
    const chooser = page.waitForEvent('filechooser');
    await hand.keys('Control+i');
    await (await chooser).setFiles(readdirSync(sampleExports).sort().map((name) => join(sampleExports, name)));
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
    await hand.toTheList();
    await tabTo(page, hand.button(/^Import [\d,]+ rows/), 'Shift+Tab');
    await hand.keys('Enter');
    await page.getByRole('heading', { level: 1, name: 'Set-up' }).waitFor();
    const snapshot = await hand.saved();
    expect(damageOf(snapshot)).toEqual([]);
    expect([snapshot.partners.size, snapshot.executives.size, snapshot.sessions.size, snapshot.requests.size].every((size) => size > 10)).toBe(true);
  });

  test('edits a cell of the partners where it stands, is refused with words, takes it back and takes it again', async () => {
    await hand.goTo('Partners');
    await hand.toTheList();
    await hand.keys('Control+Home', 'End', 'ArrowLeft');
    const before = await hand.saved();
    const cell = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');
    const id = [...before.partners.keys()].find((key) => cell.includes(key)) ?? '';
    expect(id).not.toBe('');
    await page.keyboard.type('high');
    await hand.keys('Enter');
    await hand.says('Write a number, for example 1,250.');
    await hand.keys('Control+a');
    await page.keyboard.type('17');
    await hand.keys('Enter');
    const health = async () => (await hand.saved()).partners.get(id as never)?.performance.health;
    expect(await health()).toBe(17);
    await hand.keys('Control+z');
    await hand.says(/^Undone/);
    expect(await health()).toBe(before.partners.get(id as never)?.performance.health);
    await hand.keys('Control+Shift+z');
    await hand.says(/^Done again/);
    expect(await health()).toBe(17);
  });

  test('chooses the tier of a partner from the list in its cell, by letters', async () => {
    const wanted = (await hand.saved()).summits.values().next().value?.tiers.at(-1) ?? '';
    await hand.keys('Control+Home', 'Home', 'ArrowRight', 'Enter');
    await page.getByRole('listbox').waitFor();
    await expectFocusSeen(page, 'opening the list in a cell');
    expect(await barriersIn(page, 'light', '[role="listbox"]')).toEqual([]);
    await hand.keys('Control+a');
    await page.keyboard.type(wanted);
    await page.getByRole('option', { name: wanted }).waitFor();
    await hand.keys('ArrowDown', 'Enter');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    const cell = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');
    const { partners } = await hand.saved();
    expect([...partners.values()].filter(({ id }) => cell.includes(id)).map(({ tier }) => tier)).toEqual([wanted]);
  });

  test('proposes waves, takes them, puts one partner into another wave and marks twelve approved, invited and accepted', async () => {
    await hand.goTo('Invitees');
    await hand.keys('Control+Alt+p');
    await hand.dialog().waitFor();
    if (await page.getByRole('dialog', { name: 'Add the usual criteria?' }).isVisible()) {
      await pressOn(page, hand.dialog().getByRole('button', { name: 'Add criteria' }));
      await hand.gone();
      await expectFocusSeen(page, 'adding the criteria');
      await hand.keys('Control+Alt+p');
    }
    await page.getByRole('dialog', { name: 'Propose waves' }).waitFor();
    await expectFocusSeen(page, 'opening the form');
    await hand.keys('Enter');
    await page.getByRole('dialog', { name: 'Take this proposal?' }).waitFor();
    await pressOn(page, hand.dialog().getByRole('button', { name: /^Shortlist \d+/ }));
    await hand.gone();
    await expectFocusSeen(page, 'taking the proposal');
    const proposed = (await hand.saved()).invitations;
    expect(proposed.size).toBeGreaterThan(12);
    await switchTo(page, 'View', 'On the list');
    await hand.toTheList();
    await hand.keys('Control+Home', 'Control+Alt+3');
    await hand.says(/wave C/i);
    const moved = [...(await hand.saved()).invitations.values()].filter(({ id, wave }) => proposed.get(id)?.wave !== wave);
    expect(moved.map(({ wave }) => wave)).toEqual(['C']);
    for (const step of ['Approved', 'Invited', 'Accepted']) {
      await hand.toTheList();
      await hand.keys('Control+Home', ...Array<string>(11).fill('Shift+ArrowDown'));
      await pressOn(page, hand.button('Mark as…'));
      const item = page.getByRole('menuitem', { name: step });
      await item.waitFor();
      await expectFocusSeen(page, 'opening the menu');
      await tabTo(page, item, 'ArrowDown');
      await hand.keys('Enter');
      await page.getByRole('dialog', { name: /^Mark 12 invitations/ }).waitFor();
      await expectFocusSeen(page, 'choosing a step');
      await hand.keys('Enter');
      await hand.gone();
      await expectFocusSeen(page, `marking ${step}`);
    }
    expect([...(await hand.saved()).invitations.values()].filter(({ stage }) => stage === 'accepted').length).toBe(12);
  });

  test('records an NDA from nothing to countersigned, with its dates', async () => {
    await hand.goTo('NDAs');
    const before = (await hand.saved()).agreements;
    await hand.keys('Control+Alt+n');
    await page.getByRole('dialog', { name: 'Add NDA' }).waitFor();
    await page.keyboard.type('Palisade');
    await page.getByRole('option', { name: /^Palisade Ridge/ }).waitFor();
    expect(await barriersIn(page, 'light', '[role="listbox"]')).toEqual([]);
    await hand.keys('ArrowDown', 'Enter');
    await tabTo(page, hand.dialog().getByRole('textbox', { name: 'Owner' }));
    await page.keyboard.type('Ada Cam');
    await hand.keys('Enter');
    await hand.gone();
    await expectFocusSeen(page, 'adding an NDA');
    for (const [label, date] of [['Sent', '04042026'], ['Partner signed', '05052026'], ['Countersigned', '06062026']] as const) {
      await pressOn(page, hand.button(new RegExp(`^Edit ${label}:`)));
      await page.keyboard.type(date);
      await hand.keys('Enter');
      await expectFocusSeen(page, `writing ${label}`);
    }
    const added = [...(await hand.saved()).agreements.values()].filter(({ id }) => !before.has(id));
    expect(added.map(({ owner, sentOn, partnerSignedOn, countersignedOn }) => [owner, sentOn, partnerSignedOn, countersignedOn])).toEqual([['Ada Cam', '2026-04-04', '2026-05-05', '2026-06-06']]);
  });

  test('goes on in a dialog before it has settled, and stays there', async () => {
    await hand.goTo('Partners');
    const stood = page.evaluate(() => new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        const second = document.querySelector<HTMLElement>('[aria-modal="true"] [data-field]:nth-child(2) input');
        if (!second) return;
        watch.disconnect();
        second.focus();
        setTimeout(() => { resolve(document.activeElement === second); }, 300);
      });
      watch.observe(document.body, { childList: true, subtree: true });
    }));
    await hand.keys('Control+Alt+n');
    await hand.dialog().waitFor();
    expect(await stood, 'the second field is where the keyboard stands').toBe(true);
    await hand.keys('Escape');
    await hand.gone();
  });

  test('adds a session, picks it up on the board, moves it an hour, is told what is in the way, and takes it back', async () => {
    await hand.goTo('Agenda');
    await hand.keys('Control+Alt+n');
    await page.getByRole('dialog', { name: 'Add session' }).waitFor();
    await page.keyboard.type('Keys hour');
    await hand.keys('Enter');
    await hand.gone();
    const added = [...(await hand.saved()).sessions.values()].find(({ title }) => title === 'Keys hour');
    expect(added?.startsAt).not.toBeNull();
    const home = page.locator('.rbc-event[data-home]').filter({ has: page.locator(`[data-event-id="${added?.id}"]`) });
    await home.waitFor();
    await expect.poll(() => rightEdges(home), { message: 'beside the inspector that opened, the new session is in sight' }).toSatisfy(([face, board]) => face <= board);
    await hand.toTheBoard();
    expect(await hand.focusedEvent()).toBe(added?.id);
    await hand.keys('m', ...Array<string>(4).fill('ArrowDown'));
    await expectFocusSeen(page, 'lifting a session');
    await hand.keys('Enter');
    const at = async () => (await hand.saved()).sessions.get(added?.id as never)?.startsAt;
    expect(Date.parse(`${await at()}Z`) - Date.parse(`${added?.startsAt}Z`)).toBe(60 * 60_000);
    expect(await hand.focusedEvent()).toBe(added?.id);
    await hand.keys('m');
    const face = page.locator(`[data-event-id="${added?.id}"]`);
    for (let column = 0; column < 20 && (await face.getAttribute('data-verdict')) !== 'illegal'; column++) await hand.keys('ArrowLeft');
    await hand.says(/^Not possible: |\. Not possible: /);
    await hand.keys('Enter');
    await hand.says(/^Not dropped: /);
    await expectFocusSeen(page, 'a drop that is refused');
    await hand.keys('Escape');
    await hand.says('Keys hour returned.');
    expect(Date.parse(`${await at()}Z`) - Date.parse(`${added?.startsAt}Z`)).toBe(60 * 60_000);
    await hand.keys('Control+z');
    expect(await at()).toBe(added?.startsAt);
    await hand.keys('Control+Shift+z');
    expect(Date.parse(`${await at()}Z`) - Date.parse(`${added?.startsAt}Z`)).toBe(60 * 60_000);
  });

  test('finds a partner by a part of its name without accents, and every shortcut on one sheet', async () => {
    await find(page, 'marealta serv', /^Maréalta Serviços/);
    await page.getByRole('heading', { level: 2, name: /^Maréalta Serviços/ }).waitFor();
    await expectFocusSeen(page, 'finding a partner');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    await expectFocusSeen(page, 'opening the sheet');
    await hand.keys('Escape');
    await hand.gone();
  });

  test.each(placeNames)('goes to %s by the palette and stands there', async (title) => {
    await hand.goTo(title);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place');
  });

  test('no mouse, pen or finger was heard, though one would have been', async () => {
    expect(await pointersHeard()).toEqual([]);
    await page.mouse.move(400, 300);
    expect((await pointersHeard()).includes('mousemove')).toBe(true);
    expect(visiting.complaints).toEqual([]);
  });
});
