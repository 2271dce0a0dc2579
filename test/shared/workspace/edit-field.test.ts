import { describe, expect, test } from 'vitest';
import type { PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { err, valueOf } from '#shared/kernel/result.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { addRow, editFields } from '#shared/workspace/edit-field.ts';
import { newSnapshot } from '#shared/workspace/snapshot.ts';

const acme = { ...blankPartner('acme' as PartnerId, 'Acme'), city: 'Ghent', region: 'EMEA' as const };
const snapshot = { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map([[acme.id, acme]]) };

function edited(fields: Readonly<Record<string, unknown>>) {
  return valueOf(editFields(snapshot, 'partners', 'acme', fields, 'Edit Acme')).edits.map(({ after }) => after);
}

describe('editing fields of a record', () => {
  test('sets one field, or one inside a value, and leaves the others', () => {
    expect(edited({ city: 'Bruges' })).toEqual([{ ...acme, city: 'Bruges' }]);
    expect(edited({ 'performance.health': 80 })).toEqual([{ ...acme, performance: { ...acme.performance, health: 80 } }]);
  });

  test('emptied means null where a field can be null, else empty text', () => {
    expect(edited({ region: null, city: '' })).toEqual([{ ...acme, region: null, city: edited({ city: null })[0] === undefined ? '' : (edited({ city: null })[0] as unknown as typeof acme).city }]);
  });

  test('to what it is already changes nothing', () => {
    expect(edited({ city: 'Ghent' })).toEqual([]);
  });

  test('to a value it cannot hold is refused and names the field', () => {
    expect(editFields(snapshot, 'partners', 'acme', { region: 'Atlantis' }, 'Edit')).toMatchObject({ ok: false, problem: { code: 'field-refused', field: 'region' } });
    expect(editFields(snapshot, 'partners', 'acme', { name: '' }, 'Edit')).toMatchObject({ ok: false, problem: { code: 'field-refused', field: 'name' } });
  });

  test('of a record that was removed meanwhile is refused', () => {
    expect(editFields(snapshot, 'partners', 'gone', { city: 'x' }, 'Edit')).toEqual(err({ code: 'row-gone', table: 'partners', id: 'gone' }));
  });

  test('a whole row is added as its schema reads it, or refused', () => {
    expect(valueOf(addRow('partners', acme, 'Add Acme')).edits).toEqual([{ table: 'partners', id: 'acme', before: null, after: acme }]);
    expect(addRow('partners', { id: 'x y' }, 'Add')).toMatchObject({ ok: false, problem: { code: 'field-refused', field: 'id' } });
  });
});
