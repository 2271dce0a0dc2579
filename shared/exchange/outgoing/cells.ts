import type { Money } from '#shared/kernel/money.ts';
import type { Executive } from '#shared/partners/executive.ts';
import type { Cell } from '../grid.ts';

/** One record of a list by field. */
export type FieldRow = Readonly<Record<string, Cell>>;

export function moneyCell(money: Money | null): Cell {
  return money === null ? null : { amount: money.hundredths / 100, currency: money.currency };
}

export function dateCell(day: string | null): Cell {
  return day === null ? null : { moment: day };
}

export function momentCell(moment: string | null): Cell {
  return moment === null ? null : { moment };
}

/** When somebody comes and goes, the hours they take meetings in, and how many in all. */
export function timeCells({ arrivesAt, departsAt, worksFrom, worksUntil, maxMeetings }: Pick<Executive, 'arrivesAt' | 'departsAt' | 'worksFrom' | 'worksUntil' | 'maxMeetings'>): FieldRow {
  return { arrives: momentCell(arrivesAt), departs: momentCell(departsAt), works_from: worksFrom, works_until: worksUntil, max_meetings_in_all: maxMeetings };
}

export function listCell(items: readonly string[]): Cell {
  return items.length === 0 ? null : items.join('; ');
}
