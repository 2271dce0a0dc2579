/** What one run of the scheduler on one instance showed. Seconds are of the wall clock from the call on; null: not reached. */
export type Measured = {
  readonly name: string;
  readonly kind: 'weight' | 'breaks';
  readonly requests: number;
  readonly firstPlanMilliseconds: number;
  /** What was in hand after one and after three seconds. */
  readonly after: { readonly one: Standing; readonly three: Standing };
  readonly weight: number;
  readonly bound: number;
  /** When the last improvement of the bound came. */
  readonly boundAt: number;
  readonly weightProvenAt: number | null;
  readonly placed: number;
  readonly breaks: number;
  readonly breaksBound: number;
  readonly spread: number;
  /** From when on a plan of the final weight had as few breaks as the last one. */
  readonly breaksReachedAt: number;
  readonly missed: number;
  /** Wishes of the meetings in hand after five seconds, and those missed; null: there were none. */
  readonly afterFive: { readonly wishes: number; readonly missed: number } | null;
  readonly missedBound: number | null;
  readonly proven: boolean;
  readonly infeasible: boolean;
  readonly core: number | null;
  /** The core in one sentence; null where there is none. */
  readonly coreText: string | null;
  /** Kind `breaks`: impossible by plain counting, whatever the scheduler says. */
  readonly isCountedOut: boolean;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  /** Of the independent checker; empty for a lawful plan. */
  readonly faults: readonly string[];
};

export type Standing = { readonly weight: number; readonly bound: number } | null;

export type SizeName = 'S' | 'M' | 'L';

/** Summits of up to 30 partners ask for some 120 meetings, of 120 partners for 700, of 500 for 2,500. */
export function sizeOf({ requests }: Pick<Measured, 'requests'>): SizeName {
  return requests <= 250 ? 'S' : requests <= 1200 ? 'M' : 'L';
}
