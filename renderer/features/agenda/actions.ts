import type { SessionId } from '#shared/kernel/ids.ts';
import { addMinutes, at, type LocalDateTime, type LocalTime } from '#shared/kernel/time.ts';
import { addSession as add, copySession as copy, editSession as edit, type SessionProblem } from '#shared/summit/commands.ts';
import type { Session } from '#shared/summit/session.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { FormProblems, FormValues } from '#renderer/ui/forms/field.ts';
import { newSessionFields, newSessionValues, sessionFields, sessionOf } from './session-form.ts';

const isChosen = ({ selected, snapshot }: Planner) => selected !== null && snapshot.sessions.has(selected as SessionId);

export const addSession = defineAction({ id: 'agenda.add-session', label: 'Add session', keys: 'Mod+Alt+N', place: 'agenda', run: (planner) => askForSession(planner) });
export const editSession = defineAction({ id: 'agenda.edit-session', label: 'Edit session', keys: 'Mod+E', place: 'agenda', isEnabled: isChosen, run: askForEdit });
export const copySession = defineAction({ id: 'agenda.copy-session', label: 'Copy session', keys: 'Mod+D', place: 'agenda', isEnabled: isChosen, run: takeCopy });
export const removeSession = defineAction({
  id: 'agenda.remove-session', label: 'Remove session', keys: 'Mod+Backspace', place: 'agenda', isEnabled: isChosen,
  run: (planner) => removeSessions(planner, planner.selected === null ? [] : [planner.selected]),
});

/** The view of the place that lays meeting blocks, as an address: any place can lead there. */
export const meetingTimes = 'meeting-times';

export const planMeetingTimes = defineAction({ id: 'agenda.plan-meeting-times', label: 'Plan meeting times', keys: 'Mod+Alt+B', run: ({ go }) => { go('agenda', meetingTimes); } });

export const agendaActions: readonly Action[] = [addSession, editSession, copySession, removeSession, planMeetingTimes];

/** Asks for a new session, at a span drawn on the board where there is one. */
export async function askForSession(planner: Planner, span?: { readonly start: string; readonly end: string; readonly roomId: string | null }): Promise<void> {
  const [first] = planner.summit.days;
  const from = span?.start ?? (first ? at(first.date, first.opensAt) : at(planner.today(), '09:00' as LocalTime));
  const to = span?.end ?? addMinutes(from as LocalDateTime, 60);
  const minted = planner.mint<SessionId>();
  const isAdded = await askWhole(planner, 'Add session', newSessionValues(from, to, span?.roomId ? [span.roomId] : []), (session) => add(session, (() => minted) as Planner['mint']));
  if (isAdded) planner.go('agenda', minted);
}

async function askForEdit(planner: Planner): Promise<void> {
  const session = planner.snapshot.sessions.get(planner.selected as SessionId);
  if (!session) return;
  await askWhole(planner, 'Edit session', { ...session }, (fields) => edit(planner.snapshot, session.id, fields));
}

type Outcome = ReturnType<typeof add>;

async function askWhole(planner: Planner, title: string, initial: FormValues, command: (session: Omit<Session, 'id' | 'code'>) => Outcome): Promise<boolean> {
  const values = await planner.fill({
    title, submit: title, fields: initial['makesBusy'] === 'by-kind' ? newSessionFields(planner.snapshot) : sessionFields(planner.snapshot), initial,
    take(values) {
      const outcome = command(sessionOf(values));
      if (!outcome.ok) return saidOf(outcome.problem);
      planner.commit(outcome.value);
      return undefined;
    },
  });
  return values !== null;
}

/** A refusal beside the field it speaks of. */
function saidOf({ code }: SessionProblem): FormProblems {
  switch (code) {
    case 'session-needs-a-title': return { title: 'Give the session a title.' };
    case 'session-ends-before-start': return { endsAt: 'The end must be later than the start.' };
    case 'session-is-gone': return { '': 'The session has been removed meanwhile.' };
    case 'session-has-no-time': return { startsAt: 'Set a start and an end.' };
  }
}

function takeCopy(planner: Planner): void {
  const session = planner.snapshot.sessions.get(planner.selected as SessionId);
  if (!session) return;
  const minted = planner.mint<SessionId>();
  const outcome = copy(planner.snapshot, session.id, (() => minted) as Planner['mint'], session.endsAt === null ? {} : { startsAt: session.endsAt });
  if (planner.attempt(outcome)) planner.go('agenda', minted);
}

export async function removeSessions(planner: Planner, ids: readonly string[]): Promise<void> {
  await removeRecords(planner, 'sessions', ids, 'session', (id) => planner.snapshot.sessions.get(id as SessionId)?.title ?? 'a session');
}
