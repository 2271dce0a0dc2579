import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fontsIn } from '#electron/headless/fonts.ts';
import type { Block } from '#shared/documents/block.ts';
import type { Document } from '#shared/documents/document.ts';
import { link, named } from '#shared/documents/text.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { printPdf } from '#shared/print/print.ts';
import { briefing, documentOf, meetingPage } from '#test/support/meeting-page.ts';
import { opened, type Outline } from '#test/support/pdf-tools.ts';

const fonts = fontsIn(new URL('../../../node_modules', import.meta.url).pathname);
const printed = async (document: Document) => valueOf(await printPdf(document, fonts));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a hyphenated name is never torn, alone, as a card or beside the mark of a new face', async () => {
  const names = ['Odile Saint-Vérac', 'Matteo Brancaleone-Rusca', 'Käthe Weiß-Großkreutz'];
  const people = names.map((name) => ({ name, title: 'Chief Product Officer' }));
  const blocks: Block[] = [{ kind: 'people', form: 'lines', people }, { kind: 'people', form: 'cards', people }, { kind: 'people', form: 'lines', people: people.map((person) => ({ ...person, mark: 'New' })) }];
  const pdf = opened((await printed(documentOf(blocks))).bytes);
  const text = pdf.drawn().join(' ');
  expect(names.map((name) => text.split(name).length - 1)).toEqual([3, 3, 3]);
});

describe('the briefing of one executive', async () => {
  const copy = await printed(briefing);
  const pdf = opened(copy.bytes);

  test('is a clean PDF without a problem', () => {
    expect(pdf.check()).toContain('No syntax or stream encoding errors found');
    expect(copy.problems).toEqual([]);
  });

  test('keeps a full meeting on one sheet', () => {
    expect(copy.pages.find(({ key }) => key === meetingPage.key)).toEqual({ key: meetingPage.key, first: 5, last: 5, label: '5' });
    expect(copy.sheets).toBe(6);
  });

  test('says title, summit, reader, version, time, number and confidentiality on every sheet', () => {
    const stamps = (sheet: number) => ['Briefing', 'Partner Summit Spring 2027', 'Ana Lindqvist', 'v3', 'made 2 Mar 2027, 18:40', `page ${sheet} of 6`, 'Confidential. For the named reader only.'];
    expect(pdf.sheets().map((text, at) => stamps(at + 1).filter((stamp) => !text.includes(stamp)))).toEqual([[], [], [], [], [], []]);
  });

  test('has bookmarks that mirror its headings, and leads to the right sheets', () => {
    const titled = ({ title, destpageposfrom1, kids }: Outline): unknown => [title, destpageposfrom1, kids.map(titled)];
    expect(pdf.objects().outlines.map(titled)).toEqual([
      ['Your summit at a glance', 3, []],
      ['Meetings', 4, [['09:30–10:00  Northwind Systems', 5, []]]],
      ['People you meet', 6, []],
    ]);
  });

  test('lists the same headings with their page numbers on the contents sheet, as links', () => {
    expect(pdf.drawn()[1]).toMatch(/Contents Your summit at a glance 3 Meetings 4 09:30–10:00 Northwind Systems 5 People you meet 6/);
    const links = Object.values(pdf.objects().qpdf[1]).filter(({ value }) => value?.['/Subtype'] === '/Link');
    expect(links.length).toBeGreaterThanOrEqual(4);
  });

  test('has page labels, and says its title, author and language and no machine', () => {
    const { qpdf, pagelabels } = pdf.objects();
    const values = Object.values(qpdf[1]).flatMap(({ value }) => (value === undefined ? [] : [value]));
    expect(pagelabels).toEqual([{ index: 0, label: { '/S': '/D', '/St': 1 } }]);
    expect(values.find((value) => value['/Type'] === '/Catalog')?.['/Lang']).toBe('u:en-GB');
    expect(pdf.info().split('\n').slice(0, 7).map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'Title: Briefing – Ana Lindqvist v3', 'Subject: Partner Summit Spring 2027. Confidential. For the named reader only.', 'Author: Ilse Brandt',
      'Creator: Summit Planner', 'Producer: Summit Planner', 'CreationDate: D:20270302174000Z', 'ModDate: D:20270302174000Z',
    ]);
  });

  test('extracts the meeting page in reading order', () => {
    const text = pdf.drawn()[4] ?? '';
    const order = ['09:30–10:00', 'Northwind Systems', 'Aurora 2', 'Who is there', 'Purpose', 'We want', 'Five figures', 'Open promises', 'Likely asks', 'Our ask', 'Risks', 'Who may hear what', 'Agreed in the room', 'NW-0930-A'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.includes(-1)).toBe(false);
  });

  test('embeds every font as a subset, and the small file shows it', () => {
    const rows = pdf.fonts().split('\n').slice(2).filter((row) => row !== '');
    expect(rows.filter((row) => !/yes yes yes/.test(row))).toEqual([]);
    expect(copy.bytes.length).toBeLessThan(150_000);
  });

  test('has the same bytes each time', async () => {
    expect(hash((await printed(briefing)).bytes)).toBe(hash(copy.bytes));
  });
});

