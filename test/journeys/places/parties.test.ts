import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { unknownPerformance, blankPartner } from '#shared/partners/partner.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import { anyId, type PlaceSteps, takenBack, walk } from '#test/support/places.ts';

const noManager = 'Core has no channel account manager. Name one: commitments are routed through them.';

function findings(page: Page): Promise<string[]> {
  return page.getByRole('list', { name: 'Needs attention' }).locator('.sp-finding-words').allTextContents();
}

const overview: PlaceSteps = {
  place: 'Overview',
  cells: {
    create: [{
      because: 'it shows what other places hold', says: 'a number opens the place where its records are made',
      async run({ page, press }) {
        await press(/^Seats taken/);
        await page.getByRole('heading', { level: 1, name: 'Invitees' }).waitFor();
      },
    }],
    edit: [{
      because: 'it shows what other places hold', says: 'a finding opens the record it speaks of, where it is mended',
      async run({ page, press, place }) {
        await press('No performance figures of Bolt. Import them, or note why there are none.');
        await place.getByRole('heading', { level: 2, name: 'Bolt' }).waitFor();
        expect(new URL(page.url()).hash).toBe('#/partners/bolt');
      },
    }],
    delete: [{
      because: 'findings follow from the records', says: 'a finding goes when its cause is mended, and no other',
      async run({ goTo, type, page }) {
        const before = await findings(page);
        await goTo('Partners');
        await type('core', 'camName', 'Ada Cam');
        await goTo('Overview');
        await expect.poll(() => findings(page)).toEqual(before.filter((finding) => finding !== noManager));
        expect(before).toContain(noManager);
      },
    }],
    undo: [{
      because: 'findings follow from the records', says: 'the finding is there again when its cure is taken back',
      async run({ undo, page }) {
        await undo();
        await expect.poll(() => findings(page)).toContain(noManager);
      },
    }],
    import: [{
      says: 'a list let go over it is read, shown and taken, and the planner is back',
      async run({ drop, takeDryRun, changing, page }) {
        expect(await changing(async () => {
          await drop('rooms.csv', 'Room,Capacity,Confidential\nLibrary,12,yes\n');
          await takeDryRun(1);
          await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
        })).toEqual({ rooms: { added: [{ id: anyId, name: 'Library', seats: 12, floor: '', equipment: [], confidential: true, parallelMeetings: 1, reserved: false, closed: [] }] } });
      },
    }],
    export: [{
      says: 'the findings as a list',
      async run({ exported, page }) {
        const shown = await findings(page);
        const { name, lines } = await exported('Export findings');
        expect({ name, head: lines[0], second: lines[1], count: lines.length - 1 }).toEqual({ name: 'Needs attention.csv', head: 'Severity,Place,Finding', second: 'warning,partners,"No performance figures of Bolt. Import them, or note why there are none."', count: shown.length });
      },
    }],
    find: [{
      says: 'findings by their words, and what they speak of from anywhere',
      async run({ place, page, search }) {
        await place.getByRole('textbox', { name: 'Filter findings' }).fill('core account');
        await expect.poll(() => findings(page)).toEqual([noManager]);
        expect(await search('core', /^Core/)).toEqual({ at: '#/partners/core', heading: 'Core' });
      },
    }],
  },
};

