import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { aggregates } from '#shared/workspace/aggregates.ts';
import { sampleFolder, scratch, summit } from './support.ts';

type Import = { files: { kind: string; issues: object[]; records?: { line: number; values: object }[] }[]; totals: Record<string, number>; findings: { rule: string }[] };

const lisbon = ['--zone', 'Europe/Lisbon', '--seats', '40'];
const snapshotOf = (file: string) => valueOf(readSummitFile(new Uint8Array(readFileSync(file)))).snapshot;

describe('the command line', () => {
  test('refuses in one line what it cannot use, with status 2 and nothing on standard output', async () => {
    const calls: [string[], string][] = [
      [['fly'], 'there is no command “fly”'],
      [['check'], 'check needs the summit file'],
      [['check', '/nowhere/x.summit'], '/nowhere/x.summit: there is no such file'],
      [['check', join(sampleFolder, 'rooms.csv')], 'this is not a summit file'],
      [['import', sampleFolder], 'import needs --out FILE.summit'],
      [['import', '/nowhere', '--dry-run'], 'cannot be read'],
      [['import', sampleFolder, '--dry-run', '--zone', 'Mars/Olympus'], '--zone must be an IANA time zone'],
      [['import', sampleFolder, '--dry-run', '--seats', 'many'], '--seats must be a whole number'],
      [['export', 'x.summit', '--out', 'y', '--format', 'pdf'], '--format must be csv, tsv, xlsx'],
      [['check', 'x.summit', '--colour'], 'check does not know --colour'],
      [['check', 'x.summit', '--now', 'soon'], '--now must be a moment'],
      [['solve', join(sampleFolder, 'rooms.csv'), '--json'], 'is not JSON'],
    ];
    for (const [argv, why] of calls) {
      const { status, out, err } = await summit(...argv);
      expect({ status, out, lines: err.trimEnd().split('\n').length }, argv.join(' ')).toEqual({ status: 2, out: '', lines: 1 });
      expect(err).toContain(why);
    }
  });

  test('imports the sample, saying per record what became of it, and fails on findings only when asked', async () => {
    const file = join(scratch(), 'sample.summit');
    const { status, document, err } = await summit('import', sampleFolder, '--out', file, '--json', '--records', ...lisbon);
    const { files, totals, findings } = document as Import;
    expect({ status, totals, findings: findings.map(({ rule }) => rule), progress: err }).toEqual({ status: 0, totals: { rows: 888, accept: 824, flag: 51, duplicate: 8, reject: 5 }, findings: Array.from({ length: 5 }, () => 'partner-proposed'), progress: 'reading 12 files\nlooking for duplicates\n' });
    expect((document as { findings: { text: string }[] }).findings[3]?.text).toBe('Ngọc Ánh Đặng (C-0053) may belong to Thornlea Managed Services Ltd (HV-02222): the list says Thornlee Managed Services Ltd: name differs by one letter – possible, 50 of 100. Link them in Exchange, Find duplicates.');
    expect(files.find(({ kind }) => kind === 'rooms')).toEqual({
      name: 'rooms.csv', kind: 'rooms', encoding: 'utf-8', delimiter: ',', headerLine: 1, counts: { accept: 12, flag: 0, duplicate: 1, reject: 0, skip: 0 },
      issues: [{ line: 14, disposition: 'duplicate', code: 'DUPLICATE_NAME', field: 'room', value: 'suite lapa' }], duplicateGroups: [{ keepLine: 10, lines: [10, 14], code: 'DUPLICATE_NAME' }],
      records: expect.arrayContaining([{ line: 2, values: { room: 'Auditório Tejo', capacity: 420, floor: '0', equipment: ['Stage', 'Projector', 'Interpreter booth'], confidential: false } }]) as object[],
    });
    expect((await summit('import', sampleFolder, '--dry-run', '--strict')).status).toBe(1);
  });

  test('writes nothing on a dry run, and the same bytes from the same call', async () => {
    const folder = scratch();
    const [a, b] = [join(folder, 'a.summit'), join(folder, 'b.summit')];
    await summit('import', sampleFolder, '--out', a, '--dry-run');
    expect(existsSync(a)).toBe(false);
    for (const file of [a, b]) await summit('import', sampleFolder, '--out', file, ...lisbon);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.summit', 'b.summit']);
  });

  test('exports every table so that it is imported again as it was, as CSV, TSV and a workbook', async () => {
    const folder = scratch();
    const first = join(folder, 'first.summit');
    await summit('import', sampleFolder, '--out', first, ...lisbon);
    for (const format of ['csv', 'tsv', 'xlsx']) {
      const lists = join(folder, format);
      expect((await summit('export', first, '--out', lists, '--format', format)).status).toBe(0);
      const again = join(folder, `${format}.summit`);
      expect(await summit('import', lists, '--out', again)).toMatchObject({ status: 0 });
      expect(snapshotOf(again), format).toEqual(snapshotOf(first));
    }
  });

  test('importing the same folder into the summit it made changes no figure', async () => {
    const folder = scratch();
    const [once, twice] = [join(folder, 'once.summit'), join(folder, 'twice.summit')];
    await summit('import', sampleFolder, '--out', once, ...lisbon);
    await summit('import', sampleFolder, '--into', once, '--out', twice);
    expect(aggregates(snapshotOf(twice))).toEqual(aggregates(snapshotOf(once)));
  });

  test('schedules under a budget to the same file every time, with a reason for every request left over', async () => {
    const folder = scratch();
    const file = join(folder, 'sample.summit');
    await summit('import', sampleFolder, '--out', file, ...lisbon);
    const [a, b] = [join(folder, 'a.summit'), join(folder, 'b.summit')];
    const made = await summit('schedule', file, '--out', a, '--budget', '50000', '--json');
    const again = await summit('schedule', file, '--out', b, '--budget', '50000', '--json');
    expect(again.out).toBe(made.out);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    const { meetings, unplaced, weight, bound } = made.document as { meetings: object[]; unplaced: { reasons: object[] }[]; weight: number; bound: number };
    const { requests, placements } = snapshotOf(a);
    expect({ placed: placements.size, all: meetings.length + unplaced.length, withoutReason: unplaced.filter(({ reasons }) => reasons.length === 0) }).toEqual({ placed: meetings.length, all: requests.size, withoutReason: [] });
    expect(weight).toBeLessThanOrEqual(bound);
  });

  test('solves a problem file, and refuses one with a field it does not know', async () => {
    const folder = scratch();
    const problem = {
      format: 'summit-schedule/1', name: 'tiny', objective: { kind: 'weight' }, slots: [{ day: 0, block: 0, start: 540, minutes: 30 }],
      people: [{ id: 'a', unavailable: [] }, { id: 'b', unavailable: [] }], rooms: [{ id: 'r', parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] }],
      requests: [{ id: 'q', people: ['a', 'b'], weight: 3, length: 1, must: false }], pins: [], precedences: [],
    };
    const [file, out] = [join(folder, 'problem.json'), join(folder, 'solution.json')];
    writeFileSync(file, JSON.stringify(problem));
    expect(await summit('solve', file, '--out', out, '--budget', '1000')).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({
      format: 'summit-solution/1', meetings: [{ request: 'q', slot: 0, room: 'r' }], unplaced: [], weight: 3, bound: 3, breaks: 0, breaksBound: 0, proven: true, levels: { mustPlaced: 0, mustsBound: 0, shortfall: 0, shortfallBound: 0, missed: 0, missedBound: 0, loose: 0, looseBound: 0, roomChanges: 0, roomChangesBound: 0 },
    });
    writeFileSync(file, JSON.stringify({ ...problem, people: [{ id: 'a', compact: true }, { id: 'b' }] }));
    expect(await summit('solve', file, '--out', out, '--budget', '1000')).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ levels: { loose: 1, looseBound: 1 } });
    writeFileSync(file, JSON.stringify({ ...problem, colour: 'red' }));
    expect((await summit('solve', file, '--out', out)).err).toMatch(/is no summit-schedule\/1 problem: .*colour/);
  });

  test('writes commitment sheets by account manager and hand-offs by route', async () => {
    const folder = scratch();
    const file = join(folder, 'sample.summit');
    await summit('import', sampleFolder, '--out', file, ...lisbon);
    const { document } = await summit('sheets', file, '--out', join(folder, 'sheets'), '--by', 'route', '--format', 'csv', '--json');
    const { files } = document as { files: { path: string; kind: string; reader: string; bytes: number }[] };
    expect(files.map(({ reader }) => reader)).toEqual(['MDF management', 'Co-sell and deal registration', 'Training and certification', 'Contracts and plans', 'Marketing', 'Incentives', 'Product', 'Executive office']);
    expect(files.every(({ path, bytes }) => readFileSync(path).length === bytes)).toBe(true);
  });

  test('shows the whole job on the sample in one call', { timeout: 180_000 }, async () => {
    const folder = scratch();
    const { status, out } = await summit('demo', '--out', folder, '--now', '2027-04-20');
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual(['imported 12 lists into 57 partners and 171 people', expect.stringMatching(/^chose \d+ of 57 partners in waves; approved \d+$/)]);
    expect(readdirSync(folder).sort()).toEqual(['books', 'commitments', 'hand-offs', 'sample.summit']);
    expect((await summit('check', join(folder, 'sample.summit'), '--strict')).status).toBe(1);
  });
});
