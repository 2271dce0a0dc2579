import type { Random } from '#shared/kernel/random.ts';
import { type Culture, cultures, plain, type Word } from './cultures.ts';
import { csv, daysAfter, type Row } from './csv.ts';

export const vendor = { name: 'Halvorin', domain: 'halvorin.example', firstDay: '2027-05-11', days: ['2027-05-11', '2027-05-12', '2027-05-13'] } as const;

export type Executive = { readonly name: string; readonly email: string; readonly title: string; readonly topics: readonly string[] };
export type Person = { readonly first: string; readonly last: string; readonly email: string; readonly role: string };
export type Partner = {
  readonly id: string; readonly name: string; readonly domain: string; readonly culture: Culture; readonly city: string; readonly tier: string; readonly strategic: boolean; readonly pac: boolean;
  readonly revenue: number; readonly cam: { readonly name: string; readonly email: string }; readonly sponsor: string; readonly people: readonly Person[];
};

const topics = ['Roadmap', 'Pricing and incentives', 'Co-sell', 'Joint solutions', 'Public sector', 'Cloud migration', 'Security', 'Customer success', 'Market development', 'Enablement'];
const hosts: readonly [string, string, string][] = [
  ['Astrid Hallgrímsdóttir', 'astrid.hallgrimsdottir', 'Chief Executive Officer'], ['Matteo Brancaleone-Rusca', 'matteo.brancaleone', 'Chief Revenue Officer'], ['Odile Saint-Vérac', 'odile.saintverac', 'Chief Product Officer'],
  ['Tobias Ødegårdsen', 'tobias.odegardsen', 'Chief Financial Officer'], ['Nkechi Obiamaka', 'nkechi.obiamaka', 'SVP Global Channels'], ['Rajesh Venkatadri', 'rajesh.venkatadri', 'SVP Engineering'],
  ['Camila Arroyave Tisnés', 'camila.arroyave', 'VP Channels Americas'], ['Hiroshi Kanezawa', 'hiroshi.kanezawa', 'VP Channels Asia Pacific and Japan'], ['Wiebke Oltmanns', 'wiebke.oltmanns', 'VP Channels Europe'],
  ['Yusuf Demirkaya', 'yusuf.demirkaya', 'VP Strategic Alliances'], ['Siobhán Mac Giollarua', 'siobhan.macgiollarua', 'VP Marketing'], ['Davit Meskhishvili', 'davit.meskhishvili', 'VP Customer Success'],
  ['Priyanka Ranasinghe', 'priyanka.ranasinghe', 'VP Enablement'], ['Leopold von Ahrensburg', 'leopold.vonahrensburg', 'General Counsel'],
];
export const executives: readonly Executive[] = hosts.map(([name, local, title], index) => ({
  name, title, email: `${local}@${vendor.domain}`, topics: [0, 3, 7].map((step) => topics[(index * 3 + step) % topics.length] ?? 'Roadmap').sort(),
}));

const cams = [['Ingrid Falkenried', 'ingrid.falkenried'], ['Cormac Delahunt', 'cormac.delahunt'], ['Paola Verdicchio', 'paola.verdicchio'], ['Kenta Morihara', 'kenta.morihara'], ['Abigail Thornquist', 'abigail.thornquist'], ['Luís Carvoeiro', 'luis.carvoeiro'], ['Zeynep Altıntaşlar', 'zeynep.altintaslar']] as const;
const types = ['VAR', 'System Integrator', 'MSP', 'ISV', 'Distributor', 'MSSP', 'GSI', 'Reseller', 'Technology Partner', 'Consulting Firm', 'Cloud Migration Specialist', 'Strategic Alliance'];
const verticals = ['Manufacturing', 'Healthcare', 'Public sector', 'Financial services', 'Retail', 'Energy'];
const jobs: Readonly<Record<string, readonly string[]>> = {
  'Executive sponsor': ['Chief Executive Officer', 'Managing Director', 'Founder & CEO'], 'PAC member': ['Chief Commercial Officer', 'VP Alliances'], Delegate: ['Sales Director', 'Head of Alliances', 'Commercial Director'], 'Technical lead': ['Chief Technology Officer', 'Principal Architect'], Substitute: ['Partner Manager'],
};

