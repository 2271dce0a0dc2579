import { findPairs } from '#shared/exchange/duplicates/find-pairs.ts';
import { folded } from '#shared/kernel/text.ts';
import { manyParties } from '#test/support/many-parties.ts';
import { line, median } from './measure.ts';

/** Finding every pair among 5,000 partners and 15,000 contacts, against folding each of their texts once, which any comparison must do. */
export async function bench(): Promise<string[]> {
  const { partners, contacts, twins } = manyParties(5000);
  const texts = [...[...partners.values()].flatMap(({ name, city }) => [name, city]), ...[...contacts.values()].flatMap(({ givenName, familyName, email, phone, title }) => [givenName, familyName, email ?? '', phone ?? '', title])];
  const alone = await median(3, () => texts.map((text) => folded(`${text}\u00a0`)));
  const cpu = process.cpuUsage();
  const whole = await median(3, () => findPairs({ partners, contacts, lookAlikes: new Map() }));
  const { user, system } = process.cpuUsage(cpu);
  const found = new Set(findPairs({ partners, contacts, lookAlikes: new Map() }).pairs.map(({ one, other }) => `${one} ${other}`));
  return [
    line(`duplicates among ${partners.size} partners and ${contacts.size} contacts`, whole, { name: 'folding every text once', milliseconds: alone }, '2,000 ms'),
    `of ${twins.length} that are there twice ${twins.filter((pair) => found.has(pair)).length} were found, with ${found.size - twins.filter((pair) => found.has(pair)).length} others; ${((user + system) / 4_000).toFixed(0)} ms of CPU a search`,
  ];
}
