import { expect, test } from 'vitest';
import type { RoomId, SummitId } from '#shared/kernel/ids.ts';
import { walkMinutes } from '#shared/meetings/walk-minutes.ts';
import { blankRoom } from '#shared/summit/room.ts';
import { blankSummit, type Summit } from '#shared/summit/summit.ts';
import { setWalk } from '#shared/summit/walks.ts';

test('the walk between two places is one number, whichever way, whatever the capitals; 0 forgets it', () => {
  const summit = blankSummit('summit' as SummitId, 'Summit');
  const after = (row: Summit, ...walk: [string, string, number]) => setWalk(row, ...walk).edits[0]?.after as Summit;
  const once = after(summit, 'Ground', 'First', 6);
  const again = after(once, 'FIRST', 'ground', 8);
  expect([once.walking, again.walking, after(again, 'Ground', 'first', 0).walking]).toEqual([[{ from: 'Ground', to: 'First', minutes: 6 }], [{ from: 'FIRST', to: 'ground', minutes: 8 }], []]);
  const rooms = new Map(['ground ', 'First', ''].map((floor, index) => [`room-${index}` as RoomId, { ...blankRoom(`room-${index}` as RoomId, floor), floor }]));
  const walk = walkMinutes({ summits: new Map([[again.id, again]]), rooms });
  const minutes = (from: number, to: number) => walk(`room-${from}` as RoomId, `room-${to}` as RoomId);
  expect([minutes(0, 1), minutes(1, 0), minutes(0, 0), minutes(0, 2), walk.longest]).toEqual([8, 8, 0, 0, 8]);
});
