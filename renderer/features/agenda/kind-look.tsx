import { IconAward, IconCoffee, IconConfetti, IconLock, IconMap2, IconMessages, IconPresentation, IconToolsKitchen2, IconUsersGroup, IconUserX, IconChecklist, IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SessionKind } from '#shared/summit/session.ts';
import type { BoardHue } from '#renderer/ui/calendar-board/board.ts';

const looks: Readonly<Record<SessionKind, { readonly hue: BoardHue; readonly icon: ReactNode }>> = {
  'Plenary': { hue: 1, icon: <IconPresentation size={15} /> },
  'Roadmap session': { hue: 3, icon: <IconMap2 size={15} /> },
  'Breakout': { hue: 2, icon: <IconUsersGroup size={15} /> },
  'PAC meeting': { hue: 3, icon: <IconLock size={15} /> },
  'Awards': { hue: 5, icon: <IconAward size={15} /> },
  'Joint planning': { hue: 4, icon: <IconChecklist size={15} /> },
  'Meeting block': { hue: 4, icon: <IconMessages size={15} /> },
  'Break': { hue: 6, icon: <IconCoffee size={15} /> },
  'Meal': { hue: 6, icon: <IconToolsKitchen2 size={15} /> },
  'Social': { hue: 5, icon: <IconConfetti size={15} /> },
  'Internal blocker': { hue: 6, icon: <IconUserX size={15} /> },
};

/** Colour and icon of a kind of session; its words say the same. */
export function lookOf(kind: SessionKind | null): { readonly hue: BoardHue; readonly icon: ReactNode } {
  return kind === null ? { hue: 6, icon: <IconCalendar size={15} /> } : looks[kind];
}
