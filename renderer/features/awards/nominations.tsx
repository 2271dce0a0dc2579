import { Button, Menu } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Nomination } from '#shared/awards/nomination.ts';
import type { NominationStatus } from '#shared/awards/nominate.ts';
import { isInTheRunning } from '#shared/awards/scoring.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { cellEdit, choicesOf, rowId } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { addCategory, addNomination, removeFromAwards, screenNominations, stepsOf } from './actions.ts';
import { categoryChoices, nominatorSideChoices, statusChoices, stepTitles } from './words.ts';

/** Who is put forward for what, and how far each nomination has come. Standings are never among its columns. */
export function Nominations({ planner, quick }: { readonly planner: Planner; readonly quick: string }) {
  const { snapshot, selected, go } = planner;
  const rows = useMemo(() => [...snapshot.nominations.values()], [snapshot.nominations]);
  const desk = useSummitDesk();
  const columns = useMemo(() => nominationColumns(desk), [desk]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const canNominate = addNomination.isEnabled?.(planner) ?? true;
  return (
    <DataTable
      label="Nominations" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('awards', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Nominations', shown)}
      tone={(row) => (isInTheRunning(row) ? null : 'quiet')}
      bulk={(ids) => <BulkButtons planner={planner} picked={rows.filter(({ id }) => ids.includes(id))} onDone={() => { setPicked(new Set()); }} />}
      empty={canNominate
        ? <EmptyState title="No nominations yet" actions={<><Button onClick={() => void addNomination.run(planner)}>{addNomination.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import nominations</Button></>}>Partners put forward for an award, with the citation that says why.</EmptyState>
        : <EmptyState title="Nothing to nominate for yet" actions={snapshot.categories.size === 0 ? <Button onClick={() => void addCategory.run(planner)}>{addCategory.label}</Button> : <Button onClick={() => { go('partners'); }}>Go to partners</Button>}>A nomination puts a partner forward for an award. Add an award and your partners first.</EmptyState>}
    />
  );
}

function BulkButtons({ planner, picked, onDone }: { readonly planner: Planner; readonly picked: readonly Nomination[]; readonly onDone: () => void }) {
  const steps = stepsOf(picked);
  const ids = picked.map(({ id }) => id);
  function take(to: NominationStatus) {
    const refusal = screenNominations(planner, ids, to);
    if (refusal === null) onDone();
    else planner.tell(refusal, 'bad');
  }
  return (
    <>
      <Menu>
        <Menu.Target><Button variant="default" disabled={steps.length === 0}>Mark as…</Button></Menu.Target>
        <Menu.Dropdown>{steps.map((to) => <Menu.Item key={to} onClick={() => { take(to); }}>{stepTitles[to]}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => void removeFromAwards(planner, ids).then((isGone) => { if (isGone) onDone(); })}>Remove…</Button>
    </>
  );
}

function nominationColumns(planner: SummitDesk): Column<Nomination>[] {
  const { snapshot } = planner;
  const nameOf = ({ code, partner }: Nomination) => code || (snapshot.partners.get(partner)?.name ?? 'a nomination');
  const edit = (field: string, title: string) => cellEdit(planner, 'nominations', field, title, nameOf);
  return [
    { id: 'partner', title: 'Partner', kind: 'choice', width: 220, choices: choicesOf(snapshot.partners.values()), value: ({ partner }) => partner, text: ({ partner }) => snapshot.partners.get(partner)?.name ?? '' },
    { id: 'category', title: 'Award', kind: 'choice', width: 230, choices: categoryChoices(snapshot), value: ({ category }) => category },
    {
      id: 'status', title: 'Status', kind: 'choice', width: 126, choices: statusChoices, value: ({ status }) => status,
      edit: { optional: false, commit: (row, value) => (row.status === null ? refused(planner, editFields(planner.snapshot, 'nominations', row.id, { status: value }, `Status of ${nameOf(row)}`)) : screenNominations(planner, [row.id], value as NominationStatus)) },
    },
    { id: 'citation', title: 'Citation', kind: 'text', width: 320, value: ({ citation }) => citation, edit: edit('citation', 'Citation') },
    { id: 'nominator', title: 'Nominated by', kind: 'text', width: 160, value: ({ nominator }) => nominator, edit: edit('nominator', 'Nominator') },
    { id: 'nominatorSide', title: 'Who that is', kind: 'choice', width: 140, choices: nominatorSideChoices, value: ({ nominatorSide }) => nominatorSide, edit: edit('nominatorSide', 'Side of the nominator') },
    { id: 'submittedOn', title: 'Submitted', kind: 'date', width: 152, value: ({ submittedOn }) => submittedOn, edit: edit('submittedOn', 'Date of submission') },
    { id: 'code', title: 'Id', kind: 'text', width: 84, value: ({ code }) => code, edit: edit('code', 'Id') },
  ];
}
