import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLock, IconLockOpen, IconUserOff } from '@tabler/icons-react';
import type { Category } from '#shared/awards/category.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { announceCategory, sealCategory } from './actions.ts';
import type { Embargo, Pair } from './select.ts';
import { linkTitles, momentWords, offTitles } from './words.ts';

/** Whether an award's winner may be named, by icon, word and colour. */
export function EmbargoMark({ embargo, zone }: { readonly embargo: Embargo; readonly zone: string }) {
  const { isEmbargoed } = embargo;
  const Icon = isEmbargoed ? IconLock : IconLockOpen;
  const words = embargoWords(embargo, zone);
  return <span className="aw-mark" data-tone={isEmbargoed ? 'sealed' : 'open'} title={words}><Icon size={15} aria-hidden /><span>{words}</span></span>;
}

export function embargoWords({ isEmbargoed, until }: Embargo, zone: string): string {
  if (!isEmbargoed) return 'Announced';
  return until === null ? 'Under embargo, no end set' : `Under embargo until ${momentWords(until, zone)}`;
}

/** Says over a ranking who may see it, with the step that changes it. */
export function EmbargoBanner({ planner, category, embargo }: { readonly planner: Planner; readonly category: Category; readonly embargo: Embargo }) {
  const { zone } = planner.summit;
  if (!embargo.isEmbargoed) {
    return (
      <div className="aw-embargo" data-open role="note">
        <IconLockOpen size={17} aria-hidden /><span><strong>Announced.</strong> The winner of {category.name} may be named everywhere.</span>
        {category.announcedAt !== null && <Button size="compact-sm" variant="default" onClick={() => { sealCategory(planner, category); }}>Put back under embargo</Button>}
      </div>
    );
  }
  return (
    <div className="aw-embargo" role="note">
      <IconLock size={17} aria-hidden />
      <span><strong>{embargoWords(embargo, zone)}.</strong> Only you, the planner, see this ranking. It is in no search, export, book or badge.</span>
      <Button size="compact-sm" variant="default" onClick={() => void announceCategory(planner, category)}>Announce now…</Button>
    </div>
  );
}

/** Why a judge's scores do not count, or what to weigh about them; by icon and word. */
export function PairMark({ pair }: { readonly pair: Pair }) {
  const words = pairWords(pair);
  if (pair.off !== null) return <span className="aw-mark" data-tone="off" title={words}><IconUserOff size={15} aria-hidden /><span>{words}</span></span>;
  if (pair.links.length > 0) return <span className="aw-mark" data-tone="link" title={words}><IconAlertTriangle size={15} aria-hidden /><span>{words}</span></span>;
  return pair.given.size === 0 ? <span className="sp-muted">No score yet</span> : <span className="aw-mark" data-tone="open"><IconCircleCheck size={15} aria-hidden /><span>{words}</span></span>;
}

export function pairWords({ off, recusal, links, given, wanted }: Pair): string {
  const isPartial = given.size < wanted;
  if (off !== null) return `${offTitles[off]}${recusal?.reason ? `: ${recusal.reason}` : ''}${given.size > 0 ? ' (scores left out)' : ''}`;
  if (links.length > 0) return links.map((link) => linkTitles[link]).join(', ');
  return given.size === 0 ? '' : isPartial ? `Counts, ${given.size} of ${wanted} given` : 'Counts';
}
