import { expect, test } from 'vitest';
import { instantOf, plusMinutes, wallOf } from '#renderer/ui/calendar-board/board.ts';
import { neighbourOf } from '#renderer/ui/calendar-board/neighbour.ts';
import { stepped } from '#renderer/ui/calendar-board/use-moving.ts';

const bounds = { days: ['2026-03-28', '2026-03-29'], fromHour: '02:00', toHour: '18:00', snapMinutes: 15, resources: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] };
const target = { start: '2026-03-28T17:15', end: '2026-03-28T17:45', resourceId: 'a', fromResourceId: 'a' };

test('a step by keyboard stops where the visible hours end', () => {
  expect(stepped(stepped(target, bounds, { slots: 1 }), bounds, { slots: 1 }).end).toBe('2026-03-28T18:00');
});

test('a step sideways stops at the last column', () => {
  expect(stepped(stepped(target, bounds, { columns: 1 }), bounds, { columns: 1 }).resourceId).toBe('b');
});

test('a step to the next day keeps the time of day', () => {
  expect(stepped(target, bounds, { days: 1 }).start).toBe('2026-03-29T17:15');
});

test('times in the hour that daylight saving leaves out stay as they are written', () => {
  expect([wallOf(instantOf('2026-03-29T02:30')), plusMinutes('2026-03-29T01:45', 60)]).toEqual(['2026-03-29T02:30', '2026-03-29T02:45']);
});

test('an arrow to the side goes to the event nearest in time', () => {
  const event = (id: string, resourceId: string, start: string) => ({ id, title: id, start: `2026-03-28T${start}`, end: `2026-03-28T${start}`, resourceIds: [resourceId] });
  const events = [event('x', 'a', '11:00'), event('early', 'b', '09:00'), event('near', 'b', '11:30')];
  expect(neighbourOf({ id: 'x', resourceId: 'a' }, 'ArrowRight', events, bounds.resources)).toEqual({ id: 'near', resourceId: 'b' });
});
