import { csvBytes } from '#shared/exchange/csv/write.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { seeded } from '#shared/kernel/random.ts';

/** An invented programme of any size, with the columns of a usual export. */
export function largeFolder(partners: number, contacts: number): SourceFile[] {
  const random = seeded(20270323);
  const words = 'Nor Vel Tal Mor Zel Lin Phe Jun Kor Bas Tri Osk Dun Sen Ras'.split(' ');
  const name = () => `${random.pick(words)}${random.pick(words).toLowerCase()}${random.pick(words).toLowerCase()} ${random.pick(['Systems', 'Cloud', 'Networks', 'Services'])}`;
  const accounts = Array.from({ length: partners }, (_, index) => ({ id: `P${100_000 + index}`, name: `${name()} ${index} ${random.pick(['Ltd', 'GmbH', 'SA', 'Inc.'])}` }));
  const money = () => (random.below(500_000_000) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return [
    { name: 'partners.csv', bytes: csvBytes([
      ['Account ID', 'Account Name', 'Account Owner', 'Partner Manager Email', 'Type', 'Partner Tier', 'Region', 'Country', 'City', 'Industry', 'Segment', 'TTM Revenue', 'Prior Year Revenue', 'Pipeline', 'Deal Regs', 'Win Rate', 'Certified People', 'Required Certifications', 'MDF Used', 'MDF Allocated', 'Health Score', 'CSAT', 'Executive Sponsor (Vendor)', 'Partner Executive Sponsor', 'PAC Member', 'Strategic', 'Notes', 'Last QBR Date'],
      ...accounts.map((account) => [account.id, account.name, 'Ada Cam', `cam${random.below(40)}@vendor.example`, random.pick(['VAR', 'MSP', 'Reseller', 'GSI']), random.pick(['Gold', 'Silver', '4 - Platinum']), random.pick(['EMEA', 'NA', 'APAC']), random.pick(['Germany', 'US', 'Brazil', 'Japan']), 'Springfield', 'Finance', 'Enterprise', money(), money(), money(), random.below(90), `0.${random.below(999)}`, random.below(50), 20, money(), money(), random.below(101), '7.5', 'Eve Host', 'Jo Sponsor', random.pick(['Yes', 'No']), random.pick(['Yes', 'No']), 'Renewal, and more', `${1 + random.below(12)}/${1 + random.below(28)}/2026`]),
    ]) },
    { name: 'contacts.csv', bytes: csvBytes([
      ['Contact ID', 'First Name', 'Last Name', 'Job Title', 'Email', 'Phone', 'Account Name', 'Account ID', 'Attendee Type', 'Dietary requirements', 'Accessibility'],
      ...Array.from({ length: contacts }, (_, index) => { const account = accounts[index % partners] ?? { id: '', name: '' }; return [`C${index}`, random.pick(words), name(), 'Managing Director', `person${index}@partner${index % partners}.example`, `+44 555 ${index}`, account.name, random.below(3) === 0 ? '' : account.id, random.pick(['Delegate', 'Executive sponsor', 'Technical lead']), '', '']; }),
    ]) },
  ];
}
