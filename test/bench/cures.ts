import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { Board } from '#shared/meetings/scheduler/board/board.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { curesFor } from '#shared/meetings/scheduler/why/cures.ts';
import { explain } from '#shared/meetings/scheduler/why/explain.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';

/** Requests asked about per instance, evenly over what waits. */
const sample = 8;

/**
 * Why not, on every instance of kind weight in the folder of SUMMIT_DATA whose name holds the word given (default: all): seconds for the reasons of
 * everything that waits, and for all the cures of one request, wall and CPU. Budget of both: 2 s with 700 requests.
 */
export async function* bench([part = '']: readonly string[] = []): AsyncGenerator<string> {
  const folder = join(new URL('../..', import.meta.url).pathname, process.env['SUMMIT_DATA'] ?? '../shared/data', 'scheduling/summit');
  if (!existsSync(folder)) return yield `data set absent: ${folder}`;
  const solver = await loadLinearSolver();
  const now = () => performance.now();
  for (const name of readdirSync(folder).sort().filter((file) => file.endsWith('.json') && file.includes(part))) {
    const problem = valueOf(readProblem(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    const { meetings } = solve(problem, { seed: 1, effort: { kind: 'clock', seconds: 5 }, now, solver });
    const reasons = measured(() => {
      const compiled = compile(factsOf(problem));
      const board = new Board(compiled);
      for (const { request, slot, room } of meetings) {
        const index = problem.requests.findIndex(({ id }) => id === request);
        board.place(index, slot, board.laneIn(index, slot, (lane) => problem.rooms[lane]?.id === room));
      }
      explain(compiled.facts, compiled, board);
    });
    const placed = new Set(meetings.map(({ request }) => request));
    const waiting = problem.requests.filter(({ id }) => !placed.has(id));
    const asked = waiting.filter((_, index) => index % Math.max(1, Math.floor(waiting.length / sample)) === 0).slice(0, sample);
    const each = asked.map(({ id }) => measured(() => { curesFor(problem, meetings, id, { seed: 1, effort: { kind: 'clock', seconds: 20 }, now, solver }); }));
    const told = (times: readonly number[]) => (times.length === 0 ? 'nothing waits' : `${middle(times).toFixed(2)} s in the middle, ${Math.max(...times).toFixed(2)} s at most`);
    yield `${name}: ${waiting.length} wait; reasons of all ${reasons.wall.toFixed(2)} s (CPU ${reasons.cpu.toFixed(2)}); cures of one ${told(each.map(({ wall }) => wall))} (CPU ${told(each.map(({ cpu }) => cpu))}); budget 2 s each with 700 requests`;
  }
}

function measured(run: () => void): { readonly wall: number; readonly cpu: number } {
  const [began, before] = [performance.now(), process.cpuUsage()];
  run();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
