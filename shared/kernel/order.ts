import type { Brand } from './brand.ts';
import type { DeviceId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * When a change was made, as a hybrid logical clock (Kulkarni et al., 2014): sorts as text, never goes back on one device even when
 * its clock does, and orders the changes of two laptops the same way on both. `2027-03-23T08:00:00.000Z/0003/device`
 */
export type Order = Brand<string, 'Order'>;

/** The order of the next change, later than `last` whatever the clock says. */
export function nextOrder(now: Instant, device: DeviceId, last: Order | null): Order {
  if (last === null) return written(now, 0, device);
  const [lastTime = '', counter = '0'] = last.split('/');
  if (now > lastTime) return written(now, 0, device);
  // Four digits sort as text no further than 9999: after that the clock is pushed on.
  if (Number(counter) < 9999) return written(lastTime as Instant, Number(counter) + 1, device);
  return written(new Date(Date.parse(lastTime) + 1).toISOString() as Instant, 0, device);
}

function written(time: Instant, counter: number, device: DeviceId): Order {
  return `${time}/${String(counter).padStart(4, '0')}/${device}` as Order;
}
