// One piece of work in a process of its own, so that seconds and memory are its own: FOLDER papaparse|reading|dry-run RUNS; prints one JSON line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { newSnapshot } from '#shared/workspace/snapshot.ts';
import type { Piece } from './pieces.ts';

const [folder = '', work = '', runs = '0'] = process.argv.slice(2);
const files = readdirSync(folder).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
const pieces: Readonly<Record<string, () => unknown>> = {
  papaparse: () => files.map(({ bytes }) => Papa.parse(new TextDecoder().decode(bytes))),
  reading: () => readFolder(files),
  'dry-run': dryRun,
};

// The first turn warms up; what it left is its peak.
const said = await pieces[work]?.();
const peakMegabytes = peakKilobytes() / 1024;
const milliseconds: number[] = [];
for (let run = 0; run < Number(runs); run++) {
  const began = process.cpuUsage();
  await pieces[work]?.();
  const { user, system } = process.cpuUsage(began);
  milliseconds.push((user + system) / 1000);
}
console.log(JSON.stringify({ milliseconds, peakMegabytes, said: typeof said === 'string' ? said : '' } satisfies Piece));

/** Linux counts into `maxRSS` what the process that started this one held. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}

async function dryRun(): Promise<string> {
  const random = seeded(7);
  const { change, pairs } = await importProposal(await readFolder(files), newSnapshot('summit' as SummitId, 'Summit'), mintFrom(() => random.below(256)));
  return `${change.edits.length} edits, ${pairs.length} pairs`;
}
