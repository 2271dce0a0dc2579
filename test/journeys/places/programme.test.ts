import { expect } from 'vitest';
import { blankAgreement } from '#shared/agreements/agreement.ts';
import { blankRequest } from '#shared/meetings/request.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { anyId, type PlaceSteps, takenBack, walk } from '#test/support/places.ts';

const invitees: PlaceSteps = {
  place: 'Invitees',
  cells: {
    create: [{
      says: 'a partner is put on the list',
      async run({ cell, press, changing }) {
        await cell('core', 'name').click();
        expect(await changing(() => press('Shortlist'))).toEqual({
          invitations: { added: [{ id: anyId, partner: 'core', stage: 'shortlisted', wave: null, seats: expect.any(Number), grounds: [], approver: '', steps: [{ stage: 'shortlisted', on: '2027-03-01', who: expect.any(String), why: '' }] }] },
        });
      },
    }],
    edit: [{
      says: 'the people a partner may send in the cell, and the approver beside the list',
      async run({ view, type, cell, fact, changing, snapshot }) {
        await view('On the list');
        const bolt = (await snapshot()).invitations.get('inv-bolt' as never);
        expect(await changing(async () => { await type('bolt', 'seats', '3'); await cell('bolt', 'name').click(); await fact('Approver', 'Ada'); })).toEqual({ invitations: { changed: [{ ...bolt, seats: 3, approver: 'Ada' }] } });
      },
    }],
    delete: [{
      says: 'the invitation leaves the list, the partner stays',
      async run({ view, cell, press, changing }) {
        await view('On the list');
        await cell('bolt', 'name').click();
        expect(await changing(() => press('Take off the list'))).toEqual({ invitations: { removed: ['inv-bolt'] } });
      },
    }],
    undo: [takenBack('the invitation is on the list again')],
    import: [{
      because: 'who is invited is decided here, not read from a list', says: 'partners to choose from, who stand among the candidates',
      async run({ importFile, changing, cell, snapshot }) {
        expect(await changing(() => importFile('Invitees', 'accounts.csv', 'Account ID,Account Name,Partner Tier\nF6,Foxtrot,Gold\n', 1))).toEqual({ partners: { added: [{ ...blankPartner(anyId, 'Foxtrot'), accountId: 'F6', tier: 'Gold' }] } });
        const added = [...(await snapshot()).partners.values()].find(({ name }) => name === 'Foxtrot');
        await cell(added?.id ?? '', 'name').waitFor();
      },
    }],
    export: [{
      says: 'the list as it is shown',
      async run({ view, exported }) {
        await view('On the list');
        expect(await exported()).toEqual({
          name: 'Invitees.csv',
          lines: ['Partner,#,Score,Back,Ahead,Stage,Wave,Grounds,Tier,Strategic,PAC,People,Approver', 'Acme,,,0,0,Invited,,,Elite,No,No,2,', 'Bolt,,,0,0,Shortlisted,,,Gold,No,No,3,Ada', 'Core,,,0,0,Shortlisted,,,,No,No,2,'],
        });
      },
    }],
    find: [{
      says: 'a candidate by name in the table, an invitation by its partner from anywhere',
      async run({ filter, search, view }) {
        await view('All partners');
        expect(await filter('Filter partners', 'fox', 'name')).toEqual(['Foxtrot']);
        expect(await search('acme invitation', /Invitation, invited/)).toEqual({ at: '#/invitees/inv-acme', heading: 'Acme' });
      },
    }],
  },
};

