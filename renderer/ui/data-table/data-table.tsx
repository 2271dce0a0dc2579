import './data-table.css';
import { Button } from '@mantine/core';
import { useUncontrolled } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useRowHeight } from '../density.ts';
import { useStable } from '../use-stable.ts';
import { BodyLine, type LineTone } from './body-line.tsx';
import type { EditorExit } from './cell-editor.tsx';
import { cellText, plainText } from './cell-text.ts';
import type { Column } from './column.ts';
import { intentOf, type GridIntent } from './grid-keys.ts';
import { Head, withWidth } from './head.tsx';
import { linesOf, sumOf } from './lines.ts';
import { StatusBar } from './status-bar.tsx';
import { columnMoved, plainView, sortedBy, type TableView } from './table-view.ts';
import { fromTsv, toTsv } from './tsv.ts';
import { headLine, useCursor } from './use-cursor.ts';
import { useRows } from './use-rows.ts';

export type PastedCells = { readonly cells: readonly (readonly string[])[]; readonly rowIds: readonly string[]; readonly columnIds: readonly string[] };
export type ShownTable<Row> = { readonly rows: readonly Row[]; readonly columns: readonly Column<Row>[] };

export type DataTableProps<Row> = {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Keep the array stable between renders. */
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  /** How it is looked at; kept inside when absent. */
  readonly view?: TableView;
  readonly onViewChange?: (view: TableView) => void;
  /** Words every row shown must have. */
  readonly quick?: string;
  /** The record shown in the inspector. */
  readonly activeId?: string | null;
  readonly onActiveChange?: (id: string | null) => void;
  /** Enter on a cell that is not edited, Mod+Enter or a double click. */
  readonly onOpen?: (row: Row) => void;
  /** Rows can be picked when this is given. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelectedChange?: (ids: ReadonlySet<string>) => void;
  /** Buttons for the picked rows. */
  readonly bulk?: (ids: readonly string[]) => ReactNode;
  /** Shown when there are no rows at all. */
  readonly empty?: ReactNode;
  /** It stands beside something else: its columns do not share what the window has to spare. */
  readonly isNarrow?: boolean;
  readonly tone?: (row: Row) => LineTone | null;
  /** Told whenever the rows shown or their order change; keep it stable. */
  readonly onShownChange?: (rows: readonly Row[]) => void;
  readonly onPaste?: (pasted: PastedCells) => void;
  readonly onExport?: (shown: ShownTable<Row>) => void;
};

const nobody: ReadonlySet<string> = new Set();

