import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SnapshotSummary } from '#shared/bridge/contract.ts';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { change, set } from '#shared/kernel/change.ts';
import { type DeviceId, mintFrom, type PartnerId, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { err, ok, valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { noteSummit } from '#renderer/app/known-summits.ts';
import type { Copies, LostSummit } from '#renderer/app/lost.ts';
import { goOnWithout, type Phase, restoreFromDisk, type Session, start } from '#renderer/app/start.ts';
import type { Bytes } from '#renderer/platform/platform.ts';
import { Database } from '#renderer/storage/database.ts';
import { load } from '#renderer/storage/load.ts';
import { begin } from '#renderer/storage/open.ts';
import { removeSummit } from '#renderer/storage/write.ts';
import { openWorkspace } from '#renderer/workspace/workspace.ts';
import { memoryDisk } from '#test/support/memory-disk.ts';

const random = seeded(11);
const clock = { now: '2027-03-01T08:00:00.000Z' as Instant };
const desk = { now: () => clock.now, mint: mintFrom(() => random.below(256)), device: 'laptop' as DeviceId, actor: () => 'Planner' };
const summit = 'summit' as SummitId;
const acme = blankPartner('acme' as PartnerId, 'Acme');
const spring: Snapshot = { ...newSnapshot(summit, 'Spring'), partners: new Map([[acme.id, acme]]) };

let disk: ReturnType<typeof memoryDisk>;
let copied: { readonly summary: SnapshotSummary; readonly bytes: Uint8Array }[];
let shown: Phase;
let session: Session;

const copies: Copies = {
  snapshots: () => Promise.resolve(ok(copied.map(({ summary }) => summary))),
  readSnapshot({ id }) {
    const found = copied.find(({ summary }) => summary.id === id);
    return Promise.resolve(found ? ok(found.bytes as Bytes) : err({ code: 'file-missing' as const, file: id }));
  },
};

beforeEach(async () => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, text: string) => stored.set(key, text) });
  clock.now = '2027-03-01T08:00:00.000Z' as Instant;
  disk = memoryDisk();
  copied = [];
  session = { database: new Database(`test-${random.next()}`), disk, copies, desk, show: (phase) => { shown = phase; } };
  valueOf(await begin(session.database, disk, spring, 'Open Spring', { ...desk, now: clock.now, actor: 'Planner' }));
});

function copyOf(snapshot: Snapshot, at: string): void {
  copied.push({ summary: { id: at, summit, at, reason: 'work', bytes: 0 }, bytes: writeSummitFile(snapshot, 'Spring', at as Instant) });
}

/** Moves Acme to a city at a time, saved in both homes. */
async function moved(city: string, at: string): Promise<Snapshot> {
  clock.now = at as Instant;
  const workspace = openWorkspace(valueOf(await load(session.database, summit)), session.database, disk, desk);
  workspace.commit(change(`Acme to ${city}`, [set('partners', acme, { city })]));
  await workspace.settled();
  return workspace.getState().snapshot;
}

async function launched(): Promise<Phase> {
  await start(session);
  return shown;
}

async function lostNow(): Promise<readonly LostSummit[]> {
  const phase = await launched();
  if (phase.is !== 'lost') throw new Error(`shown: ${phase.is}`);
  return phase.lost;
}

async function cityNow(): Promise<string | undefined> {
  return valueOf(await load(session.database, summit)).snapshot.partners.get(acme.id)?.city;
}

