import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { faultsOf } from './schedule-checker.ts';

type Meeting = { readonly request: string; readonly slot: number; readonly room: string };

/** The best any plan reaches on the first two levels, by trying every plan. For a handful of requests only. */
export function bestByTrying(problem: ScheduleProblem): { readonly mustPlaced: number; readonly weight: number } {
  const places = problem.requests.map(({ id }) => problem.slots.flatMap((_, slot) => problem.rooms.map((room): Meeting => ({ request: id, slot, room: room.id })))
    .filter((meeting) => faultsOf(problem, { meetings: [meeting] }).length === 0));
  let best = { mustPlaced: 0, weight: 0 };
  const rest = problem.requests.map((_, index) => problem.requests.slice(index).reduce((sum, { weight, must }) => ({ weight: sum.weight + weight, mustPlaced: sum.mustPlaced + Number(must) }), { weight: 0, mustPlaced: 0 }));
  const better = (a: typeof best, b: typeof best) => a.mustPlaced > b.mustPlaced || (a.mustPlaced === b.mustPlaced && a.weight > b.weight);

  function go(index: number, plan: readonly Meeting[], reached: typeof best): void {
    if (better(reached, best)) best = reached;
    const request = problem.requests[index];
    const hope = rest[index];
    if (!request || !hope || !better({ mustPlaced: reached.mustPlaced + hope.mustPlaced, weight: reached.weight + hope.weight }, best)) return;
    for (const place of places[index] ?? []) {
      const longer = [...plan, place];
      if (faultsOf(problem, { meetings: longer }).length === 0) go(index + 1, longer, { mustPlaced: reached.mustPlaced + Number(request.must), weight: reached.weight + request.weight });
    }
    go(index + 1, plan, reached);
  }
  go(0, [], best);
  return best;
}
