import './duplicates.css';
import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { mergeCertain } from '#shared/exchange/duplicates/merge-certain.ts';
import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import type { Change } from '#shared/kernel/change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { suggestedFields } from '#shared/workspace/merging/fields.ts';
import { keepBoth } from '#shared/workspace/merging/keep-both.ts';
import { mergeRecords, movedText } from '#shared/workspace/merging/merge-records.ts';
import { suggestedKept } from '#shared/workspace/merging/suggested-kept.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { nounOf } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { nameIn, pairNames } from './pair-fields.ts';
import { type Choice, PairCompare, ReasonList } from './pair-compare.tsx';
import { PairList } from './pair-list.tsx';

export type PairReviewProps = {
  /** The tables in which the pairs stand: the summit, or the summit as it would be with an import. */
  readonly tables: Snapshot;
  readonly pairs: readonly Pair[];
  /** Records that were there before an import, which are kept unless the planner says otherwise. */
  readonly wasThere: (id: string) => boolean;
  readonly mint: MintId;
  readonly onDecide: (change: Change) => void;
  /** Where the records of an import come from, said above them. */
  readonly origin?: (id: string) => string;
  /** Forgets the last decision, where undo cannot reach it yet. */
  readonly onTakeBack?: (() => void) | undefined;
  /** What is shown when nothing waits. */
  readonly empty: ReactNode;
};

/** Proposals one by one, side by side. Arrows or N and P step through them, M merges or links, K keeps both. */
export function PairReview({ tables, pairs, wasThere, mint, onDecide, origin, onTakeBack, empty }: PairReviewProps) {
  const planner = usePlanner();
  const [at, setAt] = useState(0);
  const active = Math.min(at, pairs.length - 1);
  const pair = pairs[active];
  const [chosen, setChosen] = useState<{ readonly pair: Pair; readonly choice: Choice } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const suggested = useMemo(() => (pair === undefined ? null : firstChoice(tables, pair, wasThere)), [tables, pair, wasThere]);
  if (pair === undefined) return empty;
  const choice = chosen?.pair === pair ? chosen.choice : suggested;
  const certain = pairs.filter(({ certainty }) => certainty === 'certain').length;
  const step = (by: number) => { setAt(Math.max(0, Math.min(pairs.length - 1, active + by))); };
  function decide(change: Change) {
    onDecide(change);
    // The list has the focus, so that the next key speaks of the next pair.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[role=listbox]')?.focus());
  }
  function merge(of: Pair) {
    const outcome = of.of === 'belonging' || choice === null
      ? editFields(tables, 'contacts', of.one, { partner: of.other }, `Link ${pairNames(tables, of).join(' to ')}`)
      : mergeRecords(tables, { table: of.of, keep: choice.keep, gone: choice.keep === of.one ? of.other : of.one, take: choice.take }, mint);
    if (!outcome.ok) { planner.attempt(outcome); return; }
    decide('change' in outcome.value ? outcome.value.change : outcome.value);
  }
  function keep({ of, one, other }: Pair) {
    decide(keepBoth(of, one, other, of === 'belonging' ? `Keep ${nameIn(tables, 'contacts', one)} apart` : `Keep ${pairNames(tables, { ...pair, of, one, other } as Pair).join(' and ')} apart`, mint));
  }
  async function acceptAllCertain() {
    const isAgreed = await planner.confirm({ title: `Accept ${certain} certain pairs?`, text: 'Of two records the one stays that more refers to, with what it lacks from the other; a person is linked to the partner. You can undo it in one step.', yes: 'Accept' });
    if (!isAgreed) return;
    const change = await planner.work({
      title: 'Accept certain pairs',
      run: async (report, signal) => {
        const merging = mergeCertain(tables, pairs, wasThere, mint);
        for (;;) {
          const step = merging.next();
          if (step.done === true) return step.value;
          report({ doing: `${step.value} of ${certain}`, fraction: step.value / certain });
          // The window breathes between two merges.
          await new Promise((resolve) => { setTimeout(resolve); });
          signal.throwIfAborted();
        }
      },
    });
    if (change !== null) decide(change);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || pair === undefined) return;
    const isRadio = event.target instanceof HTMLInputElement;
    const deed = { n: () => { step(1); }, p: () => { step(-1); }, m: () => { merge(pair); }, k: () => { keep(pair); }, ...(isRadio ? {} : { ArrowDown: () => { step(1); }, ArrowUp: () => { step(-1); }, Home: () => { setAt(0); }, End: () => { setAt(pairs.length - 1); } }) }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }
  return (
    <div ref={root} className="sp-pairs" onKeyDown={onKeyDown}>
      <PairList tables={tables} pairs={pairs} active={active} onActive={setAt} />
      <section className="sp-pair" aria-label="The pair">
        <div className="sp-pair-body">
          <h2 className="sp-pair-title">{pair.of === 'belonging' ? `Does ${nameIn(tables, 'contacts', pair.one)} belong to ${nameIn(tables, 'partners', pair.other)}?` : pair.of === 'partners' ? 'Are these one partner?' : 'Are these one person?'}</h2>
          <ReasonList pair={pair} />
          {pair.of === 'belonging' || choice === null ? <Belonging tables={tables} pair={pair} /> : <Sides tables={tables} pair={pair} choice={choice} {...(origin && { origin })} onChoice={(next) => { setChosen({ pair, choice: next }); }} />}
          {choice !== null && <Consequences tables={tables} pair={pair} choice={choice} />}
        </div>
        <footer className="sp-pair-deeds">
          <Button onClick={() => { merge(pair); }} rightSection={<Key>M</Key>}>{pair.of === 'belonging' ? 'Link' : 'Merge'}</Button>
          <Button variant="default" onClick={() => { keep(pair); }} rightSection={<Key>K</Key>}>{pair.of === 'belonging' ? 'Leave unlinked' : 'Keep both'}</Button>
          <Button variant="default" disabled={active >= pairs.length - 1} onClick={() => { step(1); }} rightSection={<Key>N</Key>}>Next</Button>
          {certain > 1 && <Button variant="default" onClick={() => void acceptAllCertain()}>Accept all {certain} certain…</Button>}
          {onTakeBack && <Button variant="default" onClick={onTakeBack}>Take back the last decision</Button>}
          <span className="sp-muted" role="status">{active + 1} of {pairs.length}</span>
        </footer>
      </section>
    </div>
  );
}

