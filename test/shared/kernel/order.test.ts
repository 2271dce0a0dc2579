import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { nextOrder, type Order } from '#shared/kernel/order.ts';
import type { Instant } from '#shared/kernel/time.ts';

const laptop = 'laptop' as DeviceId;
const moment = (milliseconds: number) => new Date(milliseconds).toISOString() as Instant;
const aYear = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });

describe('the order of changes', () => {
  test('never goes back on one machine, however its clock jumps', () => {
    fc.assert(fc.property(fc.array(aYear, { minLength: 2, maxLength: 60 }), (clock) => {
      const orders = clock.reduce<Order[]>((made, now) => [...made, nextOrder(moment(now), laptop, made.at(-1) ?? null)], []);
      expect([...new Set(orders)].sort()).toEqual(orders);
    }));
  });

  test('stays in order through twenty thousand changes in one millisecond', () => {
    let last = nextOrder(moment(0), laptop, null);
    for (let count = 0; count < 20_000; count++) {
      const next = nextOrder(moment(0), laptop, last);
      if (next <= last) throw new Error(`${next} does not come after ${last}`);
      last = next;
    }
  });

  test('follows the clock where the clock goes on, and tells two machines apart', () => {
    expect(nextOrder(moment(5000), laptop, nextOrder(moment(0), laptop, null))).toBe('1970-01-01T00:00:05.000Z/0000/laptop');
    expect(nextOrder(moment(0), 'desk' as DeviceId, null)).not.toBe(nextOrder(moment(0), laptop, null));
  });
});
