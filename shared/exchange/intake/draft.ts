import type { GridRow } from '../grid.ts';
import type { Disposition, Links, ReasonCode, Value } from './reading.ts';

export type Reason = {
  readonly code: ReasonCode;
  readonly severity: 'flag' | 'duplicate' | 'reject' | 'skip';
  readonly field: string | null;
  readonly value: string | null;
  readonly related: readonly number[];
  readonly suggest: string | null;
};

/** A row while it is being read: rules add reasons and links. Lives only inside one reading. */
export type Draft = {
  readonly row: GridRow;
  readonly line: number;
  /** The cell of a field as it stands, tidied. */
  readonly raw: (field: string) => string | undefined;
  /** By field. A plain object, since half a million cells go through one: it becomes the record as it is. */
  readonly values: Record<string, Value>;
  readonly reasons: Reason[];
  readonly links: { -readonly [K in keyof Links]: Links[K] };
};

export function addReason(draft: Draft, severity: Reason['severity'], code: ReasonCode, field: string | null = null, more: { related?: readonly number[]; suggest?: string | null } = {}): void {
  const value = field === null ? null : (draft.raw(field) ?? null);
  draft.reasons.push({ code, severity, field, value, related: more.related ?? [], suggest: more.suggest ?? null });
}

const rank = ['skip', 'reject', 'duplicate', 'flag'] as const;

export function dispositionOf({ reasons }: Draft): Disposition {
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
