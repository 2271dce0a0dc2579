import { cellText, type GridRow } from '../grid.ts';
import { plainText } from '../recognise/text-values.ts';
import type { Disposition, Links, ReasonCode, Value } from './reading.ts';

export type Reason = {
  readonly code: ReasonCode;
  readonly severity: 'flag' | 'duplicate' | 'reject' | 'skip';
  readonly field: string | null;
  readonly value: string | null;
  readonly related: readonly number[];
  readonly suggest: string | null;
};

/** Columns by field: one map for all rows of a list. */
export type Places = ReadonlyMap<string, number>;

/** A row while it is being read: rules add reasons and links. Lives only inside one reading. */
export type Draft = {
  readonly row: GridRow;
  readonly line: number;
  /** Which cell of the row is which field's. */
  readonly places: Places;
  /** By field. A plain object, since half a million cells go through one: it becomes the record as it is. */
  readonly values: Record<string, Value>;
  readonly reasons: Reason[];
  readonly links: { -readonly [K in keyof Links]: Links[K] };
};

export function addReason(draft: Draft, severity: Reason['severity'], code: ReasonCode, field: string | null = null, more: { related?: readonly number[]; suggest?: string | null } = {}): void {
  const value = field === null ? null : (rawOf(draft, field) ?? null);
  draft.reasons.push({ code, severity, field, value, related: more.related ?? [], suggest: more.suggest ?? null });
}

/** The cell of a field as it stands, tidied; undefined where the list has no such column. */
export function rawOf({ row, places }: Draft, field: string): string | undefined {
  const index = places.get(field);
  return index === undefined ? undefined : plainText(cellText(row.cells[index]));
}

const rank = ['skip', 'reject', 'duplicate', 'flag'] as const;

export function dispositionOf({ reasons }: Draft): Disposition {
  if (reasons.length === 0) return 'accept';
  return rank.find((severity) => reasons.some((reason) => reason.severity === severity)) ?? 'accept';
}

/** Whether the row can still become a record. */
export function stands(draft: Draft): boolean {
  return !draft.reasons.some(({ severity }) => severity !== 'flag');
}

/** The text of a field, or null. */
export function textOf(draft: Draft, field: string): string | null {
  const value = draft.values[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
