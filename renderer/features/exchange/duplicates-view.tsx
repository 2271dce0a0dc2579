import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { openPairs } from '#shared/exchange/duplicates/open-pairs.ts';
import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import { counted } from '#shared/kernel/text.ts';
import { findDuplicates, leaveReview, type Review } from '#renderer/app/duplicates.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { PairReview } from './pair-review.tsx';

/** Records of the summit that may be there twice, to be merged or kept one by one; every step can be undone. */
export function DuplicatesView({ review }: { readonly review: Review }) {
  const planner = usePlanner();
  const { snapshot } = planner;
  const [shown, setShown] = useState('all');
  const open = useMemo(() => openPairs(snapshot, review.pairs), [snapshot, review]);
  const certain = open.filter(({ certainty }) => certainty === 'certain');
  const pairs = shown === 'all' ? open : open.filter(({ certainty }) => certainty === shown);
  return (
    <Place
      title="Duplicates" counts={countWords(open)}
      tools={open.length > 0 && <SegmentedControl aria-label="Which pairs" value={shown} onChange={setShown} data={[{ value: 'all', label: `All ${open.length}` }, { value: 'certain', label: `Certain ${certain.length}` }, { value: 'possible', label: `Possible ${open.length - certain.length}` }]} />}
      notice={review.leftOut.length > 0 && <FindingList label="Not compared" findings={review.leftOut.map((text, index) => ({ id: String(index), severity: 'warning' as const, text }))} />}
      actions={<><Button variant="default" onClick={() => void findDuplicates.run(planner)}>Look again</Button><Button onClick={() => { leaveReview(planner, review); }}>Done</Button></>}
    >
      <PairReview
        key={shown} tables={snapshot} pairs={pairs} wasThere={always} mint={planner.mint} onDecide={planner.commit}
        empty={(
          <EmptyState title={open.length > 0 ? 'None of this kind' : review.pairs.length === 0 ? 'No duplicates were found' : 'Every pair is decided'} actions={open.length > 0 ? <Button variant="default" onClick={() => { setShown('all'); }}>Show all</Button> : <Button onClick={() => { leaveReview(planner, review); }}>Done</Button>}>
            {open.length > 0 ? 'The other pairs still wait.' : review.pairs.length === 0 ? `${counted(snapshot.partners.size, 'partner')} and ${counted(snapshot.contacts.size, 'contact')} were compared by name, address, place and number.` : 'What was merged can be undone from the toast, with Ctrl+Z or in History. Pairs that you keep apart are not proposed again.'}
          </EmptyState>
        )}
      />
    </Place>
  );
}

/** Every record of the summit was there before. */
function always(): boolean {
  return true;
}

/** `28 pairs wait: 12 of partners, 16 of people` */
function countWords(pairs: readonly Pair[]): string {
  const of = (kind: Pair['of']) => pairs.filter((pair) => pair.of === kind).length;
  const parts = [[of('partners'), 'of partners'], [of('contacts'), 'of people'], [of('belonging'), 'of a person and a partner']] as const;
  return pairs.length === 0 ? 'nothing waits' : `${counted(pairs.length, 'pair')} to decide: ${parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`).join(', ')}`;
}
