import { describe, expect, test } from 'vitest';
import { money } from '#shared/kernel/money.ts';
import { findings } from '#shared/partners/findings.ts';
import { contact, day, partner, tablesWith } from '#test/support/selection.ts';

const known = { revenue: money(10, 'EUR'), health: 80, asOf: day('2026-05-01') };

function rules(...rows: Parameters<typeof partner>[1][]): string[] {
  return findings(tablesWith({ partners: rows.map((row, index) => partner(`p${index}`, row)) }), day('2026-06-01')).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('findings about partners', () => {
  test.each<[string, Parameters<typeof partner>[1], string[]]>([
    ['in good order', { performance: known }, []],
    ['without figures', {}, ['warning performance-missing']],
    ['without revenue', { performance: { ...known, revenue: null } }, ['advice revenue-missing']],
    ['with figures of half a year ago', { performance: { ...known, asOf: day('2025-12-01') } }, ['advice performance-stale']],
    ['with figures of tomorrow', { performance: { ...known, asOf: day('2026-06-02') } }, ['warning performance-from-the-future']],
    ['that used more MDF than it got', { performance: { ...known, mdfUsed: money(2, 'EUR'), mdfAllocated: money(1, 'EUR') } }, ['warning mdf-over-used']],
    ['strategic without sponsors', { strategic: true, performance: known }, ['warning strategic-without-sponsor']],
    ['with a sponsor nobody knows', { vendorSponsorName: 'Max Nobody', performance: known }, ['advice sponsor-unknown']],
    ['without an account manager', { camName: '', performance: known }, ['advice no-account-manager']],
    ['enrolled without a tier', { tier: null, performance: known }, ['advice tier-missing']],
  ])('a partner %s', (_, row, expected) => { expect(rules(row)).toEqual(expected); });

  test('two of one name in one country may be one', () => {
    expect(rules({ name: 'Ängstrom AB', performance: known }, { name: 'ANGSTROM ab', performance: known }, { name: 'Angstrom AB', country: 'SE', performance: known })).toEqual(['advice partners-alike']);
  });

  test('a person without an organisation is named with what was written', () => {
    const tables = tablesWith({ contacts: [contact('ana', null, { organisation: 'Acmee' })] });
    expect(findings(tables, day('2026-06-01')).map(({ text }) => text)).toEqual(['ana belongs to no known organisation (written: Acmee), so no company NDA can cover them. Link the person.']);
  });
});
