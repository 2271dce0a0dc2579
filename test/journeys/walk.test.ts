import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TableName } from '#shared/workspace/snapshot.ts';
import { addDays, type LocalDate } from '#shared/kernel/time.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { journeyNow, visit, type Visit } from '#test/support/browser.ts';
import { folderOf, inputSets, truthOf } from '#test/support/input-set.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { downloaded, savedSummit, untilSaved } from '#test/support/planner-hand.ts';

/** What the folder's own truth says its rows become; null where a folder has none. */
type Expected = { readonly take: number; readonly reject: number; readonly duplicate: number; readonly records: Readonly<Record<string, number>> } | null;

/** Files of which every distinct record is a row of its own; award categories come as one line a criterion. */
const tableOf = {
  partners: 'partners', contacts: 'contacts', executives: 'executives', rooms: 'rooms', agenda: 'sessions', ndas: 'agreements',
  meeting_requests: 'requests', nominations: 'nominations', judges: 'judges', scores: 'scores', commitments: 'commitments',
} as const;

const sample = { name: 'the sample of the project', folder: new URL('../../build/sample/exports', import.meta.url).pathname, now: journeyNow, expected: null as Expected };
const folders = [sample, ...inputSets.map((set) => ({ name: set, folder: folderOf(set), now: `${addDays(truthOf(set).summit_days[0] as LocalDate, -30)}T08:00:00.000Z`, expected: expectedOf(set) }))];

function expectedOf(set: string): Expected {
  const named = truthOf(set).files;
  const files = Object.values(named);
  const count = (...what: string[]) => files.reduce((sum, { counts }) => sum + what.reduce((all, one) => all + (counts[one] ?? 0), 0), 0);
  return { take: count('accept', 'flag'), reject: count('reject'), duplicate: count('duplicate'), records: Object.fromEntries(Object.entries(tableOf).map(([file, table]) => [table, named[file]?.counts['distinct_records'] ?? 0])) };
}