describe('names of the world', () => {
  const names = [
    'Łukasz Żółć', 'Gyöngyi Őrsi', 'İlknur Şahin', 'Ðặng Hữu Phước', 'Nguyễn Thị Hằng', 'Ελένη Παπαδοπούλου', 'Юлія Їжакевич', 'Ђорђе Његош',
    '佐藤 健一', 'タナカ', '김민수', '王小明', '李娜',
  ];

  test('are drawn by a real font, and extract as they were written', async () => {
    const copy = await printed(documentOf(names.map((name): Block => ({ kind: 'paragraph', text: name }))));
    const [text] = opened(copy.bytes).sheets();
    expect(copy.problems).toEqual([]);
    expect(names.filter((name) => !text?.includes(name))).toEqual([]);
  });

  test('written from right to left are whole, on one line, in order', async () => {
    const copy = await printed(documentOf([{ kind: 'paragraph', text: 'محمد العلي' }, { kind: 'paragraph', text: 'דוד לוי (2003)' }]));
    const [text] = opened(copy.bytes).sheets();
    const letters = (text ?? '').normalize('NFKC').replace(/[\u200E\u200F\u202A-\u202E\u00A0]/g, ' ');
    expect(copy.problems).toEqual([]);
    expect(['محمد', 'العلي', 'דוד', 'לוי', '2003'].filter((word) => !letters.includes(word))).toEqual([]);
  });

  test('in Han take the face of their country', async () => {
    const faces = async (country: string) => opened((await printed(documentOf([{ kind: 'paragraph', text: named('骨直', country) }]))).bytes).fonts().match(/NotoSans\w\w/g);
    expect([await faces('JP'), await faces('CN'), await faces('TW'), await faces('KR')]).toEqual([['NotoSansJP'], ['NotoSansSC'], ['NotoSansTC'], ['NotoSansKR']]);
  });

  test('that no font can draw print their code and are reported, or refuse the print when asked', async () => {
    const document = documentOf([{ kind: 'paragraph', text: 'Somchai สมชาย' }]);
    const marked = await printed(document);
    expect(marked.problems).toEqual(['U+0E2A', 'U+0E21', 'U+0E0A', 'U+0E32', 'U+0E22'].map((codePoint) => ({ code: 'missing-glyph', codePoint, text: 'Somchai สมชาย' })));
    expect(opened(marked.bytes).sheets()[0]).toContain('Somchai [U+0E2A][U+0E21][U+0E0A][U+0E32][U+0E22]');
    const refused = await printPdf(document, fonts, { missingGlyphs: 'refuse' });
    expect(refused.ok || refused.problem.code).toBe('missing-glyphs');
  });

  test('lose the direction marks and control characters hidden in them, and half a character shows', async () => {
    const copy = await printed(documentOf([{ kind: 'paragraph', text: 'Ev\u202Eil\u0000 \u200BName\uD800' }]));
    expect(copy.problems).toEqual([{ code: 'missing-glyph', codePoint: 'U+FFFD', text: 'Evil Name\uFFFD' }]);
    expect(opened(copy.bytes).sheets()[0]).toContain('Evil Name[U+FFFD]');
  });
});

