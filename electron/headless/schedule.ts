import type { Invitation } from '#shared/invitations/invitation.ts';
import { apply, type Change } from '#shared/kernel/change.ts';
import type { InvitationId, MintId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { dateOf, type Instant, timeOf, wallClock } from '#shared/kernel/time.ts';
import { type BuiltProblem, buildProblem } from '#shared/meetings/problem.ts';
import { coverageAllowance, levelsOf } from '#shared/meetings/levels.ts';
import { repairProblem } from '#shared/meetings/repair.ts';
import { takeAsRun } from '#shared/meetings/run-commands.ts';
import { coreText } from '#shared/meetings/scheduler/breaks/core-words.ts';
import type { Reason } from '#shared/meetings/scheduler/reason.ts';
import { type Names, reasonText } from '#shared/meetings/scheduler/why/reason-words.ts';
import { peopleTouched, type Plan, planDifference, type TakeProblem } from '#shared/meetings/take.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import { requestStates, vetoes } from '#shared/meetings/schedulable.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { lessForCures, type ToldCure, withCures } from './cures.ts';
import { repaired, type Search, searched, searchOf } from './effort.ts';
import { loadSummit, mintSeededBy, saveSummit } from './files.ts';
import { levelLines } from './level-lines.ts';
import type { Command, Surroundings } from './outcome.ts';

export const schedule: Command = {
  name: 'schedule',
  usage: 'summit schedule FILE.summit [--out FILE.summit] [--seconds N | --budget N] [--seed N] [--repair]',
  shape: { words: ['the summit file'], values: ['out', 'seconds', 'budget', 'seed'], flags: ['repair'] },
  async run(call, surroundings) {
    const [path = ''] = call.words;
    const search = searchOf(call);
    if (!search.ok) return search;
    const file = await loadSummit(path);
    if (!file.ok) return file;
    const began = surroundings.elapsed();
    const made = await scheduled(file.value.snapshot, lessForCures(search.value), mintSeededBy(surroundings.now, file.value.digest, JSON.stringify(search.value)), surroundings, call.has('repair') ? 'repair' : 'everything');
    if (!made.ok) return made;
    const { snapshot, lines, names } = made.value;
    const { unplaced, line } = withCures(snapshot, made.value.document.unplaced, search.value, surroundings, began);
    const document = { ...made.value.document, unplaced };
    const out = call.value('out') ?? path;
    const saved = await saveSummit(out, snapshot, file.value.name, surroundings.now);
    if (!saved.ok) return saved;
    const told = unplaced.flatMap((each) => [unplacedLine(snapshot, names, each), ...each.cures.slice(0, 1).map(({ text }) => `    cure: ${text}`)]);
    return ok({ document, lines: [...lines, ...told, ...line, `written to ${out}`], findings: unplaced.length + Number(document.infeasible === true) });
  },
};

type Unplaced = { readonly request: string; readonly reasons: readonly (Reason | { readonly code: string; readonly text: string })[]; readonly cures: readonly ToldCure[] };
type Searched = Awaited<ReturnType<typeof searched>> | Awaited<ReturnType<typeof repaired>>;
type Made = { readonly snapshot: Snapshot; readonly names: Names; readonly document: Omit<Searched, 'unplaced'> & { readonly unplaced: readonly Unplaced[] }; readonly lines: readonly string[] };

/** Schedules a summit, or repairs its schedule, takes the plan and keeps it as a run, as the window does, so that it can be rolled back there. Where nobody has been invited yet, every partner is taken as approved, and the answer says so. */
export async function scheduled(before: Snapshot, search: Search, mint: MintId, surroundings: Surroundings, mode: 'everything' | 'repair' = 'everything'): Promise<Result<Made, string>> {
  const nobodyInvited = before.invitations.size === 0;
  const snapshot = nobodyInvited ? everyoneApproved(before, mint, surroundings.now) : before;
  const mayHear = mayHearBy(snapshot);
  const built = (mode === 'repair' ? repairProblem : buildProblem)(snapshot, mayHear);
  if (built.slots.length === 0) return err('there is no meeting time: add meeting blocks to the agenda, or allow meetings between sessions');
  const solution = await (mode === 'repair' ? repaired : searched)(built.problem, { ...search, coverageAllowance }, surroundings, built.current);
  const taken = takenAsRun(snapshot, built, solution, { mode, seed: search.seed }, mint, surroundings.now);
  if (!taken.ok && taken.problem.code !== 'plan-changes-nothing') return err('the plan found does not fit the summit; this is a fault of the planner');
  const after = taken.ok ? apply(snapshot, taken.value.edits) : snapshot;
  const unplaced = [...solution.unplaced.map(({ request, reasons }) => ({ request, reasons, cures: [] })), ...outOfReach(snapshot, built)];
  return ok({
    snapshot: after,
    names: namesIn(snapshot, built),
    document: { ...solution, unplaced },
    lines: [
      ...(nobodyInvited ? [`nobody was invited yet, so all ${before.partners.size} partners are taken as approved`] : []),
      `${after.placements.size} placed, ${unplaced.length} not; weight ${solution.weight}, at most ${solution.bound}, gap ${solution.bound - solution.weight}${solution.proven ? ' (proven best)' : ''}; ${solution.breaks} breaks`,
      ...(solution.infeasible ? [`not everything that must be placed can be: ${coreText(built.problem, solution.core ?? [], namesIn(snapshot, built))}`] : []),
      ...levelLines(solution),
      ...('kept' in solution ? [repairLine(snapshot, built, solution)] : []),
    ],
  });
}

/** Under a budget the run says that it took no time, so that its bytes repeat. */
function takenAsRun(snapshot: Snapshot, built: BuiltProblem, solution: Searched, { mode, seed }: { readonly mode: 'everything' | 'repair'; readonly seed: number }, mint: MintId, now: Instant): Result<Change, TakeProblem> {
  const { requests } = built.problem;
  const { bound, proven, seconds = 0, meetings } = solution;
  return takeAsRun(snapshot, planDifference(snapshot, built, solution), {
    mode, seed, isPartial: false, isCutShort: false, seconds: Math.round(seconds * 10) / 10, requests: requests.length, musts: requests.filter(({ must }) => must).length,
    bound, proven, before: levelsOf(built, built.current), after: levelsOf(built, meetings),
  }, mayHearBy(snapshot), mint, now);
}

function repairLine(snapshot: Snapshot, built: BuiltProblem, solution: Plan): string {
  const difference = planDifference(snapshot, built, solution);
  const touched = peopleTouched(whereabouts(snapshot, mayHearBy(snapshot)), difference);
  return `${difference.kept.length} kept, ${difference.moved.length} moved, ${difference.dropped.length} dropped, ${difference.placed.length} newly placed; ${counted(touched.length, 'person', 'people')} touched${touched.length > 0 && touched.length <= mostNamed ? `: ${touched.map(({ person }) => person.name).join(', ')}` : ''}`;
}

/** People named in the report of a repair; more are only counted. */
const mostNamed = 20;

/** Requests that no schedule reaches: of partners that are not invited, of two who are not to meet, and those every start of which something speaks against. */
function outOfReach(snapshot: Snapshot, { impossible }: BuiltProblem): Unplaced[] {
  const stateOf = requestStates(snapshot);
  const vetoOf = vetoes(snapshot);
  const aside = [...snapshot.requests.values()].flatMap((request) => {
    const veto = vetoOf(request);
    const reason = {
      withdrawn: { code: 'request-withdrawn', text: 'The request was withdrawn.' },
      vetoed: { code: 'pair-vetoed', text: `${snapshot.partners.get(veto?.partner ?? request.partner)?.name ?? ''} and ${snapshot.executives.get(veto?.host ?? request.host)?.name ?? ''} are not to meet.` },
      'not-invited': { code: 'partner-not-invited', text: 'The partner is not invited.' },
      placed: null, open: null,
    }[stateOf(request)];
    return reason === null ? [] : [{ request: request.id, reasons: [reason], cures: [] }];
  });
  return [...impossible.map(({ request, clashes }) => ({ request, reasons: clashes.map((clash) => ({ code: clash.code, text: clashText(snapshot, clash) })), cures: [] })), ...aside];
}

function unplacedLine(snapshot: Snapshot, names: Names, { request: id, reasons }: Unplaced): string {
  const code = snapshot.requests.get(id as RequestId)?.code || id;
  return `  not placed: ${code} ${names.request(id)}: ${reasons.map((reason) => ('text' in reason ? reason.text : reasonText(reason, names))).join(' ')}`;
}

/** How the summit calls what the problem knows by its ids. */
function namesIn(snapshot: Snapshot, { slots }: BuiltProblem): Names {
  const { requests, partners, executives, rooms } = snapshot;
  const where = whereabouts(snapshot, mayHearBy(snapshot));
  const people = new Map<string, string>([...requests.values()].flatMap((request) => where.peopleOf(request)).map(({ key, name }) => [key, name]));
  return {
    person: (id) => people.get(id) ?? id,
    room: (id) => rooms.get(id as RoomId)?.name ?? id,
    request(id) {
      const request = requests.get(id as RequestId);
      return request ? `${partners.get(request.partner)?.name ?? ''} – ${executives.get(request.host)?.name ?? ''}` : id;
    },
    start: (slot) => slots[slot]?.startsAt.replace('T', ' ') ?? '',
  };
}

function everyoneApproved(snapshot: Snapshot, mint: MintId, now: Instant): Snapshot {
  const moment = wallClock(now, theSummit(snapshot).zone);
  const step = { stage: 'approved' as const, on: dateOf(moment), who: '', why: `No invitations yet at ${timeOf(moment)}: scheduled with every partner` };
  const rows = [...snapshot.partners.keys()].map((partner): Invitation => ({ id: mint<InvitationId>(), partner, stage: 'approved', wave: null, seats: 1, grounds: [], approver: '', steps: [step] }));
  return { ...snapshot, invitations: new Map(rows.map((row) => [row.id, row])) };
}
