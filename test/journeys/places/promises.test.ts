import { expect } from 'vitest';
import { anyId, type PlaceSteps, takenBack, walk } from '#test/support/places.ts';

const awards: PlaceSteps = {
  place: 'Awards',
  cells: {
    create: [
      {
        says: 'an award',
        async run({ view, press, fill, changing }) {
          await view('Awards');
          expect(await changing(async () => { await press('Add award'); await fill({ 'Name': 'Newcomer', 'Who may be nominated': 'First year', 'Announced in': 'Gala' }, 'Add award'); })).toEqual({
            categories: { added: [{ id: anyId, name: 'Newcomer', eligibility: 'First year', criteria: [], announcedIn: 'gala', announcedAt: null }] },
          });
        },
      },
      {
        says: 'a nomination',
        async run({ view, press, fill, changing }) {
          await view('Nominations');
          expect(await changing(async () => { await press('Nominate a partner'); await fill({ Award: 'Growth', Partner: 'Core', Citation: 'Doubled' }, 'Nominate'); })).toEqual({
            nominations: { added: [{ id: anyId, code: 'N0001', category: 'growth', partner: 'core', nominator: '', nominatorSide: null, citation: 'Doubled', submittedOn: '2027-03-01', status: 'submitted' }] },
          });
        },
      },
      {
        says: 'a judge',
        async run({ view, press, fill, changing }) {
          await view('Judges');
          expect(await changing(async () => { await press('Add judge'); await fill({ 'Name': 'Dora Chair', 'E-mail': 'Dora@press.example', 'Role': 'Chair', 'Employer': 'Press' }, 'Add judge'); })).toEqual({
            judges: { added: [{ id: anyId, name: 'Dora Chair', email: 'dora@press.example', affiliation: 'Press', partner: null, role: 'chair' }] },
          });
        },
      },
    ],
    edit: [
      {
        says: 'the citation of a nomination in its cell',
        async run({ view, type, changing, snapshot }) {
          await view('Nominations');
          const bolt = (await snapshot()).nominations.get('nom-bolt' as never);
          expect(await changing(() => type('nom-bolt', 'citation', 'Grew in the north'))).toEqual({ nominations: { changed: [{ ...bolt, citation: 'Grew in the north' }] } });
        },
      },
      {
        says: 'the employer of a judge in its cell',
        async run({ view, type, changing, snapshot }) {
          await view('Judges');
          const ben = (await snapshot()).judges.get('ben' as never);
          expect(await changing(() => type('ben', 'affiliation', 'The Daily'))).toEqual({ judges: { changed: [{ ...ben, affiliation: 'The Daily' }] } });
        },
      },
    ],
    delete: [
      {
        says: 'the judge leaves with the scores given',
        async run({ view, cell, press, submit, changing }) {
          await view('Judges');
          await cell('ben', 'name').click();
          expect(await changing(async () => { await press(/^Remove/); await submit('Remove'); })).toEqual({ judges: { removed: ['ben'] }, scores: { removed: ['score'] } });
        },
      },
      {
        says: 'the award leaves with its nominations and what was judged of them',
        async run({ view, cell, press, dialog, submit, changing, snapshot }) {
          await view('Awards');
          const third = [...(await snapshot()).nominations.values()].find(({ code }) => code === 'N0001');
          await cell('growth', 'name').click();
          expect(await changing(async () => {
            await press('Remove award');
            expect(await dialog().textContent()).toContain('This also removes 3 nominations, 1 recusal. You can undo it.');
            await submit('Remove');
          })).toEqual({ categories: { removed: ['growth'] }, nominations: { removed: ['nom-acme', 'nom-bolt', third?.id ?? ''].sort() }, recusals: { removed: ['recusal'] } });
        },
      },
    ],
    undo: [takenBack('award, nominations, judge and scores are there again', 2)],
    import: [
      {
        says: 'an award with its criteria from a CSV file',
        async run({ view, importFile, changing }) {
          await view('Awards');
          expect(await changing(() => importFile('Awards', 'categories.csv', 'Award,Criterion,Weight,Description\nService,Care,70%,Answers fast\nService,Skill,30%,\n', 2))).toEqual({
            categories: { added: [{ id: anyId, name: 'Service', eligibility: '', criteria: [{ name: 'Care', weight: 70, description: 'Answers fast' }, { name: 'Skill', weight: 30, description: '' }], announcedIn: null, announcedAt: null }] },
          });
        },
      },
      {
        says: 'a nomination from a CSV file',
        async run({ view, importFile, changing, snapshot }) {
          await view('Nominations');
          const service = [...(await snapshot()).categories.values()].find(({ name }) => name === 'Service');
          expect(await changing(() => importFile('Awards', 'nominations.csv', 'Nomination ID,Category,Company,Citation,Status\nM0100,Service,Bolt,Always there,eligible\n', 1))).toEqual({
            nominations: { added: [{ id: anyId, code: 'M0100', category: service?.id, partner: 'bolt', nominator: '', nominatorSide: null, citation: 'Always there', submittedOn: null, status: 'eligible' }] },
          });
        },
      },
      {
        says: 'a judge from a CSV file',
        async run({ view, importFile, changing }) {
          await view('Judges');
          expect(await changing(() => importFile('Awards', 'judges.csv', 'Judge,Email,Affiliation,Panel role\nEd Expert,ed@institute.example,Institute,Judge\n', 1))).toEqual({
            judges: { added: [{ id: anyId, name: 'Ed Expert', email: 'ed@institute.example', affiliation: 'Institute', partner: null, role: 'judge' }] },
          });
        },
      },
    ],
    export: [
      {
        says: 'the awards as they are shown',
        async run({ view, exported }) {
          await view('Awards');
          expect(await exported()).toEqual({
            name: 'Awards.csv',
            lines: [
              'Award,In the running,Judges,Criteria,Weights,Announced in,Embargo,Eligibility', 'Newcomer,0,0,,0,"Gala, 03-23 17:00","Under embargo until Tue, 23 Mar 2027, 17:00",First year',
              'Service,1,0,"Care 70 %, Skill 30 %",100,,"Under embargo, no end set",', 'Growth,3,1,"Reach 60 %, Depth 40 %",100,"Gala, 03-23 17:00","Under embargo until Tue, 23 Mar 2027, 17:00",',
            ],
          });
        },
      },
      {
        says: 'the nominations as they are shown',
        async run({ view, exported }) {
          await view('Nominations');
          const { name, lines } = await exported();
          expect({ name, lines: lines.toSorted() }).toEqual({
            name: 'Nominations.csv',
            lines: ['Acme,Growth,Eligible,Grew,,,,M0001', 'Bolt,Growth,Eligible,Grew in the north,,,,M0002', 'Bolt,Service,Eligible,Always there,,,,M0100', 'Core,Growth,Submitted,Doubled,,,2027-03-01,N0001', 'Partner,Award,Status,Citation,Nominated by,Who that is,Submitted,Id'],
          });
        },
      },
      {
        says: 'the judges as they are shown',
        async run({ view, exported }) {
          await view('Judges');
          expect(await exported()).toEqual({
            name: 'Judges.csv',
            lines: [
              'Judge,Role,Employer,Employer among partners,E-mail,Scores given,Conflicts,Recusals', 'Dora Chair,Chair,Press,,dora@press.example,0,0,0', 'Ed Expert,Judge,Institute,,ed@institute.example,0,0,0',
              'Ben Judge,Judge,The Daily,,,1,0,0', 'Cleo Judge,Judge,Acme,Acme,,0,1,1',
            ],
          });
        },
      },
    ],
    find: [{
      says: 'a nomination by its citation in the table; award, nomination and judge from anywhere',
      async run({ view, filter, search }) {
        await view('Nominations');
        expect(await filter('Filter', 'always there', 'partner')).toEqual(['Bolt']);
        expect(await search('growth', /^Growth ?Award category/)).toEqual({ at: '#/awards/growth', heading: 'Growth' });
        expect(await search('m0002', /^Bolt/)).toEqual({ at: '#/awards/nom-bolt', heading: 'Bolt' });
        expect(await search('ben', /^Ben Judge/)).toEqual({ at: '#/awards/ben', heading: 'Ben Judge' });
      },
    }],
  },
};

