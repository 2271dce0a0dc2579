import type { Block, Page } from '#shared/documents/block.ts';
import type { Document } from '#shared/documents/document.ts';
import { bold, named } from '#shared/documents/text.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** One meeting on one page, every part of it filled: the pattern that the briefing books follow. */
export const meetingPage: Page = {
  kind: 'page',
  key: 'meeting:northwind',
  title: 'Northwind Systems',
  oneSheet: true,
  blocks: [
    {
      kind: 'banner', level: 2, key: 'meeting:northwind:title',
      when: '09:30–10:00', whenNote: 'Tue 23 March, 30 min',
      title: 'Northwind Systems', subtitle: 'Platinum partner, Nordics. PAC member until 2028. Third summit.',
      where: 'Aurora 2', whereNote: 'Level 2, seats 8',
    },
    {
      kind: 'section', label: 'Who is there', blocks: [{
        kind: 'columns', columns: [
          {
            share: 1, label: 'Northwind', blocks: [{
              kind: 'people', form: 'lines', people: [
                { name: 'Åsa Björkén', title: 'Chief executive', pronunciation: 'OH-sa BYUR-kane' },
                { name: named('佐藤 健一', 'JP'), title: 'VP Alliances, Japan', mark: 'New', pronunciation: 'SAH-toh KEN-ee-chee' },
              ],
            }],
          },
          {
            share: 1, label: 'With you', blocks: [{
              kind: 'people', form: 'lines', people: [
                { name: 'Ana Lindqvist', title: 'Chief revenue officer (host)' },
                { name: 'Marek Dvořák', title: 'CAM, Nordics and CEE' },
              ],
            }],
          },
        ],
      }],
    },
    { kind: 'section', label: 'Purpose', blocks: [{ kind: 'paragraph', tone: 'lead', text: 'Agree a three-year managed-security plan for the Nordics and close the open question on data residency.' }] },
    {
      kind: 'section', label: 'We want', blocks: [{
        kind: 'list', form: 'number', items: [
          { text: 'Their signature on a joint plan of EUR 12 m over three years, reviewed each quarter.' },
          { text: 'Forty more certified engineers by 31 December, ten of them in Finland.' },
          { text: 'A named executive sponsor for the Helsinki security centre.' },
        ],
      }],
    },
    {
      kind: 'section', label: 'Five figures', blocks: [{
        kind: 'figures', figures: [
          { label: 'Revenue FY26', value: 'EUR 8.4 m', trend: { direction: 'up', text: '+12 % on FY25' }, target: { text: 'Target EUR 8.0 m', standing: 'met' }, asOf: '31 Jan 2027', source: 'CRM' },
          { label: 'Pipeline', value: 'EUR 5.1 m', trend: { direction: 'down', text: '−6 % on Q3' }, target: { text: 'Target EUR 6.0 m', standing: 'missed' }, asOf: '28 Feb 2027', source: 'CRM' },
          { label: 'Win rate', value: '38 %', trend: { direction: 'level', text: 'as in FY25' }, target: { text: 'Target 40 %', standing: 'close' }, asOf: '31 Jan 2027', source: 'CRM' },
          { label: 'Certified people', value: '64', trend: { direction: 'up', text: '+9 since March' }, target: { text: 'Required 80', standing: 'missed' }, asOf: '1 Mar 2027', source: 'Academy' },
          { label: 'MDF used', value: null, asOf: null, source: 'Finance' },
        ],
      }],
    },
    {
      kind: 'section', label: 'Open promises', blocks: [{
        kind: 'table', empty: 'No promises are open from last year.',
        columns: [{ title: 'By', width: 'fit' }, { title: 'Promise', width: 1 }, { title: 'Owner', width: 'fit' }, { title: 'Due', width: 'fit' }, { title: 'Status', width: 'fit' }],
        rows: [
          { cells: [bold1('We'), 'Proof-of-concept fund of EUR 150,000 for the Helsinki centre', 'J. Okafor', '30 Jun 26', 'Kept'] },
          { cells: [bold1('We'), 'Roadmap preview for their architects', 'P. Nair', '30 Sep 26', 'Late, 2 months'] },
          { cells: [bold1('They'), 'Twenty-five certified engineers', 'Å. Björkén', '31 Dec 26', '16 of 25'] },
          { cells: [bold1('They'), 'Two joint references in the public sector', 'T. Lahti', '31 Jan 27', 'Kept'] },
        ],
      }],
    },
    {
      kind: 'section', label: 'Likely asks', mayMove: true, blocks: [{
        kind: 'table', empty: 'The CAM expects no questions.',
        columns: [{ title: 'They will ask', width: 2 }, { title: 'Our answer', width: 3 }],
        rows: [
          { cells: ['Will data stay in the EU?', 'Yes, from the June release. Stockholm is live; Helsinki follows.'] },
          { cells: ['Why did deal registration slow down?', 'A backlog in Q4; it is cleared. The promise is five days again.'] },
        ],
      }],
    },
    {
      kind: 'section', label: 'Our ask', blocks: [{
        kind: 'columns', columns: [
          { share: 1, label: 'We ask', blocks: [{ kind: 'paragraph', text: 'Exclusive launch of managed detection in Finland until year end.' }] },
          { share: 1, label: 'We may offer in return', blocks: [{ kind: 'paragraph', text: 'EUR 200,000 of co-marketing, released half at signature.' }] },
        ],
      }],
    },
    {
      kind: 'section', label: 'Risks', mayMove: true, blocks: [{
        kind: 'list', form: 'bullet', items: [
          { text: [bold('Escalation 4471 '), 'is open since 12 February: licence keys late for Tampere.'] },
          { text: [bold('Rival: '), 'Halcyon Networks is in the next room until 10:00.'] },
        ],
      }],
    },
    { kind: 'section', label: 'Who may hear what', blocks: [{ kind: 'callout', tone: 'nda', title: 'Åsa Björkén is covered until 31 Dec 2028', text: [named('佐藤 健一', 'JP'), ' is not covered: no roadmap while he is in the room.'] }] },
    { kind: 'capture', id: 'NW-0930-A', label: 'Agreed in the room', lines: 3, fields: ['Owner, ours', 'Owner, theirs', 'Due'] },
  ],
};

