import { useEffect, useRef, type DragEvent, type PointerEvent, type RefObject } from 'react';
import { useStable } from '../use-stable.ts';

/** A place under the pointer: the column, and minutes from the top of the column. */
export type Pointed = { readonly resourceId: string; readonly minutes: number };

export type PointerDrag = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly totalMinutes: number;
  /** An event was dragged away from where it stood; answers whether it may be. */
  readonly onLift: (id: string, resourceId: string) => boolean;
  /** Where the top of the event would lie now; null: the pointer has left the board. */
  readonly onMove: (at: Pointed | null) => void;
  readonly onRelease: (isDropped: boolean) => void;
};

/** Further than this is a drag, less is a click. */
const threshold = 4;
/** So near to an edge the board scrolls on by itself. */
const edge = 44;

/**
 * Dragging events with the mouse or a pen over a board that draws only the columns in sight: the library listens to the columns it drew when
 * the drag began, and would not hear of those that come later. A finger scrolls; with it, meetings are moved from the inspector.
 */
export function usePointerDrag({ frame, totalMinutes, onLift, onMove, onRelease }: PointerDrag) {
  const drag = useRef<{ id: string; resourceId: string; x: number; y: number; grabbed: number; isLifted: boolean; ticking: number } | null>(null);
  const pointed = useStable((x: number, y: number, grabbed: number): Pointed | null => {
    const content = frame.current?.querySelector<HTMLElement>('.rbc-time-content');
    const inside = content?.getBoundingClientRect();
    if (!content || !inside || x < inside.left || x > inside.right || y < inside.top || y > inside.bottom) return null;
    if (x > inside.right - edge) content.scrollLeft += 12;
    else if (x < inside.left + edge + 72 && x > inside.left + 40) content.scrollLeft -= 12;
    if (y > inside.bottom - edge) content.scrollTop += 10;
    else if (y < inside.top + edge / 2) content.scrollTop -= 10;
    const columns = [...content.querySelectorAll<HTMLElement>('[data-resource]')];
    const column = columns.find((one) => { const { left, right } = one.getBoundingClientRect(); return x >= left && x < right; });
    if (!column) return null;
    const { top, height } = column.getBoundingClientRect();
    return { resourceId: column.dataset['resource'] ?? '', minutes: ((y - top) / height) * totalMinutes - grabbed };
  });
  const move = useStable(onMove);
  const lift = useStable(onLift);
  const release = useStable(onRelease);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element) || event.target.closest('.rbc-addons-dnd-resize-ns-anchor')) return;
    const box = event.target.closest<HTMLElement>('.rbc-event');
    const face = box?.querySelector<HTMLElement>('[data-event-id]');
    const column = box?.closest<HTMLElement>('[data-resource]');
    if (!box || !face || !column) return;
    const grabbed = ((event.clientY - box.getBoundingClientRect().top) / column.getBoundingClientRect().height) * totalMinutes;
    drag.current = { id: face.dataset['eventId'] ?? '', resourceId: column.dataset['resource'] ?? '', x: event.clientX, y: event.clientY, grabbed, isLifted: false, ticking: 0 };
  }
  useEffect(() => {
    const tick = () => {
      const now = drag.current;
      if (!now?.isLifted) return;
      move(pointed(now.x, now.y, now.grabbed));
      now.ticking = requestAnimationFrame(tick);
    };
    const moved = (event: globalThis.PointerEvent) => {
      const now = drag.current;
      if (!now) return;
      if (!now.isLifted) {
        if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < threshold) return;
        if (!lift(now.id, now.resourceId)) { drag.current = null; return; }
        now.isLifted = true;
        now.ticking = requestAnimationFrame(tick);
      }
      now.x = event.clientX;
      now.y = event.clientY;
      event.preventDefault();
    };
    const ended = (isDropped: boolean) => {
      const now = drag.current;
      drag.current = null;
      if (!now?.isLifted) return;
      cancelAnimationFrame(now.ticking);
      // The click that the browser makes of a press and a release is not one.
      const swallow = (click: Event) => { click.stopPropagation(); click.preventDefault(); };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => { window.removeEventListener('click', swallow, { capture: true }); });
      if (isDropped) move(pointed(now.x, now.y, now.grabbed));
      release(isDropped);
    };
    const up = () => { ended(true); };
    const cancelled = () => { ended(false); };
    const escaped = (event: KeyboardEvent) => { if (event.key === 'Escape' && drag.current?.isLifted) { event.preventDefault(); event.stopPropagation(); ended(false); } };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancelled);
    window.addEventListener('keydown', escaped, true);
    return () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancelled);
      window.removeEventListener('keydown', escaped, true);
      if (drag.current) cancelAnimationFrame(drag.current.ticking);
    };
  }, [lift, move, pointed, release]);

  /** For something dragged in from a list. */
  function onDragOver(event: DragEvent<HTMLElement>) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    move(pointed(event.clientX, event.clientY, 0));
  }
  return { onPointerDown, onDragOver };
}
