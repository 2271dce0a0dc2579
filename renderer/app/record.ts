import { byName } from '#shared/kernel/name-order.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Row } from '#shared/kernel/table.ts';
import type { LocalDateTime, Span } from '#shared/kernel/time.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { removal, takenAlong } from '#shared/workspace/removal.ts';
import type { Snapshot, TableName } from '#shared/workspace/snapshot.ts';
import type { CellEdit } from '#renderer/ui/data-table/column.ts';
import { type Field, type FieldValue, textIn } from '#renderer/ui/forms/field.ts';
import type { KeyFact } from '#renderer/ui/forms/key-facts.tsx';
import { refused } from './refused.ts';
import type { Planner, SummitDesk } from './use-planner.ts';

/** What a row of each table is called when one or several are removed. */
const nouns: Readonly<Record<TableName, readonly [one: string, many: string]>> = {
  summits: ['summit', 'summits'], rooms: ['room', 'rooms'], sessions: ['session', 'sessions'], partners: ['partner', 'partners'], contacts: ['contact', 'contacts'], executives: ['executive', 'executives'],
  criteria: ['criterion', 'criteria'], invitations: ['invitation', 'invitations'], agreements: ['NDA', 'NDAs'], requests: ['meeting request', 'meeting requests'], placements: ['placed meeting', 'placed meetings'], runs: ['run', 'runs'],
  categories: ['award', 'awards'], nominations: ['nomination', 'nominations'], judges: ['judge', 'judges'], scores: ['score', 'scores'], recusals: ['recusal', 'recusals'], commitments: ['commitment', 'commitments'], sentCalendars: ['sent calendar', 'sent calendars'], lookAlikes: ['decision on look-alikes', 'decisions on look-alikes'],
};

/** `1 NDA`, `3 meeting requests`. */
export function nounOf(table: TableName): readonly [one: string, many: string] {
  return nouns[table];
}

type RowOf<Name extends TableName> = Snapshot[Name] extends ReadonlyMap<string, infer R> ? R & Row : never;

/** Editing in place of one field of a table's rows; a path such as `performance.health` reaches into a value. */
export function cellEdit<Name extends TableName>(planner: SummitDesk, table: Name, field: string, title: string, nameOf: (row: RowOf<Name>) => string, more: Partial<CellEdit<RowOf<Name>>> = {}): CellEdit<RowOf<Name>> {
  return { ...more, commit: (row, value) => refused(planner, editFields(planner.snapshot, table, row.id, { [field]: value }, `${title} of ${nameOf(row)}`)) };
}

/** Makes the facts of a record's inspector, each edited where it stands. `path` is the row's field where it is not the form's name. */
export function factsOf(planner: SummitDesk, table: TableName, id: string, name: string) {
  return (field: Field, value: FieldValue, path: string = field.name): KeyFact => ({
    field,
    value,
    onCommit: (next) => refused(planner, editFields(planner.snapshot, table, id, { [path]: next }, `${field.label} of ${name}`)),
  });
}

/** Removes records with everything that cannot stand without them, after saying what that is. True: they are gone. */
export async function removeRecords(planner: Planner, table: TableName, ids: readonly string[], noun: string, nameOf: (id: string) => string): Promise<boolean> {
  if (ids.length === 0) return false;
  const [first = ''] = ids;
  const change = removal(planner.snapshot, table, ids, `Remove ${ids.length === 1 ? nameOf(first) : counted(ids.length, noun)}`);
  const along = (Object.entries(takenAlong(change, table)) as [TableName, number][]).map(([other, count]) => counted(count, ...nouns[other]));
  const isAgreed = along.length === 0 || (await planner.confirm({ title: `${change.label}?`, text: `This also removes ${along.join(', ')}. You can undo it.`, yes: 'Remove', isDangerous: true }));
  if (isAgreed) {
    planner.commit(change);
    if (planner.selected !== null && ids.includes(planner.selected)) planner.go(planner.place);
  }
  return isAgreed;
}

/** Asks why, for a step whose reason the history keeps. Null: the planner thought better of it. */
export async function askReason(planner: Pick<Planner, 'fill'>, title: string, submit: string): Promise<string | null> {
  const values = await planner.fill({ title, submit, fields: [{ name: 'reason', label: 'Reason', kind: 'text', multiline: true, required: true, hint: 'The history keeps it' }] });
  return values && textIn(values, 'reason').trim();
}

/** Asks for a spell of time on the venue's wall clock. Null: the planner thought better of it. */
export async function askSpell(planner: Pick<Planner, 'fill' | 'summit' | 'today'>, title: string): Promise<Span | null> {
  const day = planner.summit.days[0]?.date ?? planner.today();
  const values = await planner.fill({
    title,
    submit: 'Add',
    initial: { from: `${day}T12:00`, to: `${day}T13:00` },
    fields: [{ name: 'from', label: 'From', kind: 'date-time', required: true, width: 'half' }, { name: 'to', label: 'To', kind: 'date-time', required: true, width: 'half' }],
    check: (all) => (textIn(all, 'to') > textIn(all, 'from') ? {} : { to: 'The end lies before the start.' }),
  });
  return values && { startsAt: textIn(values, 'from') as LocalDateTime, endsAt: textIn(values, 'to') as LocalDateTime };
}

export function rowId({ id }: { readonly id: string }): string {
  return id;
}

/** Rows as the choices of a form, by name. */
export function choicesOf(rows: Iterable<{ readonly id: string; readonly name: string }>): { readonly value: string; readonly label: string }[] {
  return [...rows].map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => byName(a.label, b.label));
}

/** A value as a choice that is named as it is stored. */
export function choiceOf(value: string): { readonly value: string; readonly label: string } {
  return { value, label: value };
}
