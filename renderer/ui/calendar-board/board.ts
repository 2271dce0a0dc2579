import type { ReactNode } from 'react';

/** A column of the board: a room, a host, a desk. */
export type BoardResource = { readonly id: string; readonly title: string; readonly subtitle?: string };

/** A colour of the theme; never the only sign, so give an icon or a state too. */
export type BoardHue = 1 | 2 | 3 | 4 | 5 | 6;

export type BoardEvent = {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Wall clock `YYYY-MM-DDTHH:mm`; no zone is applied. */
  readonly start: string;
  readonly end: string;
  /** The columns it stands in; a plenary may stand in several. */
  readonly resourceIds: readonly string[];
  readonly hue?: BoardHue;
  readonly icon?: ReactNode;
  /** In words, with its own mark: pinned, draft, clash. */
  readonly state?: { readonly label: string; readonly kind: 'good' | 'blocker' | 'warning' | 'advice' | 'plain'; readonly icon?: ReactNode };
  readonly movable?: boolean;
  readonly resizable?: boolean;
  /** Drawn behind the others: opening hours, breaks, absences. */
  readonly background?: boolean;
};

export type BoardTarget = { readonly start: string; readonly end: string; readonly resourceId: string; readonly fromResourceId: string | null };

/** What would become of a drop: taken, a swap offered, or refused with the reason in words. */
export type Legality = { readonly verdict: 'legal' } | { readonly verdict: 'swap'; readonly note: string } | { readonly verdict: 'illegal'; readonly reason: string; /** In two or three words, written down the column; nothing where what stands there says it. */ readonly short?: string };

/** Something not on the board yet, carried onto it from a list. */
export type CarriedItem = { readonly id: string; readonly title: string; readonly minutes: number; /** The only column it may stand in, where there is one: carrying begins there. */ readonly resourceId?: string };

export const legal: Legality = { verdict: 'legal' };

export function plusMinutes(wall: string, minutes: number): string {
  return wallOf(new Date(instantOf(wall).getTime() + minutes * 60_000));
}

export function minutesBetween(start: string, end: string): number {
  return (instantOf(end).getTime() - instantOf(start).getTime()) / 60_000;
}

/** Wall clock as if it were UTC: the board never meets a daylight-saving gap of the machine it runs on. */
export function instantOf(wall: string): Date {
  return new Date(`${wall}:00Z`);
}

export function wallOf(instant: Date): string {
  return instant.toISOString().slice(0, 16);
}
