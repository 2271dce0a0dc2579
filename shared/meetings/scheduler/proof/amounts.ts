import type { Compiled } from '../board/compiled.ts';
import { affordable, pricesOf } from './prices.ts';
import type { News } from './prove.ts';
import { boundFromPrices } from './relaxation.ts';
import { chosenBy, selectionOf } from './selection.ts';

/**
 * A first bound and a first selection from prices of people's and rooms' time, without a solver: a tenth of a second on L, and on most
 * public summits the best there is. `musts`: how many of the requests that must be placed there may be; `inHand`: a weight that is reached with so many.
 */
export function lookAtAmounts(compiled: Compiled, musts: number, inHand: number, isOver: () => boolean): News[] {
  const selection = selectionOf(compiled, musts);
  const prices = pricesOf(selection.model, inHand, isOver);
  const weight = Math.floor(boundFromPrices(selection, prices, compiled.requests, 0) + 1e-6);
  const taken = affordable(selection.model, prices, (column) => compiled.must[selection.requestOf[column] as number] === 1);
  return [
    // Below nothing: so many musts cannot be placed, which says nothing of plans with fewer.
    ...(weight >= 0 ? [{ kind: 'bound', musts, weight } as const] : []),
    { kind: 'selection', chosen: chosenBy(selection, taken, compiled.requests), isWhole: false },
  ];
}
