import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/** Width of a column once they do not all fit, and of the time beside them: the same in calendar-board.css. */
export const columnWidth = 168;
export const gutterWidth = 72;

/** Columns drawn beyond each edge, so that a short scroll finds them there. */
const beyond = 2;

type Shown = { readonly from: number; readonly to: number };

/** Which columns of a wide board are drawn: those in sight. The others leave their room empty, so that the scroll bar speaks of them all. */
export type ColumnWindow = Shown & {
  readonly isWide: boolean;
  /** Pixels for columns; 0: not known yet. */
  readonly room: number;
  readonly before: number;
  readonly after: number;
  /** Of the bar that scrolls up and down: the heads leave as much. */
  readonly barWidth: number;
  /** The whole column is seen; drawn alone is not enough, since some beyond each edge are. */
  readonly isInSight: (index: number) => boolean;
  /** Brings a column into sight at once, drawn or not. */
  readonly reveal: (index: number) => void;
};

export function useColumnWindow(frame: RefObject<HTMLElement | null>, count: number): ColumnWindow {
  const [room, setRoom] = useState(0);
  const [left, setLeft] = useState(0);
  const [barWidth, setBarWidth] = useState(0);
  const isWide = room > 0 && count * columnWidth > room;
  // Until the room is known nothing is drawn, rather than drawn twice.
  const from = isWide ? Math.max(0, Math.floor(left / columnWidth) - beyond) : 0;
  const to = isWide ? Math.min(count, Math.ceil((left + room) / columnWidth) + beyond) : room === 0 ? 0 : count;
  useLayoutEffect(() => {
    const board = frame.current;
    if (!board) return;
    const measure = () => {
      const content = contentOf(board);
      const bar = content ? content.offsetWidth - content.clientWidth : 0;
      setBarWidth(bar);
      setRoom(Math.max(0, board.clientWidth - gutterWidth - bar));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(board);
    return () => { observer.disconnect(); };
  }, [frame]);
  useEffect(() => {
    const board = frame.current;
    if (!board) return;
    // In whole columns: a scroll by a few pixels draws nothing anew.
    const scrolled = (event: Event) => { if (event.target instanceof HTMLElement && event.target.matches('.rbc-time-content')) setLeft(Math.floor(event.target.scrollLeft / columnWidth) * columnWidth); };
    board.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => { board.removeEventListener('scroll', scrolled, { capture: true }); };
  }, [frame]);
  /** Where the board would have to stand for the column to be seen: where it stands, when it is. */
  function leftFor(index: number, now: number): number {
    const [start, end] = [index * columnWidth, (index + 1) * columnWidth];
    return start < now ? start : end > now + room ? end - room : now;
  }
  function isInSight(index: number) {
    const content = contentOf(frame.current);
    return !content || !isWide || leftFor(index, content.scrollLeft) === content.scrollLeft;
  }
  function reveal(index: number) {
    const content = contentOf(frame.current);
    if (!content || !isWide || index < 0) return;
    const next = leftFor(index, content.scrollLeft);
    content.scrollLeft = next;
    setLeft(Math.floor(next / columnWidth) * columnWidth);
  }
  return { from, to, isWide, room, before: from * columnWidth, after: Math.max(0, count - to) * columnWidth, barWidth, isInSight, reveal };
}

function contentOf(board: HTMLElement | null): HTMLElement | null {
  return board?.querySelector<HTMLElement>('.rbc-time-content') ?? null;
}
