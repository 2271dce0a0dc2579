import type { Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Call, Shape } from './call.ts';

/** What a command did: the document for scripts, the lines for people, and how many findings `--strict` fails on. */
export type Outcome = { readonly document: unknown; readonly lines: readonly string[]; readonly findings: number };

/** What a command may use of the world around it. */
export type Surroundings = {
  readonly now: Instant;
  /** Milliseconds of a clock that only goes forward, for effort and progress. */
  elapsed(): number;
  /** A line for people while work goes on; never part of the answer. `share` is 0 to 1 where it is known. */
  progress(text: string, share?: number): void;
};

/** A command of the command line. Its refusal is one line that says why and what to do. */
export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly shape: Shape;
  run(call: Call, surroundings: Surroundings): Promise<Result<Outcome, string>>;
};
