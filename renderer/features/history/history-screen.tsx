import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { LineId } from '#shared/kernel/ids.ts';
import { wallClock } from '#shared/kernel/time.ts';
import { counted } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { rowId } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { Place } from '#renderer/ui/place/place.tsx';

type Step = { readonly id: LineId; readonly number: number; readonly at: string; readonly who: string; readonly label: string; readonly state: string };

const columns: readonly Column<Step>[] = [
  { id: 'number', title: '#', kind: 'number', width: 64, sum: false, value: ({ number }) => number },
  { id: 'at', title: 'When', kind: 'text', width: 160, value: ({ at }) => at },
  { id: 'who', title: 'Who', kind: 'text', width: 140, value: ({ who }) => who },
  { id: 'label', title: 'What', kind: 'text', width: 420, value: ({ label }) => label },
  { id: 'state', title: 'State', kind: 'text', width: 140, value: ({ state }) => state },
];

/** Every change ever made to this summit, newest first; undo and redo walk it, one step or as far as the one chosen, also after a restart. */
export function HistoryScreen() {
  const planner = usePlanner();
  const { go, selected, workspace: { heads, history } } = planner;
  const [quick, setQuick] = useState('');
  const steps = useMemo(() => {
    const undone = new Set(history.undone);
    return heads
      .map(({ id, at, actor, label, undoes, redoes }, index): Step => ({
        id, number: index + 1, at: wallClock(at, planner.summit.zone).replace('T', ' '), who: actor,
        label: undoes ? `Undo: ${label}` : redoes ? `Redo: ${label}` : label, state: undone.has(id) ? 'taken back' : id === history.done.at(-1) ? 'here' : '',
      }))
      .reverse();
  }, [heads, history, planner.summit.zone]);
  const chosen = steps.find(({ id }) => id === selected);
  const isUndone = chosen !== undefined && history.undone.includes(chosen.id);
  const isReachable = chosen !== undefined && chosen.id !== history.done.at(-1) && (isUndone || history.done.includes(chosen.id));
  return (
    <Place
      title="History" counts={counted(steps.length, 'change')} quick={quick} onQuickChange={setQuick} quickLabel="Filter history"
      actions={<>
        <Button variant="default" disabled={!isReachable} onClick={() => { if (chosen) void planner.goToStep(chosen.id); }}>{isUndone ? 'Go forward to this step' : 'Go back to this step'}</Button>
        <Button variant="default" disabled={history.undone.length === 0} onClick={() => void planner.redo()}>Redo</Button>
        <Button disabled={history.done.length < 2} onClick={() => void planner.undo()}>Undo the last change</Button>
      </>}
    >
      <DataTable
        label="History" rows={steps} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('history', id); }} tone={({ state }) => (state === 'taken back' ? 'quiet' : null)}
        onExport={(shown) => void exportTable(planner, 'History', shown)}
      />
    </Place>
  );
}
