import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Span } from '#shared/kernel/time.ts';

/** Spells of time line by line, each with its button to take it away. */
export function SpellList({ spells, empty, onRemove }: { readonly spells: readonly Span[]; readonly empty: string; readonly onRemove: (spell: Span) => void }) {
  if (spells.length === 0) return <p className="sp-muted">{empty}</p>;
  return (
    <ul className="sp-plain-list">
      {spells.map((spell) => (
        <li key={`${spell.startsAt}/${spell.endsAt}`} className="sp-spell">
          <span>{spell.startsAt.replace('T', ' ')} to {spell.endsAt.replace('T', ' ')}</span>
          <ActionIcon aria-label={`Remove ${spell.startsAt.replace('T', ' ')}`} onClick={() => { onRemove(spell); }}><IconX size={14} /></ActionIcon>
        </li>
      ))}
    </ul>
  );
}
