import { describe, expect, test } from 'vitest';
import { partnerCoverage, register } from '#shared/agreements/coverage.ts';
import { gateOf } from '#shared/agreements/gate.ts';
import { holds, stageOn } from '#shared/agreements/stage.ts';
import { importedSet, inputsFolder } from '#test/support/imported-set.ts';

const folder = inputsFolder();

if (folder !== null) describe('coverage of the input sets', () => {
  test.each(['autumn-americas', 'spring-emea'])('of %s, imported, is on every day what the truth file says', async (set) => {
    const { truth, snapshot } = await importedSet(folder, set);
    const [entries, gate] = [register(snapshot), gateOf(snapshot)];
    const [partners, people, agreements] = [[...snapshot.partners.values()], [...snapshot.contacts.values()], [...snapshot.agreements.values()]];
    const found = truth.summit_days.map((day) => {
      const companies = partners.map((partner) => ({ id: partner.id, code: partner.accountId ?? `name:${partner.name}`, coverage: partnerCoverage(entries, partner.id, day) }));
      const covered = companies.filter(({ coverage }) => coverage.outcome === 'organisation');
      const others = companies.filter(({ coverage }) => coverage.outcome !== 'organisation');
      const personal = new Set(people.filter(({ id }) => gate.mayHear(id, day).outcome === 'person').map(({ partner }) => partner));
      return {
        organisation: covered.length, covered: covered.map(({ code }) => code).sort(),
        personOnly: others.filter(({ id }) => personal.has(id)).length,
        waivedOnly: others.filter(({ id, coverage }) => coverage.outcome === 'waived' && !personal.has(id)).length,
        persons: agreements.filter((one) => one.level === 'person' && holds(stageOn(one, day))).length,
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
