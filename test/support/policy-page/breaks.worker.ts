import '#renderer/platform/no-eval.ts';
import { satSolverOrNone, solverOrNone } from '#renderer/workers/solver.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { report } from './report.ts';

/** Four meetings of one host over a day: at starts that leave gaps, then with two that cannot both be. */
function problem(starts: readonly number[][]) {
  return valueOf(readProblem({
    format: 'summit-schedule/1', name: 'in a worker', objective: { kind: 'breaks', fairness: 2 },
    slots: Array.from({ length: 8 }, (_, slot) => ({ day: 0, block: 0, start: 540 + 20 * slot, minutes: 20 })),
    people: ['host', 'a', 'b', 'c', 'd'].map((id) => ({ id })),
    rooms: [{ id: 'hall', parallel: 2, capacity: 4, confidential: true, reserved: false }],
    requests: ['a', 'b', 'c', 'd'].map((guest, index) => ({ id: `with ${guest}`, people: ['host', guest], weight: 1, length: 1, must: true, allowedSlots: starts[index] ?? [] })),
  }));
}

report(async () => {
  const [solver, sat] = [await solverOrNone(), await satSolverOrNone()];
  const solved = (starts: readonly number[][]) => solve(problem(starts), { seed: 1, effort: { kind: 'work', units: 20_000 }, now: () => performance.now(), solver, sat });
  const [waits, impossible] = [solved([[0], [2, 7], [4], [5, 6, 7]]), solved([[0], [3], [3], [5]])];
  return {
    solvers: [solver !== null, sat !== null],
    waits: [waits.breaks, waits.breaksBound, waits.proven],
    impossible: [impossible.infeasible, impossible.core, impossible.meetings.length],
  };
});