const setUp: PlaceSteps = {
  place: 'Set-up',
  cells: {
    create: [
      {
        says: 'a room',
        async run({ view, press, fill, changing }) {
          await view('Rooms');
          expect(await changing(async () => { await press('Add room'); await fill({ 'Name': 'Terrace', 'Seats': '30', 'Floor or building': '5' }, 'Add room'); })).toEqual({
            rooms: { added: [{ id: anyId, name: 'Terrace', seats: 30, floor: '5', equipment: [], confidential: false, parallelMeetings: 1, reserved: false, closed: [] }] },
          });
        },
      },
      {
        says: 'a day',
        async run({ press, fill, changing, snapshot, view }) {
          await view('Summit');
          const [summit] = [...(await snapshot()).summits.values()];
          expect(await changing(async () => { await press('Add day'); await fill({ Date: '2027-03-24', Opens: '09:00', Closes: '16:00' }, 'Add day'); })).toEqual({
            summits: { changed: [{ ...summit, days: [...(summit?.days ?? []), { date: '2027-03-24', opensAt: '09:00', closesAt: '16:00' }] }] },
          });
        },
      },
    ],
    edit: [
      {
        says: 'a fact of the summit',
        async run({ fact, changing, snapshot }) {
          const [summit] = [...(await snapshot()).summits.values()];
          expect(await changing(() => fact('Venue', 'Palace'))).toEqual({ summits: { changed: [{ ...summit, venue: 'Palace' }] } });
        },
      },
      {
        says: 'the seats of a room in its cell',
        async run({ view, type, changing, snapshot }) {
          await view('Rooms');
          const room = (await snapshot()).rooms.get('suite' as never);
          expect(await changing(() => type('suite', 'seats', '10'))).toEqual({ rooms: { changed: [{ ...room, seats: 10 }] } });
        },
      },
    ],
    delete: [
      {
        says: 'the room leaves sessions and hosts, and the meeting in it leaves the schedule',
        async run({ view, cell, press, dialog, changing, snapshot, submit }) {
          await view('Rooms');
          const { sessions, executives } = await snapshot();
          await cell('suite', 'name').click();
          expect(await changing(async () => {
            await press('Remove room');
            expect(await dialog().textContent()).toContain('This also removes 1 placed meeting. You can undo it.');
            await submit('Remove');
          })).toEqual({
            rooms: { removed: ['suite'] }, placements: { removed: ['placed'] },
            sessions: { changed: [{ ...sessions.get('block' as never), rooms: [] }] }, executives: { changed: [{ ...executives.get('eve' as never), homeRoom: null }] },
          });
        },
      },
    ],
    undo: [
      takenBack('the room is there again, with its meeting, in every reference'),
      {
        says: 'a day that was removed is there again',
        async run({ page, view, undo, changing }) {
          await view('Summit');
          expect(await changing(async () => { await page.getByRole('button', { name: 'Remove 2027-03-24' }).click(); await undo(); })).toEqual({});
        },
      },
    ],
    import: [{
      says: 'rooms from a CSV file',
      async run({ view, importFile, changing }) {
        await view('Rooms');
        expect(await changing(() => importFile('Set-up', 'rooms.csv', 'Room name,Seats,Floor,Equipment,Confidential\nAtrium,60,1,Screen; Stage,no\n', 1))).toEqual({
          rooms: { added: [{ id: anyId, name: 'Atrium', seats: 60, floor: '1', equipment: ['Screen', 'Stage'], confidential: false, parallelMeetings: 1, reserved: false, closed: [] }] },
        });
      },
    }],
    export: [{ says: 'the rooms as they are shown', async run({ view, exported }) {
      await view('Rooms');
      expect(await exported()).toEqual({ name: 'Rooms.csv', lines: ['Room,Seats,At once,Confidential,Reserved,Floor,Equipment', 'Library,12,1,Yes,No,,', 'Terrace,30,1,No,No,5,', 'Atrium,60,1,No,No,1,"Screen, Stage"', 'Great hall,200,1,No,No,,', 'Suite 1,10,1,Yes,No,,'] });
    } }],
    find: [{
      says: 'a room by a part of its name, in the table and from anywhere',
      async run({ view, filter, search }) {
        await view('Rooms');
        expect(await filter('Filter rooms', 'atri', 'name')).toEqual(['Atrium']);
        expect(await search('great', /Great hall/)).toEqual({ at: '#/set-up/hall', heading: 'Great hall' });
      },
    }],
  },
};

