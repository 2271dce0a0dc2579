import type { LinearModel } from './port.ts';

/** A linear model in the making, column by column; rows come into being when a column first enters them. */
export class LinearDraft {
  private readonly limits: number[] = [];
  private readonly starts: number[] = [0];
  private readonly entries: number[] = [];
  private readonly coefficients: number[] = [];
  private readonly costs: number[] = [];
  /** Of each column: the request it places. */
  private readonly requests: number[] = [];

  row(most: number): number {
    return this.limits.push(most) - 1;
  }

  /** Rows by a key of the caller's; `most` is asked once. */
  rows(most: (key: number) => number): (key: number) => number {
    const known = new Map<number, number>();
    return (key) => {
      const there = known.get(key);
      if (there !== undefined) return there;
      const fresh = this.row(most(key));
      known.set(key, fresh);
      return fresh;
    };
  }

  /** Enters the column being made into a row. */
  enter(row: number, coefficient = 1): void {
    this.entries.push(row);
    this.coefficients.push(coefficient);
  }

  /** Ends the column being made. */
  column(request: number, worth: number): void {
    this.starts.push(this.entries.length);
    this.costs.push(worth);
    this.requests.push(request);
  }

  done(): { readonly model: LinearModel; readonly requestOf: Int32Array } {
    return {
      model: {
        columns: this.costs.length,
        rows: this.limits.length,
        objective: Float64Array.from(this.costs),
        limits: Float64Array.from(this.limits),
        starts: Int32Array.from(this.starts),
        entries: Int32Array.from(this.entries),
        coefficients: Float64Array.from(this.coefficients),
      },
      requestOf: Int32Array.from(this.requests),
    };
  }
}
