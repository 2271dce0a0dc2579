import type { Random } from '#shared/kernel/random.ts';
import { csv, dayMonthYear, daysAfter, type Row } from './csv.ts';
import { blemish, executives, type Partner, vendor } from './parties.ts';

const [first, second, third] = vendor.days;

/** Twelve rooms; one is listed twice and one has a capacity nobody can count. */
export function roomsCsv(): string {
  const rooms: Row[] = [
    ['Auditório Tejo', '420', '0', 'Stage; Projector; Interpreter booth', 'No'], ['Sala Sintra', '90', '1', 'Projector; Whiteboard', 'No'], ['Sala Óbidos', '60', '1', 'Projector; Screen', 'Yes'], ['Sala Évora', '40', '1', 'Whiteboard', 'Yes'],
    ['Suite Alfama', '8', '7', 'Screen', 'Yes'], ['Suite Belém', '8', '7', 'Screen', 'Yes'], ['Suite Chiado', '6', '7', '', 'Yes'], ['Suite Graça', '6', '7', '', 'Yes'], ['Suite Lapa', '6', '7', 'Screen', 'No'], ['Suite Mouraria', '4', '7', '', 'No'],
    ['Terraço', '', '8', 'Open air', 'No'], ['Restaurante Azulejo', '300', '0', '', 'No'],
  ];
  return csv([['Room Name', 'Max Capacity', 'Floor', 'Equipment', 'Suitable for confidential talks'], ...rooms, ['suite lapa', '6', '7', 'Screen', 'No']]);
}

/** Three days; two sessions in one room at once, one that ends before it starts, a confidential one in an open hall. */
export function agendaCsv(): string {
  const rows: Row[] = [];
  const add = (day: string, from: string, to: string, title: string, kind: string, room: string, audience = 'All attendees', nda = 'No') =>
    rows.push([`S-${String(rows.length + 1).padStart(2, '0')}`, title, kind, `${day} ${from}`, `${day} ${to}`, room, audience, nda]);
  for (const day of vendor.days) {
    add(day, '10:30', '11:00', 'Coffee', 'Break', 'Terraço');
    add(day, '12:30', '13:30', 'Lunch', 'Meal', 'Restaurante Azulejo');
    add(day, '11:00', '12:30', 'One-to-ones before lunch', 'Meeting block', 'Suites');
    add(day, '14:30', '17:30', 'One-to-ones', 'Meeting block', 'Suites');
  }
  add(first, '09:00', '10:30', 'Opening: the year ahead', 'Plenary', 'Auditório Tejo');
  add(first, '13:30', '14:30', 'Roadmap under NDA: platform 8', 'Roadmap session', 'Sala Óbidos', 'Elite and Platinum', 'Yes');
  add(first, '13:30', '14:30', 'Selling the migration factory', 'Breakout', 'Sala Sintra');
  add(second, '08:30', '10:30', 'Partner Advisory Council', 'PAC meeting', 'Sala Évora', 'PAC members', 'Yes');
  add(second, '09:00', '10:30', 'Keynote: security by default', 'Plenary', 'Auditório Tejo');
  add(second, '13:30', '14:30', 'Joint planning: public sector', 'Joint planning', 'Sala Sintra');
  add(second, '14:00', '15:00', 'Joint planning: energy', 'Joint planning', 'Sala Sintra');
  add(third, '09:00', '10:30', 'Roadmap under NDA: agents', 'Roadmap session', 'Auditório Tejo', 'Elite and Platinum', 'Yes');
  add(third, '13:30', '14:30', 'What we heard, what we will do', 'Plenary', 'Auditório Tejo');
  add(third, '18:30', '20:00', 'Partner awards', 'Awards', 'Auditório Tejo');
  add(third, '17:45', '17:30', 'Group photograph', 'Plenary', 'Terraço');
  add(second, '18:00', '19:00', 'Fado evening', 'Meal', 'Sala Perdida');
  return csv([['Halvorin Partner Summit 2027 – agenda, draft 4'], [''], ['Session Ref', 'Session Title', 'Session Type', 'Starts', 'Ends', 'Location', 'Audience', 'NDA Required'], ...rows]);
}

