import type { Random } from '#shared/kernel/random.ts';
import { csv, daysAfter, type Row } from './csv.ts';
import { blemish, executives, type Partner, vendor } from './parties.ts';

const criteria: Readonly<Record<string, readonly [string, number][]>> = {
  'Partner of the Year': [['Business impact', 40], ['Customer outcomes', 35], ['Partnership', 25]],
  'Rising Star': [['Growth', 50], ['Capability built', 30], ['Ambition', 20]],
  'Joint Innovation': [['Originality', 35], ['Technical depth', 35], ['Adoption', 25]],
  'Services Excellence': [['Delivery quality', 60], ['Customer outcomes', 40]],
};

export function categoriesCsv(): string {
  const rows = Object.entries(criteria).flatMap(([category, parts]) => parts.map(([name, weight]): Row => [category, name, `${weight}%`, `What the jury asks: how far does ${name.toLowerCase()} go?`, category === 'Rising Star' ? 'In the programme for less than three years' : 'All tiers']));
  return csv([['Award Category', 'Criterion', 'Weight', 'Description', 'Eligibility'], ...rows]);
}

export type Nomination = { readonly id: string; readonly category: string; readonly partner: Partner; readonly valid: boolean };

export function makeNominations(random: Random, partners: readonly Partner[]): Nomination[] {
  return Object.keys(criteria).flatMap((category, at) => random.shuffled(partners.filter(({ id }) => id !== '')).slice(0, 5).map((partner, index): Nomination => ({ id: `NOM-${100 + at * 10 + index}`, category, partner, valid: true })));
}

export function nominationsCsv(random: Random, nominations: readonly Nomination[]): string {
  const rows = nominations.map(({ id, category, partner }): string[] => [
    id, category, partner.name, random.pick([partner.cam.name, `${partner.people[0]?.first} ${partner.people[0]?.last}`]), random.pick(['Vendor', 'Self', 'Third party']),
    `${partner.name} made a difference this year:\n- ${random.pick(['moved 90 sites in one quarter', 'built the first joint reference in its country', 'trained every consultant it has'])}\n- ${random.pick(['kept every customer', 'won against two rivals', 'published its blueprint'])}\n\nA customer said: "${random.pick(['They answer at night', 'We would choose them again', 'Plain words, good work'])}"`,
    daysAfter('2027-02-15', random.below(45)), random.pick(['Eligible', 'Eligible', 'In judging']),
  ]);
  blemish(rows, 6, 5, '');
  blemish(rows, 13, 6, '2027-02-29');
  blemish(rows, 17, 7, 'Withdrawn');
  const repeat = [...(rows[1] as string[])];
  repeat[0] = 'NOM-190';
  const lost = [...(rows[2] as string[])];
  [lost[0], lost[1]] = ['NOM-191', 'Best Booth'];
  return csv([['Nomination Ref', 'Category', 'Nominee', 'Nominator', 'Nomination Source', 'Citation', 'Submitted On', 'Status'], ...rows, repeat, lost]);
}

type Judge = { readonly name: string; readonly email: string; readonly affiliation: string; readonly role: string };

/** Six judges; one works for a nominee and one is the account manager of another. */
export function makeJudges(nominations: readonly Nomination[]): Judge[] {
  const insider = nominations[0]?.partner;
  const cam = nominations[1]?.partner.cam;
  return [
    { name: executives[4]?.name ?? '', email: executives[4]?.email ?? '', affiliation: vendor.name, role: 'Chair' },
    { name: executives[11]?.name ?? '', email: executives[11]?.email ?? '', affiliation: vendor.name, role: 'Judge' },
    { name: `${insider?.people[1]?.first} ${insider?.people[1]?.last}`, email: insider?.people[1]?.email ?? '', affiliation: insider?.name ?? '', role: 'Judge' },
    { name: cam?.name ?? '', email: cam?.email ?? '', affiliation: vendor.name, role: 'Judge' },
    { name: 'Prof. Margarethe Oyelaran', email: 'm.oyelaran@lisbon-school.example', affiliation: 'Lisbon School of Business', role: 'Judge' },
    { name: 'Ferran Puigdollers', email: 'ferran@channel-letter.example', affiliation: 'The Channel Letter', role: 'Judge' },
  ];
}

export function judgesCsv(judges: readonly Judge[]): string {
  return csv([['Judge', 'E-mail', 'Organisation', 'Panel Role'], ...judges.map(({ name, email, affiliation, role }) => [name, email, affiliation, role])]);
}

