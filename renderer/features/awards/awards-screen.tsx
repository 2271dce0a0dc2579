import './awards.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { isInTheRunning } from '#shared/awards/scoring.ts';
import type { CategoryId, JudgeId, NominationId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { SearchSelect } from '#renderer/ui/forms/search-select.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addCategory, addJudge, addNomination } from './actions.ts';
import { Categories } from './categories.tsx';
import { CategoryInspector } from './category-inspector.tsx';
import { JudgeInspector } from './judge-inspector.tsx';
import { Judges } from './judges.tsx';
import { EmbargoBanner } from './marks.tsx';
import { NominationInspector } from './nomination-inspector.tsx';
import { Nominations } from './nominations.tsx';
import { RankingTable } from './ranking.tsx';
import { Scores } from './scores.tsx';
import { embargoes } from './select.ts';
import { categoryChoices } from './words.ts';

const views = [{ value: 'categories', label: 'Awards' }, { value: 'nominations', label: 'Nominations' }, { value: 'judges', label: 'Judges' }, { value: 'scores', label: 'Scores' }, { value: 'ranking', label: 'Ranking' }] as const;
type View = (typeof views)[number]['value'];

/** The awards from their criteria to the standings, which stay under embargo until they are announced. */
export function AwardsScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const [chosen, setChosen] = useState<View>('categories');
  const [award, setAward] = useState<string | null>(null);
  const [judgeId, setJudgeId] = useState('panel');
  const [quick, setQuick] = useState('');
  const nomination = snapshot.nominations.get(selected as NominationId);
  const selectedCategory = snapshot.categories.get(selected as CategoryId);
  const selectedJudge = snapshot.judges.get(selected as JudgeId);
  const view = viewOf(planner, chosen);
  // The view that a record was gone to in stays when the record is closed.
  if (view !== chosen) setChosen(view);
  const category = snapshot.categories.get(nomination?.category ?? (award as CategoryId)) ?? [...snapshot.categories.values()][0];
  const judge = snapshot.judges.get(judgeId as JudgeId) ?? null;
  const running = [...snapshot.nominations.values()].filter(isInTheRunning).length;
  const main = view === 'judges' ? addJudge : view === 'categories' ? addCategory : addNomination;
  const byAward = view === 'scores' || view === 'ranking';
  const embargo = category && embargoes(snapshot, planner.now()).get(category.id);
  return (
    <Place
      title="Awards" counts={`${counted(snapshot.categories.size, 'award')}, ${counted(running, 'nomination')} in the running`} quick={quick} onQuickChange={setQuick} quickLabel="Filter"
      tools={<>
        <SegmentedControl aria-label="View" value={view} onChange={(next) => { go('awards'); setChosen(next as View); setQuick(''); }} data={views.map((each) => ({ ...each }))} />
        {byAward && category && <div className="aw-pickers">
          <SearchSelect aria-label="Award" w={260} allowDeselect={false} data={categoryChoices(snapshot)} value={category.id} onChange={(next) => { go('awards'); setAward(next); }} />
          {view === 'scores' && <SearchSelect aria-label="Judge" w={220} allowDeselect={false} data={[{ value: 'panel', label: 'The whole panel' }, ...[...snapshot.judges.values()].map(({ id, name }) => ({ value: id as string, label: name }))]} value={judge ? judgeId : 'panel'} onChange={(next) => { setJudgeId(next ?? 'panel'); }} />}
        </div>}
      </>}
      notice={view === 'ranking' && category && embargo && <EmbargoBanner planner={planner} category={category} embargo={embargo} />}
      actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button disabled={!(main.isEnabled?.(planner) ?? true)} onClick={() => void main.run(planner)}>{main.label}</Button></>}
      inspector={nomination ? <NominationInspector key={nomination.id} nomination={nomination} /> : selectedCategory ? <CategoryInspector key={selectedCategory.id} category={selectedCategory} /> : selectedJudge && <JudgeInspector key={selectedJudge.id} judge={selectedJudge} />}
    >
      {view === 'categories' && <Categories planner={planner} quick={quick} />}
      {view === 'nominations' && <Nominations planner={planner} quick={quick} />}
      {view === 'judges' && <Judges planner={planner} quick={quick} />}
      {byAward && !category && <EmptyState title="No awards yet" actions={<Button onClick={() => void addCategory.run(planner)}>{addCategory.label}</Button>}>Scores and rankings belong to an award. Add one with its criteria first.</EmptyState>}
      {view === 'scores' && category && <Scores planner={planner} category={category} judge={judge} quick={quick} />}
      {view === 'ranking' && category && <RankingTable planner={planner} category={category} quick={quick} />}
    </Place>
  );
}

/** A record that was gone to from elsewhere is shown in a view that lists it. */
function viewOf({ snapshot, selected }: Planner, chosen: View): View {
  if (snapshot.categories.has(selected as CategoryId)) return 'categories';
  if (snapshot.judges.has(selected as JudgeId)) return 'judges';
  if (snapshot.nominations.has(selected as NominationId)) return chosen === 'scores' || chosen === 'ranking' ? chosen : 'nominations';
  return chosen;
}
