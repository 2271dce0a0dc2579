import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '#shared/kernel/table.ts';
import { type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from './browser.ts';
import { openSummit } from './open-summit.ts';
import { downloaded, savedSummit, untilSaved } from './planner-hand.ts';
import { smallSummit } from './small-summit.ts';

/** What a planner expects to do in every place. */
export const verbs = ['create', 'edit', 'delete', 'undo', 'import', 'export', 'find'] as const;
export type Verb = (typeof verbs)[number];

/** One cell of the table of places and verbs. `because`: why the verb has no meaning there; then `says` is what takes its place. */
export type Cell = { readonly says: string; readonly because?: string; run(hand: Hand): Promise<void> };

/** A place has every verb: a missing cell does not compile. */
export type PlaceSteps = { readonly place: string; readonly cells: Readonly<Record<Verb, readonly [Cell, ...Cell[]]>> };

/** Walks the places one after the other in one window on one small summit; every step stands on the one before. */
export function walk(title: string, places: readonly PlaceSteps[]): void {
  describe(title, () => {
    let hand: Hand;
    let visiting: Visit;
    beforeAll(async () => {
      visiting = await visit({ width: 1440, height: 900 });
      visiting.page.setDefaultTimeout(6_000);
      await openSummit(visiting.page, smallSummit());
      hand = handOf(visiting.page);
    });
    afterAll(() => visiting.close());
    for (const { place, cells } of places) {
      for (const verb of verbs) {
        for (const [index, { says, because, run }] of cells[verb].entries()) {
          test(`${place} › ${verb}${because === undefined ? '' : ` (${because})`}: ${says}`, async () => {
            await hand.closeDialogs();
            if (verb === 'delete' && index === 0) hand.kept.snapshot = await hand.snapshot();
            await hand.goTo(place);
            await run(hand);
          });
        }
      }
    }
    test('nothing complained on the way', () => {
      expect(visiting.complaints).toEqual([]);
    });
  });
}

/** Takes the deletions of a place back: the whole summit is as it was before the first of them. */
export function takenBack(says: string, steps = 1): Cell {
  return {
    says,
    async run({ undo, snapshot, kept }) {
      expect(changesBetween(kept.snapshot, await snapshot())).not.toEqual({});
      for (let step = 0; step < steps; step++) await undo();
      expect(changesBetween(kept.snapshot, await snapshot())).toEqual({});
    },
  };
}

export type Changes = Readonly<Partial<Record<TableName, { readonly added?: readonly unknown[]; readonly removed?: readonly string[]; readonly changed?: readonly unknown[] }>>>;

/** Everything in which two snapshots differ: whole rows added and changed, ids removed. What is equal is absent. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  return Object.fromEntries(tableNames.flatMap((name) => {
    const [old, now] = [before[name] as ReadonlyMap<string, Row>, after[name] as ReadonlyMap<string, Row>];
    const added = [...now.values()].filter(({ id }) => !old.has(id));
    const removed = [...old.keys()].filter((id) => !now.has(id)).sort();
    const changed = [...now.values()].filter((row) => old.has(row.id) && JSON.stringify(old.get(row.id)) !== JSON.stringify(row));
    const said = { ...(added.length > 0 && { added }), ...(removed.length > 0 && { removed }), ...(changed.length > 0 && { changed }) };
    return Object.keys(said).length > 0 ? [[name, said]] : [];
  }));
}

export type Hand = ReturnType<typeof handOf>;

/** What a planner's hand does at the window, by the words on it. */
export function handOf(page: Page) {
  const place = page.locator('#place');
  /** The summit as it was before something was deleted. */
  const kept: { snapshot: Snapshot } = { snapshot: smallSummit() };
  const dialog = () => page.getByRole('dialog').last();
  const snapshot = async () => { await untilSaved(page); return (await savedSummit(page)).snapshot; };
  const cell = (row: string, column: string) => page.locator(`#place [role="gridcell"][id$="-${row}-${column}"]`);
  const press = async (name: string | RegExp) => { await place.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first().click(); };

  /** Does something and tells everything it changed in the summit. */
  async function changing(deed: () => Promise<unknown>): Promise<Changes> {
    const before = await snapshot();
    await deed();
    return changesBetween(before, await snapshot());
  }
  /** A step that failed may have left a dialog open; the next one is still to be judged by itself. */
  async function closeDialogs(): Promise<void> {
    if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  }
  async function goTo(title: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${title}`) }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${title}`) }).waitFor();
  }
  async function submit(name: string): Promise<void> {
    await dialog().getByRole('button', { name, exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
  }
  async function choose(scope: Locator, field: string, option: string): Promise<void> {
    await scope.getByRole('combobox', { name: new RegExp(`^${field}( \\*)?$`) }).click();
    await page.getByRole('option', { name: new RegExp(`^${option}`) }).first().click();
  }
  /** Fills a dialog by its labels and sends it. */
  async function fill(values: Readonly<Record<string, string>>, send: string): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const field = dialog().getByLabel(label, { exact: true }).or(dialog().getByLabel(`${label} *`, { exact: true })).first();
      if ((await field.getAttribute('aria-haspopup')) === 'listbox') await choose(dialog(), label, value);
      else await field.fill(value);
    }
    await submit(send);
  }
  /** Types into a cell of the table as a planner does: a click, the letters, Enter. */
  async function type(row: string, column: string, text: string): Promise<void> {
    await cell(row, column).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  /** Sets a date in a cell: what is typed into a date box depends on the machine's own language, so it is filled. */
  async function date(row: string, column: string, day: string): Promise<void> {
    await cell(row, column).click();
    await page.keyboard.press('Enter');
    await place.locator('[role="gridcell"] input[type="date"]').fill(day);
    await page.keyboard.press('Enter');
  }
  /** Changes a fact where it stands. */
  async function fact(label: string, text: string): Promise<void> {
    await place.getByRole('button', { name: new RegExp(`^Edit ${label}:`) }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await place.getByRole('button', { name: new RegExp(`^Edit ${label}:`) }).waitFor();
  }
  async function undo(): Promise<void> {
    await page.evaluate(() => { document.querySelectorAll('.sp-toast').forEach((message) => { message.setAttribute('data-old', ''); }); });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await page.locator('.sp-toast:not([data-old])').filter({ hasText: /^Undone: / }).waitFor();
  }
  async function takeDryRun(rows: number): Promise<void> {
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
    await press(`Import ${rows} ${rows === 1 ? 'row' : 'rows'}`);
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor({ state: 'hidden' });
  }
  /** Chooses a file with the place's own button, looks at the dry run, takes it, and is back in the place. */
  async function importFile(title: string, name: string, text: string, rows: number, button = 'Import…'): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await press(button);
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await takeDryRun(rows);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }
  /** Lets a file go over the place. */
  async function drop(name: string, text: string): Promise<void> {
    const carried = await page.evaluateHandle(([file = '', content = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], file));
      return transfer;
    }, [name, text]);
    await place.dispatchEvent('dragover', { dataTransfer: carried });
    await page.getByText('Let go to import').waitFor();
    await place.dispatchEvent('drop', { dataTransfer: carried });
  }
  /** Messages may lie over the foot of a table for a while; a planner closes them. */
  async function dismissMessages(): Promise<void> {
    for (const close of (await page.getByRole('button', { name: 'Dismiss' }).all()).reverse()) await close.click({ timeout: 1000 }).catch(() => undefined);
  }
  async function exported(button = 'Export what is shown'): Promise<{ readonly name: string; readonly lines: readonly string[] }> {
    await dismissMessages();
    const { name, bytes } = await downloaded(page, () => press(button));
    return { name, lines: new TextDecoder().decode(bytes).trimEnd().split('\r\n') };
  }
  /** Words in the filter box, and the texts of one column that are left. */
  async function filter(box: string, words: string, column: string): Promise<readonly string[]> {
    const input = place.getByRole('textbox', { name: box });
    const total = place.locator('.sp-status [role="status"]');
    await input.fill(words);
    await expect.poll(() => total.textContent()).toMatch(/^\d+ of \d+ rows/);
    const left = (await place.locator(`[role="gridcell"][id$="-${column}"]`).allTextContents()).filter((text) => text !== '');
    await input.fill('');
    return left;
  }
  /** Finds a record by any part of its name from anywhere, and tells where that leads. */
  async function search(words: string, option: string | RegExp): Promise<{ readonly at: string; readonly heading: string | null }> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill(words);
    await page.getByRole('option', { name: option }).first().click();
    const heading = place.getByRole('heading', { level: 2 }).first();
    await heading.waitFor();
    return { at: new URL(page.url()).hash, heading: await heading.textContent() };
  }
  return { page, place, kept, dialog, snapshot, cell, press, changing, closeDialogs, goTo, submit, choose, fill, type, date, fact, undo, takeDryRun, importFile, drop, exported, filter, search, view: (label: string) => place.locator('.sp-place-tools').getByText(label, { exact: true }).click() };
}

/** A row that is new: its id is the window's to choose. */
export const anyId = expect.any(String) as unknown as never;
