import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { add, change, drop, set } from '#shared/kernel/change.ts';
import { type DeviceId, mintFrom, type PartnerId, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { blankPartner, type Partner } from '#shared/partners/partner.ts';
import { newSnapshot, tableNames } from '#shared/workspace/snapshot.ts';
import { Database } from '#renderer/storage/database.ts';
import { load } from '#renderer/storage/load.ts';
import { begin, compare, takeFromDisk } from '#renderer/storage/open.ts';
import { removeSummit } from '#renderer/storage/write.ts';
import { openWorkspace, type Workspace } from '#renderer/workspace/workspace.ts';
import { memoryDisk } from '#test/support/memory-disk.ts';

const random = seeded(7);
const desk = {
  now: () => '2027-03-01T08:00:00.000Z' as Instant,
  mint: mintFrom(() => random.below(256)),
  device: 'laptop' as DeviceId,
  actor: () => 'Planner',
};
const acme = blankPartner('acme' as PartnerId, 'Acme');
const summit = 'summit' as SummitId;

let database: Database;
let disk: ReturnType<typeof memoryDisk>;

beforeEach(async () => {
  database = new Database(`test-${random.next()}`);
  disk = memoryDisk();
  valueOf(await begin(database, disk, newSnapshot(summit, 'Spring'), 'New summit', { ...desk, now: desk.now(), actor: 'Planner' }));
});

async function opened(): Promise<Workspace> {
  return openWorkspace(valueOf(await load(database, summit)), database, disk, desk);
}

function partners(workspace: Workspace): Partner[] {
  return [...workspace.getState().snapshot.partners.values()];
}

describe('a workspace', () => {
  test('takes a change at once and says saved when both homes hold it', async () => {
    const workspace = await opened();
    workspace.commit(change('Add Acme', [add('partners', acme)]));
    expect(workspace.getState().saving.is).toBe('saving');
    expect(partners(workspace)).toEqual([acme]);
    expect(await workspace.settled()).toEqual({ is: 'saved', at: desk.now() });
    expect(partners(await opened())).toEqual([acme]);
    expect(disk.files.get(summit)).toHaveLength(2);
  });

  test('takes back and does again also after a restart, but never the beginning', async () => {
    const before = await opened();
    before.commit(change('Add Acme', [add('partners', acme)]));
    before.commit(change('Rename Acme', [set('partners', acme, { name: 'Acme B.V.' })]));
    await before.settled();
    const workspace = await opened();
    expect(await workspace.undo()).toBe('Rename Acme');
    expect(partners(workspace)).toEqual([acme]);
    expect(await workspace.undo()).toBe('Add Acme');
    expect(await workspace.undo()).toBeNull();
    await workspace.settled();
    const later = await opened();
    expect(partners(later)).toEqual([]);
    expect([await later.redo(), await later.redo(), await later.redo()]).toEqual(['Add Acme', 'Rename Acme', null]);
    expect(partners(later)).toEqual([{ ...acme, name: 'Acme B.V.' }]);
  });

  test('keeps an undo to the fields its step touched', async () => {
    const workspace = await opened();
    workspace.commit(change('Add', [add('partners', acme)]));
    workspace.commit(change('City', [set('partners', acme, { city: 'Ghent' })]));
    await workspace.undo();
    await workspace.redo();
    expect(partners(workspace)).toEqual([{ ...acme, city: 'Ghent' }]);
  });

  test('keeps what a full disk refused, says so, and saves it in order when there is room', async () => {
    const workspace = await opened();
    disk.isFull = true;
    workspace.commit(change('Add Acme', [add('partners', acme)]));
    workspace.commit(change('Remove Acme', [drop('partners', acme)]));
    expect(await workspace.settled()).toEqual({ is: 'failed', waiting: 2, where: 'disk', code: 'disk-full' });
    disk.isFull = false;
    workspace.retrySaving();
    expect((await workspace.settled()).is).toBe('saved');
    expect(disk.files.get(summit)).toHaveLength(3);
    expect(await compare(database, disk, summit)).toEqual({ ok: true, value: { is: 'same' } });
  });

  test('is rebuilt from the disk when the database has lost it', async () => {
    const workspace = await opened();
    workspace.commit(change('Add Acme', [add('partners', acme)]));
    await workspace.settled();
    await removeSummit(database, summit);
    expect(await compare(database, disk, summit)).toEqual({ ok: true, value: { is: 'taken-from-disk', lines: 2 } });
    expect((await opened()).getState()).toEqual(workspace.getState());
  });

  test('notices a table that lost a row, and is rebuilt from the disk', async () => {
    const workspace = await opened();
    workspace.commit(change('Add Acme', [add('partners', acme)]));
    await workspace.settled();
    await database.rows('partners').delete([summit, acme.id]);
    expect(await load(database, summit)).toEqual({ ok: false, problem: { code: 'stored-rows-missing', table: 'partners', expected: 1, found: 0 } });
    valueOf(await takeFromDisk(database, disk, summit));
    expect((await opened()).getState()).toEqual(workspace.getState());
  });

  test('brings to the disk what only the database has', async () => {
    const workspace = await opened();
    workspace.commit(change('Add Acme', [add('partners', acme)]));
    await workspace.settled();
    disk.files.set(summit, disk.files.get(summit)?.slice(0, 1) ?? []);
    expect(await compare(database, disk, summit)).toEqual({ ok: true, value: { is: 'brought-to-disk', lines: 1 } });
    expect(disk.files.get(summit)).toHaveLength(2);
  });
});

describe('a store of the first version', () => {
  test('opens with everything in it, and takes rows of tables that came later', async () => {
    const first = new Dexie('first-version');
    first.version(1).stores({
      ...Object.fromEntries(tableNames.filter((table) => table !== 'runs' && table !== 'sentCalendars' && table !== 'lookAlikes').map((table) => [`rows_${table}`, '[summit+id]'])),
      lines: '[summit+order], [summit+id]', bodies: '[summit+id]', entries: 'summit', device: 'key',
    });
    await first.table('rows_partners').put({ summit, id: acme.id, schema: 1, row: acme });
    first.close();
    const later = new Database('first-version');
    await later.rows('runs').put({ summit, id: 'run', schema: 3, row: { id: 'run' } });
    await later.rows('sentCalendars').put({ summit, id: 'calendar', schema: 4, row: { id: 'calendar' } });
    await later.rows('lookAlikes').put({ summit, id: 'decision', schema: 5, row: { id: 'decision' } });
    expect([await later.rows('partners').count(), await later.rows('runs').count(), await later.rows('sentCalendars').count(), await later.rows('lookAlikes').count()]).toEqual([1, 1, 1, 1]);
    later.close();
  });
});
