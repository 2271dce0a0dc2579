import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Finding, Severity } from '#shared/kernel/finding.ts';
import { counted, folded } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { Stat, StatRow } from '#renderer/ui/feedback/stat.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { useFindingCures } from './finding-cures.ts';
import { readiness } from './readiness.ts';

const shownAtOnce = 60;

const columns: readonly Column<Finding>[] = [
  { id: 'severity', title: 'Severity', kind: 'text', value: ({ severity }) => severity },
  { id: 'place', title: 'Place', kind: 'text', value: ({ place }) => place },
  { id: 'text', title: 'Finding', kind: 'text', value: ({ text }) => text },
];

/** How ready the summit is, and everything that needs attention with the way to mend it. */
export function OverviewScreen() {
  const planner = usePlanner();
  const { snapshot, findings, go } = planner;
  const today = planner.today();
  const tiles = useMemo(() => readiness(snapshot, today), [snapshot, today]);
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [most, setMost] = useState(shownAtOnce);
  const [quick, setQuick] = useState('');
  const words = folded(quick).split(' ').filter(Boolean);
  const wanted = findings.filter((finding) => (severity === 'all' || finding.severity === severity) && words.every((word) => folded(finding.text).includes(word)));
  const curesOf = useFindingCures(planner);
  const count = (one: Severity) => findings.filter((finding) => finding.severity === one).length;
  if (snapshot.partners.size === 0 && snapshot.rooms.size === 0) {
    return (
      <Place title="Overview" padded>
        <EmptyState title={`${planner.summit.name} begins here`} actions={<><Button onClick={() => { go('exchange'); }}>Import a folder of exports</Button><Button variant="default" onClick={() => { go('set-up'); }}>Set it up by hand</Button></>}>
          Bring in what you have — partners, contacts, executives, rooms, agenda, NDAs, requests, nominations — or begin with the days and rooms.
        </EmptyState>
      </Place>
    );
  }
  return (
    <Place
      title="Overview" counts={planner.summit.edition} padded quick={quick} onQuickChange={(words) => { setQuick(words); setMost(shownAtOnce); }} quickLabel="Filter findings"
      actions={<Button variant="default" disabled={wanted.length === 0} onClick={() => void exportTable(planner, 'Needs attention', { rows: wanted, columns })}>Export findings</Button>}
    >
      <StatRow>{tiles.map(({ place, ...tile }) => <Stat key={tile.label} {...tile} onOpen={() => { go(place); }} />)}</StatRow>
      <InspectorSection level={2}
        title={`Needs attention: ${counted(findings.length, 'finding')}`}
        aside={<SegmentedControl aria-label="Severity" value={severity} onChange={(next) => { setSeverity(next as Severity | 'all'); setMost(shownAtOnce); }} data={[{ value: 'all', label: 'All' }, { value: 'blocker', label: `Blockers ${count('blocker')}` }, { value: 'warning', label: `Warnings ${count('warning')}` }, { value: 'advice', label: `Advice ${count('advice')}` }]} />}
      >
        <FindingList
          label="Needs attention" {...(words.length > 0 && { empty: 'No finding has these words.' })}
          findings={wanted.slice(0, most).map((finding, index) => ({ id: `${finding.rule}-${index}`, severity: finding.severity, text: finding.text, cures: curesOf(finding), onOpen: () => { go(finding.place, finding.subjects[0]?.id ?? null); } }))}
        />
        {wanted.length > most && <Button variant="default" mt="sm" onClick={() => { setMost(most + 200); }}>Show {Math.min(200, wanted.length - most)} more of {wanted.length - most}</Button>}
      </InspectorSection>
    </Place>
  );
}
