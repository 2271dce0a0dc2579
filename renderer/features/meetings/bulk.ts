import { createStore } from 'zustand/vanilla';
import type { ExecutiveId, PartnerId, RequestId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { counted } from '#shared/kernel/text.ts';
import { addForAll, editRequests, pairs } from '#shared/meetings/bulk.ts';
import { meetingLengths, type MeetingRequest, priorities } from '#shared/meetings/request.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { choicesOf } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { type Field, flagIn, type FormValues, listIn, textIn } from '#renderer/ui/forms/field.ts';
import { lengthChoices, partChoices, priorityChoices, sideChoices } from './actions.ts';

/** Whether the window for pasted rows is open, and with what text. */
export const pasting = createStore<{ readonly text: string | null }>(() => ({ text: null }));

export const addSeveral = defineAction({ id: 'meetings.add-several', label: 'Add several…', place: 'meetings', run: askForSeveral });
export const pasteRequests = defineAction({ id: 'meetings.paste', label: 'Paste rows…', place: 'meetings', run: () => { pasting.setState({ text: '' }); } });
export const bulkActions: readonly Action[] = [addSeveral, pasteRequests];

/** Every chosen partner asks for every chosen host: one host for many partners, or one partner for many hosts. */
async function askForSeveral(planner: Planner): Promise<void> {
  const { snapshot } = planner;
  const fields: Field[] = [
    { name: 'hosts', label: 'Hosts', kind: 'choices', choices: choicesOf(snapshot.executives.values()), required: true },
    { name: 'partners', label: 'Partners', kind: 'choices', choices: choicesOf(snapshot.partners.values()), required: true, hint: 'Each partner asks for each host; pairs asked for already stay as they are' },
    { name: 'priority', label: 'Priority', kind: 'choice', choices: priorityChoices, width: 'half' },
    { name: 'durationMinutes', label: 'Length', kind: 'choice', choices: lengthChoices, width: 'half' },
    { name: 'side', label: 'Asked by', kind: 'choice', choices: sideChoices, width: 'half' },
    { name: 'partOfDay', label: 'Part of day', kind: 'choice', choices: partChoices, width: 'half' },
    { name: 'topic', label: 'Topic', kind: 'text' },
    { name: 'confidential', label: 'Confidential', kind: 'flag', hint: 'A closed room, and NDAs for everyone' },
  ];
  await planner.fill({
    title: 'Add several requests', submit: 'Add requests', fields, initial: { priority: 'should', durationMinutes: '30', side: 'vendor', partOfDay: 'any' },
    take(values) {
      const [hosts, partners] = [listIn(values, 'hosts') as ExecutiveId[], listIn(values, 'partners') as PartnerId[]];
      const outcome = addForAll(snapshot, hosts, partners, { ...fieldsIn(values), side: (textIn(values, 'side') || null) as MeetingRequest['side'], topic: textIn(values, 'topic'), confidential: flagIn(values, 'confidential') }, planner.mint);
      if (!outcome.ok) return { '': 'Every one of these pairs is asked for already. Nothing was changed.' };
      planner.commit(outcome.value);
      const left = pairs(hosts, partners).length - outcome.value.edits.length;
      if (left > 0) planner.tell(`Added ${counted(outcome.value.edits.length, 'request')}. ${counted(left, 'pair was', 'pairs were')} asked for already and stayed as they are.`);
      return undefined;
    },
  });
}

/** Sets fields of the picked requests; what is left empty stays as it is. True: they were changed. */
export async function askToEdit(planner: Planner, ids: readonly RequestId[]): Promise<boolean> {
  const { summit } = planner;
  const keep = 'Leave as it is';
  const values = await planner.fill({
    title: `Edit ${counted(ids.length, 'request')}`, submit: 'Change', intro: 'What you leave empty stays as it is.',
    fields: [
      { name: 'priority', label: 'Priority', kind: 'choice', choices: priorityChoices, placeholder: keep, width: 'half' },
      { name: 'durationMinutes', label: 'Length', kind: 'choice', choices: lengthChoices, placeholder: keep, width: 'half' },
      { name: 'confidential', label: 'Confidential', kind: 'choice', choices: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }], placeholder: keep, width: 'half' },
      { name: 'side', label: 'Asked by', kind: 'choice', choices: sideChoices, placeholder: keep, width: 'half' },
      { name: 'preferredDay', label: 'Preferred day', kind: 'choice', choices: [{ value: 'none', label: 'No preference' }, ...summit.days.map(({ date }) => ({ value: date as string, label: date }))], placeholder: keep, width: 'half' },
      { name: 'partOfDay', label: 'Part of day', kind: 'choice', choices: partChoices, placeholder: keep, width: 'half' },
    ],
    take: (filled) => (Object.keys(fieldsIn(filled)).length === 0 ? { '': 'Choose at least one thing to change.' } : undefined),
  });
  return values !== null && planner.attempt(editRequests(planner.snapshot, ids, fieldsIn(values)));
}

/** Only the fields that were filled in. */
function fieldsIn(values: FormValues): Partial<MeetingRequest> {
  const [priority, length, confidential, side, day, part] = ['priority', 'durationMinutes', 'confidential', 'side', 'preferredDay', 'partOfDay'].map((name) => textIn(values, name));
  const minutes = meetingLengths.find((one) => String(one) === length);
  const weight = priorities.find((one) => one === priority);
  return {
    ...(weight && { priority: weight }), ...(minutes && { durationMinutes: minutes }), ...(confidential && { confidential: confidential === 'yes' }), ...(side && { side: side as MeetingRequest['side'] }),
    ...(day && { preferredDay: day === 'none' ? null : (day as LocalDate) }), ...(part && { partOfDay: part as MeetingRequest['partOfDay'] }),
  };
}

