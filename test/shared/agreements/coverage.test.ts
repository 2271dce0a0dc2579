import { describe, expect, test } from 'vitest';
import { holds, stageOn } from '#shared/agreements/stage.ts';
import { partnerCoverage, register } from '#shared/agreements/coverage.ts';
import { gateOf } from '#shared/agreements/gate.ts';
import type { Contact } from '#shared/partners/contact.ts';
import { inputsFolder, registerOf } from '#test/support/register-truth.ts';
import { contact, tablesWith } from '#test/support/selection.ts';

const folder = inputsFolder();

if (folder !== null) describe('coverage of the input sets', () => {
  test.each(['autumn-americas', 'spring-emea'])('of %s is, on every day, what the truth file says', (set) => {
    const { truth, partners, agreements } = registerOf(folder, set);
    // everyone a personal agreement names, so that the gate is asked for each
    const named = agreements.filter(({ level, personEmail }) => level === 'person' && personEmail !== null);
    const people: Contact[] = [...new Map(named.map(({ personEmail, partner }) => [personEmail, contact(`c-${personEmail}`, partner, { email: personEmail })])).values()];
    const tables = tablesWith({ partners, contacts: people, agreements });
    const [entries, gate] = [register(tables), gateOf(tables)];
    const found = truth.summit_days.map((day) => {
      const companies = partners.map(({ id }) => ({ id, coverage: partnerCoverage(entries, id, day) }));
      const covered = companies.filter(({ coverage }) => coverage.outcome === 'organisation').map(({ id }) => id);
      const others = companies.filter(({ coverage }) => coverage.outcome !== 'organisation');
      const personal = new Set(people.filter(({ id }) => gate.mayHear(id, day).outcome === 'person').map(({ partner }) => partner));
      return {
        organisation: covered.length, covered: [...covered].sort(),
        personOnly: others.filter(({ id }) => personal.has(id)).length,
        waivedOnly: others.filter(({ id, coverage }) => coverage.outcome === 'waived' && !personal.has(id)).length,
        persons: named.filter((one) => holds(stageOn(one, day))).length,
      };
    });
    const { organisation, person_only: personOnly, waived_only: waivedOnly, persons, covered_partner_ids: ids } = truth.aggregates.nda_coverage;
    expect(found).toEqual(truth.summit_days.map((day) => ({
      organisation: organisation[day], covered: [...(ids[day] ?? [])].sort(), personOnly: personOnly[day], waivedOnly: waivedOnly[day], persons: persons[day],
    })));
  });
});
else test('data set absent: set SUMMIT_DATA to compare coverage with the truth files', () => {
  console.log('The input sets are not on this machine; coverage was not compared with their truth files.');
});
