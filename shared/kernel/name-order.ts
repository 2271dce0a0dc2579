/** The order of names in every list people read: case and accents aside, numbers by their size, `Host 2` before `Host 10`. The same on every machine, so that two laptops print the same book. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
