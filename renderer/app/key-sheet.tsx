import { Modal } from '@mantine/core';
import { useStore } from 'zustand';
import { frame } from './frame-state.ts';
import { allActions } from './global-actions.ts';
import { spelled } from './keys.ts';

const tableKeys: readonly (readonly [string, string])[] = [
  ['Move between cells', 'Arrow keys, Home, End, Page Up, Page Down'],
  ['Edit or open', 'Enter'],
  ['Leave', 'Escape'],
  ['Pick a row, a range', 'Space, Shift+Arrow'],
  ['Previous, next record', '[  ]'],
  ['Filter', '/'],
  ['Pick up and drop on a calendar', 'M, arrows, Enter'],
];

/** Every shortcut on one sheet. */
export function KeySheet() {
  const isOpen = useStore(frame, (state) => state.isKeySheetOpen);
  return (
    <Modal opened={isOpen} onClose={() => { frame.setState({ isKeySheetOpen: false }); }} title="Shortcuts" size="lg">
      <div className="sp-keys">
        {allActions.flatMap(({ id, label, keys }) => (keys ? [<div key={id}><span>{label}</span><kbd className="sp-kbd">{spelled(keys)}</kbd></div>] : []))}
        {tableKeys.map(([label, keys]) => <div key={label}><span>{label}</span><kbd className="sp-kbd">{keys}</kbd></div>)}
      </div>
    </Modal>
  );
}
