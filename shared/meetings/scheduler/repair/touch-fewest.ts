import { type Before, keptOn } from './before.ts';
import type { Board } from '../board/board.ts';
import { type Asking, inPart, timesIn } from './keep-times.ts';
import { withForced } from './narrowing.ts';
import type { LinearModel } from '../proof/port.ts';
import { type Relaxation, relaxationOf } from '../proof/relaxation.ts';

/** Larger models are not asked: on 700 requests theirs had no answer within a second, and the search sees to few people there too. */
const mostColumns = 3000;

/**
 * Of the plans as heavy as the board's that keep as many meetings at their time, the times of one that leaves more people in peace. Null:
 * there is none, none was found in time, or the problem is too large. Rooms are only counted, so a meeting may still need another one.
 */
export function touchFewest(board: Board, before: Before, forced: readonly number[], asking: Asking): Int32Array | null {
  const inPeace = board.compiled.people - keptOn(board, before).touched;
  const relaxation = withForced(relaxationOf(board.compiled, board.mustPlaced), forced);
  if (inPeace === board.compiled.people || relaxation.model.columns > mostColumns) return null;
  const { model, alwaysInPeace } = withPeace(relaxation, board, before);
  const { limits, solver, shouldStop } = inPart(asking, 0.5);
  const { values } = solver.optimise(model, null, limits(), { found: () => undefined, bounded: () => undefined, shouldStop });
  const left = values?.reduce((total, value, column) => total + Math.round(value) * (model.objective[column] as number), alwaysInPeace) ?? 0;
  return values === null || left <= inPeace ? null : timesIn(board, relaxation, values).start;
}

/** The same model of plans that weigh no less and keep no fewer times than the board's, with a column more for each person who can be left in peace; these alone count. */
function withPeace({ model, requestOf, startOf }: Relaxation, { compiled, start, weight }: Board, before: Before): { readonly model: LinearModel; readonly alwaysInPeace: number } {
  const { peopleOf, people, requests } = compiled;
  const limits = [...model.limits, -weight, -before.start.reduce((count, stood, request) => count + Number(stood !== -1 && stood === start[request]), 0)];
  const [lightest, fewestKept] = [model.rows, model.rows + 1];
  const [starts, entries, coefficients]: [number[], number[], number[]] = [[0], [], []];
  const enter = (row: number, coefficient: number) => {
    entries.push(row);
    coefficients.push(coefficient);
  };
  const staying = new Int32Array(requests).fill(-1);
  for (const [column, request] of requestOf.entries()) if (startOf[column] === before.start[request]) staying[request] = column;
  const asked = Array.from({ length: people }, () => [] as number[]);
  for (const [request, list] of peopleOf.entries()) for (const person of list) asked[person]?.push(request);
  const canRest = asked.map((own) => own.length > 0 && own.every((request) => before.start[request] === -1 || staying[request] !== -1));
  // Somebody is left in peace only if each of their meetings stays, and each that had no place gets none.
  const rowsOf = peopleOf.map((list, request) => new Map([...list].filter((person) => canRest[person]).map((person) => [person, limits.push(before.start[request] === -1 ? 1 : 0) - 1])));

  for (const [column, request] of requestOf.entries()) {
    for (let entry = model.starts[column] as number; entry < (model.starts[column + 1] as number); entry++) enter(model.entries[entry] as number, model.coefficients[entry] as number);
    enter(lightest, -(compiled.weight[request] as number));
    if (column === staying[request]) enter(fewestKept, -1);
    for (const row of rowsOf[request]?.values() ?? []) {
      if (before.start[request] === -1) enter(row, 1);
      else if (column === staying[request]) enter(row, -1);
    }
    starts.push(entries.length);
  }
  const restful = canRest.flatMap((can, person) => (can ? [person] : []));
  for (const person of restful) {
    for (const request of asked[person] ?? []) enter(rowsOf[request]?.get(person) as number, 1);
    starts.push(entries.length);
  }
  return {
    model: {
      columns: model.columns + restful.length, rows: limits.length, limits: Float64Array.from(limits),
      objective: Float64Array.from([...new Float64Array(model.columns), ...restful.map(() => 1)]),
      starts: Int32Array.from(starts), entries: Int32Array.from(entries), coefficients: Float64Array.from(coefficients),
    },
    alwaysInPeace: asked.filter((own) => own.length === 0).length,
  };
}
