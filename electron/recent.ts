import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { channels, type RecentSummit } from '#shared/bridge/contract.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { writeAtomically } from './disk.ts';

const longest = 12;
const file = z.object({ version: z.literal(1), summits: channels['recent.list'].answer });

export type RecentSummits = {
  list(): Promise<RecentSummit[]>;
  note(summit: SummitId, name: string): Promise<Result<null, BridgeProblem>>;
};

/** The last twelve summits opened, newest first, in one small file. An unreadable file is an empty list: nothing in it is dear. */
export function recentSummitsIn(path: string, now: () => number): RecentSummits {
  const list = async () => {
    try {
      return file.parse(JSON.parse(await readFile(path, 'utf8'))).summits;
    } catch {
      return [];
    }
  };
  return {
    list,
    async note(summit, name) {
      const others = (await list()).filter((recent) => recent.summit !== summit);
      const summits = [{ summit, name, openedAt: new Date(now()).toISOString() }, ...others].slice(0, longest);
      await mkdir(dirname(path), { recursive: true });
      const written = await writeAtomically(path, new TextEncoder().encode(JSON.stringify({ version: 1, summits })));
      return written.ok ? ok(null) : written;
    },
  };
}
