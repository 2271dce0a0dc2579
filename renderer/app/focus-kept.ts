import { useEffect } from 'react';
import type { Place } from '#shared/kernel/finding.ts';

/**
 * Focus is never lost. A new place takes it; and where what had it went away — a closed dialog, a removed row, a closed inspector,
 * a button that can no longer be pressed — it goes back to the same spot, else to the list or board nearest to it, else to the place.
 */
export function useFocusKept(place: Place): void {
  useEffect(() => {
    let last: Element | null = null;
    let trail: readonly Element[] = [];
    function note({ target }: FocusEvent) {
      if (!(target instanceof Element)) return;
      if (!target.closest('[data-portal]')) last = target;
      if (target.closest('#place')) trail = trailOf(target);
      stayIn(target.closest('[role="dialog"]'), target);
    }
    function keep() {
      if (document.activeElement !== document.body) return;
      const [dialog] = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].reverse();
      if (dialog) dialog.focus({ preventScroll: true });
      else comeBack(last, trail);
    }
    // Where focus goes when it leaves is known a frame later; what went away with it is gone already, and the next key must not be lost.
    function keepSoon() {
      requestAnimationFrame(keep);
    }
    const watch = new MutationObserver(keep);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    addEventListener('focusin', note);
    addEventListener('focusout', keepSoon);
    return () => {
      watch.disconnect();
      removeEventListener('focusin', note);
      removeEventListener('focusout', keepSoon);
    };
  }, []);
  useEffect(() => {
    const outlet = document.getElementById('place');
    if (outlet && !outlet.contains(document.activeElement)) outlet.focus({ preventScroll: true });
  }, [place]);
}

/** A dialog, or the menu of a column, gives focus to its first field once more, a moment after it has opened; who has gone on by then stays there. */
function stayIn(dialog: Element | null, target: Element): void {
  dialog?.querySelectorAll('[data-autofocus]').forEach((element) => { element.removeAttribute('data-autofocus'); });
  if (dialog !== null) target.setAttribute('data-autofocus', 'true');
}

/** An element and what holds it, from the inside out, up to the place. */
function trailOf(element: Element): readonly Element[] {
  const parent = element.parentElement;
  return element.id === 'place' || parent === null ? [element] : [element, ...trailOf(parent)];
}

function comeBack(last: Element | null, trail: readonly Element[]): void {
  if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true });
  if (document.activeElement !== document.body) return;
  for (const element of trail) {
    if (!element.isConnected) continue;
    const spot = element === trail[0] || element.id === 'place' ? element : element.querySelector('[data-home]');
    if (spot instanceof HTMLElement) spot.focus({ preventScroll: true });
    if (document.activeElement !== document.body) return;
  }
  document.getElementById('place')?.focus({ preventScroll: true });
}
