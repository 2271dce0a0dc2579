import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { folded } from '#shared/kernel/text.ts';
import { search, searchable, searchIndex } from '#shared/workspace/search.ts';
import { isOffered } from './action.ts';
import { frame } from './frame-state.ts';
import { allActions } from './global-actions.ts';
import { spelled } from './keys.ts';
import { features } from './registry.ts';
import { type Planner, usePlanner } from './use-planner.ts';

type Line = { readonly key: string; readonly name: string; readonly hint: string; readonly keys: string | null; readonly choose: () => void };

const mostRecords = 30;

/** Every action and every record by any part of its name. */
export function Palette() {
  const isOpen = useStore(frame, (state) => state.isPaletteOpen);
  const close = () => { frame.setState({ isPaletteOpen: false }); };
  return (
    <Modal opened={isOpen} onClose={close} returnFocus={false} withCloseButton={false} size="lg" padding={0} yOffset="10vh" centered={false} title={null} attributes={{ content: { 'aria-label': 'Find or do anything' } }}>
      {isOpen && <PaletteBody close={close} />}
    </Modal>
  );
}

function PaletteBody({ close }: { readonly close: () => void }) {
  const planner = usePlanner();
  const id = useId();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const index = useMemo(() => [...searchIndex(planner.snapshot), ...features.flatMap(({ made }) => (made?.(planner.snapshot) ?? []).map((found) => searchable(found)))], [planner.snapshot]);
  const lines = useMemo(() => linesFor(asked, planner, index), [asked, planner, index]);
  const choose = (line: Line | undefined) => {
    if (!line) return;
    close();
    line.choose();
  };
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((now) => (now + step + lines.length) % Math.max(1, lines.length));
    else if (event.key === 'Enter') choose(lines[at]);
    else return;
    event.preventDefault();
  }
  return (
    <div className="sp-palette">
      <div className="sp-palette-box">
        <IconSearch size={17} aria-hidden />
        <input
          role="combobox" aria-expanded aria-controls={`${id}-list`} aria-activedescendant={lines[at] ? `${id}-${at}` : undefined} aria-label="Find or do anything" placeholder="Find a record or an action"
          value={asked} autoFocus onChange={(event) => { setAsked(event.currentTarget.value); setAt(0); }} onKeyDown={onKeyDown}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label="Found">
        {lines.map((line, position) => (
          <li
            key={line.key} id={`${id}-${position}`} role="option" aria-selected={position === at} ref={(element) => { if (position === at) element?.scrollIntoView({ block: 'nearest' }); }}
            onMouseMove={() => { setAt(position); }} onClick={() => { choose(line); }}
          >
            <span>{line.name}</span><small>{line.hint}</small>{line.keys && <kbd className="sp-kbd">{spelled(line.keys)}</kbd>}
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className="sp-palette-none">Nothing is called that. Try a part of a name.</p>}
    </div>
  );
}

function linesFor(asked: string, planner: Planner, index: ReturnType<typeof searchIndex>): Line[] {
  const words = folded(asked).split(' ').filter(Boolean);
  const actions = allActions
    .filter((action) => isOffered(action, planner) && words.every((word) => folded(action.label).includes(word)))
    .map((action): Line => ({ key: action.id, name: action.label, hint: 'Action', keys: action.keys ?? null, choose: () => void action.run(planner) }));
  const records = search(index, asked, mostRecords)
    .map(({ table, id, place, name, hint }): Line => ({ key: `${table}/${id}`, name, hint, keys: null, choose: () => { planner.go(place, id); } }));
  return words.length === 0 ? actions : [...records.slice(0, 8), ...actions.slice(0, 12), ...records.slice(8)];
}
