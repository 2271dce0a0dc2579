/** How a table is looked at: plain JSON, so that it can be stored under a name. */
export type TableView = {
  readonly sort: readonly SortKey[];
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  /** Column ids in order; those not named follow in their own order. */
  readonly order: readonly string[];
  /** Column id to shown or not, where it differs from the column's own wish. */
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
  readonly groupBy: string | null;
};

export type SortKey = { readonly column: string; readonly descending: boolean };

export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'between'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'dates'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'among'; readonly values: readonly string[] };

export const plainView: TableView = { sort: [], filters: {}, order: [], shown: {}, widths: {}, groupBy: null };

/** Click: this column alone, ascending, descending, then unsorted. With shift: the same within the keys already there. */
export function sortedBy(view: TableView, column: string, adding: boolean): TableView {
  const now = view.sort.find((key) => key.column === column);
  const next: SortKey | null = now === undefined ? { column, descending: false } : now.descending ? null : { column, descending: true };
  if (!adding) return { ...view, sort: next ? [next] : [] };
  if (now === undefined) return { ...view, sort: next ? [...view.sort, next] : view.sort };
  return { ...view, sort: view.sort.flatMap((key) => (key.column !== column ? [key] : next ? [next] : [])) };
}

export function filteredBy(view: TableView, column: string, filter: ColumnFilter | null): TableView {
  const others = Object.fromEntries(Object.entries(view.filters).filter(([id]) => id !== column));
  return { ...view, filters: filter === null || saysNothing(filter) ? others : { ...others, [column]: filter } };
}

/** Moves a column by steps among the columns shown now. */
export function columnMoved(view: TableView, shownIds: readonly string[], column: string, steps: number): TableView {
  const from = shownIds.indexOf(column);
  const to = Math.min(shownIds.length - 1, Math.max(0, from + steps));
  if (from < 0 || to === from) return view;
  const order = shownIds.filter((id) => id !== column);
  order.splice(to, 0, column);
  return { ...view, order };
}

function saysNothing(filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case 'contains': return filter.text === '';
    case 'among': return filter.values.length === 0;
    case 'between':
    case 'dates': return filter.from === null && filter.to === null;
  }
}
