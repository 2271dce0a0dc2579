import { describe, expect, test } from 'vitest';
import { contactDisclosure, disclosed, executiveDisclosure, maySee, partnerDisclosure, performanceDisclosure } from '#shared/partners/disclosure.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import type { ExecutiveId } from '#shared/kernel/ids.ts';
import { contact, partner } from '#test/support/selection.ts';

describe('what may leave', () => {
  test('every field of a stored row has been decided upon', () => {
    const acme = partner('acme');
    expect([Object.keys(partnerDisclosure), Object.keys(performanceDisclosure), Object.keys(contactDisclosure), Object.keys(executiveDisclosure)].map((keys) => keys.sort())).toEqual(
      [Object.keys(acme), Object.keys(acme.performance), Object.keys(contact('ana', 'acme')), Object.keys(blankExecutive('eve' as ExecutiveId, 'Eve'))].map((keys) => keys.sort()),
    );
  });

  test('staff sees all, and whoever sees less sees part of that', () => {
    for (const table of [partnerDisclosure, performanceDisclosure, contactDisclosure, executiveDisclosure]) {
      for (const readers of Object.values(table) as readonly (readonly string[])[]) expect(readers.includes('staff') && (!readers.includes('partner') || readers.includes('host'))).toBe(true);
    }
  });

  test('a partner reads neither the note on its risk, nor its health, nor anybody’s diet', () => {
    const row = partner('acme', { riskNote: 'SECRET-1' });
    const ana = contact('ana', 'acme', { dietary: ['SECRET-2'], accessibility: 'SECRET-3', phone: 'SECRET-4' });
    expect(JSON.stringify([disclosed(row, partnerDisclosure, 'partner'), disclosed(ana, contactDisclosure, 'partner'), disclosed(ana, contactDisclosure, 'host')])).not.toContain('SECRET');
    expect([maySee(performanceDisclosure, 'health', 'partner'), maySee(performanceDisclosure, 'health', 'host'), maySee(partnerDisclosure, 'name', 'partner')]).toEqual([false, true, true]);
  });
});
