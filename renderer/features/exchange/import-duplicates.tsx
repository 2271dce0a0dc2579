import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { openPairs } from '#shared/exchange/duplicates/open-pairs.ts';
import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import type { FolderReading } from '#shared/exchange/intake/reading.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { decideInImport, type ImportReview, importReviewOf, lookAgain, review, takeBackDecision, withImport } from '#renderer/app/duplicates.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { PairReview } from './pair-review.tsx';

export type ImportDuplicates = { readonly review: ImportReview; readonly after: Snapshot; readonly open: readonly Pair[] };

/** The pairs that an import would bring and nobody has decided yet; null: not known for the summit as it is now. */
export function useImportDuplicates(reading: FolderReading): ImportDuplicates | null {
  const { snapshot } = usePlanner();
  const state = useStore(review, (all) => all.import);
  return useMemo(() => {
    const found = importReviewOf({ import: state }, reading, snapshot);
    if (found === null) return null;
    const after = withImport(snapshot, found);
    return { review: found, after, open: openPairs(after, found.proposal.pairs) };
  }, [state, reading, snapshot]);
}

/** Pairs within the files and against the summit, decided before anything is taken; they are applied together with the import. */
export function ImportPairs({ reading, found }: { readonly reading: FolderReading; readonly found: ImportDuplicates | null }) {
  const planner = usePlanner();
  const { snapshot, mint } = planner;
  const wasThere = useCallback((id: string) => snapshot.partners.has(id as never) || snapshot.contacts.has(id as never), [snapshot]);
  if (found === null) return <EmptyState title="The summit has changed since these files were read" actions={<Button onClick={() => void lookAgain(planner, reading)}>Look again</Button>}>Which of their records are there already must be looked for anew. Decisions about pairs made before are kept where they still fit.</EmptyState>;
  const { decided } = found.review;
  return (
    <PairReview
      tables={found.after} pairs={found.open} wasThere={wasThere} mint={mint} onDecide={decideInImport} origin={(id) => (wasThere(id) ? 'in the summit' : 'from these files')} onTakeBack={decided.length > 0 ? takeBackDecision : undefined}
      empty={(
        <EmptyState title={decided.length === 0 ? 'No duplicates' : 'Every pair is decided'} actions={decided.length > 0 && <Button variant="default" onClick={takeBackDecision}>Take back the last decision</Button>}>
          {decided.length === 0 ? 'Nothing in these files seems to be there twice, neither among themselves nor in the summit.' : `${counted(decided.length, 'decision')} will be applied together with the import; one undo takes all of it back.`}
        </EmptyState>
      )}
    />
  );
}
