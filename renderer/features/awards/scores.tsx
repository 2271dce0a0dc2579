import { IconAlertTriangle, IconUserOff } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Category } from '#shared/awards/category.ts';
import { score } from '#shared/awards/judge.ts';
import type { Judge } from '#shared/awards/judging.ts';
import { criterionMeans, weightedMean } from '#shared/awards/scoring.ts';
import { rowId } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { addJudge, addNomination } from './actions.ts';
import { PairMark, pairWords } from './marks.tsx';
import { type Pair, type ScoreRow, scoreRows } from './select.ts';
import { scoreWords } from './words.ts';

type ScoresProps = { readonly planner: Planner; readonly category: Category; readonly judge: Judge | null; readonly quick: string };

/** Scores of one award: every judge side by side, or one judge's sheet filled in criterion by criterion. */
export function Scores({ planner, category, judge, quick }: ScoresProps) {
  const { snapshot, selected, go } = planner;
  const rows = useMemo(() => scoreRows(snapshot, category), [snapshot, category]);
  const desk = useSummitDesk();
  const columns = useMemo(() => (judge ? sheetColumns(desk, category, judge) : panelColumns(desk)), [desk, category, judge]);
  return (
    <DataTable
      key={judge?.id ?? 'panel'} label={judge ? `Scores of ${judge.name} for ${category.name}` : `Scores for ${category.name}`} rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('awards', id); }}
      empty={snapshot.judges.size === 0
        ? <EmptyState title="No judges yet" actions={<Button onClick={() => void addJudge.run(planner)}>{addJudge.label}</Button>}>Add the panel first, then enter what each judge gives.</EmptyState>
        : <EmptyState title={`Nobody is in the running for ${category.name}`} actions={<Button onClick={() => void addNomination.run(planner)}>{addNomination.label}</Button>}>Scores are given to nominations. Nominate partners, or accept screened ones.</EmptyState>}
    />
  );
}

const partnerColumn: Column<ScoreRow> = { id: 'partner', title: 'Nominee', kind: 'text', width: 220, value: ({ partner }) => partner };

/** One column a criterion, each cell 1 to 10. */
function sheetColumns(planner: SummitDesk, category: Category, judge: Judge): Column<ScoreRow>[] {
  const pairOf = ({ pairs }: ScoreRow) => pairs.get(judge.id) as Pair;
  return [
    partnerColumn,
    ...category.criteria.map(({ name, weight, description }): Column<ScoreRow> => ({
      id: `criterion ${name}`, title: name, kind: 'number', width: 132, sum: false, hint: `${weight} % of the whole${description ? `. ${description}` : ''}`, value: (row) => pairOf(row).given.get(name) ?? null,
      edit: {
        check: (value) => (value === null || (typeof value === 'number' && value >= 1 && value <= 10) ? null : 'A score is a number from 1 to 10.'),
        commit: (row, value) => {
          const earlier = [...planner.snapshot.scores.values()].find((each) => each.judge === judge.id && each.nomination === row.nomination.id && each.criterion === name);
          return refused(planner, score(planner.snapshot, { judge: judge.id, nomination: row.nomination.id, criterion: name, value: value as number | null, comment: earlier?.comment ?? '' }, planner.mint));
        },
      },
    })),
    { id: 'mean', title: 'Weighted', kind: 'number', width: 100, sum: false, value: (row) => pairOf(row).mean, text: (row) => scoreWords(pairOf(row).mean) },
    { id: 'state', title: 'State', kind: 'text', width: 300, value: (row) => pairWords(pairOf(row)) || 'No score yet', render: (row) => <PairMark pair={pairOf(row)} /> },
  ];
}

/** One column a judge with what they give in all; what does not count is struck through and says why. */
function panelColumns(planner: SummitDesk): Column<ScoreRow>[] {
  const { snapshot } = planner;
  return [
    partnerColumn,
    { id: 'panel', title: 'Panel mean', kind: 'number', width: 108, sum: false, hint: 'The judges’ mean per criterion, weighted', value: panelMean(planner), text: (row) => scoreWords(panelMean(planner)(row)) },
    ...[...snapshot.judges.values()].map(({ id, name, role }): Column<ScoreRow> => ({
      id: `judge ${id}`, title: role === 'chair' ? `${name} (chair)` : name, kind: 'number', width: 150, sum: false, value: ({ pairs }) => pairs.get(id)?.mean ?? null,
      text: ({ pairs }) => { const pair = pairs.get(id); return pair ? [scoreWords(pair.mean), pair.off !== null || pair.links.length > 0 ? pairWords(pair) : ''].filter(Boolean).join(', ') : ''; },
      render: ({ pairs }) => { const pair = pairs.get(id); return pair && <PanelCell pair={pair} />; },
    })),
  ];
}

function PanelCell({ pair }: { readonly pair: Pair }) {
  const { mean, off, links } = pair;
  const words = off === null ? 'Conflict' : off === 'employer' ? 'Employer' : off === 'recused' ? 'Recused' : 'Abstained';
  return (
    <span className="aw-mark" data-tone={off !== null ? 'off' : links.length > 0 ? 'link' : undefined} title={off !== null || links.length > 0 ? pairWords(pair) : undefined}>
      {off !== null ? <IconUserOff size={15} aria-hidden /> : links.length > 0 ? <IconAlertTriangle size={15} aria-hidden /> : null}
      {(off !== null || links.length > 0) && <span>{words}</span>}
      {mean !== null && <span className={off === null ? undefined : 'aw-off-value'}>{scoreWords(mean)}</span>}
    </span>
  );
}

function panelMean({ snapshot }: SummitDesk): (row: ScoreRow) => number | null {
  return ({ nomination, pairs }) => {
    const category = snapshot.categories.get(nomination.category);
    const used = [...pairs.values()].filter(({ off }) => off === null).flatMap(({ judge, given }) => [...given].map(([criterion, value]) => ({ judge: judge.id, nomination: nomination.id, category: nomination.category, criterion, value })));
    return category ? weightedMean(criterionMeans(category, used)) : null;
  };
}