describe('an emptied database', () => {
  test('is never the welcome screen while a journal is on disk: it says by name what the journal holds', async () => {
    await moved('Ghent', '2027-03-01T09:00:00.000Z');
    await removeSummit(session.database, summit);
    expect(await launched()).toEqual({
      is: 'lost', isEmpty: true,
      lost: [{ summit, name: 'Spring', remains: { is: 'journal', changes: 2, lastAt: '2027-03-01T09:00:00.000Z', lastLabel: 'Acme to Ghent', isTorn: false, holds: { partners: 1, people: 0 } } }],
    });
    expect(await restoreFromDisk(session, await lostNow())).toBeNull();
    expect([shown.is, await cityNow()]).toEqual(['open', 'Ghent']);
  });

  test('with the journals and the notes gone as well offers the newest copy that can be read', async () => {
    copyOf(await moved('Ghent', '2027-03-01T09:00:00.000Z'), '2027-03-01T09:10:00.000Z');
    copyOf(await moved('Oslo', '2027-03-01T09:15:00.000Z'), '2027-03-01T09:20:00.000Z');
    copied.push({ summary: { id: 'torn', summit, at: '2027-03-01T09:30:00.000Z', reason: 'work', bytes: 0 }, bytes: new Uint8Array([1, 2, 3]) });
    await removeSummit(session.database, summit);
    disk.files.clear();
    localStorage.setItem('summit-planner.known', '[]');
    const lost = await lostNow();
    expect(lost).toMatchObject([{ name: 'Spring', remains: { is: 'copy', copy: { at: '2027-03-01T09:20:00.000Z' }, holds: { partners: 1, people: 0 } } }]);
    expect(await restoreFromDisk(session, lost)).toBeNull();
    expect([shown.is, await cityNow(), disk.files.get(summit)?.length]).toEqual(['open', 'Oslo', 1]);
  });

  test('takes the copy where the journal breaks off before it was made, and the journal where it reaches further', async () => {
    copyOf(await moved('Ghent', '2027-03-01T09:00:00.000Z'), '2027-03-01T09:10:00.000Z');
    await moved('Oslo', '2027-03-01T09:15:00.000Z');
    await moved('Turin', '2027-03-01T09:20:00.000Z');
    await removeSummit(session.database, summit);
    const lines = disk.files.get(summit) ?? [];
    disk.files.set(summit, lines.with(3, 'torn'));
    expect((await lostNow())[0]?.remains).toMatchObject({ is: 'journal', changes: 3, lastLabel: 'Acme to Oslo', isTorn: true });
    disk.files.set(summit, lines.with(1, 'torn'));
    expect((await lostNow())[0]?.remains).toMatchObject({ is: 'copy', copy: { at: '2027-03-01T09:10:00.000Z' } });
  });

  test('says plainly what cannot be read, keeps it on disk, and can be gone on without', async () => {
    noteSummit({ summit, name: 'Spring', savedAt: clock.now });
    await removeSummit(session.database, summit);
    disk.files.set(summit, ['not a line']);
    const lost = await lostNow();
    expect(lost).toEqual([{ summit, name: 'Spring', remains: { is: 'unreadable' } }]);
    await goOnWithout(session, lost);
    expect([shown.is, disk.files.get(summit)]).toEqual(['welcome', ['not a line']]);
    expect(await lostNow()).toEqual(lost);
  });

  test('of which only a note is left says when it was last saved, and forgets it when told to go on', async () => {
    noteSummit({ summit, name: 'Spring', savedAt: clock.now });
    await removeSummit(session.database, summit);
    disk.files.clear();
    const lost = await lostNow();
    expect(lost).toEqual([{ summit, name: 'Spring', remains: { is: 'note', savedAt: clock.now } }]);
    await goOnWithout(session, lost);
    expect((await launched()).is).toBe('welcome');
  });
});

describe('a database that lost one summit of two', () => {
  test('says so, and the other one can still be opened', async () => {
    const autumn = newSnapshot('autumn' as SummitId, 'Autumn');
    valueOf(await begin(session.database, disk, autumn, 'Open Autumn', { ...desk, now: clock.now, actor: 'Planner' }));
    await removeSummit(session.database, summit);
    const lost = await lostNow();
    expect([lost.map(({ name }) => name), shown.is === 'lost' && shown.isEmpty]).toEqual([['Spring'], false]);
    await goOnWithout(session, lost);
    expect(shown.is === 'open' && shown.workspace.getState().summit).toBe('autumn');
  });

  test('that cannot be read names the others', async () => {
    const autumn = newSnapshot('autumn' as SummitId, 'Autumn');
    valueOf(await begin(session.database, disk, autumn, 'Open Autumn', { ...desk, now: clock.now, actor: 'Planner' }));
    noteSummit({ summit, name: 'Spring', savedAt: clock.now });
    await session.database.lines.where('[summit+id]').between([summit, ''], [summit, '\uffff']).delete();
    const phase = await launched();
    expect(phase.is === 'damaged' && [phase.name, phase.problem, phase.others.map(({ name }) => name)]).toEqual(['Spring', { code: 'stored-lines-missing', expected: 1, found: 0 }, ['Autumn']]);
  });
});
