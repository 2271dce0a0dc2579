import type { RoomId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, type LocalTime } from '#shared/kernel/time.ts';
import { blankRoom } from '#shared/summit/room.ts';
import { addRow, editFields } from '#shared/workspace/edit-field.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { flagIn, numberIn, textIn } from '#renderer/ui/forms/field.ts';

export const addRoom = defineAction({ id: 'set-up.add-room', label: 'Add room', keys: 'Mod+Alt+N', place: 'set-up', run: askForRoom });
export const addDay = defineAction({ id: 'set-up.add-day', label: 'Add day', place: 'set-up', run: askForDay });
export const removeRoom = defineAction({
  id: 'set-up.remove-room',
  label: 'Remove room',
  place: 'set-up',
  isEnabled: ({ selected, snapshot }) => selected !== null && snapshot.rooms.has(selected as RoomId),
  run: (planner) => removeRooms(planner, planner.selected === null ? [] : [planner.selected]),
});

export const setUpActions: readonly Action[] = [addRoom, removeRoom, addDay];

export async function removeRooms(planner: Planner, ids: readonly string[]): Promise<void> {
  await removeRecords(planner, 'rooms', ids, 'room', (id) => planner.snapshot.rooms.get(id as RoomId)?.name ?? 'a room');
}

export function removeDay(planner: Planner, date: LocalDate): void {
  planner.attempt(editFields(planner.snapshot, 'summits', planner.summit.id, { days: planner.summit.days.filter((day) => day.date !== date) }, `Remove ${date}`));
}

async function askForRoom(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add room',
    submit: 'Add room',
    initial: { parallelMeetings: 1 },
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true },
      { name: 'seats', label: 'Seats', kind: 'number', whole: true, min: 1, width: 'half' },
      { name: 'parallelMeetings', label: 'One-to-ones at once', kind: 'number', whole: true, min: 1, required: true, width: 'half' },
      { name: 'floor', label: 'Floor', kind: 'text', width: 'half' },
      { name: 'confidential', label: 'Suitable for confidential talks', kind: 'flag', width: 'half' },
    ],
  });
  if (!values) return;
  const room = {
    ...blankRoom(planner.mint<RoomId>(), textIn(values, 'name')), seats: numberIn(values, 'seats'), floor: textIn(values, 'floor'),
    confidential: flagIn(values, 'confidential'), parallelMeetings: numberIn(values, 'parallelMeetings') ?? 1,
  };
  if (planner.attempt(addRow('rooms', room, `Add ${room.name}`))) planner.go('set-up', room.id);
}

async function askForDay(planner: Planner): Promise<void> {
  const { summit, snapshot } = planner;
  const last = summit.days.at(-1);
  const values = await planner.fill({
    title: 'Add day',
    submit: 'Add day',
    initial: { date: last ? addDays(last.date, 1) : planner.today(), opensAt: last?.opensAt ?? '08:00', closesAt: last?.closesAt ?? '19:00' },
    fields: [
      { name: 'date', label: 'Date', kind: 'date', required: true },
      { name: 'opensAt', label: 'Opens', kind: 'time', required: true, width: 'half' },
      { name: 'closesAt', label: 'Closes', kind: 'time', required: true, width: 'half' },
    ],
    check: (all) => ({
      ...(textIn(all, 'closesAt') <= textIn(all, 'opensAt') && { closesAt: 'It must close after it opens.' }),
      ...(summit.days.some(({ date }) => date === textIn(all, 'date')) && { date: 'This day is there already.' }),
    }),
  });
  if (!values) return;
  const day = { date: textIn(values, 'date') as LocalDate, opensAt: textIn(values, 'opensAt') as LocalTime, closesAt: textIn(values, 'closesAt') as LocalTime };
  const days = [...summit.days, day].sort((a, b) => (a.date < b.date ? -1 : 1));
  planner.attempt(editFields(snapshot, 'summits', summit.id, { days }, `Add ${day.date}`));
}
