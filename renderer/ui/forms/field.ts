import type { Money } from '#shared/kernel/money.ts';

export type FieldValue = string | number | boolean | Money | readonly string[] | null;

export type FieldChoice = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type Base = {
  readonly name: string;
  readonly label: string;
  /** Under the field, in grey. */
  readonly hint?: string;
  readonly required?: boolean;
  /** `half` puts two fields on one line. */
  readonly width?: 'half' | 'full';
};

export type Field = Base & (
  | { readonly kind: 'text'; readonly multiline?: boolean; readonly placeholder?: string; readonly maxLength?: number }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly step?: number; readonly unit?: string; readonly whole?: boolean }
  | { readonly kind: 'money'; readonly currencies: readonly string[] }
  | { readonly kind: 'date'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'time'; readonly stepMinutes?: number }
  | { readonly kind: 'date-time'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly FieldChoice[]; readonly placeholder?: string }
  | { readonly kind: 'choices'; readonly choices: readonly FieldChoice[]; readonly placeholder?: string }
);

export type FormValues = Readonly<Record<string, FieldValue>>;
/** Messages by field name; `''` speaks of the form as a whole. */
export type FormProblems = Readonly<Record<string, string>>;

/** What is wrong with a value as the field itself can tell; null when nothing is. */
export function fieldProblem(field: Field, value: FieldValue): string | null {
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return field.required ? `${field.label}: fill this in.` : null;
  if (field.kind === 'number' && typeof value === 'number') {
    if (field.min !== undefined && value < field.min) return `${field.label}: at least ${field.min}.`;
    if (field.max !== undefined && value > field.max) return `${field.label}: at most ${field.max}.`;
  }
  if ((field.kind === 'date' || field.kind === 'date-time') && typeof value === 'string') {
    if (field.min !== undefined && value < field.min) return `${field.label}: not before ${field.min.replace('T', ' ')}.`;
    if (field.max !== undefined && value > field.max) return `${field.label}: not after ${field.max.replace('T', ' ')}.`;
  }
  return null;
}

export function textIn(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function numberIn(values: FormValues, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

export function flagIn(values: FormValues, name: string): boolean {
  return values[name] === true;
}

export function listIn(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}
