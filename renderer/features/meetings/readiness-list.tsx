import { useEffect, useMemo, useState } from 'react';
import { counted } from '#shared/kernel/text.ts';
import { checking } from '#shared/meetings/readiness.ts';
import { cureLabel } from '#shared/meetings/readiness-cures.ts';
import type { ReadinessItem } from '#shared/meetings/readiness-item.ts';
import { supplyOf } from '#shared/meetings/supply.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList, type FindingItem } from '#renderer/ui/feedback/findings.tsx';
import { Stat, StatRow } from '#renderer/ui/feedback/stat.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { applyCure } from './readiness-cure.ts';

/** A busy window still hears the next rule within this time. */
const patienceMs = 300;

/** What the check says of the summit; null until the window has had a moment for it. */
export function useReadiness(where: Whereabouts): readonly ReadinessItem[] | null {
  const [checked, setChecked] = useState<readonly ReadinessItem[] | null>(null);
  useEffect(() => {
    const steps = checking(where);
    let waiting = requestIdleCallback(step, { timeout: patienceMs });
    function step() {
      const { done, value } = steps.next();
      if (done) setChecked(value);
      else waiting = requestIdleCallback(step, { timeout: patienceMs });
    }
    return () => { cancelIdleCallback(waiting); };
  }, [where]);
  // While the next check is made, the last one stands: a cured line leaves, the others do not blink.
  return checked;
}

/** What would leave meetings unplaced, each with its cure where there is one. */
export function ReadinessList({ items }: { readonly items: readonly ReadinessItem[] | null }) {
  const planner = usePlanner();
  if (!items) return <p className="sp-muted" role="status">Checking…</p>;
  return <FindingList label="Readiness" empty="Everything that can be known beforehand is in order." findings={items.map((item) => lineOf(planner, item))} />;
}

/** The check as a view of its own: the numbers of supply and demand, and the list. */
export function ReadinessView({ where }: { readonly where: Whereabouts }) {
  const items = useReadiness(where);
  const { requests, capacity, perTable, tables, usualMinutes } = useMemo(() => supplyOf(where), [where]);
  return (
    <>
      <StatRow>
        <Stat label="Asked for" value={requests} of={requests === 1 ? 'meeting' : 'meetings'} detail={`${usualMinutes} minutes on average`} />
        <Stat label="Rooms hold" value={capacity} of={capacity === 1 ? 'meeting' : 'meetings'} detail={`about ${perTable} at each of ${counted(tables, 'table')}`} {...(capacity > 0 && { fraction: requests / capacity })} />
        {capacity < requests
          ? <Stat label="Too many by" value={requests - capacity} of={requests - capacity === 1 ? 'meeting' : 'meetings'} detail="10 to 20 % to spare is usual" severity="warning" />
          : <Stat label="To spare" value={requests === 0 ? '—' : `${Math.round((capacity / requests - 1) * 100)} %`} detail="10 to 20 % is usual" />}
        <Stat label="To look at" value={items?.length ?? '…'} detail="before a run" />
      </StatRow>
      <InspectorSection level={2} title="Before a run"><ReadinessList items={items} /></InspectorSection>
    </>
  );
}

function lineOf(planner: Planner, { rule, severity, text, names, place, subjects, cures }: ReadinessItem): FindingItem {
  const [first] = subjects;
  return {
    id: `${rule}-${first?.id ?? ''}`, severity, text,
    ...(place !== 'meetings' || first ? { onOpen: () => { planner.go(place, first?.id ?? null); } } : {}),
    ...(names.length > 3 && { detail: <details><summary>All {names.length} of them</summary>{names.join(', ')}</details> }),
    cures: cures.map((cure) => ({ label: cureLabel(planner.snapshot, cure), onClick: () => void applyCure(planner, cure) })),
  };
}
