import { type Change, change, set, together } from '../kernel/change.ts';
import type { ExecutiveId, MintId, PartnerId, RequestId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { counted } from '../kernel/text.ts';
import { addRequest, type RequestInput, type RequestProblem, veto } from './commands.ts';
import type { MeetingRequest, RequestTable } from './request.ts';
import type { MeetingTables } from './whereabouts.ts';

export type BulkProblem = { readonly code: 'nothing-to-do' } | { readonly code: 'request-is-gone'; readonly request: RequestId };

/** What becomes of each of several requests to be added: null where it may be, else why not. One that repeats an earlier one of the same list is refused as asked for already. */
export function judgeRequests(tables: MeetingTables, inputs: readonly RequestInput[], mint: MintId): { readonly change: Change | null; readonly problems: readonly (RequestProblem | null)[] } {
  const requests = new Map(tables.requests);
  const changes: Change[] = [];
  const problems = inputs.map((input) => {
    const outcome = addRequest({ ...tables, requests }, input, mint);
    if (!outcome.ok) return outcome.problem;
    changes.push(outcome.value);
    for (const { id, after } of outcome.value.edits) requests.set(id as RequestId, after as unknown as MeetingRequest);
    return null;
  });
  const [only] = changes;
  return { change: changes.length === 1 && only ? only : only ? together(`Add ${counted(changes.length, 'request')}`, changes) : null, problems };
}

/** Adds requests of every partner for every host with the same priority and length, as one change. Pairs asked for already stay as they are; refused when no pair is left. */
export function addForAll(tables: MeetingTables, hosts: readonly ExecutiveId[], partners: readonly PartnerId[], common: Partial<Omit<RequestInput, 'partner' | 'host'>>, mint: MintId): Result<Change, BulkProblem> {
  const { change: all } = judgeRequests(tables, pairs(hosts, partners).map((pair) => ({ ...common, ...pair })), mint);
  return all ? ok(all) : err({ code: 'nothing-to-do' });
}

export function pairs(hosts: readonly ExecutiveId[], partners: readonly PartnerId[]): { readonly host: ExecutiveId; readonly partner: PartnerId }[] {
  return partners.flatMap((partner) => hosts.map((host) => ({ host, partner })));
}

/** A side says “no thanks” to every pair of these requests, as one change; see `veto`. */
export function vetoAll(tables: MeetingTables, ids: readonly RequestId[], side: 'partner' | 'vendor', reason: string): Result<Change, RequestProblem | BulkProblem> {
  const changes: Change[] = [];
  for (const id of ids) {
    const request = tables.requests.get(id);
    if (!request) return err({ code: 'request-is-gone', request: id });
    // The pair has this request, so none is made for it.
    const said = veto(tables, request, side, reason, (() => id) as MintId);
    if (!said.ok) return said;
    changes.push(said.value);
  }
  const [only] = changes;
  return !only ? err({ code: 'nothing-to-do' }) : ok(changes.length === 1 ? only : together(`No thanks: ${counted(changes.length, 'request')}`, changes, reason === '' ? undefined : reason));
}

/** Sets the same fields of several requests as one change. Who meets whom is not set together, since a pair is asked for once. */
export function editRequests({ requests }: RequestTable, ids: readonly RequestId[], fields: Partial<Omit<MeetingRequest, 'id' | 'partner' | 'host'>>): Result<Change, BulkProblem> {
  const missing = ids.find((id) => !requests.has(id));
  if (missing !== undefined) return err({ code: 'request-is-gone', request: missing });
  if (ids.length === 0 || Object.keys(fields).length === 0) return err({ code: 'nothing-to-do' });
  return ok(change(`Edit ${counted(ids.length, 'request')}`, ids.flatMap((id) => { const request = requests.get(id); return request ? [set('requests', request, fields)] : []; })));
}
