import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { faultsOf, tallyOf } from './schedule-checker.ts';

type Meeting = { readonly request: string; readonly slot: number; readonly room: string };

/** Every sound plan, by trying: those of `asked` are in each, the others come and go. For a handful of requests only. */
function* plansWith(problem: ScheduleProblem, asked: ReadonlySet<string>, others: boolean): Generator<readonly Meeting[]> {
  const requests = problem.requests.filter(({ id }) => others || asked.has(id));
  const places = requests.map(({ id }) => problem.slots.flatMap((_, slot) => problem.rooms.map((room): Meeting => ({ request: id, slot, room: room.id })))
    .filter((meeting) => faultsOf(problem, { meetings: [meeting] }).length === 0));
  function* go(index: number, plan: readonly Meeting[]): Generator<readonly Meeting[]> {
    const request = requests[index];
    if (!request) {
      yield plan;
      return;
    }
    for (const place of places[index] ?? []) if (faultsOf(problem, { meetings: [...plan, place] }).length === 0) yield* go(index + 1, [...plan, place]);
    if (!asked.has(request.id)) yield* go(index + 1, plan);
  }
  yield* go(0, []);
}

/** The fewest breaks with everything placed and breaks shared as fairly as asked; null where no such plan exists. */
export function fewestBreaksByTrying(problem: ScheduleProblem): number | null {
  const fairness = fairnessOf(problem);
  let fewest: number | null = null;
  for (const meetings of plansWith(problem, new Set(problem.requests.map(({ id }) => id)), false)) {
    const { breaks, spread } = tallyOf(problem, { meetings });
    if (spread <= fairness && breaks < (fewest ?? Infinity)) fewest = breaks;
    if (fewest === 0) break;
  }
  return fewest;
}

/** Whether some plan places all of these, and with `fairly` shares breaks as fairly as asked. */
export function canPlaceAll(problem: ScheduleProblem, ids: readonly string[], fairly: boolean): boolean {
  for (const meetings of plansWith(problem, new Set(ids), fairly)) if (!fairly || tallyOf(problem, { meetings }).spread <= fairnessOf(problem)) return true;
  return false;
}

/** The most requests any plan places, and the most weight with so many. */
export function mostByTrying(problem: ScheduleProblem): { readonly placed: number; readonly weight: number } {
  let best = { placed: 0, weight: 0 };
  for (const meetings of plansWith(problem, new Set(), true)) {
    const now = { placed: meetings.length, weight: tallyOf(problem, { meetings }).weight };
    if (now.placed > best.placed || (now.placed === best.placed && now.weight > best.weight)) best = now;
  }
  return best;
}

function fairnessOf({ objective }: ScheduleProblem): number {
  return objective.kind === 'breaks' ? objective.fairness : Infinity;
}
