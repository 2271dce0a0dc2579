import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { barriersIn } from '#test/support/barriers.ts';
import { openMeetings, view } from '#test/support/board-hand.ts';
import type { Visit } from '#test/support/browser.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { anyId, type Hand, handOf } from '#test/support/places.ts';

const bolt = 'partner-2' as PartnerId;
const summit = aSummit({
  executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:30'), endsAt: on('14:45') }] }, { name: 'Ben' }],
  contacts: [{ givenName: 'Lea', familyName: 'Li', role: 'Delegate' }, { givenName: 'Bo', familyName: 'Berg', role: 'Delegate', partner: bolt }],
  requests: [{ priority: 'must' }, { partner: bolt, priority: 'could', confidential: true }],
});

describe('the check before a run offers a cure for each line', () => {
  let visiting: Visit;
  let hand: Hand;

  beforeAll(async () => {
    visiting = await openMeetings(summit);
    hand = handOf(visiting.page);
    await view(visiting.page, 'Readiness');
  });
  afterAll(() => visiting.close());

  const gone = (words: RegExp) => hand.place.getByText(words).waitFor({ state: 'detached' });
  const says = (words: RegExp) => hand.place.getByText(words).first().waitFor();

  test('what one host cannot hold is handed over to another, named before it is done; one undo takes it back', async () => {
    await says(/^Ana \(asked for 60 minutes, free for 45\) cannot hold every meeting asked for/);
    expect(await barriersIn(visiting.page, 'light', '#place')).toEqual([]);
    const changes = await hand.changing(async () => {
      await hand.press('Hand over to other hosts…');
      await hand.dialog().getByText('Bolt: Ben instead of Ana.').waitFor();
      await hand.submit('Hand over');
    });
    expect(changes).toEqual({ requests: { changed: [expect.objectContaining({ id: 'request-2', host: 'exec-2' })] } });
    await gone(/^Ana \(asked for/);
    await hand.undo();
    await says(/^Ana \(asked for/);
  });

  test('a missing NDA is waived with approver, reason and last day, for everyone at once', async () => {
    await says(/^Bo Berg of Bolt has no NDA that covers a day of the summit, so 1 confidential meeting cannot be held/);
    const changes = await hand.changing(async () => {
      await hand.press('Waive…');
      await hand.fill({ 'Approved by': 'Legal', Reason: 'Signed on paper' }, 'Waive');
    });
    expect(changes).toEqual({ agreements: { added: [expect.objectContaining({ id: anyId, contact: 'contact-2', ending: expect.objectContaining({ event: 'waived', approver: 'Legal', reason: 'Signed on paper', until: '2027-03-23' }) as unknown })] } });
    await gone(/has no NDA/);
    await hand.undo();
  });

  test('or the meeting is held openly', async () => {
    await says(/has no NDA/);
    expect(await hand.changing(() => hand.press('Hold it openly'))).toEqual({ requests: { changed: [expect.objectContaining({ id: 'request-2', confidential: false })] } });
    await gone(/has no NDA/);
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