/** The NDA register: most are in force, some end before or during the summit, and some say one thing and date another. */
export function ndasCsv(random: Random, partners: readonly Partner[]): string {
  const header = ['Agreement ID', 'Partner ID', 'Legal Entity', 'NDA Level', 'Signatory', 'Signatory Email', 'NDA Type', 'Agreement Status', 'Sent On', 'Partner Signed', 'Countersigned', 'Effective From', 'Expires', 'Purpose'];
  const rows: string[][] = [];
  const add = (partner: Partner, level: string, status: string, dates: readonly string[], person: readonly [string, string] = ['', '']) =>
    rows.push([`NDA-${1001 + rows.length}`, partner.id, partner.name, level, ...person, random.pick(['Mutual', 'Mutual', 'Unilateral']), status, ...dates.map(dayMonthYear), random.pick(['Roadmap', 'Roadmap and pricing', 'General cooperation'])]);
  partners.forEach((partner, index) => {
    const sent = daysAfter('2025-02-03', random.below(500));
    const [signed, counter] = [daysAfter(sent, 3 + random.below(20)), daysAfter(sent, 25 + random.below(10))];
    const sponsor = partner.people[0];
    if (index % 12 === 1) add(partner, 'Company', 'Sent', [daysAfter('2027-04-01', random.below(20)), '', '', '', '']);
    else if (index % 12 === 4) add(partner, 'Company', 'Awaiting countersignature', ['2027-03-08', '2027-03-29', '', '', '']);
    else if (index % 12 === 7) add(partner, 'Company', 'Effective', [sent, signed, counter, counter, index % 24 === 7 ? '2027-05-12' : '2027-04-30']);
    else if (index % 12 === 9 && sponsor) add(partner, 'Individual', 'Fully executed', [sent, signed, counter, counter, '2028-12-31'], [`${sponsor.first} ${sponsor.last}`, sponsor.email]);
    else if (index % 12 === 10) add(partner, 'Company', 'Perpetual', [sent, signed, counter, counter, '']);
    else if (index % 30 === 14) add(partner, 'Company', 'Waiver granted', ['', '', '', '', '']);
    else if (index % 30 !== 29) add(partner, 'Company', 'Fully executed', [sent, signed, counter, counter, daysAfter(counter, 1095)]);
  });
  blemish(rows, 3, 10, '31-Apr-2026');
  blemish(rows, 8, 12, '');
  blemish(rows, 2, 7, 'Requested');
  blemish(rows, 20, 1, '');
  blemish(rows, 25, 2, 'Unterwegs Verlag GmbH');
  blemish(rows, 25, 1, '');
  const signature = rows[30] as string[];
  [signature[9], signature[8]] = [signature[8] ?? '', signature[9] ?? ''];
  return csv([header, ...rows, [...(rows[12] as string[])]]);
}

/** Ninety wishes that can be met and a few that cannot: an unknown host, an unknown firm, a wish said twice, an odd length. */
export function requestsCsv(random: Random, partners: readonly Partner[]): string {
  const header = ['Request No', 'Partner', 'Host', 'Requested by', 'Priority', 'Topic', 'Minutes', 'Confidential', 'Additional Attendees', 'Preferred Day', 'Part of Day'];
  const rows: string[][] = [];
  const asked = new Set<string>();
  while (rows.length < 90) {
    const partner = partners[rows.length < partners.length ? rows.length : random.below(partners.length)] as Partner;
    // A few executives are wanted by everyone, as it is in life.
    const host = executives[random.below(3) === 0 ? random.below(4) : random.below(executives.length)];
    if (!host || asked.has(`${partner.id} ${host.name}`)) continue;
    asked.add(`${partner.id} ${host.name}`);
    rows.push([
      `R-${String(rows.length + 1).padStart(3, '0')}`, partner.name, random.below(4) === 0 ? host.email : host.name, random.pick(['Partner', 'Partner', 'Vendor']), random.pick(['Must', 'Should', 'Should', 'Could', '']),
      random.pick(host.topics), random.pick(['20', '30', '30', '30', '45', '60']), random.below(4) === 0 ? 'Yes' : 'No', random.below(5) === 0 ? `${partner.people[1]?.first} ${partner.people[1]?.last}` : '',
      random.below(3) === 0 ? random.pick(vendor.days) : '', random.pick(['', '', 'Morning', 'Afternoon', 'Any']),
    ]);
  }
  blemish(rows, 11, 6, '25');
  blemish(rows, 27, 9, '2027-05-15');
  blemish(rows, 35, 4, 'ASAP');
  const extra = (id: string, cells: readonly [number, string][]) => [...(rows[2] as string[])].map((cell, column) => (column === 0 ? id : (cells.find(([at]) => at === column)?.[1] ?? cell)));
  return csv([header, ...rows, extra('R-091', []), extra('R-092', [[2, 'Gunnar Unbekanntsson']]), extra('R-093', [[1, 'Firma Niemand GmbH']])]);
}
