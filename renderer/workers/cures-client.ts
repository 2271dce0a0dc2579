import { proxy, wrap } from 'comlink';
import type { AgreementTable } from '#shared/agreements/agreement.ts';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import type { Cures } from '#shared/meetings/scheduler/cures.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import type { CuresApi } from './cures.worker.ts';

export type CureTables = MeetingTables & AgreementTable;

/** Seeks cures for a request in a worker of its own; `found` hears of the cures so far. The function ends the search at once, and nothing is heard any more. */
export function seekCures(
  task: { readonly tables: CureTables; readonly request: RequestId; readonly seconds: number }, found: (cures: readonly MeetingCure[]) => void, ended: (outcome: Cures<MeetingCure> | { readonly failed: string }) => void,
): () => void {
  const worker = new Worker(new URL('./cures.worker.ts', import.meta.url), { type: 'module' });
  let isOver = false;
  const end = (tell: () => void) => {
    if (isOver) return;
    isOver = true;
    worker.terminate();
    tell();
  };
  worker.addEventListener('error', ({ message }) => { end(() => { ended({ failed: message }); }); });
  wrap<CuresApi>(worker).find({ ...task, tables: onlyNeeded(task.tables) }, proxy((cures: readonly MeetingCure[]) => { if (!isOver) found(cures); })).then(
    (outcome) => { end(() => { ended(outcome); }); },
    (error: unknown) => { end(() => { ended({ failed: error instanceof Error ? error.message : String(error) }); }); },
  );
  return () => { end(() => undefined); };
}

/** A summit has more tables than travel here. */
export function onlyNeeded({ summits, rooms, sessions, partners, contacts, executives, invitations, agreements, requests, placements }: CureTables): CureTables {
  return { summits, rooms, sessions, partners, contacts, executives, invitations, agreements, requests, placements };
}
