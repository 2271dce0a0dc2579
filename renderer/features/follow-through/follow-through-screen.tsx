import './follow-through.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { counted } from '#shared/kernel/text.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { Place } from '#renderer/ui/place/place.tsx';
import { saveHandOff } from './actions.ts';
import { PromiseInspector } from './promise-inspector.tsx';
import { PromisesTable } from './promises-table.tsx';
import { RouteInspector, RoutesTable } from './routes-table.tsx';
import { type OpenPromise, openPromises, routeRows } from './select.ts';

type View = 'commitments' | 'routes';

/** What was promised and is not done: by the team that fulfils it, overdue first, until each receipt is back. */
export function FollowThroughScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const [chosen, setChosen] = useState<View>('commitments');
  const [quick, setQuick] = useState('');
  const [shown, setShown] = useState<readonly OpenPromise[]>([]);
  const today = planner.today();
  const rows = useMemo(() => openPromises(snapshot, today), [snapshot, today]);
  const teams = useMemo(() => routeRows(rows), [rows]);
  const promise = rows.find(({ id }) => id === selected);
  const team = teams.find(({ id }) => id === selected);
  const view: View = promise ? 'commitments' : team ? 'routes' : chosen;
  // The view that a record was gone to in stays when the record is closed.
  if (view !== chosen) setChosen(view);
  const overdue = rows.filter(({ daysOver }) => daysOver !== null && daysOver > 0).length;
  const index = shown.findIndex(({ id }) => id === selected);
  const step = (by: number) => { const next = shown[index + by]; return index >= 0 && next ? () => { go('follow-through', next.id); } : undefined; };
  const [previous, next] = [step(-1), step(1)];
  return (
    <Place
      title="Follow-through" counts={`${counted(rows.length, 'open commitment')}${overdue > 0 ? `, ${overdue} overdue` : ''}`} quick={quick} onQuickChange={setQuick} quickLabel="Filter"
      tools={snapshot.commitments.size > 0 && <SegmentedControl aria-label="View" value={view} onChange={(value) => { go('follow-through'); setChosen(value as View); }} data={[{ value: 'commitments', label: 'Commitments' }, { value: 'routes', label: 'Routes' }]} />}
      actions={<Button disabled={!(saveHandOff.isEnabled?.(planner) ?? true)} onClick={() => void saveHandOff.run(planner)}>{saveHandOff.label}</Button>}
      inspector={promise ? <PromiseInspector key={promise.id} promise={promise} {...(previous && { onPrevious: previous })} {...(next && { onNext: next })} /> : team && <RouteInspector planner={planner} row={team} />}
    >
      {view === 'commitments' ? <PromisesTable planner={planner} rows={rows} quick={quick} onShown={setShown} /> : <RoutesTable planner={planner} rows={teams} quick={quick} />}
    </Place>
  );
}
