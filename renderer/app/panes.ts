/** Goes to the next part of the window, as F6 does on a desktop: places, top bar, heading, content, inspector, messages. */
export function goToPane(step: 1 | -1): void {
  const active = document.activeElement;
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => firstIn(pane) !== null);
  const here = panes.findIndex((pane) => pane.contains(active));
  // The whole place has focus after going there: its own first pane is the next one.
  const around = panes.findIndex((pane) => active?.contains(pane));
  const next = here === -1 && around !== -1 && active !== document.body ? (step === 1 ? around : around - 1) : here + step;
  const pane = panes.at(next % Math.max(1, panes.length));
  if (pane) firstIn(pane)?.focus();
}

/** The list or board of a pane, else the first thing in it that Tab would reach. */
function firstIn(pane: HTMLElement): HTMLElement | null {
  const home = pane.querySelector<HTMLElement>('[data-home]');
  if (home) return home;
  const reachable = pane.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), input:not([disabled], [type="hidden"], [hidden]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]');
  return [...reachable].find((element) => element.tabIndex >= 0 && element.checkVisibility()) ?? null;
}
