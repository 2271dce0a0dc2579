import { expect, test } from 'vitest';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const faults = (input: unknown) => {
  const read = readProblem(input);
  return read.ok ? [] : read.problem.faults.map(({ where }) => where);
};

test('a field the form does not know is refused with its place', () => {
  expect(faults({ ...problemWith(), colour: 'red' })).toEqual(['']);
  expect(faults({ ...problemWith(), requests: [{ ...request('q', ['ana', 'ben']), colour: 'red' }] })).toEqual(['requests.0']);
});

test('ids that are used twice or point nowhere, and slots outside the grid, are refused with their places', () => {
  const sound = problemWith({ requests: [request('q', ['ana', 'ben'])] });
  expect(faults(sound)).toEqual([]);
  expect(faults({ ...sound, requests: [request('q', ['ana', 'ben']), request('q', ['ana', 'zoe'])] })).toEqual(['requests.1.id', 'requests.1.people']);
  expect(faults({ ...sound, requests: [request('q', ['ana', 'ana'])] })).toEqual(['requests.0.people']);
  expect(faults({ ...sound, pins: [{ request: 'q', slot: 6 }] })).toEqual(['pins.0.slot']);
  expect(faults({ ...sound, precedences: [['q', 'q']] })).toEqual(['precedences.0']);
  expect(faults({ ...sound, rooms: [{ ...sound.rooms[0], unavailable: [9] }] })).toEqual(['rooms.0.unavailable']);
});
