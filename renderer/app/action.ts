import type { Place } from '#shared/kernel/finding.ts';
import type { Planner } from './use-planner.ts';

/** Something a planner can do, declared once: menu, palette, shortcut and button all read the same object. */
export type Action = {
  /** `area.verb-thing` */
  readonly id: string;
  /** What the button says: a verb. */
  readonly label: string;
  /** As in `Mod+Shift+K`; Mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: string;
  /** Offered only in this place; without it, everywhere. */
  readonly place?: Place;
  readonly isEnabled?: (planner: Planner) => boolean;
  readonly run: (planner: Planner) => void | Promise<void>;
};

export function defineAction(action: Action): Action {
  return action;
}

export function isOffered(action: Action, planner: Planner): boolean {
  return (action.place === undefined || action.place === planner.place) && (action.isEnabled?.(planner) ?? true);
}
