import './books.css';
import { Button, Menu, SegmentedControl, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { BookEntry } from '#shared/briefings/books.ts';
import { counted } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { chosen, saveAllBooks, saveCommitmentSheets, saveDoorLists } from './actions.ts';
import { BookInspector } from './book-inspector.tsx';
import { kindTitles } from './kind-titles.ts';
import { saveMany } from './printing.ts';
import { chooseLook, copyKey, entriesOf, fingerprintOf, type Look, madeWith, shelf } from './shelf.ts';

/** Every book and sheet that can be printed, who reads it, and whether the copy made last is still true. */
export function BooksScreen() {
  const planner = usePlanner();
  const { snapshot, summit, selected, go, now } = planner;
  const { look, copies } = useStore(shelf);
  const [quick, setQuick] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const entries = entriesOf(snapshot);
  const rows = useMemo(() => entries.map((entry): BookRow => {
    const copy = copies.get(copyKey(summit.id, entry.key));
    const state = copy === undefined ? 'Not printed' : fingerprintOf(madeWith(entry, look, now())) === copy.fingerprint ? 'Fresh' : 'Out of date';
    return { ...entry, sheets: copy?.sheets ?? null, state };
  }), [entries, copies, look, summit.id, now]);
  const entry = chosen(planner);
  const more = [saveCommitmentSheets, saveDoorLists].filter((action) => action.isEnabled?.(planner));
  return (
    <Place
      title="Books & print" counts={counted(rows.length, 'document')} quick={quick} onQuickChange={setQuick} quickLabel="Filter documents"
      tools={<>
        <SegmentedControl aria-label="Paper" data={[{ value: 'a4', label: 'A4' }, { value: 'letter', label: 'Letter' }]} value={look.paper} onChange={(paper) => { chooseLook({ paper: paper as Look['paper'] }); }} />
        <Switch label="Large print" checked={look.scale === 'large'} onChange={(event) => { chooseLook({ scale: event.currentTarget.checked ? 'large' : 'normal' }); }} />
      </>}
      actions={<>
        {more.length > 0 && <Menu><Menu.Target><Button variant="default">Sheets…</Button></Menu.Target><Menu.Dropdown>{more.map((action) => <Menu.Item key={action.id} onClick={() => void action.run(planner)}>{action.label}</Menu.Item>)}</Menu.Dropdown></Menu>}
        <Button disabled={saveAllBooks.isEnabled?.(planner) !== true} onClick={() => void saveAllBooks.run(planner)}>{saveAllBooks.label}</Button>
      </>}
      inspector={entry && <BookInspector entry={entry} look={look} />}
    >
      <DataTable
        label="Books and sheets" rows={rows} columns={columns} rowId={keyOf} quick={quick} activeId={selected} onActiveChange={(id) => { go('books', id); }}
        selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Books and sheets', shown)} tone={({ state }) => (state === 'Out of date' ? 'warning' : null)}
        bulk={(ids) => <Button variant="default" onClick={() => void saveMany(planner, entries.filter(({ key }) => ids.includes(key)))}>Save PDFs…</Button>}
        empty={<EmptyState title="Nothing to print yet" actions={<Button onClick={() => { go('invitees'); }}>Choose invitees</Button>}>Books appear once partners are expected and sessions or meetings are planned.</EmptyState>}
      />
    </Place>
  );
}

type BookRow = BookEntry & { readonly sheets: number | null; readonly state: 'Not printed' | 'Fresh' | 'Out of date' };

const columns: Column<BookRow>[] = [
  { id: 'kind', title: 'Kind', kind: 'choice', width: 170, choices: Object.entries(kindTitles).map(([value, label]) => ({ value, label })), value: ({ kind }) => kind },
  { id: 'reader', title: 'Reader', kind: 'text', width: 300, value: ({ reader }) => reader },
  { id: 'meetings', title: 'Meetings', kind: 'number', width: 96, sum: false, value: ({ meetings }) => meetings },
  { id: 'sheets', title: 'Pages', kind: 'number', width: 88, value: ({ sheets }) => sheets, hint: 'Known once printed' },
  { id: 'state', title: 'Copy', kind: 'text', width: 130, value: ({ state }) => state, hint: 'Against what was saved since this window was opened' },
];

function keyOf({ key }: BookRow): string {
  return key;
}
