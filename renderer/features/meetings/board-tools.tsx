import { Button, Checkbox, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { IconColumns3, IconFilter } from '@tabler/icons-react';
import type { BoardResource } from '#renderer/ui/calendar-board/board.ts';
import { SearchSelect } from '#renderer/ui/forms/search-select.tsx';
import { useMemo, useState } from 'react';
import { counted, grouped } from '#shared/kernel/text.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { type BoardMode, subjectKey, subjectOf, subjects } from './board-columns.ts';
import type { BoardView, ColumnChoice } from './board-view.ts';

const modeChoices: readonly { readonly value: BoardMode; readonly label: string }[] = [{ value: 'room', label: 'By room' }, { value: 'host', label: 'By host' }, { value: 'partner', label: 'By partner' }, { value: 'day', label: 'By day' }];

/** The second line of the place while the board is shown: what the columns are, and whose days. */
export function BoardTools({ where, view: { mode, setMode, subject, setSubject, every, columns, choice, setChoice } }: { readonly where: Whereabouts; readonly view: BoardView }) {
  const choices = useMemo(() => (mode === 'day' ? subjects(where) : []), [where, mode]);
  return (
    <>
      <SegmentedControl aria-label="Columns" value={mode} onChange={(next) => { setMode(next as BoardMode); }} data={[...modeChoices]} />
      {mode === 'day' && <SearchSelect aria-label="Whose days" placeholder="Whose days" w={260} data={choices.map(({ group, items }) => ({ group, items: [...items] }))} value={subject && subjectKey(subject)} allowDeselect={false} onChange={(key) => { const next = key === null ? null : subjectOf(key); if (next) setSubject(next); }} />}
      {mode !== 'day' && <ColumnTools columns={every} shown={columns.length} choice={choice} onChoice={setChoice} />}
    </>
  );
}

/** The filter box and the list of columns. */
function ColumnTools({ columns, shown, choice, onChoice }: { readonly columns: readonly BoardResource[]; readonly shown: number; readonly choice: ColumnChoice; readonly onChoice: (choice: ColumnChoice) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <TextInput aria-label="Filter columns" placeholder="Filter columns" w={132} leftSection={<IconFilter size={14} />} value={choice.words} onChange={(event) => { onChoice({ ...choice, words: event.currentTarget.value }); }} />
      <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus withRoles={false} returnFocus>
        <Popover.Target><Button variant="default" leftSection={<IconColumns3 size={14} />} aria-expanded={opened} onClick={() => { setOpened(!opened); }}>{grouped(shown)} of {counted(columns.length, 'column')}</Button></Popover.Target>
        <Popover.Dropdown>{opened && <ColumnList columns={columns} choice={choice} onChoice={onChoice} />}</Popover.Dropdown>
      </Popover>
    </>
  );
}

function ColumnList({ columns, choice, onChoice }: { readonly columns: readonly BoardResource[]; readonly choice: ColumnChoice; readonly onChoice: (choice: ColumnChoice) => void }) {
  const toggle = (id: string) => {
    const hidden = new Set(choice.hidden);
    if (!hidden.delete(id)) hidden.add(id);
    onChoice({ ...choice, hidden });
  };
  return (
    <div className="sp-column-list" role="group" aria-label="Columns shown">
      <div className="sp-column-list-head">
        <Button size="compact-xs" variant="subtle" onClick={() => { onChoice({ ...choice, hidden: new Set() }); }}>Show all</Button>
        <Button size="compact-xs" variant="subtle" onClick={() => { onChoice({ ...choice, hidden: new Set(columns.map(({ id }) => id)) }); }}>Hide all</Button>
      </div>
      <Checkbox size="xs" label="Only with meetings that day" checked={choice.onlyUsed} onChange={(event) => { onChoice({ ...choice, onlyUsed: event.currentTarget.checked }); }} />
      <ul>{columns.map(({ id, title }) => <li key={id}><label><input type="checkbox" checked={!choice.hidden.has(id)} onChange={() => { toggle(id); }} /> {title}</label></li>)}</ul>
    </div>
  );
}