function bold1(text: string) {
  return [bold(text)];
}

/** A document around some blocks, with every stamp filled in. */
export function documentOf(blocks: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    title: 'Briefing', reader: 'Ana Lindqvist', summit: 'Partner Summit Spring 2027', version: 'v3',
    madeAt: '2027-03-02T17:40:00.000Z' as Instant, zone: 'Europe/Stockholm', author: 'Ilse Brandt', language: 'en-GB',
    confidentiality: 'Confidential. For the named reader only.', paper: 'a4', scale: 'normal', binding: 'left', brandColour: '#0b5d5e',
    blocks, ...more,
  };
}

export const briefing: Document = documentOf([
  {
    kind: 'cover', kicker: 'Executive briefing', title: 'Ana Lindqvist', subtitle: 'Partner Summit Spring 2027',
    facts: [
      { label: 'Dates', value: '23–25 March 2027' }, { label: 'Venue', value: 'Stockholm Waterfront' },
      { label: 'Version', value: 'v3, made 2 Mar 2027, 18:40' }, { label: 'Copy', value: 'Number 4 of 12' },
    ],
    note: 'Confidential. If you find this book, please hand it to the summit desk on level 1.',
  },
  { kind: 'page', key: 'contents', title: 'Contents', blocks: [{ kind: 'contents', title: 'Contents', depth: 2 }] },
  {
    kind: 'page', key: 'glance', title: 'Your summit at a glance', blocks: [
      { kind: 'heading', level: 1, key: 'glance:title', text: 'Your summit at a glance' },
      { kind: 'facts', columns: 4, items: [{ label: 'Meetings', value: '7' }, { label: 'Partners', value: '6' }, { label: 'New faces', value: '4' }, { label: 'Since v2', value: '2 changes' }] },
      {
        kind: 'timeline', days: [
          {
            title: 'Tuesday 23 March', entries: [
              { from: '08:30', to: '09:15', title: 'Opening plenary', place: 'Main hall', detail: 'You speak at 08:50 for ten minutes' },
              { from: '09:30', to: '10:00', title: 'Northwind Systems', place: 'Aurora 2', weight: 'strong', detail: 'Three-year managed-security plan' },
              { from: '10:00', to: '10:30', title: 'Free', weight: 'quiet' },
              { from: '10:30', to: '11:15', title: 'شركة النور للتقنية', place: 'Aurora 1', weight: 'strong', changed: true },
            ],
          },
          { title: 'Wednesday 24 March', entries: [{ from: '09:00', to: '10:30', title: 'Roadmap (confidential)', place: 'Polaris' }, { from: '19:00', to: '22:00', title: 'Awards dinner', place: 'City hall', detail: 'You hand over two awards' }] },
        ],
      },
    ],
  },
  { kind: 'page', key: 'meetings', title: 'Meetings', blocks: [{ kind: 'heading', level: 1, key: 'meetings:title', text: 'Meetings' }, { kind: 'paragraph', text: 'One page each, in time order.' }] },
  meetingPage,
  {
    kind: 'page', key: 'people', title: 'People', blocks: [
      { kind: 'heading', level: 1, key: 'people:title', text: 'People you meet' },
      {
        kind: 'people', form: 'cards', people: [
          { name: 'Åsa Björkén', title: 'Chief executive', organisation: 'Northwind Systems', pronunciation: 'OH-sa BYUR-kane', note: 'Met at the 2025 and 2026 summits' },
          { name: named('佐藤 健一', 'JP'), title: 'VP Alliances', organisation: 'Northwind Systems', pronunciation: 'SAH-toh KEN-ee-chee', mark: 'New' },
          { name: 'محمد العلي', title: 'المدير العام', organisation: 'شركة النور للتقنية (2003)', mark: 'New' },
          { name: 'דוד לוי', title: 'מנכ"ל', organisation: 'אור מערכות' },
          { name: 'Nguyễn Thị Hằng', title: 'Head of sales', organisation: 'Công ty Sao Mai' },
          { name: 'Ελένη Παπαδοπούλου', title: 'Διευθύνουσα σύμβουλος', organisation: 'Αιγαίο Τεχνολογία' },
          { name: 'Юлія Їжакевич', title: 'Директорка', organisation: 'Світанок' },
          { name: named('김민수', 'KR'), title: '부사장', organisation: '한빛소프트' },
          { name: named('骨直 王小明', 'TW'), title: '總經理', organisation: named('晨星科技', 'TW') },
          { name: named('骨直 李娜', 'CN'), title: '总经理', organisation: named('晨星科技', 'CN') },
        ],
      },
    ],
  },
]);
