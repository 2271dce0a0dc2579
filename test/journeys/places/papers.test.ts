import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { downloaded } from '#test/support/planner-hand.ts';
import { anyId, type Hand, type PlaceSteps, takenBack, walk } from '#test/support/places.ts';

/** Who a table is about, as it lists them. */
const listed = ({ page }: Hand, column: string) => page.locator(`#place [role="gridcell"][id$="-${column}"]`).allTextContents();

const books: PlaceSteps = {
  place: 'Books',
  cells: {
    create: [{
      because: 'books are made from the records', says: 'the book of an executive as a PDF that other programs read, and its copy is fresh',
      async run({ page, place, press, changing }) {
        await place.getByRole('row').filter({ hasText: 'Executive briefing' }).filter({ hasText: 'Eve Host' }).click();
        expect(await changing(async () => {
          const book = await downloaded(page, () => press('Save PDF'));
          execFileSync('qpdf', ['--check', book.path], { stdio: 'ignore' });
          expect(execFileSync('pdftotext', [book.path, '-'], { encoding: 'utf8' })).toContain('Eve Host');
        })).toEqual({});
        await place.getByRole('row').filter({ hasText: 'Eve Host' }).getByText('Fresh').waitFor();
      },
    }],
    edit: [{
      because: 'books are made from the records', says: 'a record that changes makes the printed copy out of date',
      async run({ goTo, view, cell, type, place }) {
        await goTo('People');
        await view('Our executives');
        await cell('eve', 'name').click();
        await type('eve', 'title', 'Sales and services');
        await goTo('Books');
        await place.getByRole('row').filter({ hasText: 'Eve Host' }).getByText('Out of date').waitFor();
      },
    }],
    delete: [{
      because: 'a book goes when its reader has nothing to read', says: 'without meetings and sessions there is no briefing for the executive',
      async run(hand) {
        await hand.goTo('Meetings');
        await hand.cell('acme-eve', 'partner').click();
        await hand.press('Remove');
        await hand.submit('Remove');
        await hand.goTo('Agenda');
        await hand.view('Table');
        await hand.cell('gala', 'title').click();
        await hand.press('Remove');
        await hand.goTo('Books');
        expect(await listed(hand, 'reader')).toEqual(['Acme', 'Ada Cam', 'Event team', 'Stage manager', 'Acme']);
      },
    }],
    undo: [takenBack('request, meeting and session are there again', 2), {
      says: 'and the briefing with them',
      async run(hand) { expect(await listed(hand, 'reader')).toEqual(['Eve Host', 'Acme', 'Ada Cam', 'Event team', 'Stage manager', 'Acme']); },
    }],
    import: [{
      because: 'books are made from the records', says: 'a list let go over it brings readers, whose books appear',
      async run({ drop, takeDryRun, changing, page }) {
        expect(await changing(async () => {
          await drop('hosts.csv', 'Host name,Job title,E-mail,Max meetings per day\nUma Vice,Services,uma@vendor.example,4\n');
          await takeDryRun(1);
          await page.getByRole('heading', { level: 1, name: 'Books & print' }).waitFor();
        })).toMatchObject({ executives: { added: [{ name: 'Uma Vice' }] } });
      },
    }],
    export: [{
      says: 'the list of books as it is shown',
      async run({ exported }) {
        const { name, lines } = await exported();
        expect({ name, lines: lines.map((line) => line.replace(/,\d+,Fresh$/, ',n,Fresh').replace(/,\d+,Out of date$/, ',n,Out of date')) }).toEqual({
          name: 'Books and sheets.csv',
          lines: ['Kind,Reader,Meetings,Pages,Copy', 'Executive briefing,Eve Host,1,n,Out of date', 'Partner guide,Acme,1,,Not printed', 'Team book,Ada Cam,1,,Not printed', 'Master book,Event team,1,,Not printed', 'Stage book,Stage manager,0,,Not printed', 'Commitment sheet,Acme,1,,Not printed'],
        });
      },
    }],
    find: [{
      says: 'a book by its reader in the table and from anywhere',
      async run({ filter, search }) {
        expect(await filter('Filter documents', 'eve', 'reader')).toEqual(['Eve Host', 'Event team']);
        expect(await search('eve briefing', /Executive briefing/)).toMatchObject({ heading: 'Eve Host' });
      },
    }],
  },
};

