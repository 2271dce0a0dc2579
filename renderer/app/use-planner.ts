import { createContext, use } from 'react';
import type { Change } from '#shared/kernel/change.ts';
import type { Finding, Place } from '#shared/kernel/finding.ts';
import type { LineId, MintId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Instant, LocalDate } from '#shared/kernel/time.ts';
import type { Summit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import type { WorkspaceState } from '#renderer/workspace/workspace.ts';
import type { FormValues } from '#renderer/ui/forms/field.ts';
import type { Form, Question, Work } from './ask.ts';

/** A refusal as commands give it: a literal code and its facts. */
export type Refusal = { readonly code: string };

/** Everything a screen and an action may use. The same value reaches every view through `usePlanner`. */
export type Planner = {
  readonly snapshot: Snapshot;
  /** The summit as it is at this very moment, for work that has waited for something. */
  readonly current: () => Snapshot;
  readonly summit: Summit;
  /** The steps of this summit. How safe they are is said by the frame alone. */
  readonly workspace: Pick<WorkspaceState, 'history' | 'heads'>;
  /** Everything every rule has to say, worst first. May lag behind the snapshot by a moment. */
  readonly findings: readonly Finding[];
  readonly platform: Platform;
  /** The day at the venue. */
  readonly today: () => LocalDate;
  readonly now: () => Instant;
  readonly mint: MintId;
  readonly actor: string;

  readonly place: Place;
  /** The record shown in the inspector of this place; null: none. */
  readonly selected: string | null;
  readonly go: (place: Place, id?: string | null) => void;
  /** Whether the window shows this place at this very moment, for work that has waited for something. */
  readonly isAt: (place: Place) => boolean;

  /** Takes a change and offers to undo it. */
  readonly commit: (change: Change) => void;
  /** Takes the change of a command, or says why it was refused. True: taken. */
  readonly attempt: (outcome: Result<Change, Refusal>) => boolean;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Takes back or does again every step between now and this one. */
  readonly goToStep: (line: LineId) => Promise<void>;

  /** True: the planner said yes. */
  readonly confirm: (question: Question) => Promise<boolean>;
  /** The values of the form, or null when the planner closed it. */
  readonly fill: (form: Form) => Promise<FormValues | null>;
  readonly tell: (text: string, tone?: 'good' | 'bad') => void;
  /** Runs long work in the background. Null: cancelled, or failed and the planner was told. */
  readonly work: <Outcome>(work: Work<Outcome>) => Promise<Outcome | null>;
  /** Writes a rotating copy before something large: import, restore, bulk edit, schedule. */
  readonly keepCopy: (reason: 'import' | 'restore' | 'bulk-edit' | 'schedule' | 'asked') => Promise<void>;
};

/** What of the desk follows from the summit alone: neither where the window stands, nor how safe the work is. */
export type SummitDesk = Omit<Planner, 'workspace' | 'findings' | 'place' | 'selected'>;

export const PlannerContext = createContext<Planner | null>(null);
export const SummitDeskContext = createContext<SummitDesk | null>(null);

/** The planner's desk, for any view inside the frame. */
export function usePlanner(): Planner {
  const planner = use(PlannerContext);
  if (!planner) throw new Error('used outside the frame');
  return planner;
}

/** The desk for what is costly to make anew, such as the columns of a table: a new value only when a change was made, not for every step of the cursor. */
export function useSummitDesk(): SummitDesk {
  const desk = use(SummitDeskContext);
  if (!desk) throw new Error('used outside the frame');
  return desk;
}
