import { describe, expect, test } from 'vitest';
import { unreadColumns } from '#shared/exchange/intake/unread-columns.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import type { Invitation, InvitationStage } from '#shared/invitations/invitation.ts';
import { invitationStages } from '#shared/invitations/invitation.ts';
import { mayMove } from '#shared/invitations/stage.ts';
import type { ContactId, InvitationId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import { blankContact, type Contact, fullName } from '#shared/partners/contact.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { imported, saidOf } from '#test/support/imports.ts';

const acme = { ...blankPartner('p-acme' as PartnerId, 'Acme GmbH'), accountId: 'A-1' };
const bolt = { ...blankPartner('p-bolt' as PartnerId, 'Bolt Ltd'), accountId: 'A-2' };
const ana: Contact = { ...blankContact('c-ana' as ContactId), code: 'CRM-7', givenName: 'Ana', familyName: 'Li', email: 'ana@acme.example', partner: acme.id, role: 'PAC member' };

function summitWith(stage: InvitationStage | null): Snapshot {
  const invitation: Invitation = { id: 'i-acme' as InvitationId, partner: acme.id, stage: stage ?? 'shortlisted', wave: 'A', seats: 2, grounds: [], approver: 'Pat', steps: [{ stage: 'shortlisted', on: '2026-10-01' as LocalDate, who: 'Pat', why: '' }] };
  return { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map([[acme.id, acme], [bolt.id, bolt]]), contacts: new Map([[ana.id, ana]]), invitations: new Map(stage === null ? [] : [[invitation.id, invitation]]) };
}

const people = ({ contacts }: Snapshot) => [...contacts.values()].map((contact) => `${fullName(contact)} <${contact.email ?? ''}> ${contact.role ?? 'no role'} of ${contact.partner ?? 'nobody'}`).sort();
const stageIn = ({ invitations }: Snapshot) => [...invitations.values()].map(({ stage, steps }) => ({ stage, last: steps.at(-1) }));

describe('a list of registrations', () => {
  test('of tickets, as Eventbrite writes it, makes people delegates and the invitation registered, once', async () => {
    const text = 'order_id,order_type,ticket_id,first_name,last_name,email,created,barcode,Company,What do you hope to learn at the summit?\n'
      + '9001,Free Order,T-2,Bo,Ek,BO@acme.example,2026-11-03T09:15:00Z,900100,Acme,Pricing\n'
      + '9000,Free Order,T-1,Ana,Li,ana@acme.example,2026-11-02T10:00:00Z,900101,"ACME, GmbH",Roadmap\n';
    const before = summitWith('accepted');
    const { reading, after, change } = await imported(before, { 'attendees.csv': text });
    expect([reading.files.map(({ kind, counts }) => ({ kind, accept: counts.accept })), saidOf(reading)]).toEqual([[{ kind: 'registrations', accept: 2 }], []]);
    expect(people(after)).toEqual(['Ana Li <ana@acme.example> PAC member of p-acme', 'Bo Ek <bo@acme.example> Delegate of p-acme']);
    expect(after.contacts.get(ana.id)?.code).toBe('CRM-7');
    expect(stageIn(after)).toEqual([{ stage: 'registered', last: { stage: 'registered', on: '2026-11-02', who: 'attendees.csv', why: 'Registration T-1' } }]);
    expect(change.label).toBe('Import 1 file');
    expect(reading.files.map(unreadColumns)).toEqual([['barcode', 'What do you hope to learn at the summit?']]);
    expect((await imported(after, { 'attendees.csv': text })).change.edits).toEqual([]);
  });

  test('of people, as Cvent writes it, leaves guests without a name, cancelled and unfinished ones out of what it does', async () => {
    const text = 'Full Name,Email Address,Company,Attendee Type,Registration Status,Confirmation #,Guest of,Registration Date\n'
      + 'Ana Li,ana@acme.example,Acme,Delegate,Accepted,C1,,11/25/2026\n'
      + 'Guest of A. Li,,Acme,Guest,Accepted,C1,Ana Li,11/25/2026\n'
      + ',,Acme,Guest,Accepted,C1,Ana Li,11/25/2026\n'
      + 'Cy Moe,cy@acme.example,Acme,Delegate,Cancelled,C3,,11/26/2026\n'
      + 'Di Nu,di@acme.example,Acme,Technical Lead,Pending Payment,C4,,11/27/2026\n'
      + 'Ed Oz,ed@bolt.example,Bolt,Delegate,Confirmed,C5,,11/28/2026\n'
      + 'Flo Pi,flo@nowhere.example,Nowhere,Delegate,Confirmed,C6,,11/28/2026\n'
      + 'Gil Qi,gil@acme.example,Acme,Delegate,Confused,C7,,11/28/2026\n'
      + 'Ana Li,ana@acme.example,Acme,Delegate,Accepted,C1,,11/25/2026\n'
      + 'Hal Ry,ana@acme.example,Acme,Delegate,Accepted,C8,,11/25/2026\n';
    const { reading, after } = await imported(summitWith('accepted'), { 'people.csv': text });
    expect(saidOf(reading)).toEqual([
      '3 reject GUEST_WITHOUT_NAME full_name', '4 reject GUEST_WITHOUT_NAME full_name', '5 flag REGISTRATION_CANCELLED status', '6 flag REGISTRATION_PENDING status', '7 flag INVITATION_MISSING status',
      '8 flag ACCOUNT_UNKNOWN account_name', '9 flag UNKNOWN_VALUE status', '10 duplicate DUPLICATE_EMAIL email', '11 flag DUPLICATE_EMAIL email',
    ]);
    expect(people(after)).toEqual([
      'Ana Li <ana@acme.example> PAC member of p-acme', 'Di Nu <di@acme.example> Technical lead of p-acme', 'Ed Oz <ed@bolt.example> Delegate of p-bolt', 'Flo Pi <flo@nowhere.example> Delegate of nobody',
      'Gil Qi <gil@acme.example> Delegate of p-acme', 'Hal Ry <> Delegate of p-acme',
    ]);
    expect(stageIn(after).map(({ last }) => last)).toEqual([{ stage: 'registered', on: '2026-11-25', who: 'people.csv', why: 'Registration C1' }]);
    expect((await imported(after, { 'people.csv': text })).change.edits).toEqual([]);
  });

  test.each(invitationStages)('an invitation that is %s becomes registered only if its stage allows it', async (stage) => {
    const { reading, after } = await imported(summitWith(stage), { 'people.csv': 'First Name,Last Name,Email,Company,Registration Status,Confirmation #,Created\nAna,Li,ana@acme.example,Acme,Completed,C1,2026-11-02\n' });
    expect(stageIn(after).map((one) => one.stage)).toEqual([mayMove(stage, 'registered') ? 'registered' : stage]);
    const done = stage === 'registered' || stage === 'confirmed' || stage === 'attended';
    expect(saidOf(reading)).toEqual(mayMove(stage, 'registered') || done ? [] : ['2 flag INVITATION_STAGE status']);
  });

  test('without a day moves nothing, and an ambiguous day is asked', async () => {
    const undated = await imported(summitWith('accepted'), { 'people.csv': 'First Name,Last Name,Email,Company,Registration Status,Confirmation #\nAna,Li,ana@acme.example,Acme,Completed,C1\n' });
    expect([saidOf(undated.reading), stageIn(undated.after).map(({ stage }) => stage)]).toEqual([['2 flag REGISTRATION_UNDATED'], ['accepted']]);
    const text = 'First Name,Last Name,Email,Company,Registration Status,Registration Date\nAna,Li,ana@acme.example,Acme,Completed,03/04/2026\n';
    const open = await imported(summitWith('accepted'), { 'people.csv': text });
    expect([open.reading.files.map(({ askDateOrder }) => askDateOrder), stageIn(open.after).map(({ stage }) => stage)]).toEqual([[['registered']], ['accepted']]);
    expect(stageIn((await imported(summitWith('accepted'), { 'people.csv': text }, { dateOrder: 'dmy' })).after).map(({ last }) => last)).toEqual([{ stage: 'registered', on: '2026-04-03', who: 'people.csv', why: 'Registration' }]);
  });

  test('never makes somebody else of a person whose address a buyer left', async () => {
    const { reading, after } = await imported(summitWith('accepted'), { 'people.csv': 'First Name,Last Name,Email,Company,Order Status,Order ID,Order Date\nBo,Ek,ana@acme.example,Acme,Completed,9,2026-11-02\nAnna,Li,ana@acme.example,Acme,Completed,9,2026-11-02\n' });
    expect(saidOf(reading)).toEqual(['2 flag DUPLICATE_EMAIL email']);
    expect(people(after)).toEqual(['Anna Li <ana@acme.example> PAC member of p-acme', 'Bo Ek <> Delegate of p-acme']);
  });

  test('in German, and by the address alone where no company is named', async () => {
    const { reading, after } = await imported(summitWith('accepted'), { 'anmeldungen.csv': 'Vorname;Nachname;E-Mail-Adresse;Anmeldestatus;Anmeldedatum;Bestätigungsnummer\nBo;Ek;bo@acme.example;bestätigt;14.11.2026;77\nCy;Moe;cy@acme.example;storniert;14.11.2026;78\n' });
    expect(saidOf(reading)).toEqual(['3 flag REGISTRATION_CANCELLED status']);
    expect(people(after)).toEqual(['Ana Li <ana@acme.example> PAC member of p-acme', 'Bo Ek <bo@acme.example> Delegate of p-acme']);
    expect(stageIn(after).map(({ last }) => last?.why)).toEqual(['Registration 77']);
  });

  test('says the same whatever the order of its rows and columns', async () => {
    const header = ['First Name', 'Last Name', 'Email', 'Company', 'Order Status', 'Order ID', 'Order Date'];
    const rows = [['Ana', 'Li', 'ana@acme.example', 'Acme', 'Completed', '3', '2026-11-09'], ['Bo', 'Ek', 'bo@acme.example', 'Acme', 'Completed', '2', '2026-11-08'], ['Cy', 'Moe', '', 'Acme', 'Refunded', '1', '2026-11-07']];
    const said = async (lines: readonly (readonly string[])[]) => { const { after } = await imported(summitWith('accepted'), { 'a.csv': lines.map((line) => line.join(',')).join('\n') }); return [people(after), stageIn(after)]; };
    const backwards = (line: readonly string[]) => [...line].reverse();
    expect(await said([backwards(header), ...rows.map(backwards).reverse()])).toEqual(await said([header, ...rows]));
  });

  test('in a workbook, with real dates and numbers for ids', async () => {
    const kinds = { 'First Name': 'text', 'Last Name': 'text', Email: 'text', Company: 'text', 'Order Status': 'text', 'Order ID': 'number', 'Order Date': 'datetime' } as const;
    const columns = Object.entries(kinds).map(([header, kind]) => ({ header, kind }));
    const bytes = await workbookBytes([{ name: 'Attendees', columns, rows: [['Ana', 'Li', 'ana@acme.example', 'Acme', 'Completed', 9001, { moment: '2026-11-09T23:30' }], ['Bo', 'Ek', 'bo@acme.example', 'Acme', 'Refunded', 9002, { moment: '2026-11-08T00:00' }]] }], { title: 'Attendees', asOf: '2026-11-20T00:00:00.000Z' as Instant, readMe: [] });
    const { reading, after } = await imported(summitWith('accepted'), { 'attendees.xlsx': bytes });
    expect([reading.files.map(({ kind, sheet }) => [kind, sheet]), saidOf(reading).map((text) => text.replace(/^\d+ /, ''))]).toEqual([[['registrations', 'Attendees']], ['flag REGISTRATION_CANCELLED status']]);
    expect(stageIn(after)).toEqual([{ stage: 'registered', last: { stage: 'registered', on: '2026-11-09', who: 'attendees.xlsx', why: 'Registration 9001' } }]);
  });

  test('is not mistaken: people with a status and a day of creation are a list of contacts', async () => {
    const { reading } = await imported(summitWith(null), { 'crm.csv': 'Contact ID,First Name,Last Name,Email,Company,Job Title,Status,Created Date\n7,Ana,Li,ana@acme.example,Acme,CEO,Active,2020-01-01\n' });
    expect(reading.files.map(({ kind }) => kind)).toEqual(['contacts']);
  });
});
