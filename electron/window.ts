import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { webPreferences } from './security.ts';

const windowState = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(200), height: z.number().int().min(200), isMaximized: z.boolean() });
export type WindowState = z.infer<typeof windowState>;

const smallest = { width: 960, height: 640 };
const usual = { width: 1440, height: 900 };

/** Where the window stood last, or null when nothing readable was kept. */
export function readWindowState(path: string): WindowState | null {
  try {
    return windowState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps where the window stands. Losing it costs a resize, so a failure is passed over. */
export function keepWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch {
    return;
  }
}

/** The window's place: as kept when its title bar can still be reached on a screen, else of usual size wherever the system puts it. */
export function placeOnScreens(kept: WindowState | null, screens: readonly Rectangle[]): Partial<Rectangle> & { width: number; height: number } {
  if (kept === null) return usual;
  const isReachable = screens.some(({ x, y, width, height }) => kept.x + kept.width > x + 80 && kept.x < x + width - 80 && kept.y >= y - 10 && kept.y < y + height - 40);
  const size = { width: Math.max(kept.width, smallest.width), height: Math.max(kept.height, smallest.height) };
  return isReachable ? { x: kept.x, y: kept.y, ...size } : usual;
}

export function windowOptions(place: Partial<Rectangle>, preload: string): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Summit Planner',
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: webPreferences(preload),
  };
}
