import { useMemo } from 'react';
import type { Finding } from '#shared/kernel/finding.ts';
import { findingCures } from '#shared/meetings/finding-cures.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { cureChange, cureLabel } from '#shared/meetings/readiness-cures.ts';
import { type Whereabouts, whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { FindingItem } from '#renderer/ui/feedback/findings.tsx';

/** The cures of a finding as buttons, each one undoable step. Who is where is looked up only once a finding of the meetings is shown. */
export function useFindingCures(planner: Planner): (finding: Finding) => NonNullable<FindingItem['cures']> {
  const { snapshot } = planner;
  const lookUp = useMemo(() => {
    let known: Whereabouts | null = null;
    return () => { known ??= whereabouts(snapshot, mayHearBy(snapshot)); return known; };
  }, [snapshot]);
  return (finding) => {
    if (finding.place !== 'meetings') return [];
    const note = { on: planner.today(), who: planner.summit.plannerName || planner.actor || 'Planner', why: 'Asks for a one-to-one' };
    return findingCures(lookUp(), finding).map((cure) => ({ label: cureLabel(snapshot, cure), onClick: () => { planner.attempt(cureChange(snapshot, cure, note)); } }));
  };
}
