import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { FileReading } from '#shared/exchange/intake/reading.ts';
import { filesOf, inputSets, setNames, type TruthFile, truthOf } from '../input-sets.ts';

if (setNames.length === 0) {
  test('data set absent: the truth files are not compared', () => console.log(`data set absent: ${inputSets}`));
}

/** Differences as short sentences, and how many comparisons were made. */
type Compared = { made: number; wrong: string[] };

describe.each(setNames)('the input set %s', (set) => {
  test('is read as its truth file says: files, dispositions, reasons, values, duplicates and links', async () => {
    const truth = truthOf(set);
    const started = performance.now();
    const reading = await readFolder(filesOf(set));
    const milliseconds = Math.round(performance.now() - started);
    expect(reading.unread).toEqual([]);
    expect(reading.summitDays).toEqual(truth.summit_days);
    const totals = new Map<string, Compared>();
    for (const [kind, file] of Object.entries(truth.files)) {
      const read = reading.files.find(({ name }) => name === file.path);
      if (read === undefined) throw new Error(`${file.path} was not read`);
      expect({ kind: read.kind, encoding: read.encoding, delimiter: read.delimiter, headerLine: read.headerLine, columns: named(read.columns) }, file.path).toEqual({
        kind, encoding: file.encoding, delimiter: file.delimiter, headerLine: file.header_line, columns: named(file.columns),
      });
      for (const [name, { made, wrong }] of Object.entries(compareFile(kind, file, read))) {
        const total = totals.get(name) ?? { made: 0, wrong: [] };
        totals.set(name, { made: total.made + made, wrong: [...total.wrong, ...wrong] });
      }
    }
    const report = [...totals].map(([name, { made, wrong }]) => `${name} ${((1 - wrong.length / made) * 100).toFixed(2)} % of ${made}`).join(', ');
    console.log(`${set}: ${report}; ${milliseconds} ms`);
    expect(Object.fromEntries([...totals].map(([name, { wrong }]) => [name, wrong.slice(0, 12)]))).toEqual(Object.fromEntries([...totals.keys()].map((name) => [name, []])));
  });

  test('reads the same whatever the order of its files', async () => {
    const files = filesOf(set);
    const [forwards, backwards] = [await readFolder(files), await readFolder([...files].reverse())];
    const byName = (readings: readonly FileReading[]) => [...readings].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(byName(backwards.files)).toEqual(byName(forwards.files));
  });
});

/** A workbook has no cells behind its last used column, so empty headers are left out. */
function named(columns: readonly { header: string; field: string | null }[]): unknown {
  return columns.filter(({ header }) => header !== '').map(({ header, field }) => [header, field]);
}

function compareFile(kind: string, truth: TruthFile, read: FileReading): Record<string, Compared> {
  const dispositions = new Map<number, string>(truth.accept_lines.map((line) => [line, 'accept']));
  for (const { line, disposition } of truth.issues) dispositions.set(line, disposition);
  const mine = new Map<number, string>(read.records.map(({ line, disposition }) => [line, disposition]));
  for (const { line, disposition } of read.issues) mine.set(line, disposition);
  const lines = [...new Set([...dispositions.keys(), ...mine.keys()])].sort((a, b) => a - b);
  const codes = (of: readonly { code: string; field?: string | null }[]) => of.map(({ code, field }) => `${code} ${field ?? ''}`).sort().join(', ');
  const issueLines = [...new Set([...truth.issues.map(({ line }) => line), ...read.issues.map(({ line }) => line)])];
  const values: Compared = { made: 0, wrong: [] };
  const links: Compared = { made: 0, wrong: [] };
  for (const expected of truth.expected) {
    const record = read.records.find(({ line }) => line === expected.line);
    for (const [field, value] of Object.entries(expected.values)) {
      values.made++;
      const found = record?.values[field];
      if (!sameValue(value, found)) values.wrong.push(`${kind} ${expected.line} ${field}: ${JSON.stringify(found)?.slice(0, 80)} instead of ${JSON.stringify(value)}`);
    }
    for (const [field, link] of Object.entries(expected.links ?? {})) {
      // The truth names the judge meant before the row was spoilt; a rejected score links to nobody.
      if (expected.disposition === 'reject' && field === 'judge') continue;
      links.made++;
      const found = record?.links[field as 'partner'] ?? null;
      if (found !== link) links.wrong.push(`${kind} ${expected.line} ${field}: ${found} instead of ${link}`);
    }
  }
  const groups = (of: readonly (readonly [number, readonly number[], string])[]) => of.map(([keep, all, code]) => `${kind} ${code} ${keep}: ${[...all].sort((a, b) => a - b).join(' ')}`).sort();
  const wanted = groups((truth.duplicate_groups ?? []).map(({ keep_line, lines: all, code }) => [keep_line, all, code]));
  const got = groups(read.duplicateGroups.map(({ keepLine, lines: all, code }) => [keepLine, all, code]));
  return {
    dispositions: { made: lines.length, wrong: lines.filter((line) => dispositions.get(line) !== mine.get(line)).map((line) => `${kind} ${line}: ${mine.get(line)} instead of ${dispositions.get(line)}`) },
    reasons: {
      made: issueLines.length,
      wrong: issueLines.flatMap((line) => {
        const expected = codes((truth.issues.find((issue) => issue.line === line)?.reasons ?? []).filter(({ severity }) => severity !== 'info'));
        const found = codes(read.issues.filter((issue) => issue.line === line));
        return expected === found ? [] : [`${kind} ${line}: ${found} instead of ${expected}`];
      }),
    },
    values,
    links,
    'duplicate groups': { made: wanted.length, wrong: [...wanted.filter((group) => !got.includes(group)).map((group) => `missing ${group}`), ...got.filter((group) => !wanted.includes(group)).map((group) => `not a group ${group}`)] },
    counts: { made: 5, wrong: Object.entries(read.counts).filter(([name, count]) => truth.counts[name] !== count).map(([name, count]) => `${kind} ${name}: ${count} instead of ${truth.counts[name]}`) },
  };
}

/** The truth keeps texts over 600 characters as length, SHA-256 and start. */
function sameValue(expected: unknown, found: unknown): boolean {
  if (typeof expected === 'object' && expected !== null && 'sha256' in expected) {
    return typeof found === 'string' && createHash('sha256').update(found, 'utf8').digest('hex') === expected.sha256;
  }
  return JSON.stringify(expected) === JSON.stringify(found);
}
