import { counted, grouped } from '#shared/kernel/text.ts';
import type { ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';

/** What a plan reaches below weight, each level with what no plan can beat or that it is not known; and what coverage cost. */
export function levelLines({ breaks, breaksBound, levels, coverage, weight }: Pick<ScheduleSolution, 'breaks' | 'breaksBound' | 'levels' | 'coverage' | 'weight'>): string[] {
  if (!levels) return [];
  const { mustPlaced, mustsBound, shortfall, shortfallBound, missed, missedBound, loose, looseBound, roomChanges, roomChangesBound } = levels;
  const atBest = (reached: number, bound: number | null) => (bound === null ? 'at best not known' : reached === bound ? 'the best there is' : `at best ${grouped(bound)} or more`);
  return [
    ...(mustsBound > 0 ? [`musts: ${grouped(mustPlaced)} placed, ${mustPlaced === mustsBound ? 'the best there is' : `at best ${grouped(mustsBound)} or fewer`}`] : []),
    `below weight: ${counted(shortfall, 'meeting')} missing to minimums (${atBest(shortfall, shortfallBound)}); ${counted(breaks, 'break')} (${atBest(breaks, breaksBound)}); ${counted(missed, 'preference')} missed (${atBest(missed, missedBound)}); ${grouped(loose)} against compact days (${atBest(loose, looseBound)}); ${counted(roomChanges, 'room change')} (${atBest(roomChanges, roomChangesBound)})`,
    ...(coverage ? [`coverage: weight ${grouped(coverage.weightGivenUp)} of ${grouped(weight + coverage.weightGivenUp)} given up so that ${counted(coverage.people.length, 'person', 'people')} reach ${coverage.people.length === 1 ? 'a minimum' : 'their minimums'}`] : []),
  ];
}
