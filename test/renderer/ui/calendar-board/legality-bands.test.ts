import { expect, test } from 'vitest';
import type { BoardTarget, Legality } from '#renderer/ui/calendar-board/board.ts';
import { bandsOf, rememberingJudge } from '#renderer/ui/calendar-board/legality-bands.ts';
import { nextPossible, type Bounds } from '#renderer/ui/calendar-board/use-moving.ts';

const event = { id: 'e', title: 'E', start: '2026-03-28T09:00', end: '2026-03-28T09:30', resourceIds: ['a'] };
const hours = { day: '2026-03-28', fromHour: '09:00', toHour: '11:00', snapMinutes: 15 };
const bounds: Bounds = { days: ['2026-03-28'], fromHour: '09:00', toHour: '11:00', snapMinutes: 15, resources: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id })) };
/** Column a is free at ten, column d from half past nine; the rest is lunch. */
const judge = ({ resourceId, start }: BoardTarget): Legality => {
  const time = start.slice(11);
  if (resourceId === 'a' && time === '10:00') return { verdict: 'legal' };
  if (resourceId === 'd' && time >= '09:30') return { verdict: 'swap', note: 'Swap with X' };
  return { verdict: 'illegal', reason: `Lunch at ${time}`, short: 'Lunch' };
};
const at = (resourceId: string, time: string): BoardTarget => ({ resourceId, start: `2026-03-28T${time}`, end: `2026-03-28T${time}`, fromResourceId: 'a' });

test('starts that mean the same are one run down a column, up to the last that ends within the hours', () => {
  expect(bandsOf(judge, event, 'a', 'a', hours).map(({ start, end, legality }) => [start.slice(11), end.slice(11), legality.verdict])).toEqual([['09:00', '10:00', 'illegal'], ['10:00', '10:15', 'legal'], ['10:15', '10:45', 'illegal']]);
});

test('a jump goes over what is not possible, down the column and across columns to the nearest time', () => {
  expect(nextPossible(at('a', '09:00'), bounds, { slots: 1 }, judge)).toMatchObject({ resourceId: 'a', start: '2026-03-28T10:00' });
  expect(nextPossible(at('a', '09:00'), bounds, { columns: 1 }, judge)).toMatchObject({ resourceId: 'd', start: '2026-03-28T09:30' });
  expect(nextPossible(at('a', '10:00'), bounds, { slots: 1 }, judge)).toBe(null);
});

test('each place is judged once for as long as one event is on the move', () => {
  let asked = 0;
  const remembering = rememberingJudge(event, (_, target) => { asked += 1; return judge(target); });
  for (let turn = 0; turn < 3; turn++) remembering(at('a', '10:00'));
  expect(asked).toBe(1);
});