const letter = 'Account ID,Account Name,Partner Tier,Last review\nG7,Golf,Gold,03/04/2026\n';

const exchange: PlaceSteps = {
  place: 'Exchange',
  cells: {
    create: [{
      because: 'records come in by import', says: 'nothing is in the summit before the planner has seen the dry run and agreed',
      async run({ page, press, place, changing }) {
        expect(await changing(async () => {
          await page.locator('.sp-drop input[type="file"]').setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(letter) });
          await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
          await place.getByText('is 03/04/2026 3 April or 4 March?').waitFor();
          expect(await place.getByRole('button', { name: 'Import 1 row' }).isDisabled()).toBe(true);
          await press('Discard');
          await page.getByText('Drop exports here').waitFor();
        })).toEqual({});
      },
    }],
    edit: [{
      because: 'it holds no records of its own', says: 'the planner says how a file is to be read, and it is read so',
      async run({ page, press, takeDryRun, changing }) {
        expect(await changing(async () => {
          await page.locator('.sp-drop input[type="file"]').setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(letter) });
          await press('Day first');
          await takeDryRun(1);
        })).toEqual({ partners: { added: [{ ...blankPartner(anyId, 'Golf'), accountId: 'G7', tier: 'Gold', lastReviewedOn: '2026-04-03' }] } });
      },
    }],
    delete: [{
      because: 'an import never removes', says: 'what a file leaves out stays: reading one partner of four changes that one alone',
      async run({ page, takeDryRun, changing, snapshot }) {
        const golf = [...(await snapshot()).partners.values()].find(({ name }) => name === 'Golf');
        expect(await changing(async () => {
          await page.locator('.sp-drop input[type="file"]').setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from('Account ID,Account Name,Partner Tier\nG7,Golf,Silver\n') });
          await takeDryRun(1);
        })).toEqual({ partners: { changed: [{ ...golf, tier: 'Silver' }] } });
      },
    }],
    undo: [takenBack('a whole import is one step back')],
    import: [{
      says: 'our own tables, and finds nothing that is not there already',
      async run({ page, press, changing }) {
        const workbook = await downloaded(page, () => press('Export every table as a spreadsheet'));
        expect(await changing(async () => {
          await page.locator('.sp-drop input[type="file"]').setInputFiles({ name: workbook.name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(workbook.bytes) });
          await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
          await press(/^Import \d+ rows/);
          await page.getByText('Drop exports here').waitFor();
          await page.getByText('These files hold nothing that the summit does not have already.').waitFor();
        })).toEqual({});
      },
    }],
    export: [{
      says: 'every table as a sheet of one workbook',
      async run({ page, press, snapshot }) {
        const { partners, rooms } = await snapshot();
        const { name, bytes } = await downloaded(page, () => press('Export every table as a spreadsheet'));
        const read = await readWorkbook({ name, bytes });
        if (!read.ok) throw new Error(read.problem.code);
        const sheet = (wanted: string) => read.value.grids.find((grid) => grid.sheet === wanted)?.rows.map(({ cells }) => cells);
        expect([name, sheet('partners')?.length, sheet('rooms')]).toEqual(['Summit tables.xlsx', partners.size + 1, [['id (Summit Planner 5: rooms)', 'name', 'seats', 'floor', 'equipment', 'confidential', 'parallel meetings', 'reserved'], ...[...rooms.values()].map((room) => [room.id, room.name, room.seats, null, null, room.confidential, room.parallelMeetings, room.reserved])]]);
      },
    }],
    find: [{
      because: 'it holds no records of its own', says: 'a row of a dry run by its words, among the rows with a reason',
      async run({ page, view, place, press }) {
        await page.locator('.sp-drop input[type="file"]').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from('First Name,Last Name,Email,Account Name\nDee,Dahl,not an address,Acme\nEd,Eder,ed@nowhere.example,Nowhere\n') });
        await view('Rows with a reason 2');
        await place.getByRole('textbox', { name: 'Filter' }).fill('address');
        await expect.poll(() => page.locator('#place [role="gridcell"][id$="-line"]').allTextContents()).toEqual(['2']);
        await press('Discard');
      },
    }],
  },
};

