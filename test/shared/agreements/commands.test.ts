import { describe, expect, test } from 'vitest';
import { addAgreement, approveWaiver, confirmDates, recordDates, reinstate, endAgreement, waive } from '#shared/agreements/commands.ts';
import { mayHear } from '#shared/agreements/gate.ts';
import { apply, type Change, inverse } from '#shared/kernel/change.ts';
import type { AgreementId, ContactId, PartnerId } from '#shared/kernel/ids.ts';
import { type Result, valueOf } from '#shared/kernel/result.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { agreement, contact, day, executed, minting, partner, tablesWith } from '#test/support/selection.ts';

const today = day('2026-06-01');
const nda = 'nda' as AgreementId;
const acme = { level: 'organisation', partner: 'acme' as PartnerId } as const;
const waiver = { approver: 'Vera', reason: 'Opens the summit', until: day('2026-12-31') };
const base = tablesWith({ partners: [partner('acme', { legalName: 'Acme Ltd' })], contacts: [contact('ana', 'acme')], agreements: [agreement('nda', 'acme', { reportedStage: 'sent' })] });

function after(tables: Snapshot, outcome: Result<Change, unknown>): Snapshot {
  const step = valueOf(outcome);
  const next = apply(tables, step.edits);
  expect(apply(next, inverse(step).edits)).toEqual(tables);
  return next;
}

describe('keeping the register', () => {
  test('recording the dates of an executed agreement covers its people, and lets go of what the register claimed', () => {
    const dates = { sentOn: day('2026-01-01'), partnerSignedOn: day('2026-01-02'), countersignedOn: day('2026-01-03'), expiresOn: day('2027-01-01') };
    const next = after(base, recordDates(base, nda, dates));
    expect([next.agreements.get(nda)?.reportedStage, mayHear(next, 'ana' as ContactId, today).outcome]).toEqual([null, 'organisation']);
  });

  test('dates in the wrong order and an expiry beside evergreen are refused', () => {
    expect([
      recordDates(base, nda, { sentOn: today, partnerSignedOn: day('2026-05-01') }),
      recordDates(base, nda, { evergreen: true, expiresOn: today }),
      recordDates(base, 'gone' as AgreementId, {}),
    ].map((outcome) => !outcome.ok && outcome.problem)).toEqual([
      { code: 'dates-out-of-order', earlier: 'sentOn', later: 'partnerSignedOn' }, { code: 'evergreen-with-expiry' }, { code: 'no-such-agreement', agreement: 'gone' },
    ]);
  });

  test('a waiver is an entry of its own with approver, reason and last day', () => {
    const next = after(base, waive(base, acme, waiver, today, minting()));
    expect(mayHear(next, 'ana' as ContactId, today)).toEqual({ outcome: 'waived', agreement: 'new-1', ...waiver });
    expect(next.agreements.get(nda)).toBe(base.agreements.get(nda));
  });

  test('a waiver without approver, reason or a day still to come is refused', () => {
    expect([{ ...waiver, approver: ' ' }, { ...waiver, reason: '' }, { ...waiver, until: null }, { ...waiver, until: day('2026-05-31') }].map((one) => {
      const outcome = waive(base, acme, one, today, minting());
      return !outcome.ok && outcome.problem.code;
    })).toEqual(['approver-missing', 'reason-missing', 'until-missing', 'until-in-the-past']);
  });

  test('an imported waiver is given its approver afterwards', () => {
    const imported = tablesWith({ agreements: [agreement('nda', 'acme', { ending: { event: 'waived', on: null, approver: '', reason: '', until: null } })] });
    expect(after(imported, approveWaiver(imported, nda, waiver, today)).agreements.get(nda)?.ending).toEqual({ event: 'waived', on: null, ...waiver });
  });

  test('an ending is recorded, and taken back', () => {
    const held = tablesWith({ agreements: [executed('nda', 'acme')] });
    const ended = after(held, endAgreement(held, nda, 'terminated', 'Merged', today));
    expect(ended.agreements.get(nda)?.ending).toEqual({ event: 'terminated', on: today, approver: '', reason: 'Merged', until: null });
    expect(after(ended, reinstate(ended, nda))).toEqual(held);
  });

  test('a person may vouch for dates under a word nobody could read', () => {
    const odd = tablesWith({ partners: [partner('acme')], contacts: [contact('ana', 'acme')], agreements: [executed('nda', 'acme', { reportedStage: 'unknown' })] });
    expect([odd, after(odd, confirmDates(odd, nda))].map((tables) => mayHear(tables, 'ana' as ContactId, today).outcome)).toEqual(['blocked', 'organisation']);
  });

  test('a new personal agreement carries who it is for', () => {
    const next = after(base, addAgreement(base, { level: 'person', contact: 'ana' as ContactId }, 'Olga', minting()));
    expect(next.agreements.get('new-1' as AgreementId)).toEqual(agreement('new-1', 'acme', { counterparty: 'Acme Ltd', level: 'person', contact: 'ana' as ContactId, personName: 'ana', personEmail: 'ana@acme.example', owner: 'Olga' }));
  });
});
