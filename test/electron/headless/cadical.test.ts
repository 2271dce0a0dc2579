import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';

const { resolve } = createRequire(import.meta.url);
const unlimited = { conflicts: null, shouldStop: () => false };

describe('the satisfiability solver', () => {
  test('is the very release whose proofs were measured; both solvers together stay within five megabytes', () => {
    const cadical = readFileSync(resolve('cadical-wasm/cadical.wasm'));
    expect(createHash('sha256').update(cadical).digest('hex')).toBe('1d0c7ec32ed08576b10383e1b45e30cac6216a8fe2bee8d7ac5e43aef1236e3e');
    expect(cadical.length + readFileSync(resolve('highs/runtime')).length <= 5_000_000).toBe(true);
  });

  test('finds a solution, names the assumptions that cannot hold together, and forgets them', async () => {
    const sat = (await loadSatSolver()).open(1);
    const [a, b, c] = [sat.variable(), sat.variable(), sat.variable()];
    sat.add([a, b]);
    expect([sat.solve([-a], unlimited), sat.holds(b), sat.holds(-a)]).toEqual(['satisfiable', true, true]);
    expect([sat.solve([-c, -a, -b], unlimited), sat.failed().sort()]).toEqual(['unsatisfiable', [-a, -b].sort()]);
    expect(sat.solve([], unlimited)).toBe('satisfiable');
    expect(sat.solve([], { ...unlimited, shouldStop: () => true })).toBe('unknown');
    sat.dispose();
  });

  test('gives up after the conflicts it is allowed, and counts them', async () => {
    const sat = (await loadSatSolver()).open(1);
    // Nine meetings in eight slots: easy to see, long to prove clause by clause.
    const at = Array.from({ length: 9 }, () => Array.from({ length: 8 }, () => sat.variable()));
    for (const [meeting, slots] of at.entries()) {
      sat.add(slots);
      for (const other of at.slice(meeting + 1)) for (const [slot, literal] of slots.entries()) sat.add([-literal, -(other[slot] as number)]);
    }
    expect(sat.solve([], { conflicts: 50, shouldStop: () => false })).toBe('unknown');
    expect(sat.conflicts() > 0 && sat.conflicts() < 200).toBe(true);
    sat.dispose();
  });
});
