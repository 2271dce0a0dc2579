import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type View = 'requests' | 'board' | 'hosts' | 'readiness' | 'schedule' | 'runs';

/** Which view of the place is shown. Kept outside the screen, so that an action can open one and coming back finds it again. */
const views = createStore<{ readonly view: View }>(() => ({ view: 'requests' }));

export function useView(): readonly [View, (view: View) => void] {
  return [useStore(views, ({ view }) => view), showView];
}

export function showView(view: View): void {
  views.setState({ view });
}
