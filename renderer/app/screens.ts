import { createElement, type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Place } from '#shared/kernel/finding.ts';
import { features } from './registry.ts';

type Screens = Readonly<Partial<Record<Place, ReactElement | 'failed'>>>;

const screens = createStore<Screens>(() => ({}));

/** The screen of a place. Null: it is on its way. Failed: its file cannot be read, as when the product was replaced under an open window. */
export function useScreen(place: Place): ReactElement | 'failed' | null {
  const screen = useStore(screens, (all) => all[place] ?? null);
  useEffect(() => { void fetchScreen(place); }, [place]);
  return screen;
}

/** Fetches one screen; a second call of the same place costs nothing. */
export async function fetchScreen(place: Place): Promise<void> {
  const known = screens.getState()[place];
  if (known !== undefined && known !== 'failed') return;
  const screen = await features.find((feature) => feature.place === place)?.screen().then((Screen) => createElement(Screen), () => 'failed' as const);
  if (screen !== undefined) screens.setState({ [place]: screen });
}

/** Fetches the other screens one by one while the window has nothing else to do, so that going to a place never waits. */
export function fetchScreensWhenIdle(): void {
  const next = features.find(({ place }) => screens.getState()[place] === undefined);
  if (next) requestIdleCallback(() => void fetchScreen(next.place).then(fetchScreensWhenIdle), { timeout: 5000 });
}
