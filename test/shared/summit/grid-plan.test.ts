import { describe, expect, test } from 'vitest';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom, type RoomId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { LocalTime } from '#shared/kernel/time.ts';
import { meetingsInSpan } from '#shared/summit/capacity.ts';
import { addBlocks, gridPlan, type GridWish, usualWish } from '#shared/summit/grid-plan.ts';
import { slotGrid } from '#shared/summit/slot-grid.ts';
import { aSummit, day, on } from '#test/support/meeting-builders.ts';

const rooms = [{ name: 'Suite 1' }, { name: 'Suite 2', parallelMeetings: 2 }];
/** A plenary 09:00–10:30, lunch 12:30–13:30 and an evening from 17:00 on a day open 08:00–18:00. */
const agenda = aSummit({
  rooms,
  sessions: [
    { title: 'Keynote', kind: 'Plenary', startsAt: on('09:00'), endsAt: on('10:30'), audience: 'All attendees' },
    { title: 'Lunch', kind: 'Meal', startsAt: on('12:30'), endsAt: on('13:30') },
    { title: 'Pricing', kind: 'Breakout', startsAt: on('14:00'), endsAt: on('15:00'), rooms: ['room-1' as RoomId] },
    { title: 'Evening', kind: 'Social', startsAt: on('17:00'), endsAt: on('23:00') },
  ],
});
const wish: GridWish = { ...usualWish(agenda), rooms: ['room-1' as RoomId, 'room-2' as RoomId] };
const hours = (blocks: readonly { startsAt: string; endsAt: string }[]) => blocks.map(({ startsAt, endsAt }) => `${startsAt.slice(11)}–${endsAt.slice(11)}`);

describe('meeting blocks are proposed', () => {
  test('between what everybody attends, with the break kept before the next session', () => {
    expect(hours(gridPlan(agenda, { ...wish, leastBlockMinutes: 30 }, []).blocks)).toEqual(['08:00–08:55', '10:30–12:25', '13:30–16:55']);
  });
  test('between every session, when asked, and not shorter than asked', () => {
    expect(hours(gridPlan(agenda, { ...wish, around: 'every' }, []).blocks)).toEqual(['10:30–12:25', '15:00–16:55']);
  });
  test('outside a lunch that the agenda does not have', () => {
    const hungry = aSummit({ rooms, sessions: [] });
    expect(usualWish(hungry).lunch).toEqual({ from: '12:30', to: '13:30' });
    expect(hours(gridPlan(hungry, usualWish(hungry), []).blocks)).toEqual(['08:00–12:25', '13:30–18:00']);
    expect(usualWish(agenda).lunch).toBe(null);
  });
  test('beside the blocks there are, whose capacity counts', () => {
    const plan = gridPlan(aSummit({ rooms, sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('08:00'), endsAt: on('12:00') }] }), { ...wish, lunch: null }, []);
    expect([hours(plan.blocks), plan.present]).toEqual([['12:00–18:00'], 3 * meetingsInSpan({ gridMinutes: 15, breakMinutes: 5 }, { startsAt: on('08:00'), endsAt: on('12:00') }, 30)]);
  });
});

describe('the capacity of a plan', () => {
  test('is the starts times the tables, less what a session takes of a room', () => {
    const { blocks, tables } = gridPlan(agenda, wish, []);
    // 115 minutes hold 30-minute meetings every 45 minutes: at 0, 45 and … 85 is the last possible start.
    expect(blocks.map(({ starts, capacity }) => [starts, capacity])).toEqual([[2, 6], [4, 2 * 4 + 1 + 2]]);
    expect(tables).toBe(3);
  });
  test('is held against the meetings asked for, longer ones by the time they take', () => {
    const plan = gridPlan(agenda, wish, [30, 30, 60]);
    expect([plan.demand, plan.advice]).toEqual([2 + 75 / 45, null]);
  });
  test('says how many tables or starts would do, with 10 to 20 % to spare', () => {
    const plan = gridPlan(agenda, wish, Array.from({ length: 40 }, () => 30));
    expect(plan.advice).toEqual({ tables: { least: Math.ceil(44 / 6), most: Math.ceil(48 / 6) }, starts: { least: Math.ceil(44 / 3), most: Math.ceil(48 / 3) } });
  });
});

describe('a plan that is taken', () => {
  test('adds its blocks and sets the grid in one step, and the scheduler finds their starts', () => {
    const plan = gridPlan(agenda, { ...wish, gridMinutes: 20, lunch: { from: '12:00' as LocalTime, to: '13:30' as LocalTime } }, []);
    const change = valueOf(addBlocks(agenda, plan, mintFrom(() => 3)));
    const after = apply(agenda, change.edits);
    expect([change.label, [...after.summits.values()].map(({ gridMinutes }) => gridMinutes)]).toEqual(['Add 2 meeting blocks', [20]]);
    expect(slotGrid(after).filter(({ tail }) => !tail)[0]).toMatchObject({ startsAt: plan.blocks[0]?.startsAt, day });
  });
  test('is refused without a block or a room', () => {
    expect(addBlocks(agenda, { wish, blocks: [] }, mintFrom(() => 3))).toMatchObject({ problem: { code: 'no-block-to-add' } });
    expect(addBlocks(agenda, { ...gridPlan(agenda, wish, []), wish: { ...wish, rooms: [] } }, mintFrom(() => 3))).toMatchObject({ problem: { code: 'no-room-chosen' } });
  });
});
