import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type View = 'requests' | 'board' | 'hosts' | 'readiness' | 'schedule' | 'runs';

/** Which view of the place is shown. Kept outside the screen, so that an action can open one and coming back finds it again. */
const views = createStore<{ readonly view: View; readonly asked: number }>(() => ({ view: 'requests', asked: 0 }));

export function useView(): readonly [View, (view: View) => void] {
  return [useStore(views, ({ view }) => view), showView];
}

export function showView(view: View): void {
  views.setState({ view });
}

/** Opens a view by an action: its main button takes the focus, so that Enter goes on. */
export function openView(view: View): void {
  views.setState(({ asked }) => ({ view, asked: asked + 1 }));
}

/** How often a view was opened by an action; 0: the planner has only switched. */
export function useAsked(): number {
  return useStore(views, ({ asked }) => asked);
}
