import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '#shared/agreements/agreement.ts';
import { coverageText, cureText } from '#shared/agreements/coverage-text.ts';
import { isOpen } from '#shared/agreements/coverage.ts';
import { gateOf, mayHear } from '#shared/agreements/gate.ts';
import type { AgreementId, ContactId, PartnerId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { agreement, contact, day, executed, partner, session, tablesWith } from '#test/support/selection.ts';

const ana = 'ana' as ContactId;
const onTheDay = day('2026-10-14');
const own = { level: 'person', personEmail: 'ANA@acme.example' } as const;
const waived = { ending: { event: 'waived', on: null, approver: 'Vera', reason: 'Speaks herself', until: null } } as const;

function asked(agreements: Agreement[], on = onTheDay) {
  return mayHear(tablesWith({ partners: [partner('acme')], contacts: [contact('ana', 'acme')], agreements }), ana, on);
}

describe('who may hear something confidential', () => {
  test('a person is covered by the company first, then personally, then by a waiver', () => {
    const [company, personal, waiver] = [executed('c', 'acme'), executed('p', 'acme', own), agreement('w', 'acme', waived)];
    expect([[waiver, personal, company], [waiver, personal], [waiver], []].map((rows) => asked(rows).outcome)).toEqual(['organisation', 'person', 'waived', 'blocked']);
  });

  test('the last day of an agreement still counts and the next does not', () => {
    const rows = [executed('c', 'acme', { expiresOn: onTheDay })];
    expect([asked(rows), asked(rows, day('2026-10-15'))]).toEqual([
      { outcome: 'organisation', agreement: 'c' as AgreementId, until: onTheDay },
      { outcome: 'blocked', why: 'not-in-force', agreement: 'c' as AgreementId, stage: { stage: 'expired', expiredOn: onTheDay } },
    ]);
  });

  test('a personal agreement covers nobody else, and a like name is not enough', () => {
    const byName = executed('p', 'acme', { level: 'person', personName: 'ana', personEmail: null });
    const linkedElsewhere = executed('q', 'acme', { ...own, contact: 'ben' as ContactId });
    expect(asked([byName, linkedElsewhere])).toEqual({ outcome: 'blocked', why: 'no-agreement', partner: 'acme' as PartnerId });
  });

  test('a block names the agreement nearest to covering and its cure', () => {
    const answer = asked([executed('old', 'acme', { expiresOn: day('2026-03-01') }), agreement('new', 'acme', { sentOn: day('2026-09-01'), partnerSignedOn: day('2026-09-04') })]);
    expect(answer.outcome === 'blocked' && [coverageText(answer), cureText(answer)]).toEqual(['Partner signed 2026-09-04, countersignature open', 'Countersign it and record the date.']);
  });

  test('a session that needs no NDA is open to all, and one without a day to nobody', () => {
    const gate = gateOf(tablesWith({ partners: [partner('acme')], contacts: [contact('ana', 'acme')], agreements: [executed('c', 'acme')] }));
    const startsAt = '2026-10-14T09:00' as LocalDateTime;
    expect([session('open', { needsNda: false }), session('closed', { startsAt }), session('undated')].map((one) => gate.mayAttend(ana, one).outcome)).toEqual(['not-required', 'organisation', 'blocked']);
  });

  test('someone unknown is blocked', () => {
    expect(mayHear(tablesWith({}), ana, onTheDay)).toEqual({ outcome: 'blocked', why: 'unknown-person' });
  });

  test('adding an agreement to the register never shuts anybody out', () => {
    const rows = fc.array(fc.oneof(fc.constantFrom<Partial<Agreement>>(own, waived, {}, { countersignedOn: null }, { expiresOn: null }, { expiresOn: day('2026-02-01') }, { reportedStage: 'unknown' })), { maxLength: 6 })
      .map((list) => list.map((fields, index) => executed(`a${index}`, 'acme', fields)));
    fc.assert(fc.property(rows, (list) => { expect(isOpen(asked(list)) || !isOpen(asked(list.slice(1)))).toBe(true); }));
  });

  test('the answer does not depend on the order of the register', () => {
    const rows = [executed('a', 'acme'), executed('b', 'acme', { expiresOn: day('2027-01-01') }), executed('c', 'acme', own), agreement('d', 'acme', waived), executed('e', 'acme', { expiresOn: null, evergreen: true })];
    fc.assert(fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => { expect(asked(shuffled)).toEqual({ outcome: 'organisation', agreement: 'e' as AgreementId, until: 'evergreen' }); }));
  });
});
