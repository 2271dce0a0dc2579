/** Says how much of a phase is spent. Counted in work units it is repeatable; by a clock it is not. */
export type Meter = {
  /** Counts work done and says which share of the phase is spent: 1 or more when it is over. */
  spent(units: number): number;
};

/** A phase of so many work units (attempted steps). The same units give the same plan. */
export function byWork(units: number, shouldStop: () => boolean = never): Meter {
  let done = 0;
  return {
    spent(more) {
      done += more;
      return units <= 0 || shouldStop() ? 1 : done / units;
    },
  };
}

/** A phase of so many milliseconds from its first question on. */
export function byClock(milliseconds: number, now: () => number, shouldStop: () => boolean = never): Meter {
  let began: number | null = null;
  return {
    spent() {
      began ??= now();
      return milliseconds <= 0 || shouldStop() ? 1 : (now() - began) / milliseconds;
    },
  };
}

function never(): boolean {
  return false;
}
