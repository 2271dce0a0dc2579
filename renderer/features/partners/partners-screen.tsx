import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { findDuplicates } from '#renderer/app/duplicates.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { rowId } from '#renderer/app/record.ts';
import { usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addPartner, removePartners } from './actions.ts';
import { partnerColumns } from './columns.ts';
import { PartnerInspector } from './partner-inspector.tsx';

/** Every partner organisation in one table, with the one selected beside it. */
export function PartnersScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const [quick, setQuick] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => [...snapshot.partners.values()], [snapshot.partners]);
  const desk = useSummitDesk();
  const columns = useMemo(() => partnerColumns(desk), [desk]);
  const partner = selected === null ? undefined : snapshot.partners.get(selected as PartnerId);
  return (
    <Place
      title="Partners" counts={counted(rows.length, 'organisation')} quick={quick} onQuickChange={setQuick} quickLabel="Filter partners"
      actions={<><Button variant="default" disabled={rows.length < 2} onClick={() => void findDuplicates.run(planner)}>{findDuplicates.label}…</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button onClick={() => void addPartner.run(planner)}>{addPartner.label}</Button></>}
      inspector={partner && <PartnerInspector partner={partner} />}
    >
      <DataTable
        label="Partners" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('partners', id); }}
        selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Partners', shown)}
        bulk={(ids) => <Button variant="default" onClick={() => void removePartners(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
        empty={<EmptyState title="No partners yet" actions={<><Button onClick={() => { go('exchange'); }}>Import a folder of exports</Button><Button variant="default" onClick={() => void addPartner.run(planner)}>{addPartner.label}</Button></>}>The organisations you may invite. Import an export of your partner accounts, or add them one by one.</EmptyState>}
      />
    </Place>
  );
}
