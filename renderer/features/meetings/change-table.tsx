import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { counted, grouped } from '#shared/kernel/text.ts';
import { type LocalDateTime, timeOf } from '#shared/kernel/time.ts';
import type { Spot } from '#shared/meetings/clashes.ts';
import { peopleTouched, type PlanDifference, type TouchedPerson } from '#shared/meetings/take.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { priorityChoices } from './actions.ts';
import { hostName, partnerName, roomName } from './select.ts';

type Deed = 'placed' | 'moved' | 'dropped' | 'kept';
type ChangeRow = { readonly id: RequestId; readonly deed: Deed; readonly partner: string; readonly host: string; readonly priority: string | null; readonly from: string; readonly to: string };
type Shown = 'changes' | Deed | 'people';

export type ChangeTableProps = {
  readonly label: string;
  readonly difference: PlanDifference;
  readonly where: Whereabouts;
  /** Beside the filter: what can be done with the difference. */
  readonly actions?: ReactNode;
};

/** A difference of placements, one meeting a line, filtered by what happens to it; and everyone it touches, by name. */
export function ChangeTable({ label, difference, where, actions }: ChangeTableProps) {
  const planner = usePlanner();
  const [shown, setShown] = useState<Shown>('changes');
  const rows = useMemo(() => rowsOf(difference, where), [difference, where]);
  const people = useMemo(() => touchedBy(where, difference).map((one) => ({ ...one, name: one.person.name, organisation: organisationOf(where, one) })), [where, difference]);
  const wanted = shown === 'changes' ? rows.filter(({ deed }) => deed !== 'kept') : rows.filter(({ deed }) => deed === shown);
  const columnsFor = useMemo(() => columns.filter(({ id }) => (id !== 'from' || rows.some(({ from }) => from !== '')) && (id !== 'to' || rows.some(({ to }) => to !== ''))), [rows]);
  const { placed, moved, dropped, kept } = difference;
  const words: Readonly<Record<Shown, string>> = {
    changes: `All changes ${grouped(placed.length + moved.length + dropped.length)}`, placed: `Placed ${grouped(placed.length)}`, moved: `Moved ${grouped(moved.length)}`, dropped: `Dropped ${grouped(dropped.length)}`, kept: `Kept ${grouped(kept.length)}`, people: `People touched ${grouped(people.length)}`,
  };
  return (
    <section className="sp-changes" aria-label={label}>
      <div className="sp-changes-head">
        <SegmentedControl size="xs" aria-label="Which changes" value={shown} onChange={(next) => { setShown(next as Shown); }} data={(Object.keys(words) as Shown[]).map((value) => ({ value, label: words[value] }))} />
        {actions}
      </div>
      <div className="sp-changes-table">
        {shown === 'people'
          ? <DataTable isNarrow label="People touched" rows={people} columns={peopleColumns} rowId={({ person }) => person.key} onExport={(table) => void exportTable(planner, 'People touched', table)} empty={<EmptyState title="Nobody is touched">No meeting changes.</EmptyState>} />
          : <DataTable isNarrow label={label} rows={wanted} columns={columnsFor} rowId={({ id }) => id} onExport={(table) => void exportTable(planner, label, table)} empty={<EmptyState title="No such change">Choose another kind of change above.</EmptyState>} />}
      </div>
    </section>
  );
}

/** How many people have a meeting moved or dropped, and how many only gain one. */
export function touchedWords(where: Whereabouts, difference: PlanDifference): string {
  const people = touchedBy(where, difference);
  const disturbed = people.filter(({ moved, dropped }) => moved + dropped > 0).length;
  if (people.length === 0) return 'Nobody is touched.';
  const gaining = people.length - disturbed;
  return `${counted(people.length, 'person is', 'people are')} touched: ${[disturbed > 0 ? `${grouped(disturbed)} with a meeting moved or dropped` : '', gaining > 0 ? `${grouped(gaining)} only with a new one` : ''].filter(Boolean).join(', ')}.`;
}

const known = new WeakMap<PlanDifference, readonly TouchedPerson[]>();

/** Asked by the line above the table and by the table, and found out once. */
function touchedBy(where: Whereabouts, difference: PlanDifference): readonly TouchedPerson[] {
  const people = known.get(difference) ?? peopleTouched(where, difference);
  known.set(difference, people);
  return people;
}

function rowsOf({ placed, moved, dropped, kept }: PlanDifference, where: Whereabouts): ChangeRow[] {
  const words = ({ room, startsAt }: Spot) => `${dayWords(startsAt)} ${timeOf(startsAt)}, ${roomName(where, room)}`;
  const row = (id: RequestId, deed: Deed, from: string, to: string): ChangeRow => {
    const request = where.tables.requests.get(id);
    return { id, deed, from, to, partner: request ? partnerName(where, request) : 'A request that is gone', host: request ? hostName(where, request.host) : '', priority: request?.priority ?? null };
  };
  return [
    ...placed.map(({ request, to }) => row(request, 'placed', '', words(to))),
    ...moved.map(({ placement, to }) => row(placement.request, 'moved', words(placement), words(to))),
    ...dropped.map((placement) => row(placement.request, 'dropped', words(placement), '')),
    ...kept.map((placement) => row(placement.request, 'kept', words(placement), words(placement))),
  ];
}

const days = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

const written = new Map<string, string>();

/** Without the year, which every line would repeat. */
function dayWords(moment: LocalDateTime): string {
  const day = moment.slice(0, 10);
  const words = written.get(day) ?? days.format(new Date(`${moment}Z`)).replace(',', '');
  written.set(day, words);
  return words;
}

function organisationOf({ tables }: Whereabouts, { person }: TouchedPerson): string {
  return person.kind === 'executive' ? '' : (tables.partners.get(person.partner)?.name ?? '');
}

const deeds = [{ value: 'placed', label: 'Placed' }, { value: 'moved', label: 'Moved' }, { value: 'dropped', label: 'Dropped' }, { value: 'kept', label: 'Kept' }];

const columns: readonly Column<ChangeRow>[] = [
  { id: 'deed', title: 'Change', kind: 'choice', width: 84, choices: deeds, value: ({ deed }) => deed },
  { id: 'partner', title: 'Partner', kind: 'text', width: 164, value: ({ partner }) => partner },
  { id: 'host', title: 'Host', kind: 'text', width: 132, value: ({ host }) => host },
  { id: 'from', title: 'From', kind: 'text', width: 184, value: ({ from }) => from },
  { id: 'to', title: 'To', kind: 'text', width: 224, value: ({ to }) => to },
  { id: 'priority', title: 'Priority', kind: 'choice', width: 96, choices: priorityChoices, value: ({ priority }) => priority },
];

type PersonRow = TouchedPerson & { readonly name: string; readonly organisation: string };

const peopleColumns: readonly Column<PersonRow>[] = [
  { id: 'name', title: 'Person', kind: 'text', width: 220, value: ({ name }) => name },
  { id: 'organisation', title: 'Partner', kind: 'text', width: 220, value: ({ organisation }) => organisation },
  { id: 'moved', title: 'Moved', kind: 'number', width: 84, value: ({ moved }) => moved },
  { id: 'dropped', title: 'Dropped', kind: 'number', width: 96, value: ({ dropped }) => dropped },
  { id: 'placed', title: 'New', kind: 'number', width: 84, value: ({ placed }) => placed },
];
