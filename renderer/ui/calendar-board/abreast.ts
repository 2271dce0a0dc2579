import type { DayLayoutFunction } from 'react-big-calendar';

type Spell<Item> = { readonly item: Item; readonly from: number; readonly to: number };
type Lane<Item> = Spell<Item> & { readonly left: number; readonly width: number };

/**
 * Where things of one column lie side by side, in shares of its width: only those that share some time, each as wide as those it shares it
 * with allow. By the times themselves: the library compares rounded heights, and now and then halves two that only touch.
 */
export function abreast<Item>(spells: readonly Spell<Item>[]): Lane<Item>[] {
  const ordered = [...spells].sort((a, b) => a.from - b.from || b.to - a.to);
  const laid: (Spell<Item> & { readonly lane: number; readonly group: number })[] = [];
  const lanesIn: number[] = [];
  let [group, until] = [-1, -Infinity];
  for (const spell of ordered) {
    if (spell.from >= until) group = lanesIn.push(0) - 1;
    until = Math.max(until, spell.to);
    const taken = new Set(laid.filter((other) => other.group === group && sharesTime(other, spell)).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    laid.push({ ...spell, lane, group });
    lanesIn[group] = Math.max(lanesIn[group] ?? 0, lane + 1);
  }
  return laid.map(({ lane, group: mine, item, from, to }) => {
    const share = 1 / (lanesIn[mine] ?? 1);
    const next = Math.min(...laid.filter((other) => other.group === mine && other.lane > lane && sharesTime(other, { from, to })).map((other) => other.lane), lanesIn[mine] ?? 1);
    return { item, from, to, left: lane * share, width: (next - lane) * share };
  });
}

/** The same as the calendar library asks for it; two pixels are left between one and the next below, three between neighbours. */
export function abreastInColumn<Item extends object>({ events, slotMetrics, accessors }: Parameters<DayLayoutFunction<Item>>[0]): ReturnType<DayLayoutFunction<Item>> {
  const { getRange } = slotMetrics as { getRange(start: Date, end: Date): { readonly top: number; readonly height: number } };
  const { start, end } = accessors as { start(event: Item): Date; end(event: Item): Date };
  const spells = events.map((item) => { const from = start(item).getTime(); return { item, from, to: Math.max(from + 1, end(item).getTime()) }; });
  return abreast(spells).map(({ item: event, left, width }) => {
    const { top, height } = getRange(start(event), end(event));
    const gap = left === 0 ? 0 : 3;
    const style: Record<string, string | number> = { top, height: `calc(${height}% - 2px)`, width: `calc(${width * 100}% - ${gap}px)`, xOffset: `calc(${left * 100}% + ${gap}px)` };
    return { event, style };
  });
}

function sharesTime(a: { readonly from: number; readonly to: number }, b: { readonly from: number; readonly to: number }): boolean {
  return a.from < b.to && b.from < a.to;
}