const partners: PlaceSteps = {
  place: 'Partners',
  cells: {
    create: [{
      says: 'a partner',
      async run({ press, fill, changing }) {
        expect(await changing(async () => { await press('Add partner'); await fill({ 'Name': 'Delta', 'Account ID': 'D4', 'Tier': 'Silver' }, 'Add partner'); })).toEqual({ partners: { added: [{ ...blankPartner(anyId, 'Delta'), accountId: 'D4', tier: 'Silver' }] } });
      },
    }],
    edit: [{
      says: 'a figure in its cell, and a fact beside the list',
      async run({ type, fact, cell, changing, snapshot }) {
        const core = (await snapshot()).partners.get('core' as never);
        expect(await changing(async () => { await type('core', 'revenue', '1500 EUR'); await cell('core', 'name').click(); await fact('Legal name', 'Core Lda'); })).toEqual({
          partners: { changed: [{ ...core, legalName: 'Core Lda', performance: { ...unknownPerformance, revenue: { hundredths: 150_000, currency: 'EUR' } } }] },
        });
      },
    }],
    delete: [{
      says: 'the partner leaves with its invitation, requests, nomination and promises; people and papers stay without it',
      async run({ cell, press, submit, changing, snapshot, dialog }) {
        const before = await snapshot();
        await cell('acme', 'name').click();
        expect(await changing(async () => {
          await press('Remove partner');
          expect(await dialog().textContent()).toContain('This also removes 2 commitments, 1 nomination, 1 recusal, 1 score, 2 meeting requests, 1 placed meeting, 1 invitation. You can undo it.');
          await submit('Remove');
        })).toEqual({
          partners: { removed: ['acme'] }, invitations: { removed: ['inv-acme'] }, requests: { removed: ['acme-eve', 'acme-max'] }, placements: { removed: ['placed'] }, nominations: { removed: ['nom-acme'] },
          scores: { removed: ['score'] }, recusals: { removed: ['recusal'] }, commitments: { removed: ['certify', 'fund'] },
          contacts: { changed: [{ ...before.contacts.get('ana' as never), partner: null }] }, agreements: { changed: [{ ...before.agreements.get('nda-acme' as never), partner: null }] },
          judges: { changed: [{ ...before.judges.get('cleo' as never), partner: null }] },
        });
      },
    }],
    undo: [takenBack('the partner is there again with everything that left with it')],
    import: [{
      says: 'one partner updated by its account, one new',
      async run({ importFile, changing, snapshot }) {
        const bolt = (await snapshot()).partners.get('bolt' as never);
        expect(await changing(() => importFile('Partners', 'accounts.csv', 'Account ID,Account Name,Partner Tier,Revenue TTM (EUR),City\nB2,Bolt,Platinum,2000,Porto\nE5,Echo,Gold,300,Faro\n', 2))).toEqual({
          partners: {
            changed: [{ ...bolt, tier: 'Platinum', city: 'Porto', performance: { ...unknownPerformance, revenue: { hundredths: 200_000, currency: 'EUR' }, source: 'accounts.csv' } }],
            added: [{ ...blankPartner(anyId, 'Echo'), accountId: 'E5', tier: 'Gold', city: 'Faro', performance: { ...unknownPerformance, revenue: { hundredths: 30_000, currency: 'EUR' }, source: 'accounts.csv' } }],
          },
        });
      },
    }],
    export: [{ says: 'the partners as they are shown', async run({ exported }) {
      expect(await exported()).toEqual({
        name: 'Partners.csv',
        lines: [
          'Partner,Tier,Strategic,PAC,Type,Region,Country,City,CAM,Revenue,Pipeline,Health,Satisfaction', 'Delta,Silver,No,No,,,,,,,,,', 'Echo,Gold,No,No,,,,Faro,,300 EUR,,,',
          'Acme,Elite,No,No,,,PT,,Ada Cam,1200000 EUR,,,', 'Bolt,Platinum,No,No,,,,Porto,,2000 EUR,,,', 'Core,,No,No,,,,,,1500 EUR,,,',
        ],
      });
    } }],
    find: [{
      says: 'a partner by its account manager in the table, by a part of its name from anywhere',
      async run({ filter, search }) {
        expect(await filter('Filter partners', 'ada cam', 'name')).toEqual(['Acme']);
        expect(await search('bol', /^Bolt/)).toEqual({ at: '#/partners/bolt', heading: 'Bolt' });
      },
    }],
  },
};

