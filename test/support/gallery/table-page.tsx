import { Badge, Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { Money } from '#shared/kernel/money.ts';
import type { CellValue, Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { plainView, type TableView } from '#renderer/ui/data-table/table-view.ts';
import { FormDialog } from '#renderer/ui/forms/form-dialog.tsx';
import { textIn } from '#renderer/ui/forms/field.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { countries, galleryRecords, owners, tiers, type GalleryRecord } from './records.ts';

const everyRecord = galleryRecords(5000);
const rowId = (row: GalleryRecord) => row.id;

export function TablePage({ empty }: { readonly empty: boolean }) {
  const [rows, setRows] = useState<readonly GalleryRecord[]>(empty ? [] : everyRecord);
  const [view, setView] = useState<TableView>({ ...plainView, sort: [{ column: 'tier', descending: false }, { column: 'revenue', descending: true }] });
  const [quick, setQuick] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<readonly GalleryRecord[]>([]);
  const [adding, setAdding] = useState(false);
  const change = useCallback((id: string, part: Partial<GalleryRecord>) => { setRows((now) => now.map((row) => (row.id === id ? { ...row, ...part } : row))); }, []);
  const columns = useMemo(() => columnsWith(change), [change]);
  const active = rows.find((row) => row.id === activeId) ?? null;
  const step = (by: number) => {
    const next = shown[shown.findIndex((row) => row.id === activeId) + by];
    if (next) setActiveId(next.id);
  };
  return (
    <Place
      title="Organisations" counts={`${rows.length.toLocaleString()} in this edition, 214 invited`} quick={quick} onQuickChange={setQuick} quickLabel="Filter organisations"
      actions={<><Button variant="default" leftSection={<IconFileImport size={16} />}>Import…</Button><Button leftSection={<IconPlus size={16} />} onClick={() => { setAdding(true); }}>Add organisation</Button></>}
      tools={<SegmentedControl aria-label="View" data={['All', 'Invited', 'Needs attention', 'By owner']} onChange={(name) => { setView({ ...plainView, groupBy: name === 'By owner' ? 'owner' : null }); }} />}
      inspector={active && (
        <Inspector
          title={active.name} subtitle={`${active.country}, looked after by ${active.owner}`} badges={<><Badge variant="light" color="lake">{active.tier}</Badge>{active.council && <Badge variant="light" color="gray">On the council</Badge>}</>}
          onClose={() => { setActiveId(null); }} onOpenFull={() => undefined} onPrevious={() => { step(-1); }} onNext={() => { step(1); }} actions={<><Button>Invite</Button><Button variant="default">Print the page</Button></>}
        >
          <InspectorSection title="Profile"><KeyFacts facts={[
            { field: { kind: 'text', name: 'name', label: 'Trade name', required: true }, value: active.name, onCommit: (value) => { change(active.id, { name: String(value) }); } },
            { field: { kind: 'choice', name: 'tier', label: 'Tier', required: true, choices: tiers }, value: active.tier, onCommit: (value) => { change(active.id, { tier: String(value) }); } },
            { field: { kind: 'money', name: 'revenue', label: 'Revenue', currencies: ['EUR', 'USD'] }, value: active.revenue, onCommit: (value) => { change(active.id, { revenue: value as Money | null }); } },
            { field: { kind: 'date', name: 'since', label: 'Partner since' }, value: active.since, onCommit: (value) => { change(active.id, { since: value as string | null }); } },
            { field: { kind: 'flag', name: 'council', label: 'On the council' }, value: active.council, shown: active.council ? 'Yes' : 'No' },
            { field: { kind: 'text', multiline: true, name: 'note', label: 'Note' }, value: active.note, onCommit: (value) => { change(active.id, { note: String(value) }); } },
          ]} /></InspectorSection>
        </Inspector>
      )}
    >
      <DataTable
        label="Organisations" rows={rows} columns={columns} rowId={rowId} view={view} onViewChange={setView} quick={quick} activeId={activeId} onActiveChange={setActiveId} selected={selected} onSelectedChange={setSelected}
        onShownChange={setShown} onOpen={(row) => { setActiveId(row.id); }} onExport={() => undefined} tone={(row) => (row.growth !== null && row.growth < -20 ? 'warning' : null)} bulk={(ids) => <Button variant="default">Set tier of {ids.length}…</Button>}
        empty={<EmptyState icon={<IconUsersGroup size={28} />} title="No organisations yet" actions={<><Button>Import a spreadsheet</Button><Button variant="default">Open the sample</Button></>}>Partners and their people live here. Bring them in from an export of your partner system, or add them one by one.</EmptyState>}
      />
      <FormDialog
        opened={adding} title="Add organisation" submitLabel="Add organisation" onClose={() => { setAdding(false); }}
        fields={[
          { kind: 'text', name: 'name', label: 'Trade name', required: true, hint: 'As it is printed in books and on badges' }, { kind: 'choice', name: 'tier', label: 'Tier', required: true, choices: tiers, width: 'half' },
          { kind: 'choice', name: 'country', label: 'Country', choices: countries.map((value) => ({ value, label: value })), width: 'half' }, { kind: 'money', name: 'revenue', label: 'Revenue last year', currencies: ['EUR', 'USD'] },
          { kind: 'date', name: 'since', label: 'Partner since', width: 'half' }, { kind: 'number', name: 'people', label: 'Certified people', width: 'half', min: 0, whole: true }, { kind: 'flag', name: 'council', label: 'Sits on the advisory council' },
        ]}
        onSubmit={(values) => {
          if (rows.some((row) => row.name === textIn(values, 'name'))) return { name: 'There is already an organisation of this name.' };
          setRows((now) => [{ ...(everyRecord[0] as GalleryRecord), id: `new${now.length}`, name: textIn(values, 'name'), tier: textIn(values, 'tier') }, ...now]);
          setAdding(false);
          return undefined;
        }}
      />
    </Place>
  );
}

function columnsWith(change: (id: string, part: Partial<GalleryRecord>) => void): readonly Column<GalleryRecord>[] {
  const put = (part: (value: CellValue) => Partial<GalleryRecord>) => (row: GalleryRecord, value: CellValue) => { change(row.id, part(value)); };
  return [
    { id: 'name', title: 'Organisation', kind: 'text', width: 248, value: (row) => row.name, edit: { optional: false, commit: put((value) => ({ name: String(value) })) } },
    { id: 'tier', title: 'Tier', kind: 'choice', choices: tiers, width: 112, value: (row) => row.tier, edit: { optional: false, commit: put((value) => ({ tier: String(value) })) } },
    { id: 'country', title: 'Country', kind: 'choice', width: 120, value: (row) => row.country },
    { id: 'people', title: 'People', kind: 'number', width: 96, value: (row) => row.people, edit: { check: (value) => (typeof value === 'number' && value < 0 ? 'People cannot be fewer than none.' : null), commit: put((value) => ({ people: Number(value ?? 0) })) } },
    { id: 'revenue', title: 'Revenue', kind: 'money', hint: 'Influenced revenue, last closed year', value: (row) => row.revenue, edit: { currency: 'EUR', commit: put((value) => ({ revenue: value as Money | null })) } },
    { id: 'growth', title: 'Growth %', kind: 'number', sum: false, value: (row) => row.growth },
    { id: 'since', title: 'Partner since', kind: 'date', value: (row) => row.since, edit: { commit: put((value) => ({ since: value as string | null })) } },
    { id: 'council', title: 'Council', kind: 'flag', value: (row) => row.council, edit: { commit: put((value) => ({ council: value === true })) } },
    { id: 'owner', title: 'Looked after by', kind: 'choice', choices: owners.map((value) => ({ value, label: value })), width: 176, value: (row) => row.owner, edit: { commit: put((value) => ({ owner: String(value) })) } },
    { id: 'note', title: 'Note', kind: 'text', width: 320, value: (row) => row.note, edit: { commit: put((value) => ({ note: value as string | null })) } },
  ];
}
