import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratch, summit } from './support.ts';

type Solution = { readonly meetings: object[]; readonly unplaced: object[]; readonly infeasible?: true; readonly core?: readonly string[]; readonly breaks: number; readonly proven: boolean };

/** Ana meets Ben, Cy and Dee; a case says when each may begin, and how evenly breaks must be shared. */
function written(fairness: number, allowedSlots: readonly (readonly number[])[]): string {
  const file = join(scratch(), 'problem.json');
  writeFileSync(file, JSON.stringify({
    format: 'summit-schedule/1', name: 'one host', objective: { kind: 'breaks', fairness },
    slots: Array.from({ length: 5 }, (_, slot) => ({ day: 0, block: 0, start: 540 + 20 * slot, minutes: 20 })),
    people: ['ana', 'ben', 'cy', 'dee'].map((id) => ({ id, unavailable: [] })),
    rooms: [{ id: 'hall', parallel: 2, capacity: 4, confidential: false, reserved: false, unavailable: [] }],
    requests: ['ben', 'cy', 'dee'].map((guest, index) => ({ id: `with ${guest}`, people: ['ana', guest], weight: 1, length: 1, must: true, allowedSlots: allowedSlots[index] })),
    pins: [], precedences: [],
  }));
  return file;
}

describe('summit solve', () => {
  test('says of an impossible problem whose time is asked for twice, keeps the most that fit, and fails a strict call', async () => {
    const file = written(2, [[1], [1], [2, 3]]);
    const { status, out } = await summit('solve', file, '--out', join(scratch(), 'solution.json'), '--budget', '20000');
    expect({ status, said: out.split('\n').slice(0, 2) }).toEqual({
      status: 0, said: ['not everything that must be placed can be: ana is asked for 2 meetings that have 1 start between them: with ben, with cy. One must go, or get another start.', '2 placed, 1 not; weight 2, at most 2 (proven best); 0 breaks'],
    });
    const strict = await summit('solve', file, '--json', '--strict', '--budget', '20000');
    const { meetings, unplaced, infeasible, core } = strict.document as Solution;
    expect({ status: strict.status, placed: meetings.length, left: unplaced.length, infeasible, core }).toEqual({ status: 1, placed: 2, left: 1, infeasible: true, core: ['with ben', 'with cy'] });
  });

  test('says when everything is placed but breaks cannot be shared as evenly as asked, and fails a strict call', async () => {
    const { status, document, out } = await summit('solve', written(1, [[0], [2], [4]]), '--json', '--strict', '--budget', '20000');
    const { meetings, infeasible, core } = document as Solution;
    expect({ status, placed: meetings.length, infeasible, core, lines: out.trimEnd().split('\n').length }).toEqual({ status: 1, placed: 3, infeasible: true, core: ['with ben', 'with cy', 'with dee', 'fairness'], lines: 1 });
  });

  test('gives the same bytes for the same problem, seed and budget, with or without --json', async () => {
    const file = written(2, [[0, 1], [0, 3, 4], [2, 4]]);
    const out = join(scratch(), 'solution.json');
    const [one, other] = [await summit('solve', file, '--json', '--budget', '5000', '--seed', '4'), await summit('solve', file, '--out', out, '--budget', '5000', '--seed', '4')];
    expect({ proven: (one.document as Solution).proven, same: readFileSync(out, 'utf8') === one.out, status: other.status }).toEqual({ proven: true, same: true, status: 0 });
  });
});
