import { Checkbox, Group, NumberInput, ScrollArea, Stack, TextInput } from '@mantine/core';
import type { Column } from './column.ts';
import type { ColumnFilter } from './table-view.ts';

export type FilterFormProps<Row> = { readonly column: Column<Row>; readonly rows: readonly Row[]; readonly filter: ColumnFilter | undefined; readonly onChange: (filter: ColumnFilter | null) => void };

/** The filter of one column, by its kind: contains, between, dates, or one of. */
export function FilterForm<Row>({ column, rows, filter, onChange }: FilterFormProps<Row>) {
  switch (column.kind) {
    case 'text': return <TextInput label="Contains" autoFocus value={filter?.kind === 'contains' ? filter.text : ''} onChange={(event) => { onChange({ kind: 'contains', text: event.currentTarget.value }); }} />;
    case 'number':
    case 'money': {
      const { from, to } = filter?.kind === 'between' ? filter : { from: null, to: null };
      return (
        <Group gap="xs" wrap="nowrap">
          <NumberInput label="From" autoFocus hideControls thousandSeparator="," value={from ?? ''} onChange={(value) => { onChange({ kind: 'between', from: numberOf(value), to }); }} />
          <NumberInput label="To" hideControls thousandSeparator="," value={to ?? ''} onChange={(value) => { onChange({ kind: 'between', from, to: numberOf(value) }); }} />
        </Group>
      );
    }
    case 'date': {
      const { from, to } = filter?.kind === 'dates' ? filter : { from: null, to: null };
      return (
        <Group gap="xs" wrap="nowrap">
          <TextInput type="date" label="From" autoFocus value={from ?? ''} onChange={(event) => { onChange({ kind: 'dates', from: event.currentTarget.value || null, to }); }} />
          <TextInput type="date" label="To" value={to ?? ''} onChange={(event) => { onChange({ kind: 'dates', from, to: event.currentTarget.value || null }); }} />
        </Group>
      );
    }
    case 'flag':
    case 'choice': {
      const counts = new Map<string, number>();
      for (const row of rows) {
        const value = String(column.value(row) ?? '');
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const chosen = filter?.kind === 'among' ? filter.values : [];
      const toggled = (value: string) => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
      return (
        <ScrollArea.Autosize mah={240} type="auto">
          <Stack gap={2} role="group" aria-label={`Show only: ${column.title}`}>
            {optionsOf(column, counts).map(({ value, label }) => (
              <Checkbox key={value} className="sp-choice" label={<span className="sp-choice-label"><span>{label}</span><span className="sp-muted">{counts.get(value) ?? 0}</span></span>} checked={chosen.includes(value)} onChange={() => { onChange({ kind: 'among', values: toggled(value) }); }} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      );
    }
  }
}

function optionsOf<Row>(column: Column<Row>, counts: ReadonlyMap<string, number>): { value: string; label: string }[] {
  if (column.kind === 'flag') return [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }];
  const known = column.choices ?? [];
  const strangers = [...counts.keys()].filter((value) => value !== '' && !known.some((choice) => choice.value === value)).sort().map((value) => ({ value, label: value }));
  return [...known, ...strangers, ...(counts.has('') ? [{ value: '', label: 'Empty' }] : [])];
}

function numberOf(value: string | number): number | null {
  return value === '' || Number.isNaN(Number(value)) ? null : Number(value);
}
