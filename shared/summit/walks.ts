import { type Change, change, set } from '../kernel/change.ts';
import { folded } from '../kernel/text.ts';
import type { Summit } from './summit.ts';

/** Says how many minutes the walk between two places takes, whichever way; 0 forgets the pair. */
export function setWalk(summit: Summit, from: string, to: string, minutes: number): Change {
  const pair = [folded(from), folded(to)].sort().join('\n');
  const others = summit.walking.filter((walk) => [folded(walk.from), folded(walk.to)].sort().join('\n') !== pair);
  const label = `${minutes} minutes between ${from || 'rooms without a floor'} and ${to || 'rooms without a floor'}`;
  return change(label, [set('summits', summit, { walking: minutes > 0 ? [...others, { from, to, minutes }] : others })]);
}
