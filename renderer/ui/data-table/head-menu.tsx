import { Button, Divider, Stack } from '@mantine/core';
import { IconArrowLeft, IconArrowNarrowDown, IconArrowNarrowUp, IconArrowRight, IconEyeOff, IconFilterOff, IconLayoutList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Column } from './column.ts';
import { FilterForm } from './filter-form.tsx';
import { columnMoved, filteredBy, type TableView } from './table-view.ts';
import type { ShownColumn } from './use-rows.ts';

export type HeadMenuProps<Row> = { readonly column: Column<Row>; readonly columns: readonly ShownColumn<Row>[]; readonly rows: readonly Row[]; readonly view: TableView; readonly onView: (view: TableView) => void; readonly onClose: () => void };

/** What can be done with a column: filter, sort, group, move, hide. */
export function HeadMenu<Row>({ column, columns, rows, view, onView, onClose }: HeadMenuProps<Row>) {
  const ids = columns.map((shown) => shown.column.id);
  const act = (next: TableView) => () => {
    onView(next);
    onClose();
  };
  return (
    <Stack gap={2}>
      <div className="sp-menu-filter"><FilterForm column={column} rows={rows} filter={view.filters[column.id]} onChange={(filter) => { onView(filteredBy(view, column.id, filter)); }} /></div>
      {column.id in view.filters && <Entry icon={<IconFilterOff size={16} />} onClick={act(filteredBy(view, column.id, null))}>Clear filter</Entry>}
      <Divider my={4} />
      <Entry icon={<IconArrowNarrowUp size={16} />} onClick={act({ ...view, sort: [{ column: column.id, descending: false }] })}>Sort ascending</Entry>
      <Entry icon={<IconArrowNarrowDown size={16} />} onClick={act({ ...view, sort: [{ column: column.id, descending: true }] })}>Sort descending</Entry>
      <Entry icon={<IconLayoutList size={16} />} onClick={act({ ...view, groupBy: view.groupBy === column.id ? null : column.id })}>{view.groupBy === column.id ? 'Do not group' : 'Group by this'}</Entry>
      <Divider my={4} />
      <Entry icon={<IconArrowLeft size={16} />} onClick={act(columnMoved(view, ids, column.id, -1))}>Move left</Entry>
      <Entry icon={<IconArrowRight size={16} />} onClick={act(columnMoved(view, ids, column.id, 1))}>Move right</Entry>
      <Entry icon={<IconEyeOff size={16} />} disabled={columns.length < 2} onClick={act({ ...view, shown: { ...view.shown, [column.id]: false } })}>Hide column</Entry>
    </Stack>
  );
}

function Entry({ icon, children, onClick, disabled = false }: { readonly icon: ReactNode; readonly children: string; readonly onClick: () => void; readonly disabled?: boolean }) {
  return <Button variant="subtle" color="gray" justify="flex-start" fullWidth className="sp-menu-entry" leftSection={icon} disabled={disabled} onClick={onClick}>{children}</Button>;
}
