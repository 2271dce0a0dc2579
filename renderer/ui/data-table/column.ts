import type { ReactNode } from 'react';
import type { Money } from '#shared/kernel/money.ts';

export type CellKind = 'text' | 'number' | 'money' | 'date' | 'flag' | 'choice';

/** What a cell holds: text and choices are strings, dates `YYYY-MM-DD`, flags booleans; nothing is null. */
export type CellValue = string | number | boolean | Money | null;

export type Choice = { readonly value: string; readonly label: string };

/** A refusal in words, or nothing when the value was taken. */
export type Refusal = string | null | undefined;

export type CellEdit<Row> = {
  /** Takes the new value; answers why not, in words shown beside the cell. */
  readonly commit: (row: Row, value: CellValue) => Refusal | void | Promise<Refusal | void>;
  /** Some rows may not be edited; all may when absent. */
  readonly allowed?: (row: Row) => boolean;
  /** Refuses while typing, before commit. */
  readonly check?: (value: CellValue, row: Row) => Refusal | void;
  /** A cell that may be left empty; true unless said otherwise. */
  readonly optional?: boolean;
  /** Currency of money typed into an empty cell. */
  readonly currency?: string;
};

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly kind: CellKind;
  readonly value: (row: Row) => CellValue;
  /** The cell's words for filter, copy and screen; derived from kind when absent. */
  readonly text?: (row: Row) => string;
  /** What is drawn instead of the words. */
  readonly render?: (row: Row) => ReactNode;
  readonly edit?: CellEdit<Row>;
  /** Pixels; by kind when absent. */
  readonly width?: number;
  readonly align?: 'start' | 'end' | 'center';
  readonly choices?: readonly Choice[];
  /** Numbers are summed in the footer unless this says no (a year, a rank). */
  readonly sum?: boolean;
  /** Rows whose value counts in sums; all do when absent. */
  readonly summed?: (row: Row) => boolean;
  /** Hidden until chosen. */
  readonly hidden?: boolean;
  /** Explains the heading on hover. */
  readonly hint?: string;
};

export const widthOf = { text: 200, number: 104, money: 136, date: 152, flag: 96, choice: 152 } as const satisfies Record<CellKind, number>;

export function alignOf<Row>(column: Column<Row>): 'start' | 'end' | 'center' {
  return column.align ?? (column.kind === 'number' || column.kind === 'money' ? 'end' : 'start');
}