describe('pages', () => {
  const long = (count: number): Block[] => [{ kind: 'section', label: 'Asks', mayMove: true, blocks: Array.from({ length: count }, (_, at): Block => ({ kind: 'paragraph', text: `Ask ${at + 1}` })) }];

  test('that would overflow hand their movable part to an annex', async () => {
    const copy = await printed(documentOf([{ ...meetingPage, blocks: [...meetingPage.blocks, ...long(12)] }]));
    expect(copy.problems).toEqual([]);
    expect(copy.pages.map(({ key, first, last }) => [key, first, last])).toEqual([['meeting:northwind', 1, 1], ['annex:meeting:northwind', 2, 2]]);
  });

  test('that overflow with nothing left to move are reported', async () => {
    const copy = await printed(documentOf([{ kind: 'page', key: 'a', title: 'A', oneSheet: true, blocks: Array.from({ length: 90 }, (): Block => ({ kind: 'paragraph', text: 'line' })) }]));
    expect(copy.problems).toEqual([{ code: 'page-overflows', page: 'a', sheets: 2 }]);
  });

  test('printed as replacements keep the numbers of the copy they go into', async () => {
    const page = (key: string, number: string): Block => ({ kind: 'page', key, title: key, number, blocks: [{ kind: 'paragraph', text: key }] });
    const copy = await printed(documentOf([page('a', '14'), page('b', '15a')]));
    expect(copy.pages.map(({ label }) => label)).toEqual(['14', '15a']);
    expect(opened(copy.bytes).objects().pagelabels).toEqual([{ index: 0, label: { '/P': 'u:14', '/St': 1 } }, { index: 1, label: { '/P': 'u:15a', '/St': 1 } }]);
    expect(opened(copy.bytes).sheets()[1]).toContain('page 15a');
  });

  test('with a link that leads nowhere are not printed', async () => {
    expect(await printPdf(documentOf([{ kind: 'paragraph', text: link('there', 'gone') }]), fonts)).toEqual({ ok: false, problem: { code: 'broken-keys', doubled: [], dangling: ['gone'] } });
  });
});

test('every block prints on A4 in normal size and on Letter in large print, empty and full', async () => {
  const blocks: Block[] = [
    meetingPage,
    { kind: 'page-break' },
    { kind: 'callout', tone: 'internal', text: 'Not for partners' }, { kind: 'callout', tone: 'warning', title: 'Rivals', text: 'Next door' }, { kind: 'callout', tone: 'note', text: 'Bring a pen' },
    { kind: 'gap', missing: 'the purpose of the meeting', askOf: 'Marek Dvořák' },
    { kind: 'list', form: 'check', items: [{ text: 'Badges', done: true }, { text: 'Keys', detail: 'Two sets' }] }, { kind: 'list', form: 'bullet', items: [] },
    { kind: 'table', columns: [{ title: 'Partner', width: 2 }, { title: 'Revenue', width: 'fit', align: 'right' }], rows: [{ cells: ['EMEA'], tone: 'group' }, { cells: ['Northwind', '8,400'], changed: true }, { cells: ['Total', '8,400'], tone: 'total' }], zebra: true, empty: 'None' },
    { kind: 'table', columns: [{ title: 'Partner', width: 1 }], rows: [], empty: 'No partner is invited yet.' },
    { kind: 'facts', items: [] }, { kind: 'people', form: 'cards', people: [] }, { kind: 'figures', figures: [] },
    { kind: 'chart', form: 'bar', title: 'Revenue', labels: ['FY25', 'FY26'], series: [{ name: 'Revenue', values: [7.5, null], texts: ['7.5 m', 'not known'] }, { name: 'Target', values: [7, 8], texts: ['7.0 m', '8.0 m'] }], source: 'CRM, 31 Jan 2027' },
    { kind: 'chart', form: 'line', title: 'Pipeline', labels: ['Q1', 'Q2', 'Q3', 'Q4'], series: [{ name: 'Pipeline', values: [4, 5, null, 5.1], texts: ['4.0', '5.0', '–', '5.1'] }, { name: 'Target', values: [4, 4.5, 5, 6], texts: ['4.0', '4.5', '5.0', '6.0'] }], source: 'CRM, 31 Jan 2027' },
    { kind: 'chart', form: 'bar', title: 'Nothing yet', labels: [], series: [], source: 'CRM' },
  ];
  for (const size of [{ paper: 'a4', scale: 'normal' }, { paper: 'letter', scale: 'large' }] as const) {
    const pdf = opened((await printed(documentOf(blocks, { ...size, binding: 'none' }))).bytes);
    expect(pdf.check()).toContain('No syntax or stream encoding errors found');
    expect(pdf.sheets().join(' ')).toContain('No partner is invited yet.');
  }
});
