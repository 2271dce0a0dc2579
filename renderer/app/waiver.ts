import type { Waiver } from '#shared/agreements/commands.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { type Field, type FormValues, textIn } from '#renderer/ui/forms/field.ts';
import type { Planner } from './use-planner.ts';

/** What is asked of whoever waives an NDA, wherever it is waived. */
export function waiverFields(planner: Planner): Field[] {
  return [
    { name: 'approver', label: 'Approved by', kind: 'text', required: true, width: 'half' }, { name: 'until', label: 'Holds until', kind: 'date', required: true, min: planner.today(), width: 'half' },
    { name: 'reason', label: 'Reason', kind: 'text', multiline: true, required: true },
  ];
}

export function waiverIn(values: FormValues): Waiver {
  return { approver: textIn(values, 'approver'), reason: textIn(values, 'reason'), until: (textIn(values, 'until') || null) as LocalDate | null };
}

/** Until when a waiver holds unless something else is said: the last day of the summit, while it is not over. */
export function lastDay({ summit, today }: Planner): LocalDate | null {
  const last = summit.days.at(-1)?.date ?? null;
  return last !== null && last >= today() ? last : null;
}
