import './carry-list.css';
import { UnstyledButton } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
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
  /** Items come in the order of their groups; each group gets a heading with its count. */
  readonly groupOf?: (item: Item) => string;
  /** Under the title: a filter. */
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
};

type Entry<Item> = { readonly kind: 'group'; readonly title: string; readonly count: number } | { readonly kind: 'item'; readonly item: Item };

/** What waits beside the board: drag it in, or press Enter and place it with the arrow keys. Of a long list only what is in sight is drawn. */
export function CarryList<Item extends CarriedItem>({ title, items, onDrag, onCarry, detail, action, groupOf, tools, empty }: CarryListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(items, groupOf), [items, groupOf]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer hands out functions that must not be memoised; nothing here memoises them
  const virtualizer = useVirtualizer({ count: entries.length, getScrollElement: () => scroller.current, estimateSize: (index) => (entries[index]?.kind === 'group' ? 28 : 96), overscan: 3, getItemKey: (index) => keyOf(entries[index], index) });
  const drawn = virtualizer.getVirtualItems();
  return (
    <section className="sp-carry" aria-label={title}>
      <h2 className="sp-carry-title">{title} <span className="sp-muted">{items.length}</span></h2>
      {tools && <div className="sp-carry-tools">{tools}</div>}
      {items.length === 0 && <p className="sp-carry-none sp-muted">{empty ?? 'Nothing waits.'}</p>}
      <div ref={scroller} className="sp-carry-scroll">
        <ul className="sp-carry-list" style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, key, start }) => {
            const entry = entries[index];
            if (!entry) return null;
            const place = { ref: virtualizer.measureElement, 'data-index': index, style: { transform: `translateY(${start}px)` } };
            if (entry.kind === 'group') return <li key={key} {...place} className="sp-carry-group">{entry.title} <span className="sp-muted">{entry.count}</span></li>;
            const { item } = entry;
            return (
              <li key={key} {...place} className="sp-carry-slot">
                <div className="sp-carry-item" data-item-id={item.id} draggable onDragStart={(event) => { event.dataTransfer.setData('text/plain', item.title); event.dataTransfer.effectAllowed = 'move'; onDrag(item); }} onDragEnd={() => { onDrag(null); }}>
                  <IconGripVertical size={14} className="sp-muted" aria-hidden />
                  <div className="sp-carry-words">
                    <UnstyledButton className="sp-carry-button" onClick={() => { onCarry(item); }}>{item.title}<span className="sp-spoken">, place by keyboard</span></UnstyledButton>
                    <div className="sp-muted sp-carry-detail">{detail ? detail(item) : `${item.minutes} minutes`}</div>
                    {action && <div className="sp-carry-actions">{action(item)}</div>}
                  </div>
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function entriesOf<Item>(items: readonly Item[], groupOf: ((item: Item) => string) | undefined): Entry<Item>[] {
  if (!groupOf) return items.map((item) => ({ kind: 'item', item }));
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group) group.push(item);
    else groups.set(groupOf(item), [item]);
  }
  return [...groups].flatMap(([title, members]): Entry<Item>[] => [{ kind: 'group', title, count: members.length }, ...members.map((item) => ({ kind: 'item' as const, item }))]);
}

function keyOf<Item extends CarriedItem>(entry: Entry<Item> | undefined, index: number): string | number {
  return entry === undefined ? index : entry.kind === 'group' ? `group ${entry.title}` : entry.item.id;
}
