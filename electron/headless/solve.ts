import { err, ok } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { coreText } from '#shared/meetings/scheduler/breaks/core-words.ts';
import { readProblem, type ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { readWithin } from '../disk.ts';
import { lessForCures, withProblemCures } from './cures.ts';
import { searched, searchOf } from './effort.ts';
import { saveFile } from './files.ts';
import { levelLines } from './level-lines.ts';
import type { Command } from './outcome.ts';

const mostProblemBytes = 100_000_000;

export const solveProblem: Command = {
  name: 'solve',
  usage: 'summit solve PROBLEM.json --out SOLUTION.json [--seconds N | --budget N] [--seed N]',
  shape: { words: ['the problem file'], values: ['out', 'seconds', 'budget', 'seed'], flags: [] },
  async run(call, surroundings) {
    const [path = ''] = call.words;
    const out = call.value('out');
    if (out === null && !call.has('json')) return err('solve needs --out SOLUTION.json, or --json for standard output');
    const search = searchOf(call);
    if (!search.ok) return search;
    const bytes = await readWithin(path, mostProblemBytes);
    if (!bytes.ok) return err(`${path} cannot be read (${bytes.problem.code})`);
    const parsed = parsedJson(new TextDecoder().decode(bytes.value));
    if (parsed === undefined) return err(`${path} is not JSON`);
    const problem = readProblem(parsed);
    if (!problem.ok) {
      const [first] = problem.problem.faults;
      return err(`${path} is no summit-schedule/1 problem: ${first?.where ?? ''} ${first?.what ?? ''}${problem.problem.faults.length > 1 ? `, and ${counted(problem.problem.faults.length - 1, 'more fault')}` : ''}`);
    }
    const began = surroundings.elapsed();
    const { solution, line } = withProblemCures(problem.value, await searched(problem.value, lessForCures(search.value), surroundings), search.value, surroundings, began);
    if (out !== null) {
      const saved = await saveFile(out, new TextEncoder().encode(`${JSON.stringify(solution)}\n`), 'solution');
      if (!saved.ok) return saved;
    }
    return ok({ document: solution, lines: [...solutionLines(problem.value, solution, out), ...line], findings: solution.unplaced.length + Number(solution.infeasible === true) });
  },
};

function solutionLines(problem: ScheduleProblem, solution: Awaited<ReturnType<typeof searched>>, out: string | null): string[] {
  const { meetings, unplaced, weight, bound, breaks, proven, infeasible, core = [] } = solution;
  return [
    ...(infeasible ? [`not everything that must be placed can be: ${coreText(problem, core, { person: (id) => id, request: (id) => id, start: (slot) => `slot ${slot}` })}`] : []),
    `${meetings.length} placed, ${unplaced.length} not; weight ${weight}, at most ${bound}${proven ? ' (proven best)' : ''}; ${counted(breaks, 'break')}`,
    ...levelLines(solution),
    ...(out === null ? [] : [`written to ${out}`]),
  ];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
