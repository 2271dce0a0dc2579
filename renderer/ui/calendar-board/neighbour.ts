import type { BoardEvent, BoardResource } from './board.ts';

export type Standing = { readonly id: string; readonly resourceId: string };

/** Where an arrow key leads from one event of a day: the next in the column, or the nearest in time in the next column that has any. */
export function neighbourOf(from: Standing, key: string, events: readonly BoardEvent[], resources: readonly BoardResource[]): Standing | null {
  const inColumn = (resourceId: string) => events.filter((event) => !event.background && event.resourceIds.includes(resourceId)).sort((a, b) => (a.start < b.start ? -1 : 1));
  const here = events.find((event) => event.id === from.id);
  if (!here) return null;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const column = inColumn(from.resourceId);
    const next = column[column.findIndex((event) => event.id === from.id) + (key === 'ArrowDown' ? 1 : -1)];
    return next ? { id: next.id, resourceId: from.resourceId } : null;
  }
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let index = resources.findIndex(({ id }) => id === from.resourceId) + step; index >= 0 && index < resources.length; index += step) {
    const resourceId = resources[index]?.id ?? '';
    const nearest = inColumn(resourceId).sort((a, b) => distance(a, here) - distance(b, here))[0];
    if (nearest) return { id: nearest.id, resourceId };
  }
  return null;
}

function distance(a: BoardEvent, b: BoardEvent): number {
  return Math.abs(Date.parse(`${a.start}Z`) - Date.parse(`${b.start}Z`));
}