const history: PlaceSteps = {
  place: 'History',
  cells: {
    create: [{
      because: 'it writes itself', says: 'a change anywhere is its newest step',
      async run(hand) {
        await hand.goTo('Set-up');
        await hand.view('Summit');
        await hand.fact('Venue', 'Old town');
        await hand.fact('Edition', 'Tenth');
        await hand.fact('Planner', 'Pat');
        await hand.goTo('History');
        expect((await listed(hand, 'label')).slice(0, 3)).toEqual(['Planner of Spring', 'Edition of Spring', 'Venue of Spring']);
      },
    }],
    edit: [{
      because: 'what happened is not rewritten', says: 'the summit goes back to the step chosen, and what came after is marked',
      async run(hand) {
        const [summit] = [...(await hand.snapshot()).summits.values()];
        await hand.place.getByRole('gridcell', { name: 'Venue of Spring' }).click();
        expect(await hand.changing(() => hand.press('Go back to this step'))).toEqual({ summits: { changed: [{ ...summit, edition: '', plannerName: '' }] } });
        expect((await listed(hand, 'label')).slice(0, 5)).toEqual(['Undo: Edition of Spring', 'Undo: Planner of Spring', 'Planner of Spring', 'Edition of Spring', 'Venue of Spring']);
        expect((await listed(hand, 'state')).slice(0, 5)).toEqual(['', '', 'taken back', 'taken back', 'here']);
      },
    }],
    delete: [{
      because: 'what happened is not rewritten', says: 'undoing adds a step and removes none',
      async run(hand) {
        const before = await listed(hand, 'label');
        await hand.press('Undo the last change');
        await expect.poll(() => listed(hand, 'label')).toEqual(['Undo: Venue of Spring', ...before]);
      },
    }],
    undo: [{
      says: 'the summit goes forward again to the step chosen',
      async run(hand) {
        const [summit] = [...(await hand.snapshot()).summits.values()];
        await hand.place.getByRole('gridcell', { name: 'Planner of Spring', exact: true }).click();
        expect(await hand.changing(() => hand.press('Go forward to this step'))).toEqual({ summits: { changed: [{ ...summit, venue: 'Old town', edition: 'Tenth', plannerName: 'Pat' }] } });
      },
    }],
    import: [{
      because: 'a history belongs to its summit', says: 'an import is one step of it',
      async run(hand) {
        await hand.drop('rooms.csv', 'Room,Capacity,Confidential\nLibrary,12,yes\n');
        await hand.takeDryRun(1);
        await hand.page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
        expect((await listed(hand, 'label'))[0]).toBe('Import 1 file');
      },
    }],
    export: [{
      says: 'every step with its hour and its author',
      async run(hand) {
        const steps = await listed(hand, 'label');
        const { name, lines } = await hand.exported();
        expect([name, lines.length, lines[0]]).toEqual(['History.csv', steps.length + 1, '#,When,Who,What,State']);
      },
    }],
    find: [{
      says: 'a step by its words; search finds records, whose steps are told here',
      async run(hand) {
        expect(await hand.filter('Filter history', 'import 1 file', 'label')).toEqual(expect.arrayContaining(['Import 1 file']));
      },
    }],
  },
};

walk('books, exchange and history', [books, exchange, history]);
