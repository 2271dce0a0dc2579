import { describe, expect, test } from 'vitest';
import { findings } from '#shared/awards/findings.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { smallAwards, table, today } from '#test/support/small-awards.ts';

const rules = (tables: Parameters<typeof findings>[0]) => findings(tables, today).map(({ rule, severity, text }) => `${rule} ${severity}: ${text}`);

describe('award findings', () => {
  test('say nothing of awards that are in order', () => {
    expect(rules(smallAwards())).toEqual([]);
  });

  test('name weights, citations, late nominations and missing announcements', () => {
    const tables = smallAwards({
      categories: { announcedIn: null, criteria: [{ name: 'Reach', weight: 50, description: '' }] },
      nominations: { acme: { citation: ' ', nominator: 'Zoë' }, bolt: { submittedOn: '2027-03-23' as LocalDate } },
    });
    expect(rules(tables)).toEqual([
      'award-weights-not-100 warning: The criteria of Growth total 50 %, not 100 %. The ranking takes them relative to their sum; correct the weights.',
      'award-without-announcement advice: Growth has no session that announces it. Choose one, or lift the embargo by hand.',
      'nomination-without-citation warning: The nomination of Acme for Growth has no citation. Ask Zoë for one.',
      'nomination-late warning: Bolt was nominated for Growth on 2027-03-23, once the summit had begun. Decide whether it may stand.',
    ]);
  });

  test('name conflicts of interest, stray and missing scores, and a panel of one', () => {
    const tables = smallAwards({
      scores: [['cleo', 'acme', 'Reach', 9], ['cleo', 'acme', 'Depth', 9], ['ben', 'bolt', 'Reach', 5], ['ben', 'bolt', 'Depth', 5], ['dora', 'core', 'Reach', 5]],
      recusals: [['ben', 'bolt']],
    });
    expect(findings(tables, today).map(({ rule, subjects }) => [rule, ...subjects.map(({ id }) => id)])).toEqual([
      ['award-scores-missing', 'cleo', 'growth', 'bolt', 'core'],
      ['award-scores-missing', 'ben', 'growth', 'acme', 'core'],
      ['award-scores-missing', 'dora', 'growth', 'acme', 'bolt', 'core'],
      ['award-single-judge', 'core'],
      ['award-conflict-of-interest', 'cleo', 'acme'],
      ['award-stray-scores', 'ben', 'bolt'],
    ]);
  });

  test('a judge who is account manager or sponsor of a nominee is advice, not an exclusion', () => {
    const judges = [...smallAwards().judges.values()].map((judge) => ({ ...judge, name: { ben: 'Ada Cam', dora: 'eve sponsor' }[judge.id as string] ?? judge.name }));
    expect(findings({ ...smallAwards(), judges: table(judges) }, today).map(({ rule, subjects }) => [rule, ...subjects.map(({ id }) => id)])).toEqual([
      ['award-link-to-nominee', 'ben', 'acme'],
      ['award-link-to-nominee', 'dora', 'bolt'],
    ]);
  });
});