const ndas: PlaceSteps = {
  place: 'NDAs',
  cells: {
    create: [{
      says: 'an agreement with a partner',
      async run({ press, fill, changing }) {
        expect(await changing(async () => { await press('Add NDA'); await fill({ 'For the organisation': 'Core', 'Owner': 'Lea Legal' }, 'Add NDA'); })).toEqual({
          agreements: { added: [{ ...blankAgreement(anyId, 'core' as never, 'Core'), owner: 'Lea Legal' }] },
        });
      },
    }],
    edit: [{
      says: 'the day it was sent, in its cell',
      async run({ view, date, changing, snapshot }) {
        await view('Register');
        const bo = (await snapshot()).agreements.get('nda-bo' as never);
        expect(await changing(() => date('nda-bo', 'sentOn', '2027-02-01'))).toEqual({ agreements: { changed: [{ ...bo, sentOn: '2027-02-01' }] } });
      },
    }],
    delete: [{
      says: 'the agreement leaves the register, nothing else changes',
      async run({ view, place, press, changing }) {
        await view('Register');
        await place.getByRole('row').filter({ hasText: 'Bo Berg' }).getByRole('gridcell').first().click();
        await place.getByRole('toolbar', { name: 'Picked rows' }).waitFor();
        expect(await changing(() => press('Remove…'))).toEqual({ agreements: { removed: ['nda-bo'] } });
      },
    }],
    undo: [takenBack('the agreement is in the register again')],
    import: [{
      says: 'a register as CSV, with its evidence kept beside the dates',
      async run({ importFile, changing }) {
        expect(await changing(() => importFile('NDAs', 'register.csv', 'NDA ID,Counterparty,Level,Status,Sent,Signed,Countersigned,Effective,Expiry\nN0100,Bolt,organisation,executed,2026-01-02,2026-01-05,2026-01-06,2026-01-06,2028-01-06\n', 1))).toEqual({
          agreements: { added: [{ ...blankAgreement(anyId, 'bolt' as never, 'Bolt'), code: 'N0100', reportedStage: 'executed', sentOn: '2026-01-02', partnerSignedOn: '2026-01-05', countersignedOn: '2026-01-06', effectiveOn: '2026-01-06', expiresOn: '2028-01-06' }] },
        });
      },
    }],
    export: [{
      says: 'the register as it is shown',
      async run({ view, exported }) {
        await view('Register');
        expect(await exported()).toEqual({
          name: 'NDA register.csv',
          lines: [
            'Partner,Person,Status,Sent,Partner signed,Countersigned,Effective,Expires,Evergreen,Owner,Legal entity', 'Core,,Not requested,,,,,,No,Lea Legal,Core',
            'Bolt,,Effective,2026-01-02,2026-01-05,2026-01-06,2026-01-06,2028-01-06,No,,Bolt', 'Acme,,Evergreen,2027-01-05,2027-01-08,2027-01-09,2027-01-09,,Yes,,Acme Lda', 'Bolt,Bo Berg,Sent,2027-02-01,,,,,No,,Bolt',
          ],
        });
      },
    }],
    find: [{
      says: 'an agreement by its partner in the register, by its number from anywhere',
      async run({ view, filter, search }) {
        await view('Register');
        expect(await filter('Filter', 'bo berg', 'partner')).toEqual(['Bolt']);
        expect(await search('n0001', /Acme Lda/)).toMatchObject({ at: '#/ndas/nda-acme' });
      },
    }],
  },
};

const agenda: PlaceSteps = {
  place: 'Agenda',
  cells: {
    create: [{
      says: 'a session',
      async run({ press, fill, changing }) {
        expect(await changing(async () => { await press('Add session'); await fill({ Title: 'Roadmap hour', Kind: 'Roadmap session', Starts: '2027-03-23T13:00', Ends: '2027-03-23T14:00' }, 'Add session'); })).toEqual({
          sessions: { added: [{ id: anyId, code: '', title: 'Roadmap hour', kind: 'Roadmap session', startsAt: '2027-03-23T13:00', endsAt: '2027-03-23T14:00', rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: true }] },
        });
      },
    }],
    edit: [{
      says: 'its title in the cell',
      async run({ view, type, changing, snapshot }) {
        await view('Table');
        const opening = (await snapshot()).sessions.get('opening' as never);
        expect(await changing(() => type('opening', 'title', 'Welcome'))).toEqual({ sessions: { changed: [{ ...opening, title: 'Welcome' }] } });
      },
    }],
    delete: [{
      says: 'the session leaves the agenda; the award announced in it stays without a session',
      async run({ view, cell, press, changing, snapshot }) {
        await view('Table');
        const growth = (await snapshot()).categories.get('growth' as never);
        await cell('gala', 'title').click();
        expect(await changing(() => press('Remove'))).toEqual({ sessions: { removed: ['gala'] }, categories: { changed: [{ ...growth, announcedIn: null }] } });
      },
    }],
    undo: [takenBack('the session is in the agenda again, and its award in it')],
    import: [{
      says: 'sessions from a CSV file, in their rooms',
      async run({ importFile, changing }) {
        expect(await changing(() => importFile('Agenda', 'agenda.csv', 'Session ID,Session,Type,Start,End,Room,Audience,NDA required\nS9,Council,PAC meeting,2027-03-23 14:00,2027-03-23 15:00,Suite 1,PAC members,Yes\n', 1))).toEqual({
          sessions: { added: [{ id: anyId, code: 'S9', title: 'Council', kind: 'PAC meeting', startsAt: '2027-03-23T14:00', endsAt: '2027-03-23T15:00', rooms: ['suite'], audience: 'PAC members', needsNda: true, speakers: [], makesBusy: true }] },
        });
      },
    }],
    export: [
      {
        says: 'the sessions as they are shown',
        async run({ view, exported }) {
          await view('Table');
          expect(await exported()).toEqual({
            name: 'Agenda.csv',
            lines: [
              'Day,Time,Session,Kind,Rooms,Audience,Speakers,NDA,Busy,Clashes', '2027-03-23,09:00–10:00,Welcome,Plenary,Great hall,,,No,Yes,', '2027-03-23,10:00–12:00,One-to-ones,Meeting block,Suite 1,,,No,No,',
              '2027-03-23,13:00–14:00,Roadmap hour,Roadmap session,,,,No,Yes,It has no room yet.', '2027-03-23,14:00–15:00,Council,PAC meeting,Suite 1,PAC members,,Yes,Yes,', '2027-03-23,17:00–18:00,Gala,Awards,Great hall,,Eve Host,No,Yes,',
            ],
          });
        },
      },
      {
        says: 'how the rooms are used',
        async run({ view, exported }) {
          await view('Rooms used');
          expect(await exported()).toEqual({ name: 'Rooms used.csv', lines: ['Room,Seats,Confidential,Sessions,Session hours,One-to-ones,Floor', 'Great hall,200,No,2,2,0,', 'Suite 1,8,Yes,1,1,1,'] });
        },
      },
    ],
    find: [{
      says: 'a session by its audience in the table, by its code from anywhere',
      async run({ view, filter, search }) {
        await view('Table');
        expect(await filter('Filter sessions', 'pac members', 'title')).toEqual(['Council']);
        expect(await search('s9', /Council/)).toMatchObject({ heading: 'Council' });
      },
    }],
  },
};

