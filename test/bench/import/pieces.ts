import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What one process measured: CPU of each run, and the most memory it held after the first. */
export type Piece = { readonly milliseconds: readonly number[]; readonly peakMegabytes: number; readonly said: string };

export type Work = 'papaparse' | 'reading' | 'dry-run';

const root = new URL('../../..', import.meta.url).pathname;
const { bundleForNode } = (await import(join(root, 'build/node-bundle.mjs'))) as { bundleForNode(parts: { entry: string; outFile: string }): Promise<void> };

/** Runs pieces of work as they ship, in one file, each in a process of its own: neither pays for what the other leaves in memory. */
export async function piecesFrom(): Promise<(folder: string, work: Work, runs: number) => Piece> {
  await bundleForNode({ entry: 'test/bench/import/piece.ts', outFile: 'dist/bench/import-piece.mjs' });
  return (folder, work, runs) => JSON.parse(execFileSync(process.execPath, [join(root, 'dist/bench/import-piece.mjs'), folder, work, String(runs)], { encoding: 'utf8' })) as Piece;
}
