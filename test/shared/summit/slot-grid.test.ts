import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoomId } from '#shared/kernel/ids.ts';
import { addMinutes, minutesBetween, timeOf } from '#shared/kernel/time.ts';
import { meetingTime } from '#shared/summit/meeting-time.ts';
import { slotGrid, slotsTaken } from '#shared/summit/slot-grid.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';
import { randomSummit } from '../../support/random-summit.ts';

const shown = (summit: Parameters<typeof slotGrid>[0]) => slotGrid(summit).map(({ startsAt, tail, block }) => `${block} ${timeOf(startsAt)}${tail ? ' tail' : ''}`);

describe('the slot grid', () => {
  test('begins with each block and leaves a tail for the break after the last meeting', () => {
    const summit = aSummit({ summit: { gridMinutes: 30, breakMinutes: 10 }, sessions: [
      { kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:00') }, { kind: 'Meeting block', startsAt: on('16:10'), endsAt: on('17:00') },
    ] });
    expect(shown(summit)).toEqual(['0 13:30', '0 14:00', '0 14:30', '0 15:00 tail', '1 16:10', '1 16:40']);
  });

  test('joins blocks that touch, and begins the next stretch a break after the last', () => {
    const summit = aSummit({ summit: { gridMinutes: 30, breakMinutes: 10 }, sessions: [
      { kind: 'Meeting block', startsAt: on('13:00'), endsAt: on('13:30') }, { kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('14:00') }, { kind: 'Meeting block', startsAt: on('14:05'), endsAt: on('15:00') },
    ] });
    expect(shown(summit)).toEqual(['0 13:00', '0 13:30', '0 14:00 tail', '1 14:10', '1 14:40']);
  });

  test('takes in free time only where the planner allows it, between all sessions and within opening hours', () => {
    const sessions = [{ kind: 'Plenary' as const, startsAt: on('08:00'), endsAt: on('12:00') }, { kind: 'Meal' as const, startsAt: on('13:00'), endsAt: on('17:30') }];
    expect(shown(aSummit({ sessions }))).toEqual([]);
    expect(shown(aSummit({ sessions, summit: { gridMinutes: 30, breakMinutes: 0, meetOutsideBlocks: true } }))).toEqual(['0 12:00', '0 12:30', '1 17:30']);
  });

  test('passes over blocks that end before they begin or last no time', () => {
    expect(shown(aSummit({ sessions: [{ kind: 'Meeting block', startsAt: on('15:00'), endsAt: on('14:00') }, { kind: 'Meeting block', startsAt: on('15:00'), endsAt: on('15:00') }] }))).toEqual([]);
  });

  test('counts the break outside the meeting: half an hour and five minutes take three quarter-hours', () => {
    expect([20, 30, 45, 60].map((minutes) => slotsTaken({ gridMinutes: 15, breakMinutes: 5 }, minutes))).toEqual([2, 3, 4, 5]);
    expect([20, 30, 45, 60].map((minutes) => slotsTaken({ gridMinutes: 15, breakMinutes: 0 }, minutes))).toEqual([2, 2, 3, 4]);
  });

  test('always has room for a meeting and its break wherever the meeting itself fits its stretch', () => {
    fc.assert(fc.property(fc.integer({ min: 0 }), fc.constantFrom(20, 30, 45, 60), (seed, minutes) => {
      const tables = randomSummit(seed);
      const { stretches } = meetingTime(tables);
      const slots = slotGrid(tables);
      slots.forEach((slot, index) => {
        const stretch = stretches[slot.block];
        if (slot.tail || !stretch || addMinutes(slot.startsAt, minutes) > stretch.endsAt) return;
        const last = slots[index + slotsTaken(theSummit(tables), minutes) - 1];
        expect(last?.block).toBe(slot.block);
      });
      slots.forEach((slot, index) => { const next = slots[index + 1]; if (next) expect(minutesBetween(slot.endsAt, next.startsAt)).toBeGreaterThanOrEqual(0); });
    }), { numRuns: 100 });
  });
});

describe('meeting rooms', () => {
  test('are the rooms the block names and the home rooms; a block without rooms may use all', () => {
    const named = aSummit({ sessions: [{ kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:30'), rooms: ['room-1' as RoomId] }] });
    const open = (summit: Parameters<typeof meetingTime>[0], homes: RoomId[] = []) => [...meetingTime(summit, homes).openings].filter(([, spans]) => spans.length > 0).map(([room]) => room);
    expect(open(named)).toEqual(['room-1']);
    expect(open(named, ['room-2' as RoomId])).toEqual(['room-1', 'room-2']);
    expect(open(aSummit())).toEqual(['room-1', 'room-2']);
  });
});
