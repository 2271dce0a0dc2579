/** Work that its host may put aside between any two steps. */
export type Steps<Outcome> = Generator<undefined, Outcome, undefined>;

/** The outcome, for a host that has nothing else to do. */
export function finished<Outcome>(steps: Steps<Outcome>): Outcome {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
