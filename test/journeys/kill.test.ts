import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import type { Partner } from '#shared/partners/partner.ts';
import { fewPartners, goTo, openSummit, rowsInDatabase, rowsOf, rowsOnDisk, saved, type StoredRows, typeInCell } from '#test/support/desk.ts';
import { type Desktop, startDesktop } from '#test/support/electron-stand-in/desktop.ts';

const seed = Number(process.env['SUMMIT_SEED'] ?? 20270323);
const launches = 20;
const editsALaunch = 11;

const random = seeded(seed);
const beginning = fewPartners(8);
const folder = await mkdtemp(join(tmpdir(), 'summit-kill-'));
const data = join(folder, 'data');

let desktop: Desktop;
afterAll(() => desktop?.kill().catch(() => undefined));
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** One edit through the window and what it makes of the partner. */
type Edit = { readonly row: string; readonly column: string; readonly text: string; readonly made: (partner: Partner) => Partner };

function anyEdit(number: number): Edit {
  const row = `partner-${random.below(8)}`;
  const word = `Edit ${number}`;
  const choices: readonly Omit<Edit, 'row'>[] = [
    { column: 'name', text: `${word} Ünïted`, made: (partner) => ({ ...partner, name: `${word} Ünïted` }) },
    { column: 'city', text: word, made: (partner) => ({ ...partner, city: word }) },
    { column: 'camName', text: `${word}, "CAM"`, made: (partner) => ({ ...partner, camName: `${word}, "CAM"` }) },
    { column: 'revenue', text: `${number}.5`, made: (partner) => ({ ...partner, performance: { ...partner.performance, revenue: { hundredths: number * 100 + 50, currency: 'EUR' } } }) },
    { column: 'health', text: `${number % 100}`, made: (partner) => ({ ...partner, performance: { ...partner.performance, health: number % 100 } }) },
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

test(`every edit that was shown as saved is there after each of ${launches} kills (seed ${seed})`, async () => {
  desktop = await startDesktop(data);
  await openSummit(desktop, folder, beginning);
  let expected = rowsOf(beginning);
  let number = 0;
  let acknowledged = 0;
  let survivedUnseen = 0;
  let notices = 0;

  for (let launch = 1; launch <= launches; launch++) {
    await goTo(desktop.page, 'Partners');
    const made: Edit[] = [];
    let shown = 0;
    console.log('launch', launch, Date.now());await watchSaved(desktop.page, (cells) => {
      const seen = made.findLastIndex(({ row, column, text }) => cells[`${row}-${column}`]?.includes(text.replace('.5', '')) === true);
      shown = Math.max(shown, seen + 1);
    });
    const killAfterMs = random.below(60);
    for (let count = 0; count < editsALaunch; count++) {
      const edit = anyEdit(++number);
      made.push(edit);
      await typeInCell(desktop.page, edit.row, edit.column, edit.text);
      // The last few run ahead of the disk, so that the kill falls among changes still being written.
      if (count < editsALaunch - 1 - random.below(4)) await saved(desktop.page).catch(async (e: unknown) => { await desktop.page.screenshot({ path: '/tmp/pj-kill.png' }); console.log('AT', launch, count, JSON.stringify(edit), await desktop.page.locator('.sp-save').allTextContents()); throw e; });
    }
    await desktop.page.waitForTimeout(killAfterMs);
    await desktop.kill();
    acknowledged += shown;

    // The moments after each edit, from the last one seen as saved on: the summit must stand at one of them, whole.
    const moments = made.reduce<StoredRows[]>((all, edit) => [...all, after(all.at(-1) as StoredRows, edit)], [expected]);
    desktop = await startDesktop(data);
    await desktop.page.locator('.sp-save[data-state="saved"]').waitFor();
    const inDatabase = await rowsInDatabase(desktop.page);
    const onDisk = rowsOnDisk(data);
    expect(onDisk.rows).toEqual(inDatabase);
    const stands = moments.findLastIndex((moment) => JSON.stringify(moment['partners']) === JSON.stringify(inDatabase['partners']));
    expect(inDatabase, `launch ${launch}: ${shown} of ${made.length} edits were shown as saved`).toEqual(moments[Math.max(stands, shown)]);
    expect(stands).toBeGreaterThanOrEqual(shown);
    expected = inDatabase;
    survivedUnseen += stands - shown;
    notices += await desktop.page.getByText(/journal on disk/).count();
  }
  await desktop.kill();
  console.log(`kill: ${number} edits, ${launches} kills, ${acknowledged} shown as saved and all there, ${survivedUnseen} more survived unseen, ${notices} launches told that the homes had differed`);
  expect(number).toBeGreaterThanOrEqual(200);
});
