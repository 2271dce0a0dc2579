import { expect, test } from 'vitest';
import type { ContactId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { imported, saidOf } from '#test/support/imports.ts';

const acme = { ...blankPartner('p-acme' as PartnerId, 'Acme'), legalName: 'Acme Holdings B.V.' };
const bolt = blankPartner('p-bolt' as PartnerId, 'Bolt Ltd');
const ana = { ...blankContact('c-ana' as ContactId), givenName: 'Ana', familyName: 'Li', email: 'ana@acme.example', partner: acme.id };
const bo = { ...blankContact('c-bo' as ContactId), givenName: 'Bo', familyName: 'Ek', email: 'bo@gmail.com', partner: bolt.id };
const summit: Snapshot = { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map([[acme.id, acme], [bolt.id, bolt]]), contacts: new Map([[ana.id, ana], [bo.id, bo]]) };

const header = 'Envelope ID,Envelope Subject,Status,Sent On,Completed On,Recipient Name,Recipient Email,Last Change\n';
const agreements = ({ agreements: table }: Snapshot) => [...table.values()].map(({ code, partner, counterparty, level, contact, personEmail, reportedStage, sentOn, countersignedOn, expiresOn }) => ({ code, partner, counterparty, level, contact, personEmail, reportedStage, sentOn, countersignedOn, expiresOn }));

test('a report of envelopes names no company: whoever was to sign tells it, by the address or by its domain', async () => {
  const { reading, after } = await imported(summit, { 'envelopes.csv': `${header}E-1,Mutual NDA Acme,Completed,2026-09-01,2026-09-04,Ana Li,ana@acme.example,2026-09-04\nE-2,NDA Acme legal,Delivered,2026-09-02,,Legal,legal@acme.example,2026-09-03\nE-3,NDA,Sent,2026-09-03,,Bo Ek,bo@gmail.com,\nE-4,NDA,Sent,2026-09-03,,Cy Moe,cy@gmail.com,\n` });
  expect([reading.files.map(({ kind, confidence }) => [kind, confidence >= 0.8]), saidOf(reading)]).toEqual([[['ndas', true]], ['2 flag EXPIRY_UNKNOWN expiry', '5 flag ACCOUNT_UNKNOWN person_email']]);
  const blank = { level: 'organisation', countersignedOn: null, expiresOn: null };
  expect(agreements(after)).toEqual([
    { ...blank, code: 'E-1', partner: acme.id, counterparty: 'Acme Holdings B.V.', contact: ana.id, personEmail: 'ana@acme.example', reportedStage: 'executed', sentOn: '2026-09-01', countersignedOn: '2026-09-04' },
    { ...blank, code: 'E-2', partner: acme.id, counterparty: 'Acme Holdings B.V.', contact: null, personEmail: 'legal@acme.example', reportedStage: 'sent', sentOn: '2026-09-02' },
    { ...blank, code: 'E-3', partner: bolt.id, counterparty: 'Bolt Ltd', contact: bo.id, personEmail: 'bo@gmail.com', reportedStage: 'sent', sentOn: '2026-09-03' },
    { ...blank, code: 'E-4', partner: null, counterparty: '', contact: null, personEmail: 'cy@gmail.com', reportedStage: 'sent', sentOn: '2026-09-03' },
  ]);
});

test('of those who sign an envelope the first of a partner stands for it', async () => {
  const { reading, after } = await imported(summit, { 'envelopes.csv': `${header}E-1,NDA,Completed,2026-09-01,2026-09-04,Our Counsel,law@vendor.example,\nE-1,NDA,Completed,2026-09-01,2026-09-04,Ana Li,ana@acme.example,\n` });
  expect([saidOf(reading), agreements(after).map(({ code, partner }) => [code, partner])]).toEqual([['2 duplicate DUPLICATE_ID nda_id', '3 flag EXPIRY_UNKNOWN expiry'], [['E-1', acme.id]]]);
});

test('envelopes of other documents are left out where the subjects tell them apart, and stay where no subject does', async () => {
  const rows = (subject: string) => `${header}E-1,${subject},Completed,2026-09-01,2026-09-04,Ana Li,ana@acme.example,\nE-2,Order form 2027,Completed,2026-09-01,2026-09-04,Bo Ek,bo@gmail.com,\n`;
  const codes = async (subject: string) => { const { reading, after } = await imported(summit, { 'envelopes.csv': rows(subject) }); return [saidOf(reading).filter((text) => text.includes('NOT_AN_NDA')), agreements(after).map(({ code }) => code)]; };
  expect([await codes('Vertraulichkeitsvereinbarung'), await codes('Please sign')]).toEqual([[['3 reject NOT_AN_NDA scope'], ['E-1']], [[], ['E-1', 'E-2']]]);
});

test('an agreement without its last day runs as long as its term says, from the day the term counts from; one that renews itself has none', async () => {
  const text = 'Counterparty,Status,Effective Date,Expiration Date,Term,Auto-renew,Signed On,Countersigned,Signer Name,Envelope ID\n'
    + 'Acme,Completed,2025-01-01,,3 years from signature,No,2024-12-20,2024-12-22,Ana Li,E-1\nAcme,Completed,2025-01-01,,24 months,No,2024-12-20,2024-12-22,Ana Li,E-2\nAcme,Completed,2025-01-01,2025-06-30,3 years,No,2024-12-20,2024-12-22,Ana Li,E-3\n'
    + 'Acme,Completed,2025-01-01,,,Yes,2024-12-20,2024-12-22,Ana Li,E-4\nAcme,Completed,2025-01-01,,Perpetual,,2024-12-20,2024-12-22,Ana Li,E-5\nAcme,Sent,,,3 years from signature,,,,Ana Li,E-6\nAcme,Completed,2025-01-01,2025-02-30,3 years,No,2024-12-20,2024-12-22,Ana Li,E-7\nAcme,Completed,,,see clause 7,No,2024-12-20,2024-12-22,Ana Li,E-8\n';
  const { reading, after } = await imported(summit, { 'register.csv': text });
  expect([...after.agreements.values()].map(({ code, expiresOn, evergreen }) => [code, expiresOn, evergreen])).toEqual([
    ['E-1', '2027-12-21', false], ['E-2', '2026-12-31', false], ['E-3', '2025-06-30', false], ['E-4', null, true], ['E-5', null, true], ['E-6', null, false], ['E-7', null, false], ['E-8', null, false],
  ]);
  expect(saidOf(reading)).toEqual(['8 flag IMPOSSIBLE_DATE expiry', '9 flag EXPIRY_UNKNOWN expiry']);
});

test('a term may stand where the last day belongs; what is neither is told', async () => {
  const text = 'Counterparty,Agreement Type,Status,Effective Date,Countersigned,Expiration Date,Term,Envelope ID\n'
    + 'Acme,NDA (mutual),Completed,2025-01-01,2024-12-22,Perpetual,,E-1\nAcme,One-way NDA,Completed,2025-01-01,2024-12-22,3 years from signature,,E-2\nAcme,Mutual,Completed,2025-01-01,2024-12-22,none,,E-3\nAcme,Mutual,Completed,2025-01-01,2024-12-22,TBC,3 years,E-4\n';
  const { reading, after } = await imported(summit, { 'register.csv': text });
  expect([...after.agreements.values()].map(({ code, kind, expiresOn, evergreen }) => [code, kind, expiresOn, evergreen])).toEqual([['E-1', 'mutual', null, true], ['E-2', 'unilateral', '2027-12-21', false], ['E-3', 'mutual', null, false], ['E-4', 'mutual', null, false]]);
  expect(saidOf(reading)).toEqual(['4 flag IMPOSSIBLE_DATE expiry', '5 flag EXPIRY_UNKNOWN expiry']);
});
