import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { moneyWords } from '#renderer/ui/data-table/cell-text.ts';
import type { Partner } from '#shared/partners/partner.ts';
import { fewPartners, goTo, openSummit, rowsInDatabase, rowsOf, rowsOnDisk, saved, type StoredRows, typeInCell } from '#test/support/desk.ts';
import { type Desktop, startDesktop } from '#test/support/electron-stand-in/desktop.ts';

const seed = Number(process.env['SUMMIT_SEED'] ?? 20270323);
const launches = 20;
/** Before this many edits no kill falls, so that all launches together make at least 200. */
const surelyTyped = 10;
const editsALaunch = 13;

const random = seeded(seed);
const beginning = fewPartners(8);
const folder = await mkdtemp(join(tmpdir(), 'summit-kill-'));
const data = join(folder, 'data');

let desktop: Desktop | null = null;

afterAll(async () => {
  await desktop?.kill().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** One edit through the window: what is typed, how the cell then reads, and what it makes of the partner. */
type Edit = { readonly row: string; readonly column: string; readonly text: string; readonly reads: string; readonly made: (partner: Partner) => Partner };

function anyEdit(number: number): Edit {
  const row = `partner-${random.below(8)}`;
  const word = `Edit ${number}`;
  const choices: readonly Omit<Edit, 'row'>[] = [
    { column: 'name', text: `${word} Ünïted`, reads: `${word} Ünïted`, made: (partner) => ({ ...partner, name: `${word} Ünïted` }) },
    { column: 'city', text: word, reads: word, made: (partner) => ({ ...partner, city: word }) },
    { column: 'camName', text: `${word}, "CAM"`, reads: `${word}, "CAM"`, made: (partner) => ({ ...partner, camName: `${word}, "CAM"` }) },
    { column: 'revenue', text: `${number}.5`, reads: moneyWords({ hundredths: number * 100 + 50, currency: 'EUR' }), made: (partner) => ({ ...partner, performance: { ...partner.performance, revenue: { hundredths: number * 100 + 50, currency: 'EUR' } } }) },
    { column: 'health', text: `${number % 100}`, reads: `${number % 100}`, made: (partner) => ({ ...partner, performance: { ...partner.performance, health: number % 100 } }) },
  ];
  return { row, ...random.pick(choices) };
}

function after(rows: StoredRows, { row, made }: Edit): StoredRows {
  return { ...rows, partners: { ...rows['partners'], [row]: made(rows['partners']?.[row] as Partner) } };
}

/**
 * Watches what the planner is shown: each time the table stands still under a save line that says Saved, the texts of all cells are told
 * to the test at once, so that what was told before the kill is what a planner had seen as saved. The console is the way out: the
 * stand-in for the shell already owns the page's only binding.
 */
async function watchSaved(page: Page, hear: (cells: Readonly<Record<string, string>>) => void): Promise<void> {
  page.on('console', (message) => {
    const [word, text = ''] = message.text().split('\t');
    if (word === 'shown as saved') hear(JSON.parse(text) as Record<string, string>);
  });
  await page.evaluate(() => {
    const told = { last: '' };
    function look(): void {
      if (document.querySelector('.sp-save')?.getAttribute('data-state') !== 'saved') return;
      const cells = Object.fromEntries([...document.querySelectorAll('[role="gridcell"][id*="-partner-"]')].filter((cell) => !cell.querySelector('input')).map((cell) => [cell.id.replace(/^.*-(partner-\d+-\w+)$/, '$1'), cell.textContent]));
      const text = JSON.stringify(cells);
      if (text === told.last) return;
      told.last = text;
      console.debug(`shown as saved\t${text}`);
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

/** Types the launch's edits and kills the application at a seeded moment among or after the last three. Returns the edits begun, and how many of them ended with Enter. */
async function workUntilKilled(desktop: Desktop, made: Edit[], firstNumber: number): Promise<number> {
  const killAfterEdit = surelyTyped + random.below(editsALaunch - surelyTyped + 1);
  const killDelayMs = random.below(60);
  let killed: Promise<void> | null = null;
  let typed = 0;
  try {
    for (let count = 0; count < editsALaunch; count++) {
      const edit = anyEdit(firstNumber + count);
      made.push(edit);
      await typeInCell(desktop.page, edit.row, edit.column, edit.text);
      typed += 1;
      if (typed >= killAfterEdit) killed ??= sleep(killDelayMs).then(() => desktop.kill());
      // Up to the last before the kill each edit is waited for; from there on the planner runs ahead of the disk.
      else if (typed < killAfterEdit - 1) await saved(desktop.page);
    }
  } catch (thrown) {
    if (!killed) throw thrown;
  }
  await killed;
  return typed;
}

test(`every edit that was shown as saved is there after each of ${launches} kills (seed ${seed})`, { timeout: 900_000 }, async () => {
  desktop = await startDesktop(data);
  await openSummit(desktop, folder, beginning);
  let expected = rowsOf(beginning);
  let number = 0;
  let typed = 0;
  let acknowledged = 0;
  let survivedUnseen = 0;
  let notices = 0;
  const began = Date.now();

  for (let launch = 1; launch <= launches; launch++) {
    await goTo(desktop.page, 'Partners');
    const made: Edit[] = [];
    let shown = 0;
    await watchSaved(desktop.page, (cells) => {
      const seen = made.findLastIndex(({ row, column, reads }) => cells[`${row}-${column}`] === reads);
      shown = Math.max(shown, seen + 1);
    });
    typed += await workUntilKilled(desktop, made, number + 1);
    number += made.length;
    acknowledged += shown;

    // The moments after each edit, from the last one seen as saved on: the summit must stand at one of them, whole.
    const moments = made.reduce<StoredRows[]>((all, edit) => [...all, after(all.at(-1) as StoredRows, edit)], [expected]);
    desktop = await startDesktop(data);
    await saved(desktop.page);
    const inDatabase = await rowsInDatabase(desktop.page);
    expect(rowsOnDisk(data).rows).toEqual(inDatabase);
    const stands = moments.findLastIndex((moment) => isDeepStrictEqual(moment, inDatabase));
    expect(inDatabase, `launch ${launch}: ${shown} of ${made.length} edits were shown as saved`).toEqual(moments[Math.max(stands, shown)]);
    expect(stands).toBeGreaterThanOrEqual(shown);
    expected = inDatabase;
    survivedUnseen += stands - shown;
    notices += await desktop.page.getByText(/journal on disk/).count();
  }
  console.log(`kill: seed ${seed}, ${typed} edits, ${launches} kills, ${acknowledged} shown as saved and all there, ${survivedUnseen} more survived unseen, ${notices} launches told that the homes had differed, ${Math.round((Date.now() - began) / 1000)} s`);
  expect(typed).toBeGreaterThanOrEqual(200);
  // Most must have been claimed, or the test would prove little.
  expect(acknowledged).toBeGreaterThanOrEqual(launches * (surelyTyped - 2));
});
