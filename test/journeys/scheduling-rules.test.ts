import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blankRequest } from '#shared/meetings/request.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { anyId, type Hand, handOf } from '#test/support/places.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const small = smallSummit();
const row = (table: 'rooms' | 'partners' | 'contacts' | 'requests', id: string) => (small[table] as ReadonlyMap<string, object>).get(id);

describe('what scheduling asks is said in the window, and taken back with one undo', () => {
  let visiting: Visit;
  let hand: Hand;
  /** Picks from a list of several where a fact stands. */
  async function pick(label: string, option: string): Promise<void> {
    await hand.place.getByRole('button', { name: new RegExp(`^Edit ${label}:`) }).click();
    await hand.page.keyboard.type(option.slice(0, 4));
    await hand.page.getByRole('option', { name: option }).click();
    await hand.place.getByRole('heading', { level: 1 }).first().click();
    await hand.place.getByRole('button', { name: new RegExp(`^Edit ${label}:`) }).waitFor();
  }
  async function open(place: string, id: string): Promise<void> {
    await hand.page.evaluate((hash) => { location.hash = hash; }, `#/${place}/${id}`);
    await hand.place.getByRole('heading', { level: 2 }).first().waitFor();
  }
  beforeAll(async () => {
    visiting = await visit({ width: 1440, height: 900 });
    visiting.page.setDefaultTimeout(6_000);
    await openSummit(visiting.page, small);
    hand = handOf(visiting.page);
  });
  afterAll(() => visiting.close());

  test('a room is reserved and closed for a spell', async () => {
    await hand.goTo('Set-up');
    await open('set-up', 'suite');
    expect(await hand.changing(() => hand.fact('Floor or building', 'Tower'))).toEqual({ rooms: { changed: [{ ...row('rooms', 'suite'), floor: 'Tower' }] } });
    await hand.press('Add a spell');
    await hand.fill({ From: '2027-03-23T12:00', To: '2027-03-23T13:00' }, 'Add');
    expect((await hand.snapshot()).rooms.get('suite' as never)?.closed).toEqual([{ startsAt: '2027-03-23T12:00', endsAt: '2027-03-23T13:00' }]);
    await hand.undo();
    expect((await hand.snapshot()).rooms.get('suite' as never)?.closed).toEqual([]);
  });

  test('the walk between two places is one number of minutes', async () => {
    await hand.goTo('Set-up');
    await hand.page.evaluate(() => { location.hash = '#/set-up'; });
    await hand.view('Summit');
    const box = hand.place.getByRole('textbox', { name: /^Minutes between/ });
    await box.fill('7');
    await box.blur();
    await expect.poll(async () => [...(await hand.snapshot()).summits.values()][0]?.walking).toEqual([{ from: 'Tower', to: '', minutes: 7 }]);
  });

  test('a contact has hours, travel and limits', async () => {
    await open('people', 'ana');
    expect(await hand.changing(() => hand.fact('Meetings a day', '3'))).toEqual({ contacts: { changed: [{ ...row('contacts', 'ana'), maxMeetingsPerDay: 3 }] } });
    await hand.undo();
  });

  test('two partners are kept apart, whichever of the two says so', async () => {
    await open('partners', 'acme');
    expect(await hand.changing(() => pick('Keep apart from', 'Bolt'))).toEqual({ partners: { changed: [{ ...row('partners', 'acme'), keepApart: ['bolt'] }] } });
    await open('partners', 'bolt');
    expect(await hand.place.getByRole('button', { name: /^Edit Keep apart from:/ }).textContent()).toContain('Acme');
    await hand.undo();
  });

  test('a request has co-hosts and rooms of its own', async () => {
    await open('meetings', 'acme-eve');
    expect(await hand.changing(() => pick('Co-hosts', 'Max Chief'))).toEqual({ requests: { changed: [{ ...row('requests', 'acme-eve'), coHosts: ['max'] }] } });
    await hand.undo();
    await hand.press('Add request');
    await hand.fill({ Partner: 'Bolt', Host: 'Max Chief', Weight: '4', 'Only in the': 'Morning' }, 'Add request');
    expect([...(await hand.snapshot()).requests.values()].find(({ partner }) => partner === ('bolt' as never))).toEqual({
      ...blankRequest(anyId, 'bolt' as never, 'max' as never), side: 'partner', priority: 'should', durationMinutes: 30, partOfDay: 'any', weight: 4, allowedPart: 'morning',
    });
    await hand.undo();
  });

  test('a “no thanks” takes the meeting off the schedule and says why; lifting it opens the request again', async () => {
    await open('meetings', 'acme-eve');
    await hand.press('No thanks…');
    await hand.fill({ Reason: 'in a lawsuit' }, 'Keep them apart');
    expect(await hand.place.getByText('Acme said “no thanks” to a meeting with Eve Host: in a lawsuit. Lift it first.').count()).toBeGreaterThan(0);
    expect((await hand.snapshot()).placements.size).toBe(0);
    await hand.press('Lift “no thanks”');
    expect((await hand.snapshot()).requests.get('acme-eve' as never)).toEqual(row('requests', 'acme-eve'));
  });

  test('and nothing complained', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
