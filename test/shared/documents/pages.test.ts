import { expect, test } from 'vitest';
import type { Block, Page } from '#shared/documents/block.ts';
import { movedToAnnex } from '#shared/documents/annex.ts';
import { pageHashes } from '#shared/documents/pages.ts';
import { documentOf } from '#test/support/meeting-page.ts';

const says = (text: string): Block => ({ kind: 'paragraph', text });
const page = (key: string, ...blocks: Block[]): Page => ({ kind: 'page', key, title: key.toUpperCase(), blocks });

test('a page keeps its hash when only its number or its mark of change differs', () => {
  const [before] = pageHashes([page('a', { kind: 'section', label: 'Purpose', blocks: [says('Agree a plan')] })]);
  const [after] = pageHashes([{ ...page('a', { kind: 'section', label: 'Purpose', blocks: [says('Agree a plan')], changed: true }), number: '15a', changed: true }]);
  expect(after).toEqual(before);
});

test('a page gets another hash when one word differs', () => {
  const [before] = pageHashes([page('a', says('Aurora 1'))]);
  const [after] = pageHashes([page('a', says('Aurora 2'))]);
  expect(after?.hash).not.toBe(before?.hash);
});

test('the last movable part of a page goes to an annex at the end, and a link stays in its place', () => {
  const document = documentOf([
    page('a', { kind: 'section', label: 'Asks', blocks: [says('one')], mayMove: true }, { kind: 'section', label: 'Risks', blocks: [says('two')], mayMove: true }, { kind: 'section', label: 'Ours', blocks: [says('three')] }),
    page('b', says('four')),
  ]);
  const once = movedToAnnex(document, ['a', 'b']);
  const twice = once === null ? null : movedToAnnex(once, ['a']);
  const pointer = { kind: 'paragraph', tone: 'small', text: [{ text: 'In the annex to this page', link: 'annex:a' }] };
  expect(twice?.blocks).toEqual([
    page('a', { kind: 'section', label: 'Asks', blocks: [pointer as Block] }, { kind: 'section', label: 'Risks', blocks: [pointer as Block] }, { kind: 'section', label: 'Ours', blocks: [says('three')] }),
    page('b', says('four')),
    {
      kind: 'page', key: 'annex:a', title: 'Annex: A', blocks: [
        { kind: 'heading', level: 1, key: 'annex:a:title', text: 'Annex: A' },
        { kind: 'paragraph', tone: 'small', text: [{ text: 'Back to the page', link: 'a' }] },
        { kind: 'section', label: 'Asks', blocks: [says('one')] },
        { kind: 'section', label: 'Risks', blocks: [says('two')] },
      ],
    },
  ]);
  expect(twice === null ? undefined : movedToAnnex(twice, ['a'])).toBe(null);
});
