import { describe, expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { meetingsOf } from '#shared/meetings/scheduler/board/board.ts';
import { roomsByClauses } from '#shared/meetings/scheduler/breaks/rooms-by-clauses.ts';
import { breachesOf } from '#shared/meetings/scheduler/rule-book.ts';
import { compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const sat = await loadSatSolver();
const room = (id: string) => ({ id, parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] });
const chain = problemWith({
  requests: [request('either', ['ana', 'ben']), request('first', ['cy', 'dee'], { allowedRooms: ['hall'] }), request('long', ['eve', 'fay'], { length: 2 })],
  people: ['ana', 'ben', 'cy', 'dee', 'eve', 'fay'].map((id) => ({ id, unavailable: [] })),
  rooms: [room('hall'), room('den')],
});

function roomsAt(hours: Record<string, number>) {
  const compiled = compiledFor(chain, 1);
  const { requests } = compiled.facts.problem;
  const plan = roomsByClauses(compiled, sat, Int32Array.from(requests, ({ id }) => hours[id] ?? -1), () => false);
  if (plan === null) return null;
  expect(breachesOf(compiled.facts, meetingsOf(compiled, plan))).toEqual([]);
  return meetingsOf(compiled, plan).map(({ request: id, slot, room: where }) => `${id} ${slot} ${where}`).sort();
}

describe('rooms for meetings whose hours are fixed', () => {
  test('are found for all of them, each at its hour, where whoever comes first would take the room another needs', () => {
    expect(roomsAt({ either: 1, first: 0, long: 0 })).toEqual(['either 1 hall', 'first 0 hall', 'long 0 den']);
  });

  test('leave out what has no hour', () => {
    expect(roomsAt({ first: 2 })).toEqual(['first 2 hall']);
  });

  test('are not found where three meetings of an hour share two rooms', () => {
    expect(roomsAt({ either: 0, first: 0, long: 0 })).toBeNull();
  });
});
