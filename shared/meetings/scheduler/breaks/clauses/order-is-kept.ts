import type { Clauses } from './clauses.ts';

/** Of two ordered meetings the first has ended before the second begins. */
export function orderIsKept({ compiled: { requests, starts, length, before }, sat, begins }: Clauses): void {
  for (let second = 0; second < requests; second++) {
    for (const first of before[second] as Int32Array) {
      for (const [a, early] of (begins[first] ?? []).entries()) {
        for (const [b, late] of (begins[second] ?? []).entries()) {
          if (((starts[first] as Int32Array)[a] as number) + (length[first] as number) > ((starts[second] as Int32Array)[b] as number)) sat.add([-early, -late]);
        }
      }
    }
  }
}
