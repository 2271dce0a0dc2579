import { expose } from 'comlink';
import type { AgreementTable } from '#shared/agreements/agreement.ts';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import { curesForRequest } from '#shared/meetings/cures.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import type { Cures } from '#shared/meetings/scheduler/cures.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import { solverOrNone } from './solver.ts';

export type CureTask = { readonly tables: MeetingTables & AgreementTable; readonly request: RequestId; readonly seconds: number };

const api = {
  /** Blocks this thread until the seconds are spent or everything has been tried; `post` hears of the cures so far. To cancel, end the worker. */
  async find({ tables, request, seconds }: CureTask, post: (cures: readonly MeetingCure[]) => void): Promise<Cures<MeetingCure>> {
    const solver = await solverOrNone();
    return curesForRequest(tables, mayHearBy(tables), request, { seed: 1, effort: { kind: 'clock', seconds }, now: () => performance.now(), solver }, post);
  },
};
export type CuresApi = typeof api;

expose(api);
