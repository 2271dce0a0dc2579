import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The views of the place in the order of the job. */
export const views = [
  { value: 'requests', label: 'Requests' }, { value: 'board', label: 'Board' }, { value: 'attention', label: 'Executive time' }, { value: 'hosts', label: 'Host load' },
  { value: 'readiness', label: 'Readiness' }, { value: 'schedule', label: 'Schedule' }, { value: 'runs', label: 'Runs' },
] as const;

export type View = (typeof views)[number]['value'];

/** Which view of the place is shown. Kept outside the screen, so that an action can open one and coming back finds it again. */
const shown = createStore<{ readonly view: View; readonly asked: number }>(() => ({ view: 'requests', asked: 0 }));

export function useView(): readonly [View, (view: View) => void] {
  return [useStore(shown, ({ view }) => view), showView];
}

export function isShown(view: View): boolean {
  return shown.getState().view === view;
}

export function showView(view: View): void {
  shown.setState({ view });
}

/** Opens a view by an action: its main button takes the focus, so that Enter goes on. */
export function openView(view: View): void {
  shown.setState(({ asked }) => ({ view, asked: asked + 1 }));
}

/** How often a view was opened by an action; 0: the planner has only switched. */
export function useAsked(): number {
  return useStore(shown, ({ asked }) => asked);
}
