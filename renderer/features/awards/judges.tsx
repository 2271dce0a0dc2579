import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { conflicts } from '#shared/awards/conflicts.ts';
import type { Judge } from '#shared/awards/judging.ts';
import { groupBy } from '#shared/kernel/group.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { cellEdit, choicesOf, rowId } from '#renderer/app/record.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { addJudge, removeFromAwards } from './actions.ts';
import { roleChoices } from './words.ts';

/** The panel: who judges, for whom they work, and how much they have given. */
export function Judges({ planner, quick }: { readonly planner: Planner; readonly quick: string }) {
  const rows = useMemo(() => [...planner.snapshot.judges.values()], [planner.snapshot.judges]);
  const desk = useSummitDesk();
  const columns = useMemo(() => judgeColumns(desk), [desk]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Judges" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={planner.selected} onActiveChange={(id) => { planner.go('awards', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Judges', shown)}
      bulk={(ids) => <Button variant="default" onClick={() => void removeFromAwards(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
      empty={<EmptyState title="No judges yet" actions={<><Button onClick={() => void addJudge.run(planner)}>{addJudge.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import judges</Button></>}>Who scores the nominations. Say for whom they work, so that nobody judges their own employer.</EmptyState>}
    />
  );
}

function judgeColumns(planner: SummitDesk): Column<Judge>[] {
  const { snapshot } = planner;
  const edit = (field: string, title: string) => cellEdit(planner, 'judges', field, title, ({ name }) => name);
  const given = groupBy([...snapshot.scores.values()].filter(({ value }) => value !== null), ({ judge }) => judge);
  const recusals = groupBy(snapshot.recusals.values(), ({ judge }) => judge);
  const bound = groupBy(conflicts(snapshot), ({ judge }) => judge);
  return [
    { id: 'name', title: 'Judge', kind: 'text', width: 210, value: ({ name }) => name, edit: { ...edit('name', 'Name'), optional: false } },
    { id: 'role', title: 'Role', kind: 'choice', width: 96, choices: roleChoices, value: ({ role }) => role, edit: { ...edit('role', 'Role'), optional: false } },
    { id: 'affiliation', title: 'Employer', kind: 'text', width: 200, value: ({ affiliation }) => affiliation, edit: edit('affiliation', 'Employer') },
    { id: 'partner', title: 'Employer among partners', kind: 'choice', width: 220, choices: choicesOf(snapshot.partners.values()), value: ({ partner }) => partner, edit: edit('partner', 'Employer') },
    { id: 'email', title: 'E-mail', kind: 'text', width: 220, value: ({ email }) => email, edit: edit('email', 'E-mail') },
    { id: 'scores', title: 'Scores given', kind: 'number', width: 116, value: ({ id }) => given.get(id)?.length ?? 0 },
    { id: 'links', title: 'Conflicts', kind: 'number', width: 96, hint: 'Links to nominated partners, as the partner records show them', value: ({ id }) => bound.get(id)?.length ?? 0 },
    { id: 'recusals', title: 'Recusals', kind: 'number', width: 96, hint: 'Nominations they are taken off', value: ({ id }) => recusals.get(id)?.length ?? 0 },
  ];
}
