import { describe, expect, test } from 'vitest';
import { fontsIn } from '#electron/headless/fonts.ts';
import { blankAgreement } from '#shared/agreements/agreement.ts';
import { bookEntries, booksOf, commitmentSheetsOf, doorListsOf, type MadeBook } from '#shared/briefings/books.ts';
import type { Commitment } from '#shared/commitments/commitment.ts';
import { brokenKeys, textOf } from '#shared/documents/reading.ts';
import type { AgreementId, ContactId, ExecutiveId, PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { unknownPerformance } from '#shared/partners/partner.ts';
import { printPdf } from '#shared/print/print.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, id, on } from '#test/support/meeting-builders.ts';
import { opened } from '#test/support/pdf-tools.ts';
import { smallAwards } from '#test/support/small-awards.ts';

const madeAt = '2027-03-20T08:00:00.000Z' as Instant;
const fonts = fontsIn(new URL('../../../node_modules', import.meta.url).pathname);
const secret = (what: string) => `SECRET-${what}`;

/** Acme meets Ana about something confidential; Bolt meets Ben. Whatever must not leave its circle is called SECRET. */
function planted(more: { readonly covered?: boolean } = {}): Snapshot {
  const base = aSummit({
    summit: { name: 'Spring', plannerName: 'Ilse Brandt', vendor: 'Vendor' },
    executives: [{ name: 'Ana', title: 'Chief revenue officer', email: secret('ana@vendor.example') }, { name: 'Ben' }],
    partners: [
      { name: 'Acme', camName: 'Marek', riskNote: secret('acme-risk'), performance: { ...unknownPerformance, revenue: money(8_400_000, 'EUR'), revenuePrior: money(7_500_000, 'EUR'), health: 31, asOf: '2027-01-31' as LocalDate, source: 'CRM' } },
      { name: 'Bolt', camName: 'Olga', riskNote: secret('bolt-risk'), performance: { ...unknownPerformance, revenue: money(123_000_000, 'EUR') } },
    ],
    contacts: [
      { givenName: 'Åsa', familyName: 'Berg', title: 'Chief executive', pronunciation: 'OH-sa', role: 'Executive sponsor', email: secret('asa@home.example'), phone: secret('+4670') },
      { givenName: 'Bo', familyName: 'Lind', partner: 'partner-2' as PartnerId, role: 'Executive sponsor', email: secret('bo@home.example') },
    ],
    sessions: [
      { title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:30') },
      { title: 'Opening', kind: 'Plenary', startsAt: on('09:00'), endsAt: on('10:00'), audience: 'All', speakers: ['exec-1' as ExecutiveId] },
      { title: 'The roadmap', kind: 'Roadmap session', startsAt: on('11:00'), endsAt: on('12:00'), audience: 'NDA-covered delegates', needsNda: true },
      { title: 'Staff only', kind: 'Internal blocker', startsAt: on('16:00'), endsAt: on('17:00') },
    ],
    requests: [{ topic: 'the hidden topic', confidential: true, code: 'R01' }, { partner: 'partner-2' as PartnerId, host: 'exec-2' as ExecutiveId, topic: 'Bolt topic' }, { topic: 'Never placed', host: 'exec-2' as ExecutiveId }],
    placements: [{}, { room: id('room-2') }],
  });
  const agreement = { ...blankAgreement('nda-1' as AgreementId, 'partner-1' as PartnerId, 'Acme'), partnerSignedOn: '2026-01-01' as LocalDate, countersignedOn: '2026-01-02' as LocalDate, effectiveOn: '2026-01-02' as LocalDate, expiresOn: '2028-12-31' as LocalDate };
  const promise: Commitment = {
    id: id('K1'), code: 'K00001', partner: 'partner-1' as PartnerId, side: 'vendor', type: null, description: 'Fund the centre', money: money(150_000, 'EUR'), amountWithoutCurrency: null,
    dueOn: '2027-01-31' as LocalDate, vendorOwner: 'J. Okafor', partnerOwner: '', status: 'agreed', madeAt: 'last-summit', inReturnFor: null, receipt: '',
  };
  const theirs: Commitment = { ...promise, id: id('K2'), code: 'K00002', side: 'partner', description: 'Certify ten people', money: null, dueOn: null, vendorOwner: '', madeAt: 'this-summit' };
  return { ...base, agreements: new Map(more.covered === false ? [] : [[agreement.id, agreement]]), commitments: new Map([promise, theirs].map((row) => [row.id, row])) };
}

const book = (books: readonly MadeBook[], kind: string, reader: string) => { const found = books.find((one) => one.kind === kind && one.reader === reader); if (!found) throw new Error(`no ${kind} book of ${reader}`); return found; };
const textIn = ({ document, fileName }: MadeBook) => `${textOf(document)}\n${fileName}`;

describe('the books of a summit', () => {
  const snapshot = planted();
  const books = booksOf(snapshot, { madeAt });

  test('are one for each executive with a duty, each expected partner, each account manager, the master and the stage', () => {
    expect(books.map(({ kind, reader, fileName }) => [kind, reader, fileName])).toEqual([
      ['executive', 'Ana', '2027-03-20 Briefing – Ana v1.pdf'], ['executive', 'Ben', '2027-03-20 Briefing – Ben v1.pdf'],
      ['partner', 'Acme', '2027-03-20 Summit guide – Acme v1.pdf'], ['partner', 'Bolt', '2027-03-20 Summit guide – Bolt v1.pdf'],
      ['cam', 'Marek', '2027-03-20 Team book – Marek v1.pdf'], ['cam', 'Olga', '2027-03-20 Team book – Olga v1.pdf'],
      ['master', 'Ilse Brandt', '2027-03-20 Master book – Ilse Brandt v1.pdf'], ['stage', 'Stage manager', '2027-03-20 Stage book – Stage manager v1.pdf'],
    ]);
  });

  test('can be chosen by kind and by the name of the reader', () => {
    expect(booksOf(snapshot, { madeAt }, { kind: 'executive', for: 'ANA' }).map(({ reader }) => reader)).toEqual(['Ana']);
  });

  test('are the same for the same snapshot, and their links and keys hold', () => {
    expect(booksOf(snapshot, { madeAt })).toEqual(books);
    expect(books.map(({ document }) => brokenKeys(document.blocks))).toEqual(books.map(() => ({ doubled: [], dangling: [] })));
  });

  test('count placed meetings only', () => {
    expect(bookEntries(snapshot).map(({ key, meetings }) => [key, meetings])).toEqual([['executive:exec-1', 1], ['executive:exec-2', 1], ['partner:partner-1', 1], ['partner:partner-2', 1], ['cam:Marek', 1], ['cam:Olga', 1], ['master:all', 2], ['stage:all', 0]]);
    expect(books.map(textIn).filter((text) => text.includes('Never placed'))).toEqual([]);
  });

  test('say the meeting of an executive in reading order', () => {
    const { document } = book(books, 'executive', 'Ana');
    const page = document.blocks.find((block) => block.kind === 'page' && block.key === 'meeting:request-1');
    const said = textOf({ ...document, blocks: page ? [page] : [] }).split('\n').slice(7);
    expect(said.slice(0, 22)).toEqual([
      '13:30–14:00', 'Tue 23 Mar, 30 min', 'Acme', 'Tier not known', 'Suite 1', '8 seats', 'Who is there', 'Theirs', 'Åsa Berg', 'OH-sa', 'Chief executive', 'Ours', 'Ana', 'Chief revenue officer, host: you',
      'Purpose', 'The hidden topic', 'The topic is under NDA.', 'Who answers', 'Account manager', 'Marek', 'Our sponsor', 'Not named',
    ]);
    expect(said).toEqual(expect.arrayContaining(['EUR 8.4 m', '+12 % in a year', '31 Jan 2027', 'CRM', 'Fund the centre: EUR 150,000', 'Late 48 days', 'Åsa Berg (covered by company until 31 Dec 2028).', 'R01']));
  });

  test('give a co-host the meeting too, and say who hosts it', () => {
    const [first] = [...snapshot.requests.values()];
    if (!first) throw new Error('no request');
    const joint = { ...snapshot, requests: new Map([...snapshot.requests, [first.id, { ...first, coHosts: ['exec-2' as ExecutiveId] }]]) };
    const text = textIn(book(booksOf(joint, { madeAt }), 'executive', 'Ben'));
    expect(text).toContain('Ours\nAna\nChief revenue officer, host\nBen\nco-host: you\n');
  });

  test('give a partner at another partner’s table that meeting too, with its own people and nobody else’s, and its account manager likewise', () => {
    const requests = [...snapshot.requests.values()].map((request) => (request.topic === 'Bolt topic' ? { ...request, guestPartners: ['partner-1' as PartnerId] } : request));
    const group = { ...snapshot, requests: new Map(requests.map((request) => [request.id, request])) };
    const made = booksOf(group, { madeAt });
    const [acme, bolt, marek] = [textIn(book(made, 'partner', 'Acme')), textIn(book(made, 'partner', 'Bolt')), textIn(book(made, 'cam', 'Marek'))];
    expect([acme.includes('Ben'), acme.includes('Bolt topic'), acme.includes('Bo Lind'), bolt.includes('Bolt topic'), /Åsa|Acme/.test(bolt)]).toEqual([true, true, false, true, false]);
    expect([marek.includes('Bolt topic'), marek.includes(secret('bolt-risk'))]).toEqual([true, false]);
    expect(bookEntries(group).filter(({ kind }) => kind === 'partner' || kind === 'cam').map(({ key, meetings }) => [key, meetings])).toEqual([['partner:partner-1', 2], ['partner:partner-2', 1], ['cam:Marek', 2], ['cam:Olga', 1]]);
  });

  test('label what nobody has said instead of guessing it', () => {
    const { document } = book(books, 'executive', 'Ben');
    const gaps = document.blocks.flatMap((block) => (block.kind === 'page' ? block.blocks : [])).flatMap((block) => (block.kind === 'section' ? block.blocks : [block])).flatMap((block) => (block.kind === 'gap' ? [block.missing] : []));
    expect(gaps).toEqual(['outcomes sought, likely questions with our answers, our ask and what we may offer', 'how to say these names']);
    expect(textIn(book(booksOf({ ...snapshot, contacts: new Map() }, { madeAt }), 'executive', 'Ben'))).toContain('who comes');
  });
});

describe('what a book must not say', () => {
  const snapshot = planted();
  const books = booksOf(snapshot, { madeAt });

  test('is private addresses and numbers, in any book', () => {
    const private_ = ['asa@home', 'bo@home', 'ana@vendor', '+4670'].map(secret);
    expect(books.flatMap((one) => private_.filter((word) => textIn(one).includes(word)).map((word) => [one.kind, one.reader, word]))).toEqual([]);
  });

  test('is a risk note outside the event team and the account manager of that partner', () => {
    const holders = (note: string) => books.filter((one) => textIn(one).includes(secret(note))).map(({ kind, reader }) => `${kind} ${reader}`);
    expect(holders('acme-risk')).toEqual(['cam Marek']);
    expect(holders('bolt-risk')).toEqual(['cam Olga']);
  });

  test('is, to a partner, anything of another partner, any figure, promise, weight or internal session', () => {
    const text = textIn(book(books, 'partner', 'Acme'));
    expect(['Bolt', 'Bo Lind', 'EUR', 'Health', '31', 'Late', 'Fund the centre', 'Staff only', 'NDA register', '@', 'should', 'CRM'].filter((word) => text.replace(/2027|31 Dec/g, '').includes(word))).toEqual([]);
  });

  test('is, to a partner without coverage on the day, a confidential topic or session', () => {
    const open = textIn(book(books, 'partner', 'Acme'));
    expect([open.includes('The hidden topic'), open.includes('The roadmap')]).toEqual([true, true]);
    const closed = textIn(book(booksOf(planted({ covered: false }), { madeAt }), 'partner', 'Acme'));
    expect([/hidden topic/i.test(closed), closed.includes('The roadmap'), closed.includes('Meeting with Ana')]).toEqual([false, false, true]);
  });

  test('is, to a partner of whom one person is not covered, what only the others may hear', () => {
    const personal = { ...blankAgreement('nda-2' as AgreementId, 'partner-1' as PartnerId, 'Acme'), level: 'person' as const, contact: 'contact-1' as ContactId, partnerSignedOn: '2026-01-01' as LocalDate, countersignedOn: '2026-01-02' as LocalDate, effectiveOn: '2026-01-02' as LocalDate, evergreen: true };
    const summit = { ...planted({ covered: false }), agreements: new Map([[personal.id, personal]]) };
    expect(textIn(book(booksOf(summit, { madeAt }), 'partner', 'Acme'))).toContain('The roadmap');
    const second = { ...blankContact('contact-9' as ContactId), partner: 'partner-1' as PartnerId, givenName: 'Uma', familyName: 'Uncovered' };
    expect(textIn(book(booksOf({ ...summit, contacts: new Map([...summit.contacts, [second.id, second]]) }, { madeAt }), 'partner', 'Acme'))).not.toContain('The roadmap');
  });

  test('is, to the stage crew, the title of a closed session', () => {
    const text = textIn(book(books, 'stage', 'Stage manager'));
    expect([text.includes('The roadmap'), text.includes('Closed session'), text.includes('Opening')]).toEqual([false, true, true]);
  });

  test('is a winner before the announcement, unless somebody orders it and is named', () => {
    const awards = smallAwards({ scores: [['ben', 'acme', 'Reach', 5], ['ben', 'bolt', 'Reach', 9]] });
    const stage = (now: string, by?: string) => textIn(booksOf(awards, { madeAt: now as Instant }, { kind: 'stage', ...(by !== undefined && { embargoOverride: { by, reason: 'engraving' } }) })[0] as MadeBook);
    expect(stage('2027-03-23T16:59:00.000Z')).toContain('Under embargo until Tue 23 Mar, 19:00');
    expect(stage('2027-03-23T16:59:00.000Z')).not.toContain('Bolt');
    expect(stage('2027-03-23T17:00:00.000Z')).toContain('Bolt');
    expect(stage('2027-03-01T08:00:00.000Z', 'Ilse Brandt')).toMatch(/by order of Ilse Brandt: engraving[\s\S]*Bolt/);
    expect(booksOf(awards, { madeAt: '2027-03-01T08:00:00.000Z' as Instant }, { kind: 'master', embargoOverride: { by: 'x', reason: 'y' } }).map(textIn).join()).not.toContain('Bolt');
  });
});

describe('sheets', () => {
  test('show a partner both sides’ promises with id, owner and date, what is missing named, and both signatures', () => {
    const [sheet] = commitmentSheetsOf(planted(), { madeAt }, { for: 'Acme' });
    expect(textOf((sheet as MadeBook).document).split('\n').slice(7)).toEqual([
      'Commitments of Vendor and Acme', 'Spring, 23 March 2027', 'Agreed at this summit', 'Id', 'Promise', 'Owner', 'Due', 'Acme promises', '', '', '', 'K00002', 'Certify ten people', 'to be named', 'to be set',
      'Still open from the summit before', 'Id', 'Promise', 'Owner', 'Due', 'Vendor promises', '', '', '', 'K00001', 'Fund the centre: EUR 150,000', 'J. Okafor', '31 Jan 2027',
      'Signed', '1 of 2', 'For Vendor', 'Name', 'Date', '2 of 2', 'For Acme', 'Name', 'Date',
    ]);
  });

  test('keep the title of a confidential session out of the name of its door list', () => {
    const [list] = doorListsOf(planted(), { madeAt });
    expect(list?.fileName).toBe('2027-03-20 Door list – No room, Tue 23 Mar 11.00 v1.pdf');
    expect(textOf((list as MadeBook).document)).toMatch(/The roadmap[\s\S]*Åsa Berg\nAcme\nCovered by company until 31 Dec 2028[\s\S]*Bo Lind\nBolt\nDo not admit: No NDA/);
  });

  test('number the second of two readers of one name', () => {
    const twins = aSummit({ executives: [{ name: 'Ana' }, { name: 'ana' }], sessions: [{ title: 'Opening', kind: 'Plenary', startsAt: on('09:00'), endsAt: on('10:00'), speakers: ['exec-1', 'exec-2'] as ExecutiveId[] }] });
    expect(booksOf(twins, { madeAt }, { kind: 'executive' }).map(({ fileName }) => fileName)).toEqual(['2027-03-20 Briefing – Ana v1.pdf', '2027-03-20 Briefing – ana v1 (2).pdf']);
  });
});

test('a printed partner guide is clean, gives the same bytes again and hides its secrets in text and metadata', async () => {
  const print = async () => valueOf(await printPdf(book(booksOf(planted({ covered: false }), { madeAt }, { kind: 'partner' }), 'partner', 'Acme').document, fonts));
  const [first, second] = [await print(), await print()];
  const pdf = opened(first.bytes);
  expect(pdf.check()).toContain('No syntax or stream encoding errors found');
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  expect(first.problems).toEqual([]);
  expect([...pdf.sheets(), pdf.info()].filter((text) => /SECRET|hidden topic|roadmap|Bolt/i.test(text))).toEqual([]);
});

test('books stand by the names of their readers, numbers by their size', () => {
  const hosts = ['Host 10', 'Host 2'].map((name) => ({ name }));
  const requests = hosts.map((_, index) => ({ host: `exec-${index + 1}` as ExecutiveId }));
  const snapshot = aSummit({ executives: hosts, requests, placements: [{ startsAt: on('13:30') }, { startsAt: on('14:30') }] });
  expect(bookEntries(snapshot).filter(({ kind }) => kind === 'executive').map(({ reader }) => reader)).toEqual(['Host 2', 'Host 10']);
});
