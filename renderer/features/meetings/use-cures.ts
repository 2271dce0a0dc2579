import { useEffect, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import { type CureTables, seekCures } from '#renderer/workers/cures-client.ts';

/** Cures as they arrive. `isComplete` false once it has ended: not everything could be tried. */
export type SoughtCures = { readonly cures: readonly MeetingCure[]; readonly state: 'seeking' | 'ended' | 'failed'; readonly isComplete: boolean };

/** How long cures are sought for one request. */
const seekingSeconds = 4;
/** Stepping through a list with the keyboard starts no search for what is only passed over. */
const pauseMilliseconds = 300;

const nothingYet: SoughtCures = { cures: [], state: 'seeking', isComplete: false };

/** Seeks cures in the background while the view is open, and anew when the summit changes. */
export function useCures(tables: CureTables, request: RequestId): SoughtCures {
  const [{ of, sought }, setState] = useState<{ readonly of: readonly [CureTables, RequestId] | null; readonly sought: SoughtCures }>({ of: null, sought: nothingYet });
  useEffect(() => {
    let cancel: () => void = () => undefined;
    const hear = (change: (before: SoughtCures) => SoughtCures) => {
      setState((before) => ({ of: [tables, request], sought: change(before.of?.[0] === tables && before.of[1] === request ? before.sought : nothingYet) }));
    };
    const waiting = setTimeout(() => {
      cancel = seekCures(
        { tables, request, seconds: seekingSeconds },
        (cures) => { hear((before) => ({ ...before, cures })); },
        (outcome) => { hear((before) => ('failed' in outcome ? { ...before, state: 'failed' } : { cures: outcome.cures, state: 'ended', isComplete: outcome.isComplete })); },
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(waiting);
      cancel();
    };
  }, [tables, request]);
  return of?.[0] === tables && of[1] === request ? sought : nothingYet;
}
