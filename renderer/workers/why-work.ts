import type { RequestId } from '#shared/kernel/ids.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import { type CureDesk, cureDesk } from '#shared/meetings/cures.ts';
import { type Aim, seekingDrop, seekingElsewhere } from '#shared/meetings/drop-cures.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/proof/port.ts';
import type { CureOptions } from '#shared/meetings/scheduler/why/seeking.ts';
import { type WhyNot, whyNot } from '#shared/meetings/spots.ts';
import type { CureTables } from './meeting-tables.ts';

/** What is asked of one request: why it has no place (`aim` null), what would let it be held where it was dropped, or where else it could be held. */
export type Question = { readonly request: RequestId; readonly aim: Aim | 'elsewhere' | null };

export type Heard = {
  /** Null for what is placed or dropped, whose reason is known. */
  readonly why: WhyNot | null;
  readonly cures: readonly MeetingCure[];
  /** Null: still seeking. */
  readonly ended: { readonly isComplete: boolean } | null;
};

/** Seconds of its own time that a question may take: the one that somebody waits for, and each of those in the background. */
const seconds = { asked: 2, background: 0.6 } as const;

type Errand = { readonly of: string; readonly steps: Generator<void, void, undefined> };

/**
 * The work behind *why not*, in steps short enough that a question somebody waits for is never kept by those in the background: the question
 * asked last goes first, then those asked before, then the background in its order. New tables end all of it.
 */
export class WhyWork {
  private tables: CureTables | null = null;
  private desk: CureDesk | null = null;
  private asked: Errand[] = [];
  private background: Errand[] = [];

  constructor(private readonly now: () => number, private readonly solver: () => LinearSolver | null) {}

  /** Takes the tables that changed; the others stay as they were. */
  take(changed: Partial<CureTables>): void {
    this.tables = { ...this.tables, ...changed } as CureTables;
    this.desk = null;
    this.stop();
  }

  /** Goes before the questions asked earlier; the same one asked again takes its own place. */
  ask(question: Question, hear: (heard: Heard) => void): void {
    const of = JSON.stringify(question);
    this.asked = [{ of, steps: this.answering(question, seconds.asked, hear) }, ...this.asked.filter((errand) => errand.of !== of)];
  }

  /** Goes on in the background with these requests, and no others. */
  follow(requests: readonly RequestId[], hear: (request: RequestId, heard: Heard) => void): void {
    this.background = requests.map((request) => ({
      of: request, steps: this.answering({ request, aim: null }, seconds.background, (heard) => { if (heard.ended) hear(request, heard); }),
    }));
  }

  stop(): void {
    this.asked = [];
    this.background = [];
  }

  /** Does one step; false: nothing is left to do. */
  step(): boolean {
    const errand = this.asked[0] ?? this.background[0];
    if (errand === undefined) return false;
    if (errand.steps.next().done === true) {
      this.asked = this.asked.filter((other) => other !== errand);
      this.background = this.background.filter((other) => other !== errand);
    }
    return true;
  }

  private *answering({ request: id, aim }: Question, most: number, hear: (heard: Heard) => void): Generator<void, void, undefined> {
    const { tables } = this;
    const request = tables?.requests.get(id);
    if (tables === null || request === undefined) return;
    const mayHear = mayHearBy(tables);
    this.desk ??= cureDesk(tables, mayHear);
    const { desk } = this;
    yield;
    const why = aim === null ? whyNot(desk.where, request) : null;
    const isFree = why !== null && why.free.length > 0;
    hear({ why, cures: [], ended: isFree ? { isComplete: true } : null });
    if (isFree) return;
    yield;
    const clock = ownClock(this.now);
    const options: CureOptions = { seed: 1, effort: { kind: 'clock', seconds: most }, now: clock.now, solver: this.solver() };
    const steps = aim === null ? desk.seeking(id, options) : aim === 'elsewhere' ? seekingElsewhere(tables, mayHear, id, options) : seekingDrop(tables, mayHear, id, aim, options);
    for (;;) {
      const { done, value } = clock.during(() => steps.next());
      if (done) return hear({ why, cures: value.cures, ended: { isComplete: value.isComplete } });
      if (value !== null) hear({ why, cures: value, ended: null });
      yield;
    }
  }
}

/** A clock that runs only while its errand does: waiting for others costs it nothing. */
function ownClock(now: () => number): { readonly now: () => number; during<Out>(work: () => Out): Out } {
  let [spent, began] = [0, null as number | null];
  return {
    now: () => spent + (began === null ? 0 : now() - began),
    during(work) {
      began = now();
      try {
        return work();
      } finally {
        spent += now() - began;
        began = null;
      }
    },
  };
}
