import { expect, test } from 'vitest';
import { headerSet } from '#shared/exchange/recognise/mapping.ts';
import { mappingsIn } from '#shared/exchange/recognise/mapping-file.ts';
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
