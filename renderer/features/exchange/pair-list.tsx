import { useEffect, useRef } from 'react';
import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { pairNames } from './pair-fields.ts';

export type PairListProps = { readonly tables: Snapshot; readonly pairs: readonly Pair[]; readonly active: number; readonly onActive: (index: number) => void };

/** The proposals, the surest first; one of them is looked at beside the list. */
export function PairList({ tables, pairs, active, onActive }: PairListProps) {
  const list = useRef<HTMLUListElement>(null);
  // Whoever came by a button of this place goes on with the keys of the list.
  useEffect(() => { if (document.activeElement === document.body || document.activeElement?.closest('#place')) list.current?.focus(); }, []);
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [active, pairs]);
  return (
    <ul ref={list} className="sp-pair-list" role="listbox" aria-label="Proposed pairs" tabIndex={0} aria-activedescendant={pairs[active] ? optionId(pairs[active]) : undefined}>
      {pairs.map((pair, index) => {
        const [one, other] = pairNames(tables, pair);
        return (
          <li key={optionId(pair)} id={optionId(pair)} role="option" aria-selected={index === active} onClick={() => { onActive(index); }}>
            <span className="sp-pair-names"><span><bdi>{one}</bdi></span><span>{pair.of === 'belonging' && '→ '}<bdi>{other}</bdi></span></span>
            <span className="sp-pair-facts"><StatusBadge tone={pair.certainty === 'certain' ? 'good' : 'warning'}>{pair.certainty}</StatusBadge><span className="sp-muted">{kindWords[pair.of]}, {pair.score} of 100</span></span>
          </li>
        );
      })}
    </ul>
  );
}

const kindWords: Readonly<Record<Pair['of'], string>> = { partners: 'partners', contacts: 'people', belonging: 'person and partner' };

function optionId({ of, one, other }: Pair): string {
  return `pair-${of}-${one}-${other}`;
}