/** A full score sheet with gaps, an absentee, a score out of range and one in words. */
export function scoresCsv(random: Random, nominations: readonly Nomination[], judges: readonly Judge[]): string {
  const harshness = judges.map(() => random.next() * 2 - 1);
  const rows = nominations.flatMap(({ id, category, partner }) => {
    const merit = 5 + random.next() * 3.5;
    return judges.flatMap(({ email }, judge) =>
      (criteria[category] ?? []).map(([criterion]): string[] => {
        const value = Math.min(10, Math.max(1, merit + (harshness[judge] ?? 0) + random.next() * 2 - 1));
        return [email, id, criterion, random.below(28) === 0 ? '' : (Math.round(value * 2) / 2).toFixed(1), random.below(12) === 0 ? random.pick(['Strong evidence', `Not convinced by ${partner.city}`, '+1', 'Needs a reference customer']) : ''];
      }),
    );
  });
  blemish(rows, 20, 3, '12');
  blemish(rows, 47, 3, 'seven');
  return csv([['Juror', 'Nomination Ref', 'Criterion', 'Score (1-10)', 'Comment'], ...rows, ['someone@else.example', nominations[0]?.id ?? '', 'Partnership', '5.0', ''], [...(rows[3] as string[])]]);
}

const kinds: readonly [string, string, readonly string[]][] = [
  ['Annual revenue target', 'Partner', ['Grow licence revenue', 'Reach the target in two quarters']], ['MDF allocation', 'Vendor', ['Fund the autumn roadshow', 'Fund three customer days']], ['Co-sell engagement', 'Both', ['Work ten named accounts together', 'Weekly pipeline call']],
  ['Enablement', 'Partner', ['Certify eight consultants', 'Train the service desk']], ['Technical pre-sales allocation', 'Vendor', ['Two days a week of an architect']], ['Executive sponsorship time', 'Vendor', ['Quarterly review with the sponsor']], ['Roadmap access', 'Vendor', ['Join the early product group']],
  ['Joint-solution milestone', 'Both', ['Reference architecture published', 'Second release in production']], ['Market access', 'Vendor', ['Protect twelve named accounts']], ['Incentive terms', 'Vendor', ['Rebate of two points above plan']], ['Customer-success target', 'Both', ['Renewal rate above 95 %']],
  ['Marketing investment plan', 'Both', ['Joint campaign, two languages', 'Case study with film']],
];

/** Last year's promises of both sides, with amounts in four currencies and the usual gaps. */
export function commitmentsCsv(random: Random, partners: readonly Partner[]): string {
  const rows = Array.from({ length: 84 }, (_, index): string[] => {
    const partner = partners[(index * 5) % partners.length] as Partner;
    const [type, side, texts] = kinds[random.below(kinds.length)] as (typeof kinds)[number];
    const priced = ['Annual revenue target', 'MDF allocation', 'Marketing investment plan', 'Co-sell engagement'].includes(type);
    const owner = partner.people[1];
    return [
      `CM-${String(301 + index)}`, partner.name, side, type, random.pick(texts), priced ? String(random.below(400) * 250 + 5_000) : '', priced ? random.pick(['EUR', 'EUR', 'EUR', 'USD', 'GBP', 'JPY']) : '', daysAfter('2026-06-01', random.below(500)),
      side === 'Partner' ? '' : partner.cam.name, side === 'Vendor' ? '' : `${owner?.first} ${owner?.last}`, random.pick(['Done', 'Delivered', 'On track', 'On track', 'Partly', 'Missed', 'Agreed', 'Waived']),
    ];
  });
  blemish(rows, 5, 7, '2026-09-31');
  blemish(rows, 12, 10, 'Who knows');
  blemish(rows, 18, 8, '');
  blemish(rows, 18, 2, 'Vendor');
  const priced = rows.filter((row) => row[5] !== '');
  blemish(priced, 3, 6, '');
  blemish(priced, 5, 6, 'DOUBLOONS');
  blemish(priced, 7, 5, 'about 10k');
  blemish(priced, 9, 5, '-7500');
  return csv([['Commitment No', 'Partner', 'Promised by', 'Commitment Type', 'Commitment', 'Amount', 'Currency', 'Due By', 'Vendor Owner', 'Partner Owner', 'Status'], ...rows, [...(rows[8] as string[])], ['', 'Firma Niemand GmbH', 'Vendor', 'MDF allocation', 'Fund something', '1000', 'EUR', '2027-01-31', 'Ingrid Falkenried', '', 'Agreed']]);
}
