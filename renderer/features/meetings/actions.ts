import { type ContactId, type ExecutiveId, type PartnerId, type RequestId, type RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate, LocalDateTime } from '#shared/kernel/time.ts';
import { addRequest as add, pin as setPin, place, reopen as takeBack, type RequestInput, unplace as takeOff, withdraw as takeAway } from '#shared/meetings/commands.ts';
import { meetingLengths, type MeetingRequest, priorities } from '#shared/meetings/request.ts';
import { bestRoom, legalStarts } from '#shared/meetings/spots.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { sendPackets } from '#renderer/app/export-table.ts';
import { choicesOf, removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { type Field, flagIn, type FormValues, textIn } from '#renderer/ui/forms/field.ts';
import { noThanksActions } from './no-thanks.ts';
import { furtherFormFields, furtherIn } from './request-facts.ts';
import { openPanel } from './scheduling.ts';
import { partnerName, whenWords } from './select.ts';
import { attempt, inWords, whereOf } from './where.ts';

const chosen = ({ selected, snapshot }: Planner): MeetingRequest | undefined => (selected === null ? undefined : snapshot.requests.get(selected as RequestId));
const isPlaced = (planner: Planner) => [...planner.snapshot.placements.values()].some(({ request }) => request === planner.selected);
const chosenIds = (planner: Planner): RequestId[] => { const request = chosen(planner); return request ? [request.id] : []; };

export const addRequest = defineAction({ id: 'meetings.add-request', label: 'Add request', keys: 'Mod+Alt+N', place: 'meetings', run: askForRequest });
export const scheduleAll = defineAction({ id: 'meetings.schedule', label: 'Schedule automatically', keys: 'Mod+Shift+S', place: 'meetings', run: () => { openPanel('everything'); } });
export const scheduleAround = defineAction({ id: 'meetings.schedule-unplaced', label: 'Place the unplaced', place: 'meetings', run: () => { openPanel('unplaced'); } });
export const repairSchedule = defineAction({ id: 'meetings.repair', label: 'Repair the schedule', keys: 'Mod+Alt+R', place: 'meetings', isEnabled: ({ snapshot }) => snapshot.placements.size > 0, run: () => { openPanel('repair'); } });
export const placeRequest = defineAction({ id: 'meetings.place', label: 'Place or move…', keys: 'Mod+Shift+M', place: 'meetings', isEnabled: (planner) => chosen(planner) !== undefined, run: askWhere });
export const pinMeeting = defineAction({ id: 'meetings.pin', label: 'Pin or unpin', keys: 'Mod+Shift+P', place: 'meetings', isEnabled: isPlaced, run: togglePin });
export const unplaceMeeting = defineAction({ id: 'meetings.unplace', label: 'Unplace', keys: 'Mod+Backspace', place: 'meetings', isEnabled: isPlaced, run: (planner) => { unplaceRequests(planner, chosenIds(planner)); } });
export const withdrawRequest = defineAction({ id: 'meetings.withdraw', label: 'Withdraw request', place: 'meetings', isEnabled: (planner) => chosen(planner)?.withdrawn === null, run: (planner) => withdrawRequests(planner, chosenIds(planner)) });
export const reopenRequest = defineAction({ id: 'meetings.reopen', label: 'Reopen request', place: 'meetings', isEnabled: (planner) => (chosen(planner)?.withdrawn ?? null) !== null, run: (planner) => { planner.attempt(takeBack(planner.snapshot, chosenIds(planner))); } });
export const removeRequest = defineAction({ id: 'meetings.remove-request', label: 'Remove request', place: 'meetings', isEnabled: (planner) => chosen(planner) !== undefined, run: (planner) => removeRequests(planner, chosenIds(planner)) });

export const sendRequestForms = defineAction({ id: 'meetings.request-forms', label: 'Send request forms…', keys: 'Mod+Shift+E', place: 'meetings', isEnabled: ({ snapshot }) => snapshot.partners.size > 0, run: (planner) => sendPackets(planner, ['request-form']) });

export const meetingActions: readonly Action[] = [addRequest, sendRequestForms, scheduleAll, scheduleAround, repairSchedule, placeRequest, pinMeeting, unplaceMeeting, withdrawRequest, reopenRequest, ...noThanksActions, removeRequest];

export const lengthChoices = meetingLengths.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }));
export const priorityChoices = priorities.map((priority) => ({ value: priority, label: priority.charAt(0).toUpperCase() + priority.slice(1) }));
const oneSide = [{ value: 'partner', label: 'Partner' }, { value: 'vendor', label: 'Vendor' }] as const;
export const sideChoices = [...oneSide, { value: 'both', label: 'Both' }] as const;
export const partChoices = [{ value: 'morning', label: 'Morning' }, { value: 'afternoon', label: 'Afternoon' }, { value: 'any', label: 'Any' }] as const;

