import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Category } from '#shared/awards/category.ts';
import { isInTheRunning } from '#shared/awards/scoring.ts';
import { groupBy } from '#shared/kernel/group.ts';
import { cellEdit, rowId } from '#renderer/app/record.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { addCategory, removeFromAwards } from './actions.ts';
import { EmbargoMark, embargoWords } from './marks.tsx';
import { embargoes, weightTotal } from './select.ts';
import { sessionChoices } from './words.ts';

/** The awards with their criteria, their announcement and whether their winners may be named. */
export function Categories({ planner, quick }: { readonly planner: Planner; readonly quick: string }) {
  const rows = useMemo(() => [...planner.snapshot.categories.values()], [planner.snapshot.categories]);
  const desk = useSummitDesk();
  const columns = useMemo(() => categoryColumns(desk), [desk]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Awards" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={planner.selected} onActiveChange={(id) => { planner.go('awards', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Awards', shown)}
      bulk={(ids) => <Button variant="default" onClick={() => void removeFromAwards(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
      empty={<EmptyState title="No awards yet" actions={<><Button onClick={() => void addCategory.run(planner)}>{addCategory.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import awards</Button></>}>What the summit honours: each award with its criteria, its nominations and the session that announces it.</EmptyState>}
    />
  );
}

function categoryColumns(planner: SummitDesk): Column<Category>[] {
  const { snapshot, summit } = planner;
  const edit = (field: string, title: string) => cellEdit(planner, 'categories', field, title, ({ name }) => name);
  const nominations = groupBy([...snapshot.nominations.values()].filter(isInTheRunning), ({ category }) => category);
  const judges = new Map([...groupBy([...snapshot.scores.values()].filter(({ value }) => value !== null), ({ nomination }) => snapshot.nominations.get(nomination)?.category)].map(([id, scores]) => [id, new Set(scores.map(({ judge }) => judge)).size]));
  const state = embargoes(snapshot, planner.now());
  const embargoOf = ({ id }: Category) => state.get(id) ?? { isEmbargoed: true, until: null };
  return [
    { id: 'name', title: 'Award', kind: 'text', width: 230, value: ({ name }) => name, edit: { ...edit('name', 'Name'), optional: false } },
    { id: 'nominations', title: 'In the running', kind: 'number', width: 112, value: ({ id }) => nominations.get(id)?.length ?? 0 },
    { id: 'judges', title: 'Judges', kind: 'number', width: 84, sum: false, hint: 'Who have given at least one score', value: ({ id }) => judges.get(id) ?? 0 },
    { id: 'criteria', title: 'Criteria', kind: 'text', width: 260, value: ({ criteria }) => criteria.map(({ name, weight }) => `${name} ${weight} %`).join(', ') },
    { id: 'weights', title: 'Weights', kind: 'number', width: 90, sum: false, hint: 'Should total 100 %', value: weightTotal, text: (row) => (row.criteria.length === 0 ? '' : `${weightTotal(row)} %`) },
    { id: 'announcedIn', title: 'Announced in', kind: 'choice', width: 220, choices: sessionChoices(snapshot), value: ({ announcedIn }) => announcedIn, edit: edit('announcedIn', 'Announcement') },
    { id: 'embargo', title: 'Embargo', kind: 'text', width: 300, value: (row) => embargoWords(embargoOf(row), summit.zone), render: (row) => <EmbargoMark embargo={embargoOf(row)} zone={summit.zone} /> },
    { id: 'eligibility', title: 'Eligibility', kind: 'text', width: 260, value: ({ eligibility }) => eligibility, edit: edit('eligibility', 'Eligibility') },
  ];
}
