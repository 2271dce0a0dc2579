import {
  columnFilteringFeature, columnOrderingFeature, columnVisibilityFeature, createFilteredRowModel, createSortedRowModel,
  globalFilteringFeature, rowSortingFeature, tableFeatures, useTable, type ColumnDef,
} from '@tanstack/react-table';
import { useMemo, useSyncExternalStore } from 'react';
import { alignOf, widthOf, type Column } from './column.ts';
import { compareCells, hasWords, passes, quickWords } from './passes.ts';
import { spreadOver } from './spread.ts';
import type { ColumnFilter, TableView } from './table-view.ts';

const features = tableFeatures({
  columnFilteringFeature, globalFilteringFeature, rowSortingFeature, columnVisibilityFeature, columnOrderingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

type Held<Row> = { readonly row: Row };

/** A column as it stands in the table now. */
export type ShownColumn<Row> = { readonly column: Column<Row>; readonly width: number; readonly align: 'start' | 'end' | 'center' };

/** The rows left by the filters in the order of the sort keys, and the columns shown in their order. `besides`: pixels that no column takes. */
export function useRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: TableView, quick: string, { isNarrow, besides }: { readonly isNarrow: boolean; readonly besides: number }): { readonly shown: readonly Row[]; readonly shownColumns: readonly ShownColumn<Row>[] } {
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const words = useMemo(() => quickWords(quick), [quick]);
  const state = useMemo(() => ({
    sorting: view.sort.map((key) => ({ id: key.column, desc: key.descending })),
    columnFilters: Object.entries(view.filters).map(([id, value]) => ({ id, value })),
    globalFilter: words.length > 0 ? words : undefined,
    columnVisibility: Object.fromEntries(columns.map((column) => [column.id, view.shown[column.id] ?? !column.hidden])),
    columnOrder: [...view.order],
  }), [view, words, columns]);
  const first = columns[0]?.id;
  const table = useTable<typeof features, Held<Row>>({
    features, data, columns: definitions, state,
    getColumnCanGlobalFilter: (column) => column.id === first,
    // One test a row, asked through the first column only: it looks at every column at once.
    globalFilterFn: (held) => hasWords(columns, held.original.row, words),
  });
  const sortedRows = table.getRowModel().rows;
  const shown = useMemo(() => sortedRows.map((held) => held.original.row), [sortedRows]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const leaves = table.getVisibleLeafColumns();
  const windowWidth = useSyncExternalStore(onResize, () => window.innerWidth);
  const shownColumns = useMemo(() => {
    const own = leaves.flatMap((leaf) => {
      const column = byId.get(leaf.id);
      return column ? [{ column, width: widthIn(view, column), align: alignOf(column) }] : [];
    });
    return isNarrow ? own : spreadOver(windowWidth, own, (id) => view.widths[id] === undefined, besides);
  }, [leaves, byId, view, windowWidth, isNarrow, besides]);
  return { shown, shownColumns };
}

function onResize(hear: () => void): () => void {
  window.addEventListener('resize', hear);
  return () => { window.removeEventListener('resize', hear); };
}

function definitionOf<Row>(column: Column<Row>): ColumnDef<typeof features, Held<Row>> {
  return {
    id: column.id,
    accessorFn: (held: Held<Row>) => column.value(held.row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (a, b) => compareCells(column.kind, column.value(a.original.row), column.value(b.original.row)),
    filterFn: (held, _id, filter: ColumnFilter) => passes(column, held.original.row, filter),
  };
}

function widthIn<Row>(view: TableView, column: Column<Row>): number {
  return Math.max(48, view.widths[column.id] ?? column.width ?? widthOf[column.kind]);
}