const commitments: PlaceSteps = {
  place: 'Plans & commitments',
  cells: {
    create: [{
      says: 'a promise, captured in the room',
      async run({ page, press, choose, changing }) {
        await press('Capture');
        const sheet = page.getByRole('complementary', { name: 'Capture commitments' });
        expect(await changing(async () => {
          await choose(sheet, 'Partner', 'Bolt');
          await sheet.getByRole('textbox', { name: 'What is promised' }).fill('Open a lab');
          await sheet.getByRole('button', { name: 'Capture', exact: true }).click();
          await page.getByRole('gridcell', { name: 'Open a lab' }).waitFor();
        })).toEqual({
          commitments: { added: [{ id: anyId, code: 'K0003', partner: 'bolt', side: 'vendor', type: null, description: 'Open a lab', money: null, amountWithoutCurrency: null, dueOn: null, vendorOwner: '', partnerOwner: '', status: 'captured', madeAt: 'this-summit', inReturnFor: null, receipt: '' }] },
        });
      },
    }],
    edit: [{
      says: 'its amount in the cell',
      async run({ type, changing, snapshot }) {
        const certify = (await snapshot()).commitments.get('certify' as never);
        expect(await changing(() => type('certify', 'money', '1500 USD'))).toEqual({ commitments: { changed: [{ ...certify, money: { hundredths: 150_000, currency: 'USD' } }] } });
      },
    }],
    delete: [{
      says: 'the promise leaves, and what was given in return for it stands alone',
      async run({ cell, press, changing, snapshot }) {
        const certify = (await snapshot()).commitments.get('certify' as never);
        await cell('fund', 'description').click();
        expect(await changing(() => press('Remove commitment'))).toEqual({ commitments: { removed: ['fund'], changed: [{ ...certify, inReturnFor: null }] } });
      },
    }],
    undo: [takenBack('the promise is there again, tied to its counterpart')],
    import: [{
      says: 'last year’s promises from a CSV file',
      async run({ importFile, changing }) {
        expect(await changing(() => importFile('Plans & commitments', 'tracker.csv', 'Ref,Company,Committed by,Type,What,Amount,Currency,Due date,Our owner,Their owner,Status\nT1,Core,Partner,Co-sell,Ten joint visits,900,EUR,2027-05-31,Ada Cam,Cy Core,In progress\n', 1))).toEqual({
          commitments: { added: [{ id: anyId, code: 'T1', partner: 'core', side: 'partner', type: 'co_sell', description: 'Ten joint visits', money: { hundredths: 90_000, currency: 'EUR' }, amountWithoutCurrency: null, dueOn: '2027-05-31', vendorOwner: 'Ada Cam', partnerOwner: 'Cy Core', status: 'in_progress', madeAt: 'last-summit', inReturnFor: null, receipt: '' }] },
        });
      },
    }],
    export: [{
      says: 'the promises as they are shown',
      async run({ exported }) {
        expect(await exported()).toEqual({
          name: 'Commitments.csv',
          lines: [
            'Partner,Id,Side,Type,What is promised,Amount,Due,Status,Vendor owner,Partner owner,Route', 'Acme,K0001,Vendor,Marketing investment plan,Fund the campaign,20000 EUR,2027-06-30,Routed,Ada Cam,,Marketing',
            'Acme,K0002,Partner,Training / certification,Certify engineers,1500 USD,,Captured,,,Training and certification', 'Bolt,K0003,Vendor,,Open a lab,,,Captured,,,',
            'Core,T1,Partner,Co-sell engagement,Ten joint visits,900 EUR,2027-05-31,In progress,Ada Cam,Cy Core,Co-sell and deal registration',
          ],
        });
      },
    }],
    find: [{
      says: 'a promise by its owner in the table, by its number from anywhere',
      async run({ filter, search }) {
        expect(await filter('Filter commitments', 'cy core', 'description')).toEqual(['Ten joint visits']);
        expect(await search('k0001', /Fund the campaign/)).toEqual({ at: '#/commitments/fund', heading: 'Fund the campaign' });
      },
    }],
  },
};

