import { startTransition, useEffect, useState } from 'react';
import type { Finding } from '#shared/kernel/finding.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { judging } from '#shared/workspace/findings.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** A busy window still hears the next rules within this time. */
const patienceMs = 500;

/** Of one spell of judging: short enough that no key or click waits for it. */
const spellMs = 8;

/** What every rule says of the summit. Judged a little at a time while the window has nothing else to do: opening, typing and saving come first. */
export function useFindings(snapshot: Snapshot, today: LocalDate): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    const books = judging(snapshot, today);
    let waiting = requestIdleCallback(step, { timeout: patienceMs });
    function step() {
      const until = performance.now() + spellMs;
      let next = books.next();
      while (!next.done && performance.now() < until) next = books.next();
      if (next.done) {
        const { value } = next;
        startTransition(() => { setFindings(value); });
      } else waiting = requestIdleCallback(step, { timeout: patienceMs });
    }
    return () => { cancelIdleCallback(waiting); };
  }, [snapshot, today]);
  return findings;
}
