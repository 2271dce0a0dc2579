import { describe, expect, test } from 'vitest';
import { chaseList } from '#shared/agreements/chase-list.ts';
import { doorLists } from '#shared/agreements/door-list.ts';
import { findings } from '#shared/agreements/findings.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { agreement, contact, day, executed, invitation, partner, session, tablesWith } from '#test/support/selection.ts';

const today = day('2026-09-01');
const tables = tablesWith({
  summit: { days: [] },
  partners: [partner('acme', { strategic: true, pacMember: true }), partner('bolt', { strategic: true }), partner('core'), partner('dune', { tier: 'Elite' })],
  contacts: [
    contact('zoe', 'acme', { familyName: 'Zorn', role: 'PAC member' }), contact('ann', 'acme', { familyName: 'Arp' }), contact('bea', 'bolt', { familyName: 'Bär' }), contact('cid', 'core', { familyName: 'Cid' }), contact('dan', 'dune', { familyName: 'Dunn' }),
  ],
  invitations: [invitation('acme'), invitation('bolt'), invitation('core', { stage: 'declined' }), invitation('dune')],
  agreements: [
    executed('a', 'acme', { expiresOn: day('2026-10-14') }), agreement('b', 'bolt', { sentOn: day('2026-08-20'), owner: 'Olga' }),
    agreement('d', 'dune', { ending: { event: 'waived', on: null, approver: '', reason: '', until: null } }),
  ],
  sessions: [
    session('council', { startsAt: '2026-10-15T09:00' as LocalDateTime, audience: 'PAC members' }), session('roadmap', { startsAt: '2026-10-14T09:00' as LocalDateTime, audience: 'NDA-covered delegates' }),
    session('top', { startsAt: '2026-10-14T11:00' as LocalDateTime, audience: 'Elite and Platinum' }), session('open', { needsNda: false }),
  ],
});

describe('the door list of a confidential session', () => {
  test('names everyone the audience means, in order of time, cleared first, waived next, not cleared last', () => {
    expect(doorLists(tables).map(({ session, entries, cleared, waived, blocked }) => ({ session, people: entries.map(({ contact }) => contact), counts: [cleared, waived, blocked] }))).toEqual([
      { session: 'roadmap', people: ['ann', 'zoe', 'dan', 'bea'], counts: [2, 1, 1] },
      { session: 'top', people: ['dan'], counts: [0, 1, 0] },
      { session: 'council', people: ['zoe'], counts: [0, 0, 1] },
    ]);
  });

  test('lists everyone, and says so, when the audience cannot be read', () => {
    const odd = { ...tables, sessions: new Map([session('odd', { audience: 'By invitation' })].map((row) => [row.id, row])) };
    expect(doorLists(odd).map(({ entries, audienceUnderstood }) => [entries.length, audienceUnderstood])).toEqual([[4, false]]);
  });
});

describe('the chase list', () => {
  test('says who, until when, whose turn it is and what comes next, the most pressing first', () => {
    expect(chaseList(tables, today)).toEqual([
      { partner: 'bolt', people: ['bea'], sessions: ['roadmap'], neededBy: '2026-10-14', daysLeft: 43, agreement: 'b', owner: 'Olga', lastAction: { what: 'Sent', on: '2026-08-20' }, nextStep: 'Remind the partner to sign.' },
      { partner: 'acme', people: ['zoe'], sessions: ['council'], neededBy: '2026-10-15', daysLeft: 44, agreement: 'a', owner: 'Cam Person', lastAction: { what: 'Countersigned', on: '2026-01-02' }, nextStep: 'Renew it and record the new dates.' },
    ]);
  });
});

describe('findings about NDAs', () => {
  const rules = (rows: Parameters<typeof tablesWith>[0]) => findings(tablesWith(rows), today).map(({ rule, severity }) => `${severity} ${rule}`);

  test('people not covered are one blocker an organisation, with the reason and its cure', () => {
    expect(findings(tables, today).filter(({ severity }) => severity === 'blocker').map(({ text }) => text)).toEqual([
      '1 person of bolt may not hear “roadmap”. Sent 2026-08-20, nobody has signed. Remind the partner to sign.',
      '1 person of acme may not hear “council”. Expired 2026-10-14. Renew it and record the new dates.',
    ]);
  });

  test.each([
    ['a register that says effective without a countersigning date', executed('a', 'acme', { reportedStage: 'effective', countersignedOn: null }), ['warning nda-status-contradicts-dates']],
    ['a register that says expired about an agreement in force', executed('a', 'acme', { reportedStage: 'expired' }), ['warning nda-status-contradicts-dates']],
    ['a word nobody could read', executed('a', 'acme', { reportedStage: 'unknown' }), ['warning nda-status-unreadable']],
    ['no expiry and not evergreen', executed('a', 'acme', { expiresOn: null }), ['warning nda-unknown-expiry']],
    ['signed before it was sent', executed('a', 'acme', { sentOn: day('2026-05-01') }), ['warning nda-dates-out-of-order']],
    ['evergreen with an expiry', executed('a', 'acme', { evergreen: true }), ['advice nda-evergreen-with-expiry']],
    ['waived by nobody', agreement('a', 'acme', { ending: { event: 'waived', on: null, approver: '', reason: '', until: null } }), ['warning nda-waiver-without-approver']],
    ['with an unknown party', executed('a', null), ['warning nda-without-partner']],
    ['of a person nobody knows', executed('a', 'acme', { level: 'person', personEmail: 'who@acme.example' }), ['warning nda-person-unknown']],
    ['in good order', executed('a', 'acme', { reportedStage: 'effective' }), []],
  ])('an agreement %s', (_, row, expected) => {
    expect(rules({ partners: [partner('acme')], agreements: [row] })).toEqual(expected);
  });

  test('an agreement that ends before the summit does is said while there is time', () => {
    const days = [{ date: day('2026-10-15'), opensAt: '08:00' as never, closesAt: '18:00' as never }];
    expect(rules({ summit: { days }, partners: [partner('acme')], invitations: [invitation('acme')], agreements: [executed('a', 'acme', { expiresOn: day('2026-10-14') })] })).toEqual(['warning nda-expires-before-summit-ends']);
  });
});
