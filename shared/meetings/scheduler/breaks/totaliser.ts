import type { Literal, SatInstance } from './sat-port.ts';

/** `up`: an output holds when so many inputs do. `down`: only when so many inputs do. `both`: exactly then. */
export type Direction = 'up' | 'down' | 'both';

/**
 * Counts literals in unary: output `k` says that at least `k + 1` of the inputs hold, up to `most`. A balanced tree of sums
 * (Bailleux and Boufkhad's totaliser), so that a count spreads through it by unit propagation.
 */
export function count(sat: SatInstance, inputs: readonly Literal[], most: number, direction: Direction): Literal[] {
  if (most <= 0 || inputs.length === 0) return [];
  if (inputs.length === 1) return [...inputs];
  const half = inputs.length >> 1;
  const left = count(sat, inputs.slice(0, half), most, direction);
  const right = count(sat, inputs.slice(half), most, direction);
  const sums = Array.from({ length: Math.min(most, inputs.length) }, () => sat.variable());
  for (let a = 0; a <= left.length; a++) {
    for (let b = 0; b <= right.length; b++) {
      const sum = sums[a + b - 1];
      if (direction !== 'down' && sum !== undefined) sat.add([...(a > 0 ? [-(left[a - 1] as Literal)] : []), ...(b > 0 ? [-(right[b - 1] as Literal)] : []), sum]);
      const above = sums[a + b];
      if (direction !== 'up' && above !== undefined) sat.add([...(a < left.length ? [left[a] as Literal] : []), ...(b < right.length ? [right[b] as Literal] : []), -above]);
    }
  }
  return sums;
}

/** No more than `most` of the literals hold. */
export function atMost(sat: SatInstance, literals: readonly Literal[], most: number): void {
  if (literals.length <= most) return;
  if (most === 1) return atMostOne(sat, literals);
  const idle = literals.length - most;
  if (idle < most) {
    // Counting those that do not hold is shorter.
    const sums = count(sat, literals.map((literal) => -literal), idle, 'down');
    return sat.add(sums.slice(idle - 1));
  }
  const above = count(sat, literals, most + 1, 'up')[most];
  if (above !== undefined) sat.add([-above]);
}

/** Exactly so many of the literals hold. */
export function exactly(sat: SatInstance, literals: readonly Literal[], wanted: number): void {
  if (wanted > literals.length) return sat.add([]);
  const sums = count(sat, literals, wanted + 1, 'both');
  for (const [index, sum] of sums.entries()) sat.add([index < wanted ? sum : -sum]);
}

/** As many of the one list hold as of the other. */
export function sameCount(sat: SatInstance, some: readonly Literal[], others: readonly Literal[]): void {
  const most = Math.max(some.length, others.length);
  const [a, b] = [count(sat, some, most, 'both'), count(sat, others, most, 'both')];
  for (let index = 0; index < most; index++) {
    const [one, other] = [a[index], b[index]];
    if (one !== undefined) sat.add(other === undefined ? [-one] : [-one, other]);
    if (other !== undefined) sat.add(one === undefined ? [-other] : [one, -other]);
  }
}

/** No two of the literals hold. Pair by pair: the lists here are short, and pairs propagate best. */
export function atMostOne(sat: SatInstance, literals: readonly Literal[]): void {
  for (const [index, literal] of literals.entries()) for (let other = index + 1; other < literals.length; other++) sat.add([-literal, -(literals[other] as Literal)]);
}

/** A literal that holds exactly when one of the literals does. Null: never. */
export function anyOf(sat: SatInstance, literals: readonly Literal[]): Literal | null {
  const [only] = literals;
  if (only === undefined || literals.length === 1) return only ?? null;
  const any = sat.variable();
  for (const literal of literals) sat.add([-literal, any]);
  sat.add([...literals, -any]);
  return any;
}