async function askForRequest(planner: Planner): Promise<void> {
  const { snapshot, summit } = planner;
  const minted = planner.mint<RequestId>();
  // A wish of the other side is there already: the two become one.
  let added: string = minted;
  const fields: Field[] = [
    { name: 'partner', label: 'Partner', kind: 'choice', choices: choicesOf(snapshot.partners.values()), required: true, width: 'half' },
    { name: 'host', label: 'Host', kind: 'choice', choices: choicesOf(snapshot.executives.values()), required: true, width: 'half' },
    { name: 'priority', label: 'Priority', kind: 'choice', choices: priorityChoices, width: 'half' },
    { name: 'durationMinutes', label: 'Length', kind: 'choice', choices: lengthChoices, width: 'half' },
    { name: 'topic', label: 'Topic', kind: 'text' },
    { name: 'attendeeNames', label: 'Further people of the partner', kind: 'text', hint: 'Names, separated by semicolons; contacts are recognised' },
    { name: 'preferredDay', label: 'Preferred day', kind: 'choice', choices: summit.days.map(({ date }) => ({ value: date, label: date })), width: 'half' },
    { name: 'partOfDay', label: 'Part of day', kind: 'choice', choices: partChoices, width: 'half' },
    { name: 'side', label: 'Asked by', kind: 'choice', choices: sideChoices, width: 'half' },
    { name: 'confidential', label: 'Confidential', kind: 'flag', hint: 'A closed room, and NDAs for everyone', width: 'half' },
    ...furtherFormFields(planner),
  ];
  const values = await planner.fill({
    title: 'Add request', submit: 'Add request', fields, initial: { priority: 'should', durationMinutes: '30', side: 'partner', partOfDay: 'any' },
    take(filled) {
      const outcome = inWords(whereOf(snapshot), add(snapshot, requestOf(filled), (() => minted) as Planner['mint']));
      if (!outcome.ok) return { '': outcome.problem.text ?? 'The request was not added.' };
      planner.commit(outcome.value);
      added = outcome.value.edits[0]?.id ?? minted;
      return undefined;
    },
  });
  if (values) planner.go('meetings', added);
}

function requestOf(values: FormValues): RequestInput {
  const choice = <Value extends string>(name: string) => (textIn(values, name) || null) as Value | null;
  return {
    partner: textIn(values, 'partner') as PartnerId, host: textIn(values, 'host') as ExecutiveId, topic: textIn(values, 'topic'), confidential: flagIn(values, 'confidential'),
    priority: choice<MeetingRequest['priority'] & string>('priority'), durationMinutes: (Number(textIn(values, 'durationMinutes')) || null) as MeetingRequest['durationMinutes'],
    attendees: [] as readonly ContactId[], attendeeNames: namesIn(textIn(values, 'attendeeNames')), preferredDay: choice<LocalDate>('preferredDay'),
    partOfDay: choice<MeetingRequest['partOfDay'] & string>('partOfDay'), side: choice<MeetingRequest['side'] & string>('side'), ...furtherIn(values),
  };
}

export function namesIn(text: string): string[] {
  return text.split(';').map((name) => name.trim()).filter((name) => name !== '');
}

/** The way to place or move a meeting without dragging: the starts that are possible, and the rooms. */
async function askWhere(planner: Planner): Promise<void> {
  const where = whereOf(planner.snapshot);
  const request = chosen(planner);
  if (!request) return;
  const starts = legalStarts(where, request);
  if (starts.length === 0) return planner.tell(`${partnerName(where, request)} has no possible start as things stand. Ask “Why not?” in the list of what waits.`, 'bad');
  const present = where.meetingOf(request.id)?.placement;
  await planner.fill({
    title: `${present ? 'Move' : 'Place'} ${partnerName(where, request)}`, submit: present ? 'Move' : 'Place', intro: `${starts.length} starts are possible.`,
    fields: [
      { name: 'startsAt', label: 'Start', kind: 'choice', required: true, choices: starts.map((start) => ({ value: start, label: whenWords(start) })) },
      { name: 'room', label: 'Room', kind: 'choice', placeholder: 'The best that is free', choices: choicesOf(where.tables.rooms.values()) },
    ],
    initial: { startsAt: present && starts.includes(present.startsAt) ? present.startsAt : (starts[0] as string) },
    take(values) {
      const startsAt = textIn(values, 'startsAt') as LocalDateTime;
      const room = (textIn(values, 'room') || bestRoom(where, request, startsAt)) as RoomId;
      const outcome = inWords(where, place(where, request.id, { room, startsAt }, planner.mint));
      if (!outcome.ok) return { '': outcome.problem.text ?? 'The meeting was not placed.' };
      planner.commit(outcome.value);
      return undefined;
    },
  });
}

function togglePin(planner: Planner): void {
  const placement = [...planner.snapshot.placements.values()].find(({ request }) => request === planner.selected);
  if (placement) pinRequests(planner, [placement.request], !placement.pinned);
}

export function pinRequests(planner: Planner, ids: readonly RequestId[], pinned: boolean): void {
  planner.attempt(setPin(planner.snapshot, ids, pinned));
}

export function unplaceRequests(planner: Planner, ids: readonly RequestId[]): void {
  const where = whereOf(planner.snapshot);
  attempt(planner, where, takeOff(where, ids));
}

export async function withdrawRequests(planner: Planner, ids: readonly RequestId[]): Promise<void> {
  const values = await planner.fill({
    title: ids.length === 1 ? 'Withdraw request' : `Withdraw ${ids.length} requests`, submit: 'Withdraw', intro: 'The requests stay on record with the reason and leave the schedule.',
    fields: [{ name: 'side', label: 'Who takes it back', kind: 'choice', choices: oneSide, required: true }, { name: 'reason', label: 'Reason', kind: 'text' }], initial: { side: 'partner' },
  });
  if (values) planner.attempt(takeAway(planner.snapshot, ids, textIn(values, 'side') === 'vendor' ? 'vendor' : 'partner', textIn(values, 'reason')));
}

export async function removeRequests(planner: Planner, ids: readonly string[]): Promise<void> {
  const where = whereOf(planner.snapshot);
  await removeRecords(planner, 'requests', ids, 'request', (id) => { const request = where.tables.requests.get(id as RequestId); return request ? `request of ${partnerName(where, request)}` : 'a request'; });
}
