import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp, IconDotsVertical, IconFilter } from '@tabler/icons-react';
import { memo, type MouseEvent, type PointerEvent } from 'react';
import type { Column } from './column.ts';
import { HeadMenu } from './head-menu.tsx';
import { columnMoved, sortedBy, type TableView } from './table-view.ts';
import type { ShownColumn } from './use-rows.ts';

export type HeadProps<Row> = {
  readonly id: string;
  readonly columns: readonly ShownColumn<Row>[];
  readonly rows: readonly Row[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  readonly selectable: boolean;
  readonly picked: 'none' | 'some' | 'all';
  readonly onPickAll: () => void;
  readonly cursor: string | null;
  readonly menu: string | null;
  readonly onMenu: (column: string | null) => void;
};

/** The heading row: click sorts, shift-click adds a key, drag moves, the edge resizes, the menu holds the filter. Drawn anew only when something about it changed: its menus are costly. */
export const Head = memo(HeadBase) as typeof HeadBase;

function HeadBase<Row>(props: HeadProps<Row>) {
  const { columns, selectable, picked, onPickAll } = props;
  return (
    <div role="rowgroup" className="sp-head">
      <div role="row" aria-rowindex={1} className="sp-head-line">
        {selectable && (
          <div role="columnheader" aria-colindex={1} className="sp-cell sp-pick">
            <Checkbox tabIndex={-1} aria-label="Select all rows shown" checked={picked === 'all'} indeterminate={picked === 'some'} onChange={onPickAll} />
          </div>
        )}
        {columns.map((shown, index) => <HeadCell key={shown.column.id} {...props} shown={shown} index={index} />)}
      </div>
    </div>
  );
}

function HeadCell<Row>({ id, shown: { column, width, align }, index, columns, rows, view, onView, selectable, cursor, menu, onMenu }: HeadProps<Row> & { readonly shown: ShownColumn<Row>; readonly index: number }) {
  const rank = view.sort.findIndex((key) => key.column === column.id);
  const key = view.sort[rank];
  const filtered = column.id in view.filters;
  const isOpen = menu === column.id;
  const title = (
    <button type="button" tabIndex={-1} className="sp-head-button" draggable onDragStart={(event) => { event.dataTransfer.setData(dragType, column.id); }} onClick={(event: MouseEvent) => { onView(sortedBy(view, column.id, event.shiftKey)); }}>
      <span className="sp-head-title">{column.title}</span>
      {key && (key.descending ? <IconArrowNarrowDown size={15} aria-hidden /> : <IconArrowNarrowUp size={15} aria-hidden />)}
      {key && view.sort.length > 1 && <span className="sp-rank" aria-hidden>{rank + 1}</span>}
    </button>
  );
  const handle = (
    <ActionIcon tabIndex={-1} size={24} className="sp-head-menu" data-on={filtered || undefined} aria-haspopup="dialog" aria-expanded={isOpen} aria-label={filtered ? `${column.title}: filtered, column menu` : `${column.title}: column menu`} onClick={() => { onMenu(isOpen ? null : column.id); }}>
      {filtered ? <IconFilter size={14} /> : <IconDotsVertical size={14} />}
    </ActionIcon>
  );
  // A closed menu is a button and nothing more: a dozen of them with all that opens them cost as much as the rows of the table.
  return (
    <div
      role="columnheader" id={`${id}-head-${column.id}`} aria-colindex={index + (selectable ? 2 : 1)} aria-sort={key ? (key.descending ? 'descending' : 'ascending') : 'none'}
      className="sp-cell sp-head-cell" data-first={index === 0 || undefined} data-align={align} data-cursor={cursor === column.id || undefined} style={{ width }}
      onDragOver={(event) => { if (event.dataTransfer.types.includes(dragType)) event.preventDefault(); }}
      onDrop={(event) => { onView(droppedColumn(view, columns, event.dataTransfer.getData(dragType), index)); }}
    >
      {column.hint ? <Tooltip label={column.hint} multiline maw={280}>{title}</Tooltip> : title}
      {isOpen ? (
        <Popover opened onChange={(opened) => { if (!opened) onMenu(null); }} position="bottom-end" trapFocus width={264}>
          <Popover.Target>{handle}</Popover.Target>
          <Popover.Dropdown p="xs" aria-label={`${column.title}: column menu`} onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape') onMenu(null); }}>
            <HeadMenu column={column} columns={columns} rows={rows} view={view} onView={onView} onClose={() => { onMenu(null); }} />
          </Popover.Dropdown>
        </Popover>
      ) : handle}
      <span className="sp-resize" aria-hidden onPointerDown={(event) => { resizeFrom(event, width, (next) => { onView(withWidth(view, column, next)); }); }} />
    </div>
  );
}

export function withWidth<Row>(view: TableView, column: Column<Row>, width: number): TableView {
  return { ...view, widths: { ...view.widths, [column.id]: Math.max(48, Math.round(width)) } };
}

const dragType = 'application/x-column';

function droppedColumn<Row>(view: TableView, columns: readonly ShownColumn<Row>[], moved: string, index: number): TableView {
  const ids = columns.map(({ column }) => column.id);
  return columnMoved(view, ids, moved, index - ids.indexOf(moved));
}

function resizeFrom(event: PointerEvent<HTMLElement>, width: number, onWidth: (width: number) => void) {
  event.preventDefault();
  event.stopPropagation();
  const handle = event.currentTarget;
  const start = event.clientX;
  handle.setPointerCapture(event.pointerId);
  const move = (at: globalThis.PointerEvent) => { onWidth(width + at.clientX - start); };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', () => { handle.removeEventListener('pointermove', move); }, { once: true });
}
