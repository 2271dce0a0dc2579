import type { LinearModel, LinearSolver } from '#shared/meetings/scheduler/port.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';

/**
 * What no plan of hundreds of requests can exceed: first in weight, then in meetings that stand when they stood. A model of its own, made
 * from the published words and sharing none with the scheduler: a column for each request and start; nobody twice, and of requests that
 * can use only some rooms no more at once than these rooms hold. Pinned meetings that stand are held. No plan weighs more than the weight's own bound, rounded
 * down, and the second question is told so. The solver's prices prove both bounds by plain addition, so that nobody need trust the solver. For problems of kind `weight` without musts.
 */
export function exactRepair(problem: ScheduleProblem, before: readonly Meeting[], solver: LinearSolver): { readonly weight: number; readonly times: number } {
  const { slots, people, rooms, requests, pins } = problem;
  const away = new Map(people.map(({ id, unavailable }) => [id, new Set(unavailable)]));
  const stood = new Map(before.map(({ request, slot }) => [request, slot]));
  const pinned = new Map(pins.map(({ request, slot }) => [request, slot]));
  const scale = before.length + 1;
  const limits: number[] = [];
  const rows = new Map<string, number>();
  const row = (key: string, most: number) => {
    const known = rows.get(key) ?? limits.push(most) - 1;
    rows.set(key, known);
    return known;
  };
  const usableBy = (request: ScheduleProblem['requests'][number]) => rooms.filter((room) => room.capacity >= request.people.length && (request.confidential !== true || room.confidential)
    && (request.allowedRooms === undefined ? !room.reserved : request.allowedRooms.includes(room.id)));
  const sets = new Map(requests.map((request) => [usableBy(request).map(({ id }) => id).join(), usableBy(request)]));
  const within = (one: string, other: ScheduleProblem['rooms']) => one.split(',').every((id) => other.some((room) => room.id === id));
  const everything = requests.reduce((total, { weight }) => total + weight, 0);
  const [starts, entries, coefficients, weights, kept]: [number[], number[], number[], number[], number[]] = [[0], [], [], [], []];
  for (const request of requests) {
    const usable = usableBy(request).map(({ id }) => id).join();
    const around = [...sets].filter(([, set]) => within(usable, set));
    for (const [start, first] of slots.entries()) {
      const taken = Array.from({ length: request.length }, (_, step) => start + step);
      const fits = taken.every((slot) => slots[slot]?.block === first.block && slots[slot].day === first.day && request.people.every((id) => away.get(id)?.has(slot) !== true));
      if (!fits || (request.allowedSlots?.includes(start) ?? true) === false || (pinned.get(request.id) ?? start) !== start) continue;
      const isHeld = pinned.get(request.id) === start && stood.get(request.id) === start;
      const into = [row(`request ${request.id}`, 1), ...taken.flatMap((slot) => [
        ...request.people.map((id) => row(`${id} at ${slot}`, 1)),
        ...around.map(([key, set]) => row(`rooms ${key} at ${slot}`, set.filter(({ unavailable }) => !unavailable.includes(slot)).reduce((count, { parallel }) => count + parallel, 0))),
      ])];
      entries.push(...into);
      coefficients.push(...into.map(() => 1));
      if (isHeld) {
        entries.push(row(`held ${request.id}`, -1));
        coefficients.push(-1);
      }
      entries.push(row('weight', everything));
      coefficients.push(request.weight);
      starts.push(entries.length);
      weights.push(request.weight);
      kept.push(Number(stood.get(request.id) === start));
    }
  }
  const most = (objective: readonly number[]) => {
    const model = { columns: objective.length, rows: limits.length, objective: Float64Array.from(objective), limits: Float64Array.from(limits), starts: Int32Array.from(starts), entries: Int32Array.from(entries), coefficients: Float64Array.from(coefficients) };
    return Math.floor(paidFor(model, solver.relax(model, { seconds: null, nodes: null }).prices) + 1e-6);
  };
  const weight = most(weights);
  limits[row('weight', everything)] = weight;
  const both = most(weights.map((each, column) => each * scale + (kept[column] ?? 0)));
  return { weight: Math.floor(both / scale), times: both % scale };
}

/** Weak duality: everything shared is worth at most its price, and no column more than what it brings beyond the prices it pays. True whatever the prices are. */
function paidFor({ columns, limits, starts, entries, coefficients, objective }: LinearModel, prices: Float64Array): number {
  let total = limits.reduce((sum, limit, row) => sum + limit * Math.max(0, prices[row] as number), 0);
  for (let column = 0; column < columns; column++) {
    let left = objective[column] as number;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) left -= (coefficients[entry] as number) * Math.max(0, prices[entries[entry] as number] as number);
    total += Math.max(0, left);
  }
  return total;
}
