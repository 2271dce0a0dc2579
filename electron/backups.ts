import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { snapshotReason, type SnapshotReason, type SnapshotSummary } from '#shared/bridge/contract.ts';
import { fileLimits } from '#shared/bridge/file-kind.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { idSchema, type SummitId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { diskProblem, readWithin, writeAtomically } from './disk.ts';
import { fileStemOf } from './journal.ts';

/** Whole copies of summits beside the journals. Their names carry time, reason and digest, so that a listing needs no file opened. */
export type Backups = {
  write(summit: SummitId, reason: SnapshotReason, bytes: Uint8Array): Promise<Result<SnapshotSummary, BridgeProblem>>;
  list(): Promise<Result<SnapshotSummary[], BridgeProblem>>;
  read(summit: SummitId, id: string): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }, BridgeProblem>>;
};

/** How many copies stay: the newest, and the newest of each day and month (UTC) that has any. */
export const rotation = { recent: 24, days: 14, months: 12 } as const;

/** Snapshots in a folder, newest first. `now` is the clock, in milliseconds since 1970. */
export function backupsIn(folder: string, now: () => number): Backups {
  async function listOf(summit: SummitId): Promise<SnapshotSummary[]> {
    const home = join(folder, fileStemOf(summit));
    const names = await readdir(home).catch(() => []);
    const found = await Promise.all(names.map((name) => summaryOf(summit, home, name)));
    return found.filter((summary) => summary !== null).sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  return {
    async write(summit, reason, bytes) {
      const home = join(folder, fileStemOf(summit));
      try {
        await mkdir(home, { recursive: true });
        const earlier = await listOf(summit);
        // Two copies in one millisecond, or a clock set back, must still sort after what is there.
        const atMs = Math.max(now(), earlier[0] ? Date.parse(earlier[0].at) + 1 : 0);
        const id = `${new Date(atMs).toISOString().replaceAll(/[-:.]/g, '')}-${reason}-${digestOf(bytes)}`;
        const written = await writeAtomically(join(home, `${id}.summit`), bytes);
        if (!written.ok) return written;
        const made: SnapshotSummary = { id, summit, at: new Date(atMs).toISOString(), reason, bytes: bytes.byteLength };
        const kept = snapshotsToKeep([made, ...earlier]);
        // A copy that cannot be removed is no reason to refuse the new one.
        await Promise.all(earlier.filter(({ id: old }) => !kept.has(old)).map(({ id: old }) => rm(join(home, `${old}.summit`), { force: true }).catch(() => undefined)));
        return ok(made);
      } catch (thrown) {
        return err(diskProblem(thrown, basename(home)));
      }
    },

    async list() {
      try {
        const homes = await readdir(folder).catch(() => []);
        const summits = homes.map(summitOfStem).filter((summit) => summit !== null);
        return ok((await Promise.all(summits.map(listOf))).flat());
      } catch (thrown) {
        return err(diskProblem(thrown, basename(folder)));
      }
    },

    async read(summit, id) {
      const file = `${id}.summit`;
      const found = await readWithin(join(folder, fileStemOf(summit), file), fileLimits.fileBytes);
      if (!found.ok) return found;
      return digestOf(found.value) === id.slice(-16) ? ok({ bytes: found.value }) : err({ code: 'file-damaged', file });
    },
  };
}

/** The ids to keep of one summit's snapshots: 24 newest, the newest of each of the last 14 days that have one, and of each of the last 12 months. */
export function snapshotsToKeep(snapshots: readonly Pick<SnapshotSummary, 'id' | 'at'>[]): ReadonlySet<string> {
  const newestFirst = [...snapshots].sort((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1));
  const newestOfEach = (period: (at: string) => string, count: number) => {
    const newest = new Map<string, string>();
    for (const { id, at } of newestFirst) if (!newest.has(period(at))) newest.set(period(at), id);
    return [...newest.values()].slice(0, count);
  };
  return new Set([
    ...newestFirst.slice(0, rotation.recent).map(({ id }) => id),
    ...newestOfEach((at) => at.slice(0, 10), rotation.days),
    ...newestOfEach((at) => at.slice(0, 7), rotation.months),
  ]);
}

async function summaryOf(summit: SummitId, home: string, name: string): Promise<SnapshotSummary | null> {
  const parts = /^((\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z-]+)-[0-9a-f]{16})\.summit$/.exec(name);
  const reason = snapshotReason.safeParse(parts?.[9]);
  if (!parts || !reason.success) return null;
  const [, id, year, month, day, hour, minute, second, millisecond] = parts;
  const found = await stat(join(home, name)).catch(() => null);
  return found && { id: id as string, summit, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`, reason: reason.data, bytes: found.size };
}

function summitOfStem(stem: string): SummitId | null {
  try {
    return idSchema<SummitId>().safeParse(decodeURIComponent(stem.replaceAll('_', '%'))).data ?? null;
  } catch {
    return null;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