const meetings: PlaceSteps = {
  place: 'Meetings',
  cells: {
    create: [{
      says: 'a request',
      async run({ press, fill, changing }) {
        expect(await changing(async () => { await press('Add request'); await fill({ Partner: 'Bolt', Host: 'Max Chief', Topic: 'Renewal' }, 'Add request'); })).toEqual({
          requests: { added: [{ ...blankRequest(anyId, 'bolt' as never, 'max' as never), code: expect.any(String), side: 'partner', priority: 'should', topic: 'Renewal', durationMinutes: 30, confidential: false, partOfDay: 'any' }] },
        });
      },
    }],
    edit: [{
      says: 'its topic in the cell',
      async run({ view, type, changing, snapshot }) {
        await view('Requests');
        const request = (await snapshot()).requests.get('acme-max' as never);
        expect(await changing(() => type('acme-max', 'topic', 'Prices'))).toEqual({ requests: { changed: [{ ...request, topic: 'Prices' }] } });
      },
    }],
    delete: [{
      says: 'the request leaves, and its meeting leaves the schedule',
      async run({ view, cell, press, submit, changing }) {
        await view('Requests');
        await cell('acme-eve', 'partner').click();
        expect(await changing(async () => { await press('Remove'); await submit('Remove'); })).toEqual({ requests: { removed: ['acme-eve'] }, placements: { removed: ['placed'] } });
      },
    }],
    undo: [takenBack('the request is there again, at its hour in its room')],
    import: [{
      says: 'requests from a CSV file, with those who will sit in it',
      async run({ importFile, changing }) {
        expect(await changing(() => importFile('Meetings', 'requests.csv', 'Request ID,Company,Host,Requested by,Priority,Topic,Duration,Attendees\nR7,Bolt,Eve Host,partner,must,Support,45,Bo Berg; Nils New\n', 1))).toEqual({
          requests: { added: [{ ...blankRequest(anyId, 'bolt' as never, 'eve' as never), code: 'R7', side: 'partner', priority: 'must', topic: 'Support', durationMinutes: 45, confidential: false, attendees: ['bo'], attendeeNames: ['Nils New'] }] },
        });
      },
    }],
    export: [
      {
        says: 'the requests with their hours and rooms as they are shown',
        async run({ page, view, exported }) {
          await view('Requests');
          await page.getByText('4 requests: 1 placed, 1 waiting, 2 of partners not invited').waitFor();
          const { name, lines } = await exported();
          // The cheapest cure is sought in the background; how far that has come is not asked here.
          expect({ name, lines: lines.map((line) => line.replace(/(4 of 8 starts free,)(?:"[^"]*"|[^,]*)/, '$1a cure')) }).toEqual({
            name: 'Meeting requests.csv',
            lines: [
              'Partner,Host,Priority,State,Day,Time,Room,Why not placed,Cheapest cure,Clashes,Asked by,Length,Confidential,Topic,Guests', 'Bolt,Max Chief,Should,Not invited,,,,,,,Partner,30 minutes,No,Renewal,To be named (Bolt)',
              'Bolt,Eve Host,Must,Not invited,,,,,,,Partner,45 minutes,No,Support,"To be named (Bolt), Bo Berg, Nils New"', 'Acme,Eve Host,Must,Placed,2027-03-23,10:00–10:30,Suite 1,,,,Partner,30 minutes,No,Growth plan,Ana Lima',
              'Acme,Max Chief,Must,Not placed,,,,4 of 8 starts free,a cure,,Partner,30 minutes,No,Prices,Ana Lima',
            ],
          });
        },
      },
      {
        says: 'the load of the hosts',
        async run({ view, exported }) {
          await view('Host load');
          expect(await exported()).toEqual({ name: 'Host load.csv', lines: ['Host,Asked,Placed,Limit,Strain,Asked minutes,Placed minutes,Free minutes,Sessions led,Title', 'Eve Host,1,1,,,30,30,120,1,Sales', 'Max Chief,1,0,,,30,0,120,0,Chief'] });
        },
      },
    ],
    find: [{
      says: 'a request by its topic in the table, by its number from anywhere',
      async run({ view, filter, search }) {
        await view('Requests');
        expect(await filter('Filter requests', 'prices', 'partner')).toEqual(['Acme']);
        expect(await search('r7', /Bolt with Eve Host/)).toMatchObject({ heading: 'Bolt' });
      },
    }],
  },
};

walk('invitees, papers and programme', [invitees, ndas, agenda, meetings]);
