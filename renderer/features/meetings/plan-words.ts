import { counted } from '#shared/kernel/text.ts';
import type { Sample } from './schedule-task.ts';

/** How far a plan may be from the best there is. */
export function gapWords(weight: number, bound: number): string {
  if (weight >= bound) return `weight ${weight}, the most there can be`;
  return `weight ${weight} of at most ${bound} (gap ${gapPercent(weight, bound)})`;
}

export function gapPercent(weight: number, bound: number): string {
  return `${(((bound - weight) / Math.max(1, bound)) * 100).toFixed(1)} %`;
}

const phases: Readonly<Record<Sample['phase'], string>> = {
  'first-plan': 'Making a first plan', 'raising-weight': 'Placing more, and more important meetings', bounding: 'Finding the bound that no plan can beat',
  proving: 'Closing the gap between plan and bound', arranging: 'Arranging: fewer breaks, more wishes met, with the weight kept',
};

export function phaseWords(phase: Sample['phase']): string {
  return phases[phase];
}

/** How good a plan is, in one sentence anyone understands. */
export function verdict({ proven, weight, bound, placed, requests, isCutShort }: { readonly proven: boolean; readonly weight: number; readonly bound: number; readonly placed: number; readonly requests: number; readonly isCutShort: boolean }): string {
  if (placed === requests) return `Everything is placed: all ${counted(requests, 'meeting')}.`;
  if (proven) return 'Proven: no plan can place more, counted by priority.';
  const gap = `At most ${gapPercent(weight, bound)} below the best there can be`;
  return isCutShort ? `${gap}; the search was stopped early.` : `${gap}; more time may close the gap.`;
}
