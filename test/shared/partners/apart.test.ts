import { describe, expect, test } from 'vitest';
import { apply } from '#shared/kernel/change.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { keepApart, rivalry } from '#shared/partners/apart.ts';
import { blankPartner, type Partner } from '#shared/partners/partner.ts';

const id = (text: string) => text as PartnerId;
const partners = (lists: Readonly<Record<string, readonly string[]>>) => ({
  partners: new Map(Object.entries(lists).map(([name, rivals]): [PartnerId, Partner] => [id(name), { ...blankPartner(id(name), name), keepApart: rivals.map(id) }])),
});

describe('partners kept apart', () => {
  test('are rivals both ways, whichever of the two it is written at; nobody is their own rival, nor one who is gone', () => {
    const { areRivals, rivalsOf } = rivalry(partners({ acme: ['bolt', 'acme', 'gone'], bolt: [], core: ['bolt'] }));
    expect([areRivals(id('acme'), id('bolt')), areRivals(id('bolt'), id('acme')), areRivals(id('acme'), id('core')), areRivals(id('acme'), id('acme'))]).toEqual([true, true, false, false]);
    expect([rivalsOf(id('bolt')), rivalsOf(id('acme'))]).toEqual([['acme', 'core'], ['bolt']]);
  });
  test('are exactly those chosen last, also where the other wrote the pair', () => {
    const before = partners({ acme: ['bolt'], bolt: ['core'], core: [] });
    const change = keepApart(before, id('core'), [id('acme')]);
    const after = rivalry(apply(before, change.edits));
    expect([change.label, after.rivalsOf(id('core')), after.rivalsOf(id('bolt'))]).toEqual(['Keep core apart from 1 rival', ['acme'], ['acme']]);
    expect(keepApart(apply(before, change.edits), id('core'), [id('acme')]).edits).toEqual([]);
  });
});
