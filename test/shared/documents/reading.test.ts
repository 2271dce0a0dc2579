import { expect, test } from 'vitest';
import { brokenKeys, marksOf, textOf } from '#shared/documents/reading.ts';
import { fileNameOf, madeAtText } from '#shared/documents/document.ts';
import { link } from '#shared/documents/text.ts';
import { briefing, documentOf } from '#test/support/meeting-page.ts';

test('the text of a document holds what every block says, its stamps included', () => {
  const text = textOf(briefing);
  const said = [
    'Ana Lindqvist', 'Confidential. For the named reader only.', 'Partner Summit Spring 2027', 'v3', 'Executive briefing', 'Number 4 of 12',
    'You speak at 08:50 for ten minutes', '佐藤 健一', 'OH-sa BYUR-kane', 'EUR 8.4 m', 'Target EUR 6.0 m', 'Roadmap preview for their architects',
    'A backlog in Q4; it is cleared. The promise is five days again.', 'Escalation 4471 is open since 12 February: licence keys late for Tampere.',
    'NW-0930-A', 'Owner, theirs', 'شركة النور للتقنية (2003)', 'Not met',
  ];
  expect(said.filter((words) => !text.includes(words))).toEqual(['Not met']);
});

test('headings and banners in reading order are the bookmarks', () => {
  expect(marksOf(briefing.blocks)).toEqual([
    { key: 'glance:title', level: 1, text: 'Your summit at a glance' },
    { key: 'meetings:title', level: 1, text: 'Meetings' },
    { key: 'meeting:northwind:title', level: 2, text: '09:30–10:00  Northwind Systems' },
    { key: 'people:title', level: 1, text: 'People you meet' },
  ]);
});

test('a key used twice and a link that leads nowhere are found', () => {
  const { blocks } = documentOf([
    { kind: 'page', key: 'a', title: 'A', blocks: [{ kind: 'heading', level: 1, key: 'a', text: 'A' }] },
    { kind: 'paragraph', text: [link('there', 'a'), link('nowhere', 'b')] },
  ]);
  expect(brokenKeys(blocks)).toEqual({ doubled: ['a'], dangling: ['b'] });
});

test('a file is named by the day at the venue, the document, its reader and its version', () => {
  expect(fileNameOf(documentOf([]))).toBe('2027-03-02 Briefing – Ana Lindqvist v3.pdf');
  expect(fileNameOf(documentOf([], { zone: 'Asia/Tokyo', reader: 'A/B: "C"?' }))).toBe('2027-03-03 Briefing – A B C v3.pdf');
  expect(fileNameOf(documentOf([], { reader: '健'.repeat(200) })).length).toBeLessThan(90);
});

test('the time a copy was made is said in the time of the venue', () => {
  expect(madeAtText(documentOf([]))).toBe('2 Mar 2027, 18:40');
});
