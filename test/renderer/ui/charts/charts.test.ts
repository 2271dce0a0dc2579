import { expect, test } from 'vitest';
import { cumulativeShares } from '#renderer/ui/charts/concentration-curve.tsx';
import { niceTicks } from '#renderer/ui/charts/line-chart.tsx';

test('the concentration curve starts with the largest and ends with the whole', () => {
  expect(cumulativeShares([1, 6, 3])).toEqual([0.6, 0.9, 1]);
});

test('nothing to share draws a flat curve instead of dividing by nothing', () => {
  expect(cumulativeShares([0, 0])).toEqual([0, 0]);
});

test('ticks are round and hold both ends', () => {
  expect(niceTicks(0, 44)).toEqual([0, 20, 40, 60]);
});
