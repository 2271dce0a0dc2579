import { expect, test } from 'vitest';
import { coreText } from '#shared/meetings/scheduler/breaks/core-words.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const names = { person: (id: string) => id.toUpperCase(), request: (id: string) => id, start: (slot: number) => `start ${slot}` };
const guests = (allowedSlots: number[]) => ['ben', 'cy', 'dee'].map((guest) => request(guest, ['ana', guest], { must: true, allowedSlots }));

test('a core is told in one sentence: nowhere to go, a wrong pin, a person or rooms asked for too much, breaks, or only that they cannot all be', () => {
  expect([
    coreText(problemWith({ requests: [request('q', ['ana', 'ben'], { allowedSlots: [] })] }), ['q'], names),
    coreText(problemWith({ requests: guests([0, 1]) }), ['ben', 'cy', 'dee'], names),
    coreText(problemWith({ requests: guests([0, 1, 2]), objective: { kind: 'breaks', fairness: 0 } }), ['ben', 'cy', 'fairness'], names),
    coreText(problemWith({ requests: [request('q', ['ana', 'ben'], { allowedSlots: [0, 1] })], pins: [{ request: 'q', slot: 2 }] }), ['q'], names),
    coreText(problemWith({ requests: [request('q', ['ana', 'ben'], { allowedSlots: [0] }), request('r', ['cy', 'dee'], { allowedSlots: [0] })] }), ['q', 'r'], names),
    coreText(problemWith({ requests: [request('q', ['ana', 'ben'], { allowedSlots: [1] }), request('r', ['cy', 'dee'], { allowedSlots: [0, 1], length: 2 })] }), ['q', 'r'], names),
  ]).toEqual([
    'q has no start left that its people, its rooms and its own wishes allow.',
    'ANA is asked for 3 meetings that have 2 starts between them: ben, cy, dee. One must go, or get another start.',
    'Breaks cannot be shared as evenly as asked while ben, cy are all placed; give some of them other starts, or ask for less.',
    'q is pinned to start 2, which its people, its rooms or its own wishes do not allow.',
    '2 meetings have 1 place in rooms between them, at 1 start: q, r. One must go, or get another start or room.',
    'q, r cannot all be placed, though they can without any one of them.',
  ]);
});
