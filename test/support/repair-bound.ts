import type { LinearModel, LinearSolver } from '#shared/meetings/scheduler/proof/port.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Meeting } from './every-plan.ts';

/**
 * What no repair can exceed, by linear models of the test's own that every plan satisfies: the weight by amounts of everyone's time, then
 * weight and kept times together by starts. For problems of kind `weight` without limits and order, every meeting one slot long and at home
 * in every room; a pinned meeting that can stand is held.
 */
export function repairBound(problem: ScheduleProblem, before: readonly Meeting[], solver: LinearSolver): { readonly weight: number; readonly kept: number } {
  const { people, requests, rooms, slots, pins } = problem;
  const awayOf = new Map(people.map(({ id, unavailable }) => [id, new Set(unavailable)]));
  const placesAt = [...slots.keys()].map((slot) => rooms.reduce((count, room) => count + (room.unavailable.includes(slot) ? 0 : room.parallel), 0));
  const pinOf = new Map(pins.map(({ request, slot }) => [request, slot]));
  const startsOf = new Map(requests.map((request) => [request.id, [...slots.keys()].filter((slot) => placesAt[slot] !== 0 && (pinOf.get(request.id) ?? slot) === slot && request.people.every((id) => awayOf.get(id)?.has(slot) === false))]));
  const stood = new Map(before.map(({ request, slot }) => [request, slot]));
  const held = new Set(pins.flatMap(({ request, slot }) => (stood.get(request) === slot && (startsOf.get(request) ?? []).length > 0 ? [request] : [])));

  const usable = new Map(people.map(({ id }) => [id, new Set(requests.flatMap((request) => (request.people.includes(id) ? startsOf.get(request.id) ?? [] : [])))]));
  const amounts = new Model();
  for (const request of requests) {
    if ((startsOf.get(request.id) ?? []).length === 0) continue;
    for (const id of request.people) amounts.enter(id, usable.get(id)?.size ?? 0, 1);
    amounts.enter('rooms', placesAt.reduce((sum, places) => sum + places, 0), 1);
    if (held.has(request.id)) amounts.enter(`held ${request.id}`, -1, -1);
    amounts.column(request.weight);
  }
  const unlimited = { seconds: null, nodes: null };
  const heaviest = Math.floor(solver.optimise(amounts.whole(), null, unlimited, { found: () => undefined, bounded: () => undefined, shouldStop: () => false }).bound + slack);

  const scale = before.length + 1;
  const byStarts = new Model();
  for (const { id: request, people: attending, weight } of requests) {
    for (const slot of startsOf.get(request) ?? []) {
      byStarts.enter(request, 1, 1);
      for (const id of attending) byStarts.enter(`${id} at ${slot}`, 1, 1);
      byStarts.enter(`rooms at ${slot}`, placesAt[slot] as number, 1);
      byStarts.enter('weight', heaviest, weight);
      if (held.has(request)) byStarts.enter(`held ${request}`, -1, -1);
      byStarts.column(weight * scale + Number(stood.get(request) === slot));
    }
  }
  const model = byStarts.whole();
  const { values, optimal } = solver.relax(model, unlimited);
  if (!optimal) throw new Error('the relaxation was not solved');
  const most = Math.floor(values.reduce((sum, value, column) => sum + value * (model.objective[column] as number), 0) + slack);
  return { weight: Math.floor(most / scale), kept: most % scale };
}

const slack = 1e-4;

/** A linear model, column by column; rows by name. */
class Model {
  private readonly rows = new Map<string, number>();
  private readonly limits: number[] = [];
  private readonly starts: number[] = [0];
  private readonly entries: number[] = [];
  private readonly coefficients: number[] = [];
  private readonly objective: number[] = [];

  enter(name: string, most: number, coefficient: number): void {
    const row = this.rows.get(name) ?? this.limits.push(most) - 1;
    this.rows.set(name, row);
    this.entries.push(row);
    this.coefficients.push(coefficient);
  }

  column(worth: number): void {
    this.starts.push(this.entries.length);
    this.objective.push(worth);
  }

  whole(): LinearModel {
    return {
      columns: this.objective.length, rows: this.limits.length, objective: Float64Array.from(this.objective), limits: Float64Array.from(this.limits),
      starts: Int32Array.from(this.starts), entries: Int32Array.from(this.entries), coefficients: Float64Array.from(this.coefficients),
    };
  }
}
