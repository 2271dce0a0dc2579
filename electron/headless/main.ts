import { performance } from 'node:perf_hooks';
import type { Instant } from '#shared/kernel/time.ts';
import { books } from './books.ts';
import { check } from './check.ts';
import { readCall } from './call.ts';
import { demo } from './demo.ts';
import { exportTables } from './export.ts';
import { importFolder } from './import.ts';
import type { Command, Surroundings } from './outcome.ts';
import { packets } from './packets.ts';
import { schedule } from './schedule.ts';
import { sheets } from './sheets.ts';
import { solveProblem } from './solve.ts';

const commands: readonly Command[] = [demo, importFolder, check, schedule, solveProblem, books, sheets, packets, exportTables];

/** Where answers and progress go; the process's own streams unless a test listens. */
export type Streams = { out(text: string): void; err(text: string): void; readonly isTerminal: boolean };

const processStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
};

/** Runs one command of the command line and returns its exit status: 0 done, 1 done with findings under `--strict`, 2 unusable call or file. */
export async function run(argv: readonly string[], streams: Streams = processStreams): Promise<number> {
  const [name = '', ...rest] = argv;
  if (name === '' || name === 'help' || name === '--help') {
    streams.out(`${commands.map(({ usage }) => usage).join('\n')}\nEvery command: [--json] [--strict] [--now ISO]\n`);
    return name === '' ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) return refused(streams, `there is no command “${name}”; the commands are ${commands.map((each) => each.name).join(', ')}`);
  const call = readCall(name, command.shape, rest);
  if (!call.ok) return refused(streams, call.problem);
  const now = nowOf(call.value.value('now'));
  if (now === null) return refused(streams, `--now must be a moment such as 2027-03-01T08:00:00.000Z, not “${call.value.value('now')}”`);
  const outcome = await command.run(call.value, { now, elapsed: () => performance.now(), progress: progressOn(streams) });
  if (!outcome.ok) return refused(streams, outcome.problem);
  streams.out(call.value.has('json') ? `${JSON.stringify(outcome.value.document)}\n` : `${outcome.value.lines.join('\n')}\n`);
  return call.value.has('strict') && outcome.value.findings > 0 ? 1 : 0;
}

function refused(streams: Streams, why: string): number {
  streams.err(`summit: ${why.replace(/\s+/g, ' ')}\n`);
  return 2;
}

/** A day or a moment in any ISO form; without `--now` the clock of the machine. */
function nowOf(text: string | null): Instant | null {
  if (text === null) return new Date().toISOString() as Instant;
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : (new Date(time).toISOString() as Instant);
}

/** A bar on a terminal, a line elsewhere. */
function progressOn({ err, isTerminal }: Streams): Surroundings['progress'] {
  return (text, share) => {
    if (!isTerminal) return err(`${text}${share === undefined ? '' : ` ${Math.round(share * 100)} %`}\n`);
    const filled = Math.round((share ?? 0) * 30);
    err(`\r\u001b[K${share === undefined ? '' : `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] `}${text}${share === undefined || share >= 1 ? '\n' : ''}`);
  };
}
