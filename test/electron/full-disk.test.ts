import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { backupsIn } from '#electron/backups.ts';
import { writeAtomically } from '#electron/disk.ts';
import { journalsIn } from '#electron/journal.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';

const summit = 'summit1' as SummitId;
const kilobytes = 64;
const line = (order: number) => JSON.stringify({ id: `c${order}`, parent: order === 1 ? null : `c${order - 1}`, order, checksum: 'x', note: 'n'.repeat(3000) });

const folder = mkdtempSync(join(tmpdir(), 'summit-tiny-'));
const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' }).status === 0;

afterAll(() => {
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

if (!isMounted) {
  console.log('No tiny file system can be mounted here (that needs root on Linux): the full disk is not tried.');
  test('tiny file system absent', () => expect(isMounted).toBe(false));
}

describe.runIf(isMounted)(`a disk of ${kilobytes} KB that fills up`, () => {
  beforeEach(async () => {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  });

  test('the journal refuses the line that does not fit, keeps every acknowledged one, and goes on when there is room', async () => {
    await writeFile(join(folder, 'ballast'), Buffer.alloc(20 * 1024));
    const journals = journalsIn(folder, () => 's');
    let acknowledged = 0;
    let refusal: unknown = null;
    while (refusal === null) {
      const answer = await journals.append(summit, [line(acknowledged + 1)]);
      if (answer.ok) acknowledged += 1;
      else refusal = answer.problem;
    }
    expect(refusal).toEqual({ code: 'disk-full', file: 'summit1.journal' });
    expect(acknowledged).toBeGreaterThan(5);
    const expected = Array.from({ length: acknowledged }, (_, index) => line(index + 1));
    expect(valueOf(await journalsIn(folder, () => 's').read(summit, 0))).toEqual({ lines: expected, next: null, damage: null });

    await rm(join(folder, 'ballast'));
    expect(await journals.append(summit, [line(acknowledged + 1)])).toEqual({ ok: true, value: { lines: acknowledged + 1 } });
  });

  test('a file that does not fit leaves the old one whole and nothing half-written', async () => {
    const path = join(folder, 'plan.summit');
    await writeFile(path, 'old');
    expect(await writeAtomically(path, new Uint8Array(100 * 1024))).toEqual({ ok: false, problem: { code: 'disk-full', file: 'plan.summit' } });
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', ['plan.summit']]);
  });

  test('a snapshot that does not fit costs none of the earlier ones', async () => {
    const backups = backupsIn(folder, () => Date.UTC(2026, 10, 21));
    const kept = valueOf(await backups.write(summit, 'work', new Uint8Array(10 * 1024)));
    expect(await backups.write(summit, 'work', new Uint8Array(100 * 1024))).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
    expect(valueOf(await backups.list())).toEqual([kept]);
  });

  test('a disk made read-only is named as such', async () => {
    const journals = journalsIn(folder, () => 's');
    await journals.append(summit, [line(1)]);
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    const answer = await journals.append(summit, [line(2)]);
    spawnSync('mount', ['-o', `remount,rw,size=${kilobytes}k`, folder]);
    expect(answer).toEqual({ ok: false, problem: { code: 'disk-read-only', file: 'summit1.journal' } });
    expect(await journals.append(summit, [line(2)])).toEqual({ ok: true, value: { lines: 2 } });
  });
});
