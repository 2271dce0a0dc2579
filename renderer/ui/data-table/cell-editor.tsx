import { Popover, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { SearchSelect } from '#renderer/ui/forms/search-select.tsx';
import { plainText } from './cell-text.ts';
import { alignOf, type CellValue, type Column, type Refusal } from './column.ts';
import { parseCell } from './parse-cell.ts';

export type EditorExit = 'stay' | 'down' | 'up' | 'right' | 'left';

export type CellEditorProps<Row> = {
  readonly row: Row;
  readonly column: Column<Row>;
  /** The key that opened the editor, when it was a letter: it replaces what was there. */
  readonly typed: string | null;
  readonly onExit: (exit: EditorExit) => void;
};

/** One cell being edited, of any kind but a flag, which is turned where it stands: Enter takes and moves down, Tab takes and moves on, Escape gives up; a refusal stays beside the cell. */
export function CellEditor<Row>({ row, column, typed, onExit }: CellEditorProps<Row>) {
  const [text, setText] = useState(() => (column.kind === 'choice' ? null : typed) ?? startText(column, row));
  const [refusal, setRefusal] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (typed === null && input.current?.type !== 'date') input.current?.select();
  }, [typed]);

  async function take(raw: string, exit: EditorExit) {
    if (settled.current) return;
    const judged = judge(column, row, raw);
    if ('refusal' in judged) {
      setRefusal(judged.refusal);
      return;
    }
    if (sameValue(judged.value, column.value(row))) return leave(exit);
    settled.current = true;
    const answer: Refusal | void = await column.edit?.commit(row, judged.value);
    settled.current = false;
    if (answer) {
      setRefusal(answer);
      input.current?.focus();
    } else leave(exit);
  }
  function leave(exit: EditorExit) {
    settled.current = true;
    onExit(exit);
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') leave('stay');
    else if (event.key === 'Enter') void take(text, event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') void take(text, event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  }
  const shared = { 'aria-label': column.title, 'aria-invalid': refusal !== null, variant: 'unstyled' as const, className: 'sp-editor', onKeyDown, onBlur: () => void take(text, 'stay') };
  return (
    <Popover opened={refusal !== null} position="bottom-start" withArrow trapFocus={false} closeOnClickOutside={false} withRoles={false}>
      <Popover.Target>
        <div className="sp-editor-box" data-refused={refusal !== null || undefined} data-align={alignOf(column)}>
          {column.kind === 'choice' ? (
            <ChoiceInput column={column} value={text} begun={typed} onKeyDown={onKeyDown} onTake={(value, exit) => { setText(value); void take(value, exit); }} onLeave={() => { leave('stay'); }} />
          ) : (
            <TextInput {...shared} ref={input} type={column.kind === 'date' ? 'date' : 'text'} inputMode={column.kind === 'number' || column.kind === 'money' ? 'decimal' : 'text'} value={text} onChange={(event) => { setText(event.currentTarget.value); setRefusal(null); }} />
          )}
        </div>
      </Popover.Target>
      <Popover.Dropdown className="sp-refusal" role="alert">{refusal}</Popover.Dropdown>
    </Popover>
  );
}

function ChoiceInput<Row>({ column, value, begun, onTake, onLeave, onKeyDown }: { readonly column: Column<Row>; readonly value: string; readonly begun: string | null; readonly onTake: (value: string, exit: EditorExit) => void; readonly onLeave: () => void; readonly onKeyDown: (event: KeyboardEvent) => void }) {
  return (
    <SearchSelect
      aria-label={column.title} variant="unstyled" className="sp-editor" autoFocus startsOpen begun={begun} allowDeselect={false} nothingFoundMessage="No such choice" rightSection={null}
      clearable={column.edit?.optional !== false}
      data={column.choices?.map(({ value: id, label }) => ({ value: id, label })) ?? []} value={value === '' ? null : value}
      comboboxProps={{ withinPortal: true, width: 'max-content', position: 'bottom-start' }}
      onChange={(next, key) => {
        key?.preventDefault();
        onTake(next ?? '', key?.key !== 'Tab' ? 'stay' : key.shiftKey ? 'left' : 'right');
      }}
      onKeyDown={(event) => { if (event.key === 'Escape' || event.key === 'Tab') onKeyDown(event); else event.stopPropagation(); }}
      onBlur={onLeave}
    />
  );
}

function startText<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row);
  if (column.kind === 'choice') return String(value ?? '');
  return column.kind === 'text' ? String(value ?? '') : plainText(column, row);
}

function judge<Row>(column: Column<Row>, row: Row, raw: string): { readonly value: CellValue } | { readonly refusal: string } {
  const current = column.value(row);
  const parsed = parseCell(column.kind, raw, typeof current === 'object' && current ? current.currency : (column.edit?.currency ?? ''));
  if ('refusal' in parsed) return parsed;
  if (parsed.value === null && column.edit?.optional === false) return { refusal: `${column.title} cannot be empty.` };
  const answer = column.edit?.check?.(parsed.value, row);
  return answer ? { refusal: answer } : parsed;
}

function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
