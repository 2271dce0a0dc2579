import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, stageOn, stageText } from '#shared/agreements/stage.ts';
import { addDays } from '#shared/kernel/time.ts';
import { agreement, day, executed } from '#test/support/selection.ts';

const today = day('2026-06-01');

describe('the status of an agreement on a day', () => {
  test('follows its dates through its whole life', () => {
    const life = executed('a', 'acme', { sentOn: day('2026-02-01'), partnerSignedOn: day('2026-03-01'), countersignedOn: day('2026-04-01'), effectiveOn: day('2026-05-01'), expiresOn: day('2026-12-31') });
    expect(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-11-01', '2026-12-31', '2027-01-01'].map((on) => stageText(stageOn(life, day(on))))).toEqual([
      'Requested, not sent', 'Sent 2026-02-01, nobody has signed', 'Partner signed 2026-03-01, countersignature open', 'Executed, effective from 2026-05-01',
      'Effective to 2026-12-31', 'Expires 2026-12-31, 60 days left', 'Expires today', 'Expired 2026-12-31',
    ]);
  });

  test('is not requested without any date or word', () => {
    expect(stageOn(agreement('a', 'acme'), today)).toEqual({ stage: 'not-requested' });
  });

  test('is unknown, saying what is missing, where a date must be asked for', () => {
    expect([
      stageOn(executed('a', 'acme', { expiresOn: null }), today),
      stageOn(executed('a', 'acme', { countersignedOn: null, reportedStage: 'effective' }), today),
      stageOn(executed('a', 'acme', { reportedStage: 'unknown' }), today),
    ]).toEqual([{ stage: 'unknown', missing: 'expiry' }, { stage: 'unknown', missing: 'countersigned' }, { stage: 'unknown', missing: 'reported-stage' }]);
  });

  test('is evergreen without an expiry only when it says so', () => {
    expect(stageOn(executed('a', 'acme', { expiresOn: null, evergreen: true }), today)).toEqual({ stage: 'evergreen' });
  });

  test('counts from countersigning when no effective date is given', () => {
    expect(holds(stageOn(executed('a', 'acme', { effectiveOn: null }), day('2026-01-02')))).toBe(true);
  });

  test('is ended by events from the day they happened, whatever the dates say', () => {
    const ending = { event: 'terminated', on: today, approver: '', reason: 'Merged', until: null } as const;
    const row = executed('a', 'acme', { ending });
    expect([stageOn(row, addDays(today, -1)).stage, stageOn(row, today).stage]).toEqual(['effective', 'terminated']);
  });

  test('a waiver holds to its last day and then has ended', () => {
    const row = agreement('a', 'acme', { ending: { event: 'waived', on: null, approver: 'Vera', reason: 'Speaker', until: today } });
    expect([stageOn(row, today), stageOn(row, addDays(today, 1))]).toEqual([{ stage: 'waived', until: today }, { stage: 'waiver-ended', endedOn: today }]);
  });

  test('an agreement that holds on two days holds on every day between', () => {
    const date = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day('2025-01-01'), days));
    const rows = fc.record({ countersignedOn: fc.option(date), effectiveOn: fc.option(date), expiresOn: fc.option(date), sentOn: fc.option(date), evergreen: fc.boolean() });
    fc.assert(fc.property(rows, date, date, fc.double({ min: 0, max: 1, noNaN: true }), (fields, a, b, part) => {
      const row = agreement('a', 'acme', fields);
      const [first, last] = a <= b ? [a, b] : [b, a];
      fc.pre(holds(stageOn(row, first)) && holds(stageOn(row, last)));
      const between = addDays(first, Math.floor(part * (Date.parse(last) - Date.parse(first)) / 86_400_000));
      expect(holds(stageOn(row, between))).toBe(true);
    }));
  });
});
