import './carry-list.css';
import { UnstyledButton } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CarriedItem } from './board.ts';

export type CarryListProps<Item extends CarriedItem> = {
  readonly title: string;
  readonly items: readonly Item[];
  /** The item under the mouse, null when let go: hand it to the board as `dragged`. */
  readonly onDrag: (item: Item | null) => void;
  /** Enter or click: hand it to the board as `carried`, which takes the keyboard over. */
  readonly onCarry: (item: Item) => void;
  readonly detail?: (item: Item) => ReactNode;
  /** Under the words: a question such as why it could not be placed. */
  readonly action?: (item: Item) => ReactNode;
  readonly empty?: ReactNode;
};

/** What waits beside the board: drag it in, or press Enter and place it with the arrow keys. */
export function CarryList<Item extends CarriedItem>({ title, items, onDrag, onCarry, detail, action, empty }: CarryListProps<Item>) {
  return (
    <section className="sp-carry" aria-label={title}>
      <h2 className="sp-carry-title">{title} <span className="sp-muted">{items.length}</span></h2>
      {items.length === 0 && <p className="sp-muted">{empty ?? 'Nothing waits.'}</p>}
      <ul className="sp-carry-list">
        {items.map((item) => (
          <li key={item.id} className="sp-carry-item" draggable onDragStart={(event) => { event.dataTransfer.setData('text/plain', item.title); event.dataTransfer.effectAllowed = 'move'; onDrag(item); }} onDragEnd={() => { onDrag(null); }}>
            <IconGripVertical size={14} className="sp-muted" aria-hidden />
            <div className="sp-carry-words">
              <UnstyledButton className="sp-carry-button" onClick={() => { onCarry(item); }}>{item.title}<span className="sp-spoken">, place by keyboard</span></UnstyledButton>
              <div className="sp-muted">{detail ? detail(item) : `${item.minutes} minutes`}</div>
              {action?.(item)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
