import { describe, expect, test } from 'vitest';
import { findings } from '#shared/invitations/findings.ts';
import { money } from '#shared/kernel/money.ts';
import { contact, criterion, day, invitation, partner, tablesWith } from '#test/support/selection.ts';

const today = day('2026-06-01');
const forward = criterion('forward', { field: 'strategic', horizon: 'forward-looking' });

function rules(rows: Parameters<typeof tablesWith>[0]): string[] {
  return findings(tablesWith({ criteria: [forward], ...rows }), today).map(({ rule, severity }) => `${severity} ${rule}`);
}

const acme = { partners: [partner('acme')], contacts: [contact('ana', 'acme')] };

describe('findings about invitees', () => {
  test.each<[string, Parameters<typeof tablesWith>[0], string[]]>([
    ['in good order', { ...acme, invitations: [invitation('acme')] }, []],
    ['more invited than seats', { summit: { seatLimit: 1 }, partners: [partner('acme'), partner('bolt')], contacts: [contact('ana', 'acme'), contact('ben', 'bolt')], invitations: [invitation('acme'), invitation('bolt')] }, ['blocker more-invited-than-seats']],
    ['one partner twice', { ...acme, invitations: [invitation('acme'), { ...invitation('acme'), id: 'i-2' as never }] }, ['warning partner-invited-twice']],
    ['no ground', { ...acme, invitations: [invitation('acme', { grounds: [] })] }, ['warning invited-without-ground']],
    ['revenue alone', { ...acme, invitations: [invitation('acme', { grounds: [{ kind: 'revenue', reason: 'Place 1' }] })] }, ['warning revenue-is-the-only-ground']],
    ['nobody approved', { ...acme, invitations: [invitation('acme', { approver: '' })] }, ['advice invited-without-approver']],
    ['a strategic council member only shortlisted', { partners: [partner('acme', { strategic: true, pacMember: true })], invitations: [invitation('acme', { stage: 'shortlisted' })] }, ['warning strategic-partner-not-invited', 'warning council-member-not-invited']],
    ['only looking back', { ...acme, criteria: [criterion('back', { field: 'tier' })], invitations: [invitation('acme')] }, ['advice criteria-look-back']],
    ['a score that rests on little', { ...acme, criteria: [forward, criterion('pipeline', { field: 'pipeline', weight: 90, horizon: 'forward-looking' })], invitations: [invitation('acme')] }, ['advice score-rests-on-little']],
    ['nobody to send', { partners: [partner('acme')], invitations: [invitation('acme')] }, ['warning invited-partner-without-people']],
    ['nobody to write to', { partners: [partner('acme')], contacts: [contact('ana', 'acme', { email: null })], invitations: [invitation('acme')] }, ['warning invited-partner-unreachable']],
    ['nobody chosen yet', acme, ['advice nobody-chosen']],
    ['a step still to come', { ...acme, invitations: [invitation('acme', { steps: [{ stage: 'invited', on: day('2026-06-02'), who: '', why: '' }] })] }, ['advice invitation-step-in-the-future']],
    ['a stage without its step', { ...acme, invitations: [invitation('acme', { steps: [{ stage: 'approved', on: day('2026-05-02'), who: '', why: '' }] })] }, ['advice invitation-stage-without-step']],
    ['steps that do not follow', { ...acme, invitations: [invitation('acme', { steps: [{ stage: 'shortlisted', on: today, who: '', why: '' }, { stage: 'invited', on: today, who: '', why: '' }] })] }, ['advice invitation-steps-skipped']],
  ])('%s', (_, rows, expected) => { expect(rules(rows)).toEqual(expected); });

  test('inviting half of the enrolled turns a summit into a conference, and inviting the largest says so', () => {
    const partners = Array.from({ length: 10 }, (_, index) => partner(`p${index}`, { performance: { revenue: money(1000 - index, 'EUR') } }));
    const contacts = partners.map(({ id }) => contact(`c-${id}`, id));
    expect(rules({ partners, contacts, invitations: partners.slice(0, 5).map(({ id }) => invitation(id)) })).toEqual(['warning audience-drifts-to-everyone', 'advice invited-are-the-top-by-revenue']);
  });

  test('a freed seat names who is next', () => {
    const tables = tablesWith({
      summit: { seatLimit: 1 }, criteria: [forward], partners: [partner('acme'), partner('bolt')], contacts: [contact('ana', 'acme')],
      invitations: [invitation('acme', { stage: 'declined' }), invitation('bolt', { stage: 'shortlisted', wave: 'B' })],
    });
    expect(findings(tables, today).map(({ text }) => text)).toEqual(['A seat is free. Next is bolt from wave B: approve it.']);
  });
});
