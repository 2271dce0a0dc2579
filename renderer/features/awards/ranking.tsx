import { Button } from '@mantine/core';
import { IconArrowsShuffle, IconUserOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Category } from '#shared/awards/category.ts';
import { counted } from '#shared/kernel/text.ts';
import { rowId } from '#renderer/app/record.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { addNomination } from './actions.ts';
import { type RankingRow, rankingRows } from './select.ts';
import { offTitles, scoreWords, tieBreakTitles } from './words.ts';

/** The standings of one award for the planner's eyes: no export leads out of here, and search knows nothing of it. */
export function RankingTable({ planner, category, quick }: { readonly planner: Planner; readonly category: Category; readonly quick: string }) {
  const { snapshot, selected, go } = planner;
  const rows = useMemo(() => rankingRows(snapshot, category.id), [snapshot, category.id]);
  const desk = useSummitDesk();
  const columns = useMemo(() => rankingColumns(desk, category), [desk, category]);
  return (
    <DataTable
      label={`Ranking of ${category.name}`} rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('awards', id); }}
      empty={<EmptyState title={`Nobody is in the running for ${category.name}`} actions={<Button onClick={() => void addNomination.run(planner)}>{addNomination.label}</Button>}>The ranking follows from the judges’ scores. Nominate partners first.</EmptyState>}
    />
  );
}

function rankingColumns({ snapshot }: SummitDesk, { criteria }: Category): Column<RankingRow>[] {
  return [
    { id: 'partner', title: 'Nominee', kind: 'text', width: 220, value: ({ partner }) => partner },
    { id: 'place', title: 'Place', kind: 'number', width: 76, sum: false, value: ({ raw }) => raw.place, text: ({ raw }) => (raw.place === null ? 'None' : String(raw.place)) },
    { id: 'raw', title: 'Mean', kind: 'number', width: 84, sum: false, hint: 'The judges’ mean per criterion, weighted; 1 to 10', value: ({ raw }) => raw.score, text: ({ raw }) => scoreWords(raw.score) },
    { id: 'z', title: 'z-score', kind: 'number', width: 92, sum: false, hint: 'The same once each judge’s own mean and spread are taken out', value: ({ normalised }) => normalised?.score ?? null, text: ({ normalised }) => scoreWords(normalised?.score ?? null) },
    { id: 'zPlace', title: 'Place by z', kind: 'number', width: 130, sum: false, value: ({ normalised }) => normalised?.place ?? null, render: (row) => <ZPlace row={row} /> },
    { id: 'judges', title: 'Judges', kind: 'number', width: 84, sum: false, hint: 'Of whom at least one score counts', value: ({ raw }) => raw.judges },
    { id: 'tie', title: 'Ties', kind: 'text', width: 270, value: ({ raw }) => (raw.tieBreak === null ? '' : tieBreakTitles[raw.tieBreak]) },
    { id: 'leftOut', title: 'Left out', kind: 'text', width: 260, value: (row) => leftOutWords(row, snapshot), render: (row) => <LeftOutCell words={leftOutWords(row, snapshot)} /> },
    ...criteria.map(({ name, weight }): Column<RankingRow> => ({ id: `criterion ${name}`, title: name, kind: 'number', width: 120, sum: false, hint: `Mean; ${weight} % of the whole`, value: ({ raw }) => raw.criteria.find((each) => each.name === name)?.mean ?? null, text: ({ raw }) => scoreWords(raw.criteria.find((each) => each.name === name)?.mean ?? null) })),
  ];
}

function ZPlace({ row: { raw, normalised } }: { readonly row: RankingRow }) {
  const place = normalised?.place ?? null;
  if (place === null) return <span className="sp-muted">None</span>;
  return place === raw.place ? <span>{place}</span> : <span className="aw-mark" data-tone="link" title="Judges’ harshness changes this place"><IconArrowsShuffle size={14} aria-hidden /><span>{place}, differs</span></span>;
}

function LeftOutCell({ words }: { readonly words: string }) {
  return words === '' ? null : <span className="aw-mark" data-tone="off" title={words}><IconUserOff size={15} aria-hidden /><span>{words}</span></span>;
}

/** `Cleo: works for the nominee (3 scores)`, once a judge. */
function leftOutWords({ raw }: RankingRow, { judges }: Planner['snapshot']): string {
  const counts = new Map<string, { name: string; why: keyof typeof offTitles; count: number }>();
  for (const { judge, why } of raw.leftOut) {
    const before = counts.get(judge);
    counts.set(judge, { name: judges.get(judge)?.name ?? 'A judge', why, count: (before?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ name, why, count }) => `${name}: ${offTitles[why].toLowerCase()} (${counted(count, 'score')})`).join('; ');
}
