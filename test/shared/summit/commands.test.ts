import { describe, expect, test } from 'vitest';
import { apply, inverse } from '#shared/kernel/change.ts';
import type { RoomId, SessionId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { addSession, copySession, editSession, moveSession, resizeSession } from '#shared/summit/commands.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';

const id = 'session-1' as SessionId;
const mint = () => 'minted' as never;
const tables = aSummit({ sessions: [{ title: 'Keynote', code: 'S1', kind: 'Plenary', startsAt: on('09:00'), endsAt: on('10:30'), rooms: ['room-1' as RoomId] }] });
const keynote = tables.sessions.get(id);

describe('a session', () => {
  test('is moved with its length, into another room where one is named, and back again', () => {
    const moved = valueOf(moveSession(tables, id, on('11:15'), { from: 'room-1' as RoomId, to: 'room-2' as RoomId }));
    const after = apply(tables, moved.edits);
    expect([moved.label, after.sessions.get(id)]).toEqual(['Move Keynote', { ...keynote, startsAt: on('11:15'), endsAt: on('12:45'), rooms: ['room-2'] }]);
    expect(apply(after, inverse(moved).edits)).toEqual(tables);
  });
  test('is resized, but never to nothing', () => {
    expect(apply(tables, valueOf(resizeSession(tables, id, on('09:00'), on('09:45'))).edits).sessions.get(id)).toEqual({ ...keynote, endsAt: on('09:45') });
    expect(resizeSession(tables, id, on('09:00'), on('09:00'))).toEqual({ ok: false, problem: { code: 'session-ends-before-start' } });
  });
  test('is copied without its code', () => {
    expect(apply(tables, valueOf(copySession(tables, id, mint, { startsAt: on('14:00') })).edits).sessions.get('minted' as SessionId)).toEqual({ ...keynote, id: 'minted', code: '', startsAt: on('14:00'), endsAt: on('15:30') });
  });
  test('is added making its audience busy as its kind does, and needs a title', () => {
    const added = valueOf(addSession({ title: ' Lunch ', kind: 'Meal', startsAt: on('12:30'), endsAt: on('13:30') }, mint));
    expect(added).toEqual({ label: 'Add Lunch', edits: [{ table: 'sessions', id: 'minted', before: null, after: { id: 'minted', code: '', title: 'Lunch', kind: 'Meal', startsAt: on('12:30'), endsAt: on('13:30'), rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: false } }] });
    expect(editSession(tables, id, { title: '  ' })).toEqual({ ok: false, problem: { code: 'session-needs-a-title' } });
  });
});
