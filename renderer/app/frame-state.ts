import { createStore } from 'zustand/vanilla';
import { type Place, places } from '#shared/kernel/finding.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { FormValues } from '#renderer/ui/forms/field.ts';
import type { Form, Question } from './ask.ts';

/** A dialog that waits for an answer. */
export type Asked =
  | { readonly kind: 'question'; readonly question: Question; readonly answer: (yes: boolean) => void }
  | { readonly kind: 'form'; readonly form: Form; readonly answer: (values: FormValues | null) => void };

/** A piece of long work as the frame shows it. */
export type Running = { readonly id: number; readonly title: string; readonly doing: string; readonly fraction: number | null; readonly startedAt: number; readonly cancel: () => void };

export type FrameState = {
  readonly place: Place;
  readonly selected: string | null;
  readonly asked: readonly Asked[];
  readonly running: readonly Running[];
  readonly isPaletteOpen: boolean;
  readonly isKeySheetOpen: boolean;
  readonly isCopiesOpen: boolean;
  /** The last whole copy of this summit on disk, and why the newest could not be written. */
  readonly copy: { readonly at: Instant | null; readonly problem: string | null };
};

export const frame = createStore<FrameState>(() => ({ ...placeOf(location.hash), asked: [], running: [], isPaletteOpen: false, isKeySheetOpen: false, isCopiesOpen: false, copy: { at: null, problem: null } }));

/** Where the window is lives in its address, so that going back and reloading work. */
export function go(place: Place, id: string | null = null): void {
  location.hash = id === null ? `#/${place}` : `#/${place}/${encodeURIComponent(id)}`;
  frame.setState({ place, selected: id });
}

addEventListener('hashchange', () => frame.setState(placeOf(location.hash)));

function placeOf(hash: string): Pick<FrameState, 'place' | 'selected'> {
  const [place = '', id] = hash.replace(/^#\/?/, '').split('/');
  return { place: (places as readonly string[]).includes(place) ? (place as Place) : 'overview', selected: id ? decodeURIComponent(id) : null };
}
