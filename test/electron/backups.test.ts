import { mkdtemp, readdir, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupsIn, rotation, snapshotsToKeep } from '#electron/backups.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';

const summit = 'summit1' as SummitId;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Snapshots at random moments of three years, each with an id that sorts as its time does. */
const someSnapshots = fc
  .uniqueArray(fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 11, 31) }), { maxLength: 200 })
  .map((moments) => moments.sort((one, other) => one - other).map((moment) => ({ id: String(moment), at: new Date(moment).toISOString() })));

describe('which snapshots stay', () => {
  test('the newest 24, and the newest of 14 days and 12 months', () => {
    fc.assert(
      fc.property(someSnapshots, (snapshots) => {
        const kept = snapshotsToKeep(snapshots);
        const newestFirst = [...snapshots].reverse();
        const newestOf = (length: number, count: number) => [...new Set(newestFirst.map(({ at }) => at.slice(0, length)))].slice(0, count).map((period) => newestFirst.find(({ at }) => at.startsWith(period))?.id);
        const expected = new Set([...newestFirst.slice(0, rotation.recent).map(({ id }) => id), ...newestOf(10, rotation.days), ...newestOf(7, rotation.months)]);
        expect([...kept].sort()).toEqual([...expected].sort());
        expect(kept.size).toBeLessThanOrEqual(rotation.recent + rotation.days + rotation.months);
      }),
    );
  });

  test('rotating after every snapshot keeps exactly what rotating once at the end would', () => {
    fc.assert(
      fc.property(someSnapshots, (snapshots) => {
        let there: typeof snapshots = [];
        for (const made of snapshots) {
          const kept = snapshotsToKeep([...there, made]);
          there = [...there, made].filter(({ id }) => kept.has(id));
        }
        expect(there.map(({ id }) => id).sort()).toEqual([...snapshotsToKeep(snapshots)].sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('snapshots on disk', () => {
  let folder: string;
  let now = Date.UTC(2026, 10, 21, 9);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summit-backups-'));
    now = Date.UTC(2026, 10, 21, 9);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const open = () => backupsIn(folder, () => now);

  test('what was written is listed newest first and read back', async () => {
    const first = valueOf(await open().write(summit, 'work', bytesOf('one')));
    const second = valueOf(await open().write(summit, 'bulk-edit', bytesOf('two')));
    expect(first).toEqual({ id: expect.stringMatching(/^20261121T090000000Z-work-/) as string, summit, at: '2026-11-21T09:00:00.000Z', reason: 'work', bytes: 3 });
    expect(second.at).toBe('2026-11-21T09:00:00.001Z');
    expect(valueOf(await open().list())).toEqual([second, first]);
    expect(valueOf(await open().read(summit, first.id)).bytes).toEqual(bytesOf('one'));
  });

  test('a clock set back still gives the newest snapshot the newest name', async () => {
    await open().write(summit, 'work', bytesOf('one'));
    now -= 24 * 3600 * 1000;
    const later = valueOf(await open().write(summit, 'work', bytesOf('two')));
    expect(valueOf(await open().list())[0]).toEqual(later);
  });

  test('a flipped bit is told, not handed out', async () => {
    const { id } = valueOf(await open().write(summit, 'import', bytesOf('everything')));
    const path = join(folder, 'summit1', `${id}.summit`);
    const bytes = await readFile(path);
    bytes[3] = (bytes[3] as number) ^ 4;
    await writeFile(path, bytes);
    expect(await open().read(summit, id)).toEqual({ ok: false, problem: { code: 'file-damaged', file: `${id}.summit` } });
  });

  test('old snapshots go as the rotation says, and strangers in the folder stay', async () => {
    const backups = open();
    await backups.write(summit, 'work', bytesOf('0'));
    await writeFile(join(folder, 'summit1', 'notes.txt'), 'mine');
    for (let count = 1; count < 30; count += 1) {
      now += 600_000;
      await backups.write(summit, 'work', bytesOf(String(count)));
    }
    expect(valueOf(await backups.list()).length).toBe(rotation.recent);
    expect(await readdir(join(folder, 'summit1'))).toContain('notes.txt');
  });
});
