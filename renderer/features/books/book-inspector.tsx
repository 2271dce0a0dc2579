import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { BookEntry } from '#shared/briefings/books.ts';
import { fileNameOf } from '#shared/documents/document.ts';
import { counted } from '#shared/kernel/text.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { saveBook } from './actions.ts';
import { kindTitles } from './kind-titles.ts';
import { ReadingView } from './reading-view.tsx';
import { type Look, madeWith } from './shelf.ts';

/** One document as its reader will get it, to be read before it is printed. */
export function BookInspector({ entry, look }: { readonly entry: BookEntry; readonly look: Look }) {
  const planner = usePlanner();
  const { go, now } = planner;
  const document = useMemo(() => madeWith(entry, look, now()), [entry, look, now]);
  return (
    <Inspector
      title={entry.reader} subtitle={`${kindTitles[entry.kind]} · ${counted(entry.meetings, 'meeting')}`} onClose={() => { go('books'); }}
      actions={<Button onClick={() => void saveBook.run(planner)}>{saveBook.label}</Button>}
    >
      <InspectorSection title="File"><p className="sp-muted">{fileNameOf(document)}</p></InspectorSection>
      <InspectorSection title="Preview"><ReadingView blocks={document.blocks} /></InspectorSection>
    </Inspector>
  );
}