/** From an empty window to printed books, in the order a planner goes. Every step stands on the one before. */
describe.each(folders)('a planner does the whole job with $name', ({ folder, now, expected }) => {
  let visiting: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visiting = await visit({ width: 1440, height: 900, now });
    page = visiting.page;
    page.setDefaultTimeout(20_000);
  });
  afterAll(() => visiting.close());

  let hasFailed = false;
  beforeEach(({ skip }) => { skip(hasFailed, 'a step before failed'); });
  afterEach(({ task }) => { hasFailed ||= task.result?.state === 'fail'; });

  const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const goTo = (title: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${title}`) }).click();
  const view = (label: string) => page.locator('#place').getByText(label, { exact: true }).first().click();
  const dialog = () => page.getByRole('dialog').last();

  test('begins a summit', async () => {
    await page.getByLabel('Name of the summit').fill('Spring summit');
    await press('Begin a new summit');
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    await untilSaved(page);
  });

  test('sets the seats and the zone', async () => {
    await goTo('Set-up');
    for (const [label, value] of [['Seats for partners', '40'], ['Time zone', 'Europe/Lisbon']] as const) {
      await page.locator('#place').getByRole('button', { name: new RegExp(label) }).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    await says('Europe/Lisbon');
    const { snapshot } = await savedSummit(page);
    expect([...snapshot.summits.values()].map(({ seatLimit, zone }) => ({ seatLimit, zone }))).toEqual([{ seatLimit: 40, zone: 'Europe/Lisbon' }]);
  });

  test('drops a folder of exports, sees the dry run, imports it', async () => {
    await goTo('Exchange');
    await page.locator('.sp-drop input[type="file"]').setInputFiles(readdirSync(folder).sort().map((name) => join(folder, name)));
    await page.getByRole('heading', { name: 'Import: dry run' }).waitFor({ timeout: 60_000 });
    const counts = await page.getByText(/^[\d,]+ rows to take, \d+ rejected, \d+ duplicate/).first().textContent();
    const [take, reject, duplicate] = (counts ?? '').replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
    if (expected !== null) expect({ take, reject, duplicate }).toEqual({ take: expected.take, reject: expected.reject, duplicate: expected.duplicate });
    await page.getByRole('grid', { name: 'Files' }).waitFor();
    await press(/^Import [\d,]+ rows/);
    await page.getByText('Drop exports here').waitFor({ timeout: 60_000 });
    await untilSaved(page);
    const { snapshot } = await savedSummit(page);
    expect(damageOf(snapshot)).toEqual([]);
    if (expected !== null) expect(Object.fromEntries(Object.keys(expected.records).map((table) => [table, snapshot[table as TableName].size]))).toEqual(expected.records);
  });

  test('proposes waves, takes them, and marks twelve partners approved, invited and accepted', async () => {
    await goTo('Invitees');
    await press('Propose waves…');
    await dialog().getByRole('button', { name: 'See the proposal' }).click();
    await dialog().getByRole('button', { name: /^Shortlist \d+/ }).click();
    await says(/[1-9]\d* partners on the list/);
    await view('On the list');
    for (const step of ['Approved', 'Invited', 'Accepted']) {
      await page.getByRole('grid').getByRole('row').nth(1).click();
      for (let row = 1; row < 12; row++) await page.keyboard.press('Shift+ArrowDown');
      await press('Mark as…');
      await page.getByRole('menuitem', { name: step }).click();
      await dialog().getByRole('button', { name: `Mark ${step.toLowerCase()}` }).click();
      await dialog().waitFor({ state: 'hidden' });
    }
    await untilSaved(page);
    const { snapshot } = await savedSummit(page);
    expect([...snapshot.invitations.values()].filter(({ stage }) => stage === 'accepted').length).toBe(12);
  });

  test('looks at NDA coverage and waives one', async () => {
    await goTo('NDAs');
    await view('Coverage');
    await page.getByRole('grid').getByRole('row').nth(1).click();
    const before = (await savedSummit(page)).snapshot.agreements.size;
    await press('Waive…');
    await dialog().getByLabel('Approved by').fill('Legal');
    await dialog().getByLabel('Reason').fill('Paper is in the post');
    await dialog().getByRole('button', { name: 'Waive', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    const { snapshot } = await savedSummit(page);
    expect([snapshot.agreements.size - before, [...snapshot.agreements.values()].filter(({ ending }) => ending?.reason === 'Paper is in the post').length]).toEqual([1, 1]);
  });

  test('adds a session and drags one to another hour', async () => {
    await goTo('Agenda');
    await page.locator('[data-event-id]').first().waitFor();
    await press('Add session');
    await dialog().getByLabel('Title').fill('Partner hour');
    await dialog().getByRole('button', { name: 'Add session' }).click();
    await dialog().waitFor({ state: 'hidden' });
    const { snapshot: before } = await savedSummit(page);
    const added = [...before.sessions.values()].find(({ title }) => title === 'Partner hour');
    await drag(page, `[data-event-id="${added?.id}"]`, 70);
    const { snapshot: after } = await savedSummit(page);
    expect(after.sessions.get(added?.id as never)?.startsAt).not.toBe(added?.startsAt);
  });

  test('schedules in the background, sees the difference, and takes a plan without a fault', async () => {
    await goTo('Meetings');
    await says(/requests?: 0 placed/);
    await press('Schedule automatically');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ timeout: 150_000 });
    // How good the plan is stands there in words: proven, or how far from the best at most.
    await says(/^(Everything is placed|Proven: no plan can place more|At most [\d.]+ % below the best)/);
    await page.getByRole('grid', { name: 'Changes of the proposed plan' }).waitFor();
    await press('Take this plan');
    await says(/requests?: [1-9]\d* placed/);
    await untilSaved(page);
    const { snapshot } = await savedSummit(page);
    expect(snapshot.placements.size).toBeGreaterThan(0);
    expect(scheduleFaults(snapshot)).toEqual([]);
  });

  test('drags a meeting on the board; whatever the board lets happen is still without a fault', async () => {
    await view('Board');
    await page.locator('[data-event-id]').first().waitFor();
    const held = new Set<string>([...(await savedSummit(page)).snapshot.placements.values()].map(({ request }) => request));
    const shown = await page.locator('[data-event-id]').evaluateAll((events) => events.map((event) => event.getAttribute('data-event-id') ?? ''));
    await drag(page, `[data-event-id="${shown.find((id) => held.has(id))}"]`, 60);
    const { snapshot } = await savedSummit(page);
    expect(scheduleFaults(snapshot)).toEqual([]);
  });

  test('sees who stands where in the awards', async () => {
    await goTo('Awards');
    await view('Ranking');
    await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  });

  test('captures a commitment without leaving the keyboard', async () => {
    await goTo('Plans & commitments');
    const before = (await savedSummit(page)).snapshot.commitments.size;
    await page.keyboard.press('Control+Alt+n');
    await page.getByRole('form', { name: 'Capture a commitment' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'What is promised' }).focus();
    await page.keyboard.type('Train 20 engineers');
    await page.keyboard.press('Enter');
    await says('Train 20 engineers');
    expect((await savedSummit(page)).snapshot.commitments.size - before).toBe(1);
  });

  test.each(['Executive briefing', 'Partner guide', 'Commitment sheet'])('prints a document that other programs read: %s', async (kind) => {
    await goTo('Books');
    await page.getByPlaceholder('Filter documents…').fill(kind);
    await page.getByRole('grid').getByRole('row').filter({ hasText: kind }).first().click();
    const book = await downloaded(page, () => page.keyboard.press('Control+Alt+p'));
    expect(book.name).toMatch(/\.pdf$/);
    execFileSync('qpdf', ['--check', book.path], { stdio: 'ignore' });
    expect(execFileSync('pdftotext', [book.path, '-'], { encoding: 'utf8' })).toContain('Spring summit');
  });

  test('hands the promises to their readers as a spreadsheet and as CSV, each with every promise', async () => {
    await goTo('Plans & commitments');
    const { size } = (await savedSummit(page)).snapshot.commitments;
    await page.keyboard.press('Control+Shift+e');
    const sheet = await downloaded(page, () => dialog().getByRole('button', { name: 'Export' }).click());
    const lines = (await readWorkbook(Buffer.from(sheet.bytes))).filter(({ sheet: name }) => name !== 'Read me').flatMap(({ data }) => data.slice(1));
    const csv = await downloaded(page, () => press('Export what is shown'));
    const rows = Papa.parse<string[]>(new TextDecoder().decode(csv.bytes), { skipEmptyLines: true }).data;
    expect([sheet.name.endsWith('.xlsx'), lines.length, csv.name.endsWith('.csv'), rows.length - 1]).toEqual([true, size, true, size]);
  });

  test('takes three steps back and three forward, then reloads, and everything is there', async () => {
    const before = (await savedSummit(page)).snapshot;
    for (let step = 0; step < 3; step++) { await press('Undo'); await untilSaved(page); }
    expect((await savedSummit(page)).snapshot).not.toEqual(before);
    for (let step = 0; step < 3; step++) { await press('Redo'); await untilSaved(page); }
    expect((await savedSummit(page)).snapshot).toEqual(before);
    await goTo('Partners');
    const names = () => page.getByRole('grid').getByRole('row').allTextContents();
    const shown = await names();
    await page.reload();
    await page.getByRole('grid').getByRole('row').nth(shown.length - 1).waitFor();
    expect(await names()).toEqual(shown);
    expect((await savedSummit(page)).snapshot).toEqual(before);
  });

  test('opens the saved file again as a copy, whole', async () => {
    const { path, snapshot } = await savedSummit(page);
    const named = join(mkdtempSync(join(tmpdir(), 'summit-copy-')), 'copy.summit');
    cpSync(path, named);
    await page.locator('.sp-switcher').click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Open a summit file…' }).click();
    await (await chooser).setFiles(named);
    await expect.poll(() => page.locator('.sp-save').getAttribute('data-state'), { timeout: 20_000 }).toBe('saved');
    const { snapshot: copy } = await savedSummit(page);
    expect(damageOf(copy)).toEqual([]);
    expect(copy.placements).toEqual(snapshot.placements);
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});

/** Takes an event by its middle and lets it go some pixels lower, in the small moves a hand makes. */
async function drag(page: Visit['page'], selector: string, down: number): Promise<void> {
  const event = page.locator(selector).first();
  await event.scrollIntoViewIfNeeded();
  // A wide board draws its columns anew while it scrolls.
  await expect.poll(() => event.boundingBox(), { timeout: 5000 }).not.toBeNull();
  await page.waitForTimeout(200);
  const box = await event.boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 16)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let moved = 0; moved <= down; moved += 10) await page.mouse.move(x, y + moved);
  await page.mouse.up();
  await page.keyboard.press('Escape');
}