/** A grid of records: virtualised, sorted, filtered, grouped, edited in place and driven by the keyboard. Fills the height it is given. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, quick = '', activeId = null, onActiveChange, onOpen, selected = nobody, onSelectedChange, bulk, empty, isNarrow = false, tone, onShownChange, onPaste, onExport } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const [view, setView] = useUncontrolled<TableView>({ ...(props.view ? { value: props.view } : {}), defaultValue: plainView, ...(props.onViewChange ? { onChange: props.onViewChange } : {}) });
  const [foldedGroups, setFoldedGroups] = useState<ReadonlySet<string>>(nobody);
  const [editing, setEditing] = useState<{ line: string; column: string; typed: string | null } | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  const selectable = onSelectedChange !== undefined;
  const { shown, shownColumns } = useRows(rows, columns, view, quick, { isNarrow, besides: selectable ? 40 : 0 });
  const groupBy = columns.find((column) => column.id === view.groupBy) ?? null;
  const lines = useMemo(() => linesOf(shown, rowId, groupBy, foldedGroups), [shown, rowId, groupBy, foldedGroups]);
  const indexOfKey = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const columnIds = useMemo(() => shownColumns.map(({ column }) => column.id), [shownColumns]);
  const sums = useMemo(() => shownColumns.map(({ column }) => sumOf(column, shown)), [shownColumns, shown]);
  const { cursor, lineIndex, columnIndex, stand } = useCursor(lines, columnIds, activeId, indexOfKey);
  const rowHeight = useRowHeight();
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer hands out functions that must not be memoised; nothing here memoises them
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => grid.current, estimateSize: () => rowHeight, overscan: 8, scrollPaddingEnd: 72, getItemKey: (index) => lines[index]?.key ?? index });
  useEffect(() => { virtualizer.measure(); }, [rowHeight, virtualizer]);
  useEffect(() => { onShownChange?.(shown); }, [shown, onShownChange]);
  useEffect(() => {
    const index = activeId === null ? undefined : indexOfKey.get(activeId);
    if (index !== undefined) virtualizer.scrollToIndex(index);
    // Only a new active record scrolls; sorting under it must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeId]);

  function go(toLine: number, toColumn: number, extend = false) {
    const from = cursor.line;
    const next = stand(toLine, toColumn);
    const index = indexOfKey.get(next.line);
    if (index !== undefined) virtualizer.scrollToIndex(index);
    showColumn(grid.current, shownColumns, columnIds.indexOf(next.column), selectable);
    if (extend && selectable) selectRange(anchor.current ?? from, next.line);
    else anchor.current = null;
    const line = index === undefined ? undefined : lines[index];
    if (line?.kind === 'row' && line.key !== activeId) onActiveChange?.(line.key);
  }
  function selectRange(from: string, to: string) {
    anchor.current = from;
    const [a, b] = [indexOfKey.get(from) ?? 0, indexOfKey.get(to) ?? 0];
    const keys = lines.slice(Math.min(a, b), Math.max(a, b) + 1).filter((line) => line.kind === 'row').map((line) => line.key);
    onSelectedChange?.(new Set(keys));
  }
  function toggle(key: string) {
    anchor.current = key;
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelectedChange?.(next);
  }
  function toggleAll() {
    onSelectedChange?.(selected.size >= shown.length ? nobody : new Set(shown.map(rowId)));
  }
  function foldOrUnfold(title: string) {
    setFoldedGroups((now) => {
      const next = new Set(now);
      if (!next.delete(title)) next.add(title);
      return next;
    });
  }
  function edit(typed: string | null): boolean {
    const line = lines[lineIndex];
    const column = shownColumns[columnIndex]?.column;
    if (line?.kind !== 'row' || !column?.edit || column.edit.allowed?.(line.row) === false) return false;
    if (column.kind === 'flag') {
      if (typed !== null) return false;
      void Promise.resolve(column.edit.commit(line.row, column.value(line.row) !== true)).then((answer) => { if (answer) setSaid(answer); });
      return true;
    }
    // A date box puts digits where they belong by itself: the key that opens it is left to it.
    const isLeft = column.kind === 'date' && typed !== null;
    setEditing({ line: line.key, column: column.id, typed: isLeft ? null : typed });
    return !isLeft;
  }
  function leaveEditor(exit: EditorExit) {
    setEditing(null);
    grid.current?.focus({ preventScroll: true });
    if (exit !== 'stay') go(lineIndex + (exit === 'down' ? 1 : exit === 'up' ? -1 : 0), columnIndex + (exit === 'right' ? 1 : exit === 'left' ? -1 : 0));
  }
  function press(key: string, column: string | null, event: MouseEvent) {
    if (editing || event.button !== 0) return;
    event.preventDefault();
    grid.current?.focus({ preventScroll: true });
    const index = indexOfKey.get(key) ?? 0;
    const line = lines[index];
    if (line?.kind === 'group') foldOrUnfold(line.title);
    if (event.shiftKey && selectable) selectRange(anchor.current ?? cursor.line, key);
    else if (selectable && (column === null || event.ctrlKey || event.metaKey)) toggle(key);
    if (column !== null) go(index, columnIds.indexOf(column));
  }
  function enter() {
    const line = lines[lineIndex];
    if (lineIndex < 0) setView(sortedBy(view, cursor.column, false));
    else if (line?.kind === 'group') foldOrUnfold(line.title);
    else if (!edit(null) && line) onOpen?.(line.row);
  }
  function obey(intent: GridIntent): boolean {
    const line = lines[lineIndex];
    const column = shownColumns[columnIndex]?.column;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 400) / rowHeight) - 3);
    switch (intent.do) {
      case 'move': go(Math.min(lines.length - 1, lineIndex + intent.lines), columnIndex + intent.columns, intent.extend); return true;
      case 'page': go(Math.max(0, lineIndex + intent.direction * page), columnIndex, intent.extend); return true;
      case 'line-start': go(lineIndex, 0); return true;
      case 'line-end': go(lineIndex, columnIds.length - 1); return true;
      case 'first': go(0, columnIndex, intent.extend); return true;
      case 'last': go(lines.length - 1, columnIndex, intent.extend); return true;
      case 'enter': enter(); return true;
      case 'open': if (line?.kind === 'row') onOpen?.(line.row); return true;
      case 'edit': return edit(null);
      case 'type': return edit(intent.text);
      case 'leave': {
        if (selected.size > 0) onSelectedChange?.(nobody);
        else if (activeId !== null) onActiveChange?.(null);
        else return false;
        return true;
      }
      case 'toggle-row': if (selectable && line?.kind === 'row') toggle(line.key); else if (line?.kind === 'group') foldOrUnfold(line.title); return true;
      case 'select-all': if (selectable) toggleAll(); return selectable;
      case 'menu': setMenu(cursor.column); return true;
      case 'resize': if (column) setView(withWidth(view, column, (shownColumns[columnIndex]?.width ?? 100) + 16 * intent.direction)); return true;
      case 'shift-column': setView(columnMoved(view, columnIds, cursor.column, intent.direction)); return true;
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    const intent = intentOf(event);
    if (intent && obey(intent)) event.preventDefault();
  }
  function onCopy(event: ClipboardEvent) {
    if (event.target !== event.currentTarget) return;
    const picked = shown.filter((row) => selected.has(rowId(row)));
    const line = lines[lineIndex];
    const column = shownColumns[columnIndex]?.column;
    const text = picked.length > 0
      ? toTsv([shownColumns.map((one) => one.column.title), ...picked.map((row) => shownColumns.map((one) => plainText(one.column, row)))])
      : line?.kind === 'row' && column ? cellText(column, line.row) : '';
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    setSaid(picked.length > 0 ? `Copied ${picked.length} rows` : `Copied ${text}`);
  }
  function onPasteText(event: ClipboardEvent) {
    if (event.target !== event.currentTarget || !onPaste) return;
    event.preventDefault();
    onPaste({ cells: fromTsv(event.clipboardData.getData('text/plain')), rowIds: lines.slice(Math.max(0, lineIndex)).flatMap((line) => (line.kind === 'row' ? [line.key] : [])), columnIds: columnIds.slice(columnIndex) });
  }

  const onView = useStable(setView);
  const onPickAll = useStable(toggleAll);
  const onMenu = useStable((column: string | null) => {
    setMenu(column);
    if (column === null) grid.current?.focus({ preventScroll: true });
  });
  const exportShown = useStable(() => { onExport?.({ rows: shown, columns: shownColumns.map((one) => one.column) }); });
  const onPress = useStable(press);
  const onExit = useStable(leaveEditor);
  const onDouble = useStable((key: string) => {
    const line = lines[indexOfKey.get(key) ?? -1];
    if (!edit(null) && line?.kind === 'row') onOpen?.(line.row);
  });
  const onHead = cursor.line === headLine;
  const totalWidth = shownColumns.reduce((sum, shownColumn) => sum + shownColumn.width, selectable ? 40 : 0);
  const hasSums = sums.some((sum) => sum !== null && sum !== '');
  const items = virtualizer.getVirtualItems();
  const cursorDrawn = onHead || items.some((item) => item.key === cursor.line);
  const pickedIds = selected.size > 0 ? [...selected] : [];
  if (rows.length === 0 && empty !== undefined) return <div className="sp-table">{empty}</div>;
  return (
    <div className="sp-table">
      <div
        ref={grid} role={groupBy ? 'treegrid' : 'grid'} tabIndex={0} data-home aria-label={label} aria-rowcount={lines.length + 1} aria-colcount={columnIds.length + (selectable ? 1 : 0)} aria-multiselectable={selectable || undefined}
        aria-activedescendant={cursorDrawn && columnIds.length > 0 ? `${id}-${onHead ? 'head' : cursor.line}-${cursor.column}` : undefined} className="sp-grid" onKeyDown={onKeyDown} onCopy={onCopy} onPaste={onPasteText}
      >
        <div className="sp-grid-inner" style={{ minWidth: `max(100%, ${totalWidth}px)` }} role="presentation">
          <Head
            id={id} columns={shownColumns} rows={rows} view={view} onView={onView} selectable={selectable} picked={selected.size === 0 ? 'none' : selected.size >= shown.length ? 'all' : 'some'} onPickAll={onPickAll}
            cursor={onHead ? cursor.column : null} menu={menu} onMenu={onMenu}
          />
          <div role="rowgroup" className="sp-body" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index];
              return line && (
                <BodyLine
                  key={line.key} id={id} line={line} columns={shownColumns} top={item.start} ariaRow={item.index + 2} selectable={selectable} selected={selected.has(line.key)} active={line.key === activeId}
                  cursor={cursor.line === line.key ? cursor.column : null} editing={editing?.line === line.key ? editing : null} tone={line.kind === 'row' ? (tone?.(line.row) ?? null) : null}
                  onPress={onPress} onDouble={onDouble} onExit={onExit}
                />
              );
            })}
          </div>
          {hasSums && (
            <div role="rowgroup" className="sp-sums">
              <div role="row" aria-rowindex={lines.length + 2} className="sp-sum-line">
                {selectable && <div role="gridcell" aria-colindex={1} className="sp-cell sp-pick" />}
                {shownColumns.map(({ column, width, align }, index) => (
                  <div key={column.id} role="gridcell" aria-colindex={index + (selectable ? 2 : 1)} className="sp-cell" data-first={index === 0 || undefined} data-align={align} style={{ width }} title={sums[index] ?? undefined}>{sums[index] ?? (index === 0 ? 'Total' : null)}</div>
                ))}
              </div>
            </div>
          )}
        </div>
      </div>
      {shown.length === 0 && rows.length > 0 && (
        <div className="sp-none">
          <p>No row matches.</p>
          {Object.keys(view.filters).length > 0 && <Button variant="default" onClick={() => { setView({ ...view, filters: {} }); }}>Clear filters</Button>}
        </div>
      )}
      {bulk && pickedIds.length > 0 && <div className="sp-bulk" role="toolbar" aria-label="Picked rows"><strong>{pickedIds.length} picked</strong>{bulk(pickedIds)}<Button variant="subtle" color="gray" onClick={() => { onSelectedChange?.(nobody); }}>Unpick</Button></div>}
      <StatusBar columns={columns} shownCount={shown.length} totalCount={rows.length} selectedCount={selected.size} view={view} onView={onView} onExport={onExport && exportShown} />
      <div aria-live="polite" className="sp-spoken">{said}</div>
    </div>
  );
}

/** Scrolls sideways so that a column clears the pinned ones at the start. */
function showColumn(scroller: HTMLElement | null, columns: readonly { readonly width: number }[], index: number, selectable: boolean) {
  if (!scroller || index <= 0) return;
  const pinned = (selectable ? 40 : 0) + (columns[0]?.width ?? 0);
  const start = (selectable ? 40 : 0) + columns.slice(0, index).reduce((sum, column) => sum + column.width, 0);
  const end = start + (columns[index]?.width ?? 0);
  if (start < scroller.scrollLeft + pinned) scroller.scrollLeft = start - pinned;
  else if (end > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = end - scroller.clientWidth;
}
