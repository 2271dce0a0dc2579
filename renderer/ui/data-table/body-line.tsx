import { IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { CellEditor, type EditorExit } from './cell-editor.tsx';
import { cellText } from './cell-text.ts';
import type { Column } from './column.ts';
import { sumOf, type Line } from './lines.ts';
import type { ShownColumn } from './use-rows.ts';

export type LineTone = 'blocker' | 'warning' | 'quiet';

export type BodyLineProps<Row> = {
  readonly id: string;
  readonly line: Line<Row>;
  readonly columns: readonly ShownColumn<Row>[];
  readonly top: number;
  readonly ariaRow: number;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly active: boolean;
  /** Which column the cursor stands on, in this line; null elsewhere. */
  readonly cursor: string | null;
  readonly editing: { readonly column: string; readonly typed: string | null } | null;
  readonly tone: LineTone | null;
  readonly onPress: (key: string, column: string | null, event: MouseEvent) => void;
  readonly onDouble: (key: string) => void;
  readonly onExit: (exit: EditorExit) => void;
};

/** One line of the table; drawn anew only when something about this line changed. */
export const BodyLine = memo(BodyLineBase) as typeof BodyLineBase;

function BodyLineBase<Row>(props: BodyLineProps<Row>) {
  const { id, line, columns, top, ariaRow, selectable, selected, active, cursor, editing, tone, onPress, onDouble, onExit } = props;
  const style = { transform: `translateY(${top}px)` };
  if (line.kind === 'group') return <GroupLine {...props} line={line} />;
  return (
    <div role="row" aria-rowindex={ariaRow} aria-selected={selectable ? selected : undefined} className="sp-line" data-active={active || undefined} data-selected={selected || undefined} data-tone={tone ?? undefined} style={style}>
      {selectable && (
        <div role="gridcell" aria-colindex={1} className="sp-cell sp-pick" onMouseDown={(event) => { onPress(line.key, null, event); }}>
          <input type="checkbox" className="sp-check" checked={selected} readOnly tabIndex={-1} aria-label="Select row" />
        </div>
      )}
      {columns.map(({ column, width, align }, index) => (
        <div
          key={column.id} id={`${id}-${line.key}-${column.id}`} role="gridcell" aria-colindex={index + (selectable ? 2 : 1)} className="sp-cell" data-first={index === 0 || undefined}
          data-align={align} data-kind={column.kind} data-cursor={cursor === column.id || undefined} style={{ width }}
          onMouseDown={(event) => { onPress(line.key, column.id, event); }} onDoubleClick={() => { onDouble(line.key); }}
        >
          {editing?.column === column.id ? <CellEditor row={line.row} column={column} typed={editing.typed} onExit={onExit} /> : cellContent(column, line.row)}
        </div>
      ))}
    </div>
  );
}

function GroupLine<Row>({ id, line, columns, top, ariaRow, selectable, cursor, onPress }: BodyLineProps<Row> & { readonly line: Extract<Line<Row>, { kind: 'group' }> }) {
  const first = columns[0];
  return (
    <div role="row" aria-rowindex={ariaRow} aria-expanded={!line.folded} className="sp-line sp-group" style={{ transform: `translateY(${top}px)` }} onMouseDown={(event) => { onPress(line.key, first?.column.id ?? null, event); }}>
      {selectable && <div role="gridcell" aria-colindex={1} className="sp-cell sp-pick" />}
      {columns.map(({ column, width, align }, index) => (
        <div key={column.id} id={`${id}-${line.key}-${column.id}`} role="gridcell" aria-colindex={index + (selectable ? 2 : 1)} className="sp-cell" data-first={index === 0 || undefined} data-align={align} data-cursor={cursor === column.id || undefined} style={{ width }}>
          {index === 0 ? (
            <span className="sp-group-title">{line.folded ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}<span>{line.title}</span><span className="sp-muted">{line.rows.length}</span></span>
          ) : sumOf(column, line.rows)}
        </div>
      ))}
    </div>
  );
}

function cellContent<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.render) return column.render(row);
  if (column.kind === 'flag') return column.value(row) === true ? <span className="sp-flag"><IconCheck size={15} aria-hidden /> Yes</span> : <span className="sp-muted">No</span>;
  const words = cellText(column, row);
  return <span className="sp-words" title={words.length > 24 ? words : undefined}>{words}</span>;
}
