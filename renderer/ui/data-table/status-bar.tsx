import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconColumns3, IconDownload, IconFilterOff } from '@tabler/icons-react';
import { memo } from 'react';
import type { Column } from './column.ts';
import { numberWords } from './cell-text.ts';
import type { TableView } from './table-view.ts';

export type StatusBarProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly shownCount: number;
  readonly totalCount: number;
  readonly selectedCount: number;
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  readonly onExport: (() => void) | undefined;
};

/** Under the table: rows shown of total, what is filtered and sorted, the choice of columns, export. Drawn anew only when something about it changed. */
export const StatusBar = memo(StatusBarBase) as typeof StatusBarBase;

function StatusBarBase<Row>({ columns, shownCount, totalCount, selectedCount, view, onView, onExport }: StatusBarProps<Row>) {
  const filterCount = Object.keys(view.filters).length;
  const sortTitles = view.sort.flatMap((key) => columns.find((column) => column.id === key.column)?.title ?? []);
  return (
    <div className="sp-status">
      <span role="status">
        {shownCount === totalCount ? `${numberWords(totalCount)} ${totalCount === 1 ? 'row' : 'rows'}` : `${numberWords(shownCount)} of ${numberWords(totalCount)} rows`}
        {selectedCount > 0 && `, ${numberWords(selectedCount)} selected`}
      </span>
      {sortTitles.length > 0 && <span className="sp-muted">Sorted by {sortTitles.join(', then ')}</span>}
      {filterCount > 0 && <Button variant="subtle" size="compact-xs" leftSection={<IconFilterOff size={14} />} onClick={() => { onView({ ...view, filters: {} }); }}>Clear {filterCount === 1 ? 'filter' : `${filterCount} filters`}</Button>}
      <span className="sp-status-gap" />
      <Popover position="top-end" trapFocus returnFocus>
        <Popover.Target><Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconColumns3 size={14} />}>Columns</Button></Popover.Target>
        <Popover.Dropdown p="sm" aria-label="Choose columns">
          <Text fw={600} mb={6}>Columns shown</Text>
          <ScrollArea.Autosize mah={320} type="auto">
            <Stack gap={2}>
              {columns.map((column) => {
                const shown = view.shown[column.id] ?? !column.hidden;
                return <Checkbox key={column.id} className="sp-choice" label={column.title} checked={shown} onChange={() => { onView({ ...view, shown: { ...view.shown, [column.id]: !shown } }); }} />;
              })}
            </Stack>
          </ScrollArea.Autosize>
          <Button mt="xs" variant="default" fullWidth onClick={() => { onView({ ...view, shown: {}, order: [], widths: {} }); }}>Put columns back</Button>
        </Popover.Dropdown>
      </Popover>
      {onExport && <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconDownload size={14} />} onClick={onExport}>Export what is shown</Button>}
    </div>
  );
}
