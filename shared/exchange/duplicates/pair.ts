import type { LookAlike } from '#shared/partners/look-alike.ts';

/** Two records that may be one, or a contact (`one`) that may belong to a partner (`other`). A proposal: nothing is done by itself. */
export type Pair = {
  readonly of: LookAlike['of'];
  readonly one: string;
  readonly other: string;
  /** 0 to 100: how much speaks for it, less what speaks against. */
  readonly score: number;
  /** certain: several independent facts agree. possible: worth a look. */
  readonly certainty: 'certain' | 'possible';
  /** What speaks for it, and against: `same e-mail domain acme.com`. */
  readonly reasons: readonly string[];
  readonly against: readonly string[];
};

/** One fact with its weight: above zero it speaks for one record, below zero against. */
export type Evidence = { readonly weight: number; readonly text: string };

type Grade = { readonly certainFrom: number; readonly possibleFrom: number };

/** The pair that the evidence makes; null: not worth asking. `mayBeCertain` is false where only spelling that is near speaks for it. */
export function graded(of: Pair['of'], one: string, other: string, evidence: readonly Evidence[], { certainFrom, possibleFrom }: Grade, mayBeCertain: boolean): Pair | null {
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  if (score < possibleFrom) return null;
  const texts = (isFor: boolean) => [...evidence].filter(({ weight, text }) => text !== '' && weight > 0 === isFor).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ text }) => text);
  return { of, one, other, score: Math.min(100, score), certainty: mayBeCertain && score >= certainFrom ? 'certain' : 'possible', reasons: texts(true), against: texts(false) };
}

/** Blocks of records that share a key: only those are compared. */
export class Blocks {
  /** By what is shared and by its value, the record that was met first: most values are of one record, which is no block. */
  readonly #firsts = new Map<string, Map<string, string>>();
  readonly #blocks = new Map<string, Map<string, string[]>>();
  readonly #limit: number;

  /** A block of more than `limit` records shares what tells nothing apart; it is left out and told. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `what` says in words what is shared (`the address`), `value` which. */
  add(what: string, value: string, id: string): void {
    const firsts = within(this.#firsts, what);
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, id);
    if (first === undefined || first === id) return;
    const alike = within(this.#blocks, what);
    const block = alike.get(value);
    if (block === undefined) alike.set(value, [first, id]);
    else if (block.at(-1) !== id) block.push(id);
  }

  /** Every two records of one block, each pair once whatever the number of blocks they share. */
  pairs(): { readonly pairs: ReadonlyMap<string, readonly [string, string]>; readonly leftOut: readonly { readonly key: string; readonly count: number }[] } {
    const pairs = new Map<string, readonly [string, string]>();
    const leftOut: { key: string; count: number }[] = [];
    for (const [what, alike] of this.#blocks) {
      for (const [value, ids] of alike) {
        if (ids.length > this.#limit) leftOut.push({ key: `${what} ${value}`, count: ids.length });
        else for (let i = 0; i < ids.length; i++) for (let j = i + 1; j < ids.length; j++) addPair(pairs, ids[i] ?? '', ids[j] ?? '');
      }
    }
    return { pairs, leftOut };
  }
}

function within<Value>(maps: Map<string, Map<string, Value>>, what: string): Map<string, Value> {
  const known = maps.get(what) ?? new Map<string, Value>();
  maps.set(what, known);
  return known;
}

export function addPair(pairs: Map<string, readonly [string, string]>, one: string, other: string): void {
  if (one === other) return;
  const pair = one < other ? ([one, other] as const) : ([other, one] as const);
  pairs.set(`${pair[0]} ${pair[1]}`, pair);
}
