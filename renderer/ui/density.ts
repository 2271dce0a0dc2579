import { createContext, use } from 'react';

export type Density = 'comfortable' | 'compact';

export const DensityContext = createContext<Density>('comfortable');

/** Height of a table row in pixels; the same numbers as `--sp-row` in theme.css. */
export function useRowHeight(): number {
  return use(DensityContext) === 'compact' ? 28 : 32;
}
