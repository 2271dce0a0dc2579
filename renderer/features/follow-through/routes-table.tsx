import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { rowId } from '#renderer/app/record.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { routeAll, saveRoute } from './actions.ts';
import { HandOffMark } from './marks.tsx';
import { dueWords, type HandOff, handOffStates, handOffTitles, type RouteRow } from './select.ts';

/** The routing table: each receiving team with what waits for it. */
export function RoutesTable({ planner, rows, quick }: { readonly planner: Planner; readonly rows: readonly RouteRow[]; readonly quick: string }) {
  const { selected, go } = planner;
  const columns = useMemo(() => routeColumns(), []);
  return <DataTable label="Routes" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('follow-through', id); }} tone={({ open, overdue }) => (open.length === 0 ? 'quiet' : overdue > 0 ? 'warning' : null)} onExport={(shown) => void exportTable(planner, 'Routes', shown)} />;
}

function routeColumns(): Column<RouteRow>[] {
  const state = (id: HandOff, width: number): Column<RouteRow> => ({ id, title: handOffTitles[id], kind: 'number', width, value: ({ byState }) => byState.get(id) ?? 0 });
  return [
    { id: 'title', title: 'Route', kind: 'text', width: 230, value: ({ title }) => title },
    { id: 'takes', title: 'Takes', kind: 'text', width: 320, value: ({ takes }) => takes },
    { id: 'open', title: 'Open', kind: 'number', width: 76, value: ({ open }) => open.length },
    { id: 'overdue', title: 'Overdue', kind: 'number', width: 92, value: ({ overdue }) => overdue },
    state('wish', 108), state('to-agree', 122), state('to-route', 152), state('waiting', 132), state('taken', 112), state('partly', 138),
  ];
}

/** One receiving team: its hand-off file, what can be handed over now, and what it owes. */
export function RouteInspector({ planner, row }: { readonly planner: Planner; readonly row: RouteRow }) {
  const { go } = planner;
  const { id, title, takes, open, byState, overdue } = row;
  const ready = byState.get('to-route') ?? 0;
  return (
    <Inspector title={title} subtitle={takes} onClose={() => { go('follow-through'); }}>
      <InspectorSection title="Hand-off file">
        {id === 'none' ? <p className="sp-muted">Choose a type for each of these promises; the type says which team fulfils it.</p> : open.length === 0 ? <p className="sp-muted">Nothing is to be fulfilled here.</p> : (
          <div className="ft-steps">
            <Button variant="default" onClick={() => void saveRoute(planner, id, 'one-workbook')}>Save as XLSX</Button>
            <Button variant="default" onClick={() => void saveRoute(planner, id, 'csv-each')}>Save as CSV</Button>
            {ready > 0 && <Button onClick={() => { routeAll(planner, open.map(({ commitment }) => commitment)); }}>Mark {ready} as handed over</Button>}
          </div>
        )}
      </InspectorSection>
      <InspectorSection title="How they stand" aside={overdue > 0 && <small className="sp-muted">{overdue} overdue</small>}>
        <ul className="sp-plain-list">{handOffStates.filter((state) => byState.has(state)).map((state) => <li key={state} className="ft-count"><HandOffMark state={state} /><span className="sp-muted">{byState.get(state)}</span></li>)}</ul>
      </InspectorSection>
      <InspectorSection title="Open commitments">
        <ul className="ft-list">{open.slice(0, 12).map(({ commitment, partner, daysOver }) => <li key={commitment.id}><a href={`#/follow-through/${commitment.id}`}>{commitment.description || commitment.code}</a><small className="sp-muted"><bdi>{partner}</bdi> · {dueWords(daysOver)}</small></li>)}</ul>
        {open.length > 12 && <p className="sp-muted">And {open.length - 12} more in the list of commitments.</p>}
      </InspectorSection>
    </Inspector>
  );
}
