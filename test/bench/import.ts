import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeFolder } from './import/large-folder.ts';
import { type Piece, piecesFrom, type Work } from './import/pieces.ts';
import { exportsToRead, line } from './measure.ts';

/** Reading exports — recognised, normalised, judged row by row — against papaparse splitting the same bytes into cells: a folder as it comes, and 5,000 partners with 15,000 contacts. */
export async function* bench(): AsyncGenerator<string> {
  const piece = await piecesFrom();
  const { name, folder, files } = exportsToRead();
  yield against(`reading ${name}, ${files.length} files`, 'reading', piece, folder);
  const large = mkdtempSync(join(tmpdir(), 'summit-bench-'));
  try {
    for (const file of largeFolder(5000, 15_000)) writeFileSync(join(large, file.name), file.bytes);
    yield against('reading 5,000 partners and 15,000 contacts', 'reading', piece, large);
    yield against('their whole dry run, with every edit made and duplicates proposed', 'dry-run', piece, large);
    const [alone, reading, whole] = (['papaparse', 'reading', 'dry-run'] as const).map((work) => piece(large, work, 0));
    const peak = (one: Piece | undefined) => `${(one?.peakMegabytes ?? 0).toFixed(0)} MB`;
    yield `${whole?.said}; peak memory of a process that does it once: papaparse ${peak(alone)}, reading ${peak(reading)}, dry run ${peak(whole)}`;
  } finally {
    rmSync(large, { recursive: true, force: true });
  }
}

const rounds = 3;
const runs = 5;

/** The middle of all runs in several processes of each, turn by turn, so that a busy machine slows both. */
function against(what: string, work: Work, piece: (folder: string, work: Work, runs: number) => Piece, folder: string): string {
  const [alone, whole]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    alone.push(...piece(folder, 'papaparse', runs).milliseconds);
    whole.push(...piece(folder, work, runs).milliseconds);
  }
  return `${line(what, middle(whole), { name: 'papaparse alone', milliseconds: middle(alone) }, '4×')} (CPU, the middle of ${rounds * runs})`;
}

function middle(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
