import { useMemo, useState } from 'react';
import { legal, minutesBetween, plusMinutes, type BoardEvent, type BoardResource, type BoardTarget, type CarriedItem, type Legality } from './board.ts';

/** An event on its way: dragged by the mouse, or lifted by the keyboard and standing at `target`. */
export type Moving = { readonly event: BoardEvent; readonly by: 'mouse' | 'keyboard' | 'list'; readonly fromResourceId: string | null; readonly target: BoardTarget | null };

export type Bounds = { readonly days: readonly string[]; readonly fromHour: string; readonly toHour: string; readonly snapMinutes: number; readonly resources: readonly BoardResource[] };

/** One step by the keyboard, kept inside the visible hours and columns. */
export function stepped(target: BoardTarget, { days, fromHour, toHour, snapMinutes, resources }: Bounds, by: { readonly slots?: number; readonly columns?: number; readonly days?: number }): BoardTarget {
  const length = minutesBetween(target.start, target.end);
  const dayIndex = days.indexOf(target.start.slice(0, 10));
  const day = days[Math.max(0, Math.min(days.length - 1, dayIndex + (by.days ?? 0)))] ?? target.start.slice(0, 10);
  const earliest = `${day}T${fromHour}`;
  const latest = plusMinutes(toHour === '24:00' ? `${day}T23:59` : `${day}T${toHour}`, -length);
  const wished = plusMinutes(`${day}${target.start.slice(10)}`, (by.slots ?? 0) * snapMinutes);
  const start = wished < earliest ? earliest : wished > latest ? latest : wished;
  const column = resources.findIndex((resource) => resource.id === target.resourceId);
  const resourceId = resources[Math.max(0, Math.min(resources.length - 1, column + (by.columns ?? 0)))]?.id ?? target.resourceId;
  return { ...target, start, end: plusMinutes(start, length), resourceId };
}

/** A stand-in event for an item carried in from a list. */
export function eventOfItem(item: CarriedItem, start: string, resourceId: string): BoardEvent {
  return { id: item.id, title: item.title, start, end: plusMinutes(start, item.minutes), resourceIds: [resourceId] };
}

/** Judges targets for the event on the move, each place once. */
export function useMoving(legality: ((event: BoardEvent, target: BoardTarget) => Legality) | undefined) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const movingEvent = moving?.event ?? null;
  const judge = useMemo(() => rememberingJudge(movingEvent, legality), [movingEvent, legality]);
  return { moving, setMoving, judge };
}

/** A board asks about every slot at every step: each answer is kept for as long as one event is on the move. */
function rememberingJudge(event: BoardEvent | null, legality: ((event: BoardEvent, target: BoardTarget) => Legality) | undefined): (target: BoardTarget) => Legality {
  const known = new Map<string, Legality>();
  return (target) => {
    if (!event || !legality) return legal;
    const key = `${target.resourceId} ${target.start} ${target.end}`;
    const answer = known.get(key) ?? legality(event, target);
    known.set(key, answer);
    return answer;
  };
}