const people: PlaceSteps = {
  place: 'People',
  cells: {
    create: [
      {
        says: 'a contact of a partner',
        async run({ press, fill, changing }) {
          expect(await changing(async () => { await press('Add contact'); await fill({ 'Given name': 'Cy', 'Family name': 'Core', 'Partner': 'Core', 'E-mail': 'Cy@core.example' }, 'Add contact'); })).toEqual({
            contacts: { added: [{ ...blankContact(anyId), givenName: 'Cy', familyName: 'Core', partner: 'core', email: 'cy@core.example' }] },
          });
        },
      },
      {
        says: 'an executive',
        async run({ press, fill, changing }) {
          expect(await changing(async () => { await press('Add executive'); await fill({ Name: 'Ida Lead', Title: 'Product' }, 'Add executive'); })).toEqual({ executives: { added: [{ ...blankExecutive(anyId, 'Ida Lead'), title: 'Product' }] } });
        },
      },
    ],
    edit: [
      {
        says: 'the title of a contact in its cell',
        async run({ view, type, changing, snapshot }) {
          await view('Partner contacts');
          const ana = (await snapshot()).contacts.get('ana' as never);
          expect(await changing(() => type('ana', 'title', 'Buyer'))).toEqual({ contacts: { changed: [{ ...ana, title: 'Buyer' }] } });
        },
      },
      {
        says: 'when an executive is away',
        async run({ view, cell, press, fill, changing, snapshot }) {
          await view('Our executives');
          const max = (await snapshot()).executives.get('max' as never);
          await cell('max', 'name').click();
          expect(await changing(async () => { await press('Add a spell'); await fill({ From: '2027-03-23T12:00', To: '2027-03-23T13:00' }, 'Add'); })).toEqual({
            executives: { changed: [{ ...max, unavailable: [{ startsAt: '2027-03-23T12:00', endsAt: '2027-03-23T13:00' }] }] },
          });
        },
      },
    ],
    delete: [
      {
        says: 'the person leaves the table and every reference',
        async run({ view, cell, press, changing, snapshot }) {
          await view('Partner contacts');
          const before = await snapshot();
          await cell('ana', 'name').click();
          expect(await changing(() => press('Remove person'))).toEqual({ contacts: { removed: ['ana'] }, requests: { changed: [{ ...before.requests.get('acme-eve' as never), attendees: [] }] } });
        },
      },
      {
        says: 'the executive leaves with the requests for a meeting; sponsored partners and sessions stay without',
        async run({ view, cell, press, submit, changing, snapshot }) {
          await view('Our executives');
          const before = await snapshot();
          await cell('eve', 'name').click();
          expect(await changing(async () => { await press('Remove person'); await submit('Remove'); })).toEqual({
            executives: { removed: ['eve'] }, requests: { removed: ['acme-eve'] }, placements: { removed: ['placed'] },
            partners: { changed: [{ ...before.partners.get('bolt' as never), vendorSponsor: null }] }, sessions: { changed: [{ ...before.sessions.get('gala' as never), speakers: [] }] },
          });
        },
      },
    ],
    undo: [takenBack('both people are there again, in every reference', 2)],
    import: [
      {
        says: 'contacts from a CSV file, linked to their partner',
        async run({ importFile, changing }) {
          expect(await changing(() => importFile('People', 'contacts.csv', 'First Name,Last Name,Email,Account Name,Role\nDee,Dahl,dee@delta.example,Delta,Delegate\n', 1))).toEqual({
            contacts: { added: [{ ...blankContact(anyId), givenName: 'Dee', familyName: 'Dahl', email: 'dee@delta.example', partner: expect.any(String), organisation: 'Delta', role: 'Delegate' }] },
          });
        },
      },
      {
        says: 'executives from a CSV file',
        async run({ importFile, changing }) {
          expect(await changing(() => importFile('People', 'hosts.csv', 'Host name,Job title,E-mail,Max meetings per day\nUma Vice,Services,uma@vendor.example,4\n', 1))).toEqual({
            executives: { added: [{ ...blankExecutive(anyId, 'Uma Vice'), title: 'Services', email: 'uma@vendor.example', maxMeetingsPerDay: 4 }] },
          });
        },
      },
    ],
    export: [
      { says: 'the contacts as they are shown', async run({ view, exported }) {
        await view('Partner contacts');
        expect(await exported()).toEqual({ name: 'Partner contacts.csv', lines: ['Name,Title,Partner,Role,E-mail,Phone,Diet,Access needs', '"Core, Cy",,Core,,cy@core.example,,,', '"Dahl, Dee",,Delta,Delegate,dee@delta.example,,,', '"Lima, Ana",Buyer,Acme,Delegate,ana@acme.example,,,', '"Berg, Bo",,Bolt,,bo@bolt.example,,,'] });
      } },
      { says: 'the executives as they are shown', async run({ view, exported }) {
        await view('Our executives');
        expect(await exported()).toEqual({ name: 'Our executives.csv', lines: ['Name,Title,E-mail,Meetings a day,Home room,Topics,Not available', 'Ida Lead,Product,,,,,', 'Uma Vice,Services,uma@vendor.example,4,,,', 'Eve Host,Sales,eve@vendor.example,,Suite 1,,', 'Max Chief,Chief,max@vendor.example,,,,03-23 12:00–13:00'] });
      } },
    ],
    find: [{
      says: 'a person by the partner in the table, by e-mail from anywhere',
      async run({ view, filter, search }) {
        await view('Partner contacts');
        expect(await filter('Filter people', 'acme', 'name')).toEqual(['Lima, Ana']);
        expect(await search('uma@vendor', /Uma Vice/)).toMatchObject({ heading: 'Uma Vice' });
      },
    }],
  },
};

walk('the summit and its parties', [overview, setUp, partners, people]);
