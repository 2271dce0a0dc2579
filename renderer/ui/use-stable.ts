import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function whose identity never changes and which always does what the latest one does: lets memoised lines stay as they are. For events only, never while drawing. */
export function useStable<Arguments extends readonly unknown[], Answer>(latest: (...given: Arguments) => Answer): (...given: Arguments) => Answer {
  const held = useRef(latest);
  useLayoutEffect(() => { held.current = latest; });
  return useCallback((...given: Arguments) => held.current(...given), []);
}
