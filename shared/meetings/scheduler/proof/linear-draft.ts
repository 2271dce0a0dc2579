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

  /** Rows from `kept` on that hold whatever is placed are left out: most people are asked for less time than they have. */
  done(kept = Infinity): { readonly model: LinearModel; readonly requestOf: Int32Array } {
    const { number, rows } = this.bindingRows(kept);
    const starts = new Int32Array(this.starts.length);
    const entries: number[] = [];
    const coefficients: number[] = [];
    for (let column = 0; column < this.costs.length; column++) {
      for (let entry = this.starts[column] as number; entry < (this.starts[column + 1] as number); entry++) {
        const row = number[this.entries[entry] as number] as number;
        if (row === -1) continue;
        entries.push(row);
        coefficients.push(this.coefficients[entry] as number);
      }
      starts[column + 1] = entries.length;
    }
    return {
      model: {
        columns: this.costs.length,
        rows,
        objective: Float64Array.from(this.costs),
        limits: Float64Array.from(this.limits.filter((_, row) => number[row] !== -1)),
        starts,
        entries: Int32Array.from(entries),
        coefficients: Float64Array.from(coefficients),
      },
      requestOf: Int32Array.from(this.requests),
    };
  }

  /** The new number of each row, −1 for those that cannot bind. */
  private bindingRows(kept: number): { readonly number: Int32Array; readonly rows: number } {
    const most = new Float64Array(this.limits.length);
    for (let entry = 0; entry < this.entries.length; entry++) most[this.entries[entry] as number] = (most[this.entries[entry] as number] as number) + Math.max(0, this.coefficients[entry] as number);
    let rows = 0;
    const number = new Int32Array(this.limits.length);
    for (let row = 0; row < number.length; row++) number[row] = row < kept || (most[row] as number) > (this.limits[row] as number) ? rows++ : -1;
    return { number, rows };
  }
}
