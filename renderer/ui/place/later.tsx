import { startTransition, useEffect, useState, type ReactNode } from 'react';

/** Draws a costly part of a screen after the rest, in tasks of its own that the window can interrupt, so that a key or click never waits for the whole. `meanwhile` keeps its room. */
export function Later({ children, meanwhile = null }: { readonly children: ReactNode; readonly meanwhile?: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => { startTransition(() => { setDue(true); }); });
    return () => { clearTimeout(waiting); };
  }, []);
  return isDue ? children : meanwhile;
}