/** Sixty partners in every region and script, with three people each. */
export function makePartners(random: Random): Partner[] {
  const firms = cultures.flatMap((culture) => culture.firms.map((firm) => ({ culture, firm })));
  return random.shuffled(firms).map(({ culture, firm }, index): Partner => {
    const [cam = '', camLocal = ''] = cams[(culture.country.length + index) % cams.length] ?? [];
    const domain = `${plain(firm)}.example`;
    const pac = index % 9 === 2;
    const roles = ['Executive sponsor', pac ? 'PAC member' : 'Delegate', index % 4 === 3 ? 'Substitute' : 'Technical lead'];
    const people = peopleOf(random, culture, domain, roles);
    return {
      id: `HV-${String(2040 + index * 7).padStart(5, '0')}`, name: firm.written, domain, culture, city: random.pick(culture.cities), pac,
      tier: (['Elite', 'Platinum', 'Platinum', 'Gold', 'Gold', 'Gold', 'Silver', 'Silver', 'Registered'] as const)[random.below(9)] ?? 'Gold', strategic: index % 8 === 5,
      revenue: Math.round(120_000 * Math.exp(random.next() * 4.2)), cam: { name: cam, email: `${camLocal}@${vendor.domain}` }, sponsor: executives[random.below(10)]?.name ?? '', people,
    };
  });
}

function peopleOf(random: Random, culture: Culture, domain: string, roles: readonly string[]): Person[] {
  const given = random.shuffled(culture.given);
  const taken = new Set<string>();
  return roles.map((role, index): Person => {
    const first = given[index % given.length] as Word;
    const last = random.pick(culture.family);
    let local = `${plain(first)}.${plain(last)}`;
    while (taken.has(local)) local += '2';
    taken.add(local);
    return { first: first.written, last: last.written, email: `${local}@${domain}`, role };
  });
}

const euro = (amount: number) => amount.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The partner list: ISO dates, amounts with thousands, marks as Yes and No; a duplicate, a totals line and a report footer as exports have them. */
export function partnersCsv(random: Random, partners: readonly Partner[]): string {
  const header = ['Partner ID', 'Partner Name', 'Channel Account Manager', 'CAM E-mail', 'Partner Type', 'Programme Tier', 'Region', 'HQ Country', 'HQ City', 'Industry Focus', 'Target Segment', 'Revenue L12M', 'Revenue Prior 12M (EUR)', 'Open Pipeline (EUR)', 'Deal Regs', 'Win Rate %', 'Certified Staff', 'Certifications Required', 'MDF Used (EUR)', 'MDF Allocated (EUR)', 'Health Score', 'CSAT (0-10)', 'Our Executive Sponsor', 'Their Executive Sponsor', 'PAC Member', 'Strategic', 'Risk Notes', 'Last Business Review'];
  const rows = partners.map((partner, index): string[] => {
    const { people: [sponsor] } = partner;
    const required = 4 + random.below(20);
    const allocated = Math.round(partner.revenue * (0.01 + random.next() * 0.02));
    return [
      partner.id, partner.name, partner.cam.name, partner.cam.email, types[random.below(types.length)] ?? 'VAR', partner.tier, partner.culture.region, partner.culture.country, partner.city, random.pick(verticals), random.pick(['Enterprise', 'Mid-market', 'Public']),
      `€${euro(partner.revenue)}`, euro(Math.round(partner.revenue * (0.7 + random.next() * 0.45))), euro(Math.round(partner.revenue * (0.2 + random.next()))), String(random.below(60)), `${(18 + random.next() * 55).toFixed(1)}%`,
      String(Math.max(0, required - 4 + random.below(9))), String(required), euro(Math.round(allocated * random.next())), euro(allocated), String(38 + random.below(60)), (5.5 + random.next() * 4.4).toFixed(1),
      partner.sponsor, sponsor ? `${sponsor.first} ${sponsor.last}` : '', partner.pac ? 'Yes' : 'No', partner.strategic ? 'Yes' : 'No',
      index % 7 === 3 ? random.pick(['New owner since January; direction not confirmed', 'Two quarters under plan', 'Rival launched a competing bundle, "free for a year"', 'Key architect left\nsuccessor named, not certified']) : '', daysAfter('2026-09-01', random.below(220)),
    ];
  });
  blemish(rows, 4, 27, '2027-02-30');
  blemish(rows, 9, 20, '140');
  blemish(rows, 14, 22, 'Gunnar Unbekanntsson');
  blemish(rows, 19, 18, '99,000.00');
  blemish(rows, 23, 11, 'n/a');
  blemish(rows, 28, 0, '');
  blemish(rows, 33, 7, 'NA');
  blemish(rows, 37, 3, 'not-an-address');
  blemish(rows, 41, 5, 'Diamond');
  blemish(rows, 48, 11, '$250,000.00');
  const twin = [...(rows[6] as string[])];
  twin[11] = '1.00';
  const empty = header.map(() => '');
  return csv([header, ...rows.slice(0, 45), twin, empty, ...rows.slice(45), empty.map((cell, index) => (index === 1 ? 'Total' : index === 11 ? euro(partners.reduce((sum, { revenue }) => sum + revenue, 0)) : cell)), ['Generated by Channel Desk. Confidential.', ...empty.slice(1)]]);
}

