import type { SatLimits } from '../breaks/sat-port.ts';
import type { SolverLimits } from '../proof/port.ts';

/** Says how much of a phase is spent. Counted in work units it is repeatable; by a clock it is not. */
export type Meter = {
  /** Counts work done and says which share of the phase is spent: 1 or more when it is over. */
  spent(units: number): number;
};

/** `work`: attempted steps; the same problem, seed and units give the same plan. `clock`: seconds, which promise no sameness. */
export type Effort =
  | { readonly kind: 'work'; readonly units: number }
  | { readonly kind: 'clock'; readonly seconds: number };

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

/** A phase that is over after so many work units even where more is allowed. */
export function atMost(meter: Meter, units: number): Meter {
  let done = 0;
  return {
    spent(more) {
      done += more;
      return Math.max(meter.spent(more), units <= 0 ? 1 : done / units);
    },
  };
}

/** About this many work units go by while the linear solver is at one node of its tree, and while the satisfiability solver meets one conflict. */
export const unitsPerNode = 20_000;
export const unitsPerConflict = 50;

/** The whole effort of a run, given out in rounds. */
export class Allowance {
  private readonly began: number;
  private unitsSpent = 0;

  constructor(private readonly effort: Effort, private readonly now: () => number, readonly shouldStop: () => boolean = never) {
    this.began = now();
  }

  get milliseconds(): number {
    return this.now() - this.began;
  }

  /** How much is spent, from 0 to 1; 1 at once when the run is stopped. */
  get share(): number {
    if (this.shouldStop()) return 1;
    const { effort } = this;
    if (effort.kind === 'clock') return effort.seconds <= 0 ? 1 : Math.min(1, this.milliseconds / 1000 / effort.seconds);
    return effort.units <= 0 ? 1 : Math.min(1, this.unitsSpent / effort.units);
  }

  /** A round of so much of the whole; it ends with the whole at the latest. */
  round(share: number): Meter {
    const { effort } = this;
    const within = Math.min(share, 1 - this.share);
    const meter = effort.kind === 'work' ? byWork(Math.round(effort.units * within), this.shouldStop) : byClock(effort.seconds * within * 1000, this.now, this.shouldStop);
    return {
      spent: (units) => {
        this.unitsSpent += units;
        return meter.spent(units);
      },
    };
  }

  /** Limits of one solver call: a share of the whole at most, and what is kept for later rounds left over. */
  limits(share: number, kept: number): SolverLimits {
    const { effort } = this;
    if (effort.kind === 'work') return { seconds: null, nodes: Math.max(1, Math.round(effort.units / unitsPerNode)) };
    return { seconds: Math.max(0.01, effort.seconds * Math.min(share, 1 - this.share - kept)), nodes: null };
  }

  /** Limits of one question in clauses: a share of what is left. Null where that is less than so many seconds or conflicts. */
  clauseLimits(share: number, least: { readonly seconds: number; readonly conflicts: number }): SatLimits | null {
    const { effort, now, shouldStop } = this;
    const within = (1 - this.share) * share;
    if (effort.kind === 'work') {
      const conflicts = Math.round((effort.units * within) / unitsPerConflict);
      return conflicts < least.conflicts ? null : { conflicts, shouldStop };
    }
    const end = now() + effort.seconds * within * 1000;
    return effort.seconds * within < least.seconds ? null : { conflicts: null, shouldStop: () => shouldStop() || now() > end };
  }
}

function never(): boolean {
  return false;
}
