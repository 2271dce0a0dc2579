import type { Field, FormProblems, FormValues } from '#renderer/ui/forms/field.ts';

/** A question with two answers, asked in a dialog. */
export type Question = { readonly title: string; readonly text: string; readonly yes: string; readonly isDangerous?: boolean };

/** A form in a dialog. `take` may refuse values by field name (`''` for the whole form), which keeps the dialog open. */
export type Form = {
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
  readonly initial?: FormValues;
  /** A verb: Add partner. */
  readonly submit: string;
  readonly check?: (values: FormValues) => FormProblems;
  readonly take?: (values: FormValues) => FormProblems | void;
};

/** How a piece of long work says how far it is. `fraction` null: not known. */
export type Report = (said: { readonly doing: string; readonly fraction: number | null }) => void;

/** Long work: runs in the background with progress and cancel, and is never undoable; what it wants to keep it commits. */
export type Work<Outcome> = { readonly title: string; readonly run: (report: Report, signal: AbortSignal) => Promise<Outcome> };