/** The people: addresses that break in the usual ways, a misspelt firm, a duplicate. */
export function contactsCsv(random: Random, partners: readonly Partner[]): string {
  const header = ['Contact No', 'First Name', 'Last Name', 'Job Title', 'E-mail Address', 'Mobile', 'Company', 'Partner ID', 'Delegate Type', 'Dietary Requirements', 'Accessibility Needs'];
  const diets = ['', '', '', '', 'Vegetarian', 'Vegan; no nuts', 'Halal', 'Kosher', 'Gluten-free'];
  const rows = partners.flatMap((partner, at) =>
    partner.people.map((person, index): string[] => [
      `C-${String(at * 3 + index + 1).padStart(4, '0')}`, person.first, person.last, random.pick(jobs[person.role] ?? ['Director']), person.email, `${partner.culture.dialCode} ${100 + random.below(900)} ${100_000 + random.below(900_000)}`,
      partner.name, partner.id, person.role, random.pick(diets), random.below(25) === 0 ? 'Step-free access' : '',
    ]),
  );
  const second = rows[10] as string[];
  blemish(rows, 10, 4, `${second[4]}; ${(second[4] ?? '').replace('@', '.private@')}`);
  blemish(rows, 22, 4, '');
  blemish(rows, 31, 4, 'no mail');
  blemish(rows, 40, 5, '3.51912E+11');
  blemish(rows, 52, 6, 'Thornlee Managed Services Ltd');
  blemish(rows, 52, 7, '');
  blemish(rows, 77, 6, '');
  blemish(rows, 77, 7, '');
  return csv([header, ...rows, [...(rows[5] as string[])].map((cell, index) => (index === 0 ? 'C-0999' : cell))], '\r\n');
}

/** The hosts: spells when they are away, a room nobody knows, a limit that is no number. */
export function executivesCsv(random: Random): string {
  const away = ['', '', '', '09:00-10:30', '13:00-15:00', 'all day', '16:00-18:00'];
  const header = ['Executive', 'Job Title', 'E-mail', 'Expertise', 'Meetings per Day', 'Unavailable Day 1', 'Unavailable Day 2', 'Unavailable Day 3', 'Home Room'];
  const rows = executives.map(({ name, title, email, topics: about }, index): Row => [
    name, title, email, about.join('; '), index === 12 ? 'a few' : String(5 + random.below(5)), random.pick(away.slice(0, 5)), random.pick(away.slice(0, 5)), index === 7 ? 'all day' : random.pick(away.slice(0, 5)),
    index === 0 ? 'Suite Alfama' : index === 1 ? 'Suite Belém' : index === 10 ? 'Sala Perdida' : '',
  ]);
  return csv([header, ...rows]);
}

export function blemish(rows: readonly string[][], row: number, column: number, cell: string): void {
  const cells = rows[row];
  if (cells) cells[column] = cell;
}
