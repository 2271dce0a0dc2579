import { expect, test } from 'vitest';
import { columnKeys, headerSet, type Mapping } from '#shared/exchange/recognise/mapping.ts';
import { mappingsIn, mappingsText } from '#shared/exchange/recognise/mapping-file.ts';
import { valueOf } from '#shared/kernel/result.ts';

test('a file of columns says what the window remembers of the same headers, in whatever order they stand', () => {
  const text = JSON.stringify({ lists: [{ list: 'rooms', columns: { Wo: 'room', Größe: 'capacity', Bild: null } }] });
  expect(valueOf(mappingsIn(text))).toEqual({ [headerSet(['Bild', 'Größe', 'Wo'])]: { kind: 'rooms', fields: { wo: 'room', grosse: 'capacity', bild: null } } });
});

test('what is no such file is refused with the place', () => {
  const refusal = (text: string) => { const read = mappingsIn(text); return read.ok ? null : read.problem; };
  expect(refusal('{')).toBe('it is no JSON');
  expect(refusal('{"lists": [{"list": "places", "columns": {}}]}')).toContain('lists.0.list: ');
  expect(refusal('{"lists": [{"list": "rooms", "columns": {"A": "room", "B": "room"}}]}')).toBe('two columns of rooms are called room');
  expect(refusal('{"lists": [{"list": "rooms", "columns": {"A": "__proto__"}}]}')).toContain('“__proto__” is no field of rooms');
});

test('what a window remembers goes out as such a file and comes back the same: accents, a header that stands twice, and what is not used', () => {
  const headers = ['Größe', 'Name', 'Name', 'Wo (Stock 2)', '2027'];
  const fields = [ 'capacity', 'room', null, 'floor', null] as const;
  const mapping: Mapping = { kind: 'rooms', fields: Object.fromEntries(columnKeys(headers).map((key, index) => [key, fields[index] ?? null])) };
  const mappings = { [headerSet(headers)]: mapping, [headerSet(['Wer', 'Punkte'])]: { kind: 'scores', fields: { wer: 'judge', punkte: 'score' } } as Mapping };
  expect(valueOf(mappingsIn(mappingsText(mappings)))).toEqual(mappings);
});

test('a field that an older planner knew, or that two columns claim, goes out as not used', () => {
  const text = mappingsText({ any: { kind: 'rooms', fields: { a: 'room', b: 'room', c: 'sea view' } } });
  expect(valueOf(mappingsIn(text))).toEqual({ [headerSet(['a', 'b', 'c'])]: { kind: 'rooms', fields: { a: 'room', b: null, c: null } } });
});
