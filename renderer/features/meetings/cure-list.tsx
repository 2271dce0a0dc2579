import './cure-list.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { applyCure } from '#shared/meetings/apply-cure.ts';
import { askText, effectText } from '#shared/meetings/cure-words.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import { attempt } from './where.ts';

/** Cures shown before the planner asks for the rest. */
const atFirst = 5;

export type CureListProps = {
  readonly where: Whereabouts;
  readonly cures: readonly MeetingCure[];
  /** Null: still seeking. */
  readonly ended: { readonly isComplete: boolean } | null;
  readonly hasFailed: boolean;
  readonly label?: string;
  readonly title?: string;
  /** Where everything was tried in vain. */
  readonly none?: string;
  /** After one was taken. */
  readonly onTaken?: () => void;
};

/** Ways to place a request, each really solved, with exactly what it would do; one click takes it, one undo takes it back. */
export function CureList({ where, cures, ended, hasFailed, label = 'Cures', title = 'What would place it, the cheapest first', none = 'No cure was found: nothing that may be asked for would place it.', onTaken }: CureListProps) {
  const planner = usePlanner();
  const [showsAll, setShowsAll] = useState(false);
  const take = (cure: MeetingCure) => {
    const outcome = applyCure(planner.snapshot, where.mayHear, cure, planner.mint);
    const said = outcome.ok || outcome.problem.code !== 'cure-is-out-of-date' ? outcome
      : { ok: false as const, problem: { ...outcome.problem, text: 'The summit has changed since this cure was found. Nothing was changed; cures are sought again.' } };
    if (attempt(planner, where, said)) onTaken?.();
  };
  return (
    <section className="sp-cures" aria-label={label} aria-busy={ended === null && !hasFailed}>
      {cures.length > 0 && <p className="sp-cures-title">{title}</p>}
      <ul>
        {cures.slice(0, showsAll ? cures.length : atFirst).map((cure) => (
          <li key={JSON.stringify([cure.asks, cure.placed, cure.moved, cure.dropped])}>
            <div><strong>{askText(where.tables, cure, dateWords)}</strong><span className="sp-muted">{sentence(effectText(where.tables, cure, dateWords))}</span></div>
            {cure.asks.kind === 'nda-signed' ? null : <Button size="compact-xs" variant="light" aria-label={`Apply: ${askText(where.tables, cure, dateWords)}`} onClick={() => { take(cure); }}>Apply</Button>}
          </li>
        ))}
      </ul>
      {!showsAll && cures.length > atFirst && <Button size="compact-xs" variant="subtle" onClick={() => { setShowsAll(true); }}>{cures.length - atFirst} more</Button>}
      <p className="sp-muted" role="status">{progressWords(ended, hasFailed, cures.length, none)}</p>
    </section>
  );
}

function progressWords(ended: CureListProps['ended'], hasFailed: boolean, found: number, none: string): string {
  if (ended === null && hasFailed) return 'The search for cures stopped by itself. Close and open Meetings to repeat it.';
  if (ended === null) return found === 0 ? 'Seeking cures…' : 'Seeking cheaper cures…';
  if (found === 0) return ended.isComplete ? none : 'No cure was found in time.';
  return ended.isComplete ? 'Everything that may be asked for was tried.' : 'Not everything was tried: there may be more cures.';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