const followThrough: PlaceSteps = {
  place: 'Follow-through',
  cells: {
    create: [{
      because: 'promises are made under Plans & commitments', says: 'the receiving team’s reference, typed where it stands, takes the promise into progress',
      async run({ type, changing, snapshot }) {
        const fund = (await snapshot()).commitments.get('fund' as never);
        expect(await changing(() => type('fund', 'receipt', 'MKT-7'))).toEqual({ commitments: { changed: [{ ...fund, status: 'in_progress', receipt: 'MKT-7' }] } });
      },
    }],
    edit: [{
      says: 'when a promise is due, in its cell',
      async run({ date, changing, snapshot }) {
        const fund = (await snapshot()).commitments.get('fund' as never);
        expect(await changing(() => date('fund', 'dueOn', '2027-09-30'))).toEqual({ commitments: { changed: [{ ...fund, dueOn: '2027-09-30' }] } });
      },
    }],
    delete: [{
      because: 'a record is removed under Plans & commitments', says: 'a fulfilled promise leaves the list and stays on record',
      async run({ cell, press, changing, snapshot, page }) {
        const fund = (await snapshot()).commitments.get('fund' as never);
        await cell('fund', 'description').click();
        expect(await changing(() => press('Fulfilled'))).toEqual({ commitments: { changed: [{ ...fund, status: 'fulfilled' }] } });
        await expect.poll(() => page.locator('#place').getByText('Fund the campaign').count()).toBe(0);
      },
    }],
    undo: [takenBack('the promise is open again')],
    import: [{
      says: 'promises let go over it join the others',
      async run({ drop, takeDryRun, changing, page }) {
        expect(await changing(async () => {
          await drop('tracker.csv', 'Ref,Company,Committed by,Type,What,Due date,Our owner,Their owner,Status\nT2,Bolt,Vendor,Enablement,Two trainers,2027-04-30,Ada Cam,Bo Berg,Agreed\n');
          await takeDryRun(1);
          await page.getByRole('heading', { level: 1, name: 'Follow-through' }).waitFor();
        })).toEqual({
          commitments: { added: [{ id: anyId, code: 'T2', partner: 'bolt', side: 'vendor', type: 'enablement', description: 'Two trainers', money: null, amountWithoutCurrency: null, dueOn: '2027-04-30', vendorOwner: 'Ada Cam', partnerOwner: 'Bo Berg', status: 'agreed', madeAt: 'last-summit', inReturnFor: null, receipt: '' }] },
        });
        await page.locator('#place').getByText('Two trainers').waitFor();
      },
    }],
    export: [
      {
        says: 'the open promises as they are shown, by route',
        async run({ exported }) {
          expect(await exported()).toEqual({
            name: 'Open commitments.csv',
            lines: [
              'Partner,What is promised,When,Hand-off,Receipt,Who owes it,Side,Due,Amount,Route,Id', 'Core,Ten joint visits,-91,In progress,,Cy Core,Partner,2027-05-31,900 EUR,Co-sell and deal registration,T1',
              'Bolt,Two trainers,-60,To be handed over,,Ada Cam,Vendor,2027-04-30,,Training and certification,T2', 'Acme,Certify engineers,,Incomplete,,,Partner,,1500 USD,Training and certification,K0002',
              'Acme,Fund the campaign,-213,In progress,MKT-7,Ada Cam,Vendor,2027-09-30,20000 EUR,Marketing,K0001', 'Bolt,Open a lab,,Incomplete,,,Vendor,,,No route yet: choose a type,K0003',
            ],
          });
        },
      },
      {
        says: 'the routes with what waits for each',
        async run({ view, exported }) {
          await view('Routes');
          const { name, lines } = await exported();
          expect({ name, head: lines[0], open: lines.filter((line) => !/,0,0,0,0,0,0,0,0$/.test(line)).slice(1) }).toEqual({
            name: 'Routes.csv', head: 'Route,Takes,Open,Overdue,Incomplete,To be agreed,To be handed over,Receipt awaited,In progress,Fulfilled in part',
            open: [
              'Co-sell and deal registration,"Co-sell engagement, Technical pre-sales allocation, Market access, Customer-success target",1,0,0,0,0,0,1,0', 'Training and certification,Training / certification,2,0,1,0,1,0,0,0',
              'Marketing,Marketing investment plan,1,0,0,0,0,0,1,0', 'No route yet,Promises whose type is not chosen,1,0,1,0,0,0,0,0',
            ],
          });
        },
      },
    ],
    find: [{
      says: 'an open promise by its receipt in the table; its whole record from anywhere',
      async run({ view, filter, search }) {
        await view('Commitments');
        expect(await filter('Filter', 'mkt-7', 'description')).toEqual(['Fund the campaign']);
        expect(await search('two trainers', /Two trainers/)).toMatchObject({ heading: 'Two trainers' });
      },
    }],
  },
};

walk('awards and promises', [awards, commitments, followThrough]);