function Key({ children }: { readonly children: string }) {
  return <kbd className="sp-kbd" aria-hidden>{children}</kbd>;
}

function firstChoice(tables: Snapshot, { of, one, other }: Pair, wasThere: (id: string) => boolean): Choice | null {
  return of === 'belonging' ? null : choiceFor(tables, of, suggestedKept(tables, of, one, other, wasThere), one, other);
}

function choiceFor(tables: Snapshot, table: 'partners' | 'contacts', keep: string, one: string, other: string): Choice | null {
  const rows = tables[table] as ReadonlyMap<string, { readonly id: string }>;
  const [kept, gone] = [rows.get(keep), rows.get(keep === one ? other : one)];
  return kept && gone ? { keep, take: suggestedFields(table, kept, gone) } : null;
}

function Sides({ tables, pair, choice, origin, onChoice }: { readonly tables: Snapshot; readonly pair: Pair; readonly choice: Choice; readonly origin?: (id: string) => string; readonly onChoice: (choice: Choice) => void }) {
  const table = pair.of === 'contacts' ? 'contacts' : 'partners';
  const rows = tables[table] as ReadonlyMap<string, { readonly id: string }>;
  const [one, other] = [rows.get(pair.one), rows.get(pair.other)];
  if (!one || !other) return null;
  return <PairCompare key={`${pair.one} ${pair.other}`} tables={tables} table={table} one={one} other={other} choice={choice} {...(origin && { origin })} onChoice={onChoice} onKeep={(id) => { onChoice(choiceFor(tables, table, id, pair.one, pair.other) ?? choice); }} />;
}

/** What comes along with a merge, and what had to become one. */
function Consequences({ tables, pair, choice }: { readonly tables: Snapshot; readonly pair: Pair; readonly choice: Choice }) {
  const said = useMemo(() => {
    if (pair.of === 'belonging') return [];
    const outcome = mergeRecords(tables, { table: pair.of, keep: choice.keep, gone: choice.keep === pair.one ? pair.other : pair.one, take: choice.take }, (() => 'trial') as never);
    if (!outcome.ok) return [];
    const moved = movedText(outcome.value.moved, nounOf);
    return [...(moved === '' ? [] : [moved]), ...outcome.value.told];
  }, [tables, pair, choice]);
  if (said.length === 0) return <p className="sp-muted">Nothing else refers to the record that goes.</p>;
  return <ul className="sp-pair-told" aria-label="What a merge does besides">{said.map((text) => <li key={text}>{text}</li>)}</ul>;
}

function Belonging({ tables, pair }: { readonly tables: Snapshot; readonly pair: Pair }) {
  const contact = tables.contacts.get(pair.one as never);
  const partner = tables.partners.get(pair.other as never);
  if (!contact || !partner) return null;
  const facts = [['Person', nameIn(tables, 'contacts', pair.one)], ['Title', contact.title], ['E-mail', contact.email ?? ''], ['Organisation as written', contact.organisation], ['Partner', partner.name], ['Place', [partner.city, partner.country].filter(Boolean).join(', ')]] as const;
  return <dl className="sp-pair-facts-list">{facts.filter(([, text]) => text !== '').map(([label, text]) => <div key={label}><dt>{label}</dt><dd><bdi>{text}</bdi></dd></div>)}</dl>;
}
