import { useEffect, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { type ShortWhy, shortWhy } from '#shared/meetings/short-why.ts';
import { gridStarts } from '#shared/meetings/spots.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { waitingRequests } from './select.ts';

export type Reasons = ReadonlyMap<RequestId, ShortWhy>;

/** Of one spell at work: short enough that no key or click waits for it. */
const spellMilliseconds = 12;

/** Why each request that waits has no place. Found out a few at a time between other things, so that the window stays free; what is not known yet is missing. */
export function useReasons(where: Whereabouts): Reasons {
  const [found, setFound] = useState<{ readonly of: Whereabouts; readonly reasons: Reasons }>({ of: where, reasons: new Map() });
  useEffect(() => {
    if (foundOut.has(where)) return undefined;
    const waiting = waitingRequests(where);
    const starts = gridStarts(where);
    const reasons = new Map<RequestId, ShortWhy>();
    let next = 0;
    let timer: ReturnType<typeof setTimeout>;
    const spell = () => {
      const until = performance.now() + spellMilliseconds;
      for (; next < waiting.length && performance.now() < until; next++) {
        const request = waiting[next];
        if (request) reasons.set(request.id, shortWhy(where, request, starts));
      }
      // The lists are drawn for the first few, which are those in sight, and again when all are known.
      if (next >= waiting.length) {
        foundOut.set(where, reasons);
        setFound({ of: where, reasons });
      } else {
        if (reasons.size >= 12 && reasons.size < 24) setFound({ of: where, reasons: new Map(reasons) });
        timer = setTimeout(spell, 8);
      }
    };
    timer = setTimeout(spell, 60);
    return () => { clearTimeout(timer); };
  }, [where]);
  return foundOut.get(where) ?? (found.of === where ? found.reasons : none);
}

/** Whoever comes back to the place finds them as they were. */
const foundOut = new WeakMap<Whereabouts, Reasons>();

const none: Reasons = new Map();
