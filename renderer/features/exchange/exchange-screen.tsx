import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { counted } from '#shared/kernel/text.ts';
import { findDuplicates, review } from '#renderer/app/duplicates.ts';
import { dryRun, importFiles, listEndings, namedLists, readExports, readNamedColumns, saveNamedColumns } from '#renderer/app/import-files.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { DropZone } from '#renderer/ui/forms/drop-zone.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { exportCalendars, exportCsv, exportLists, exportPackets, exportTsv, exportWorkbook, importFolder } from './actions.ts';
import { DryRunView } from './dry-run-view.tsx';
import { DuplicatesView } from './duplicates-view.tsx';
import { PacketReview } from './packet-review.tsx';

/** Exports of other systems in, every table out. */
export function ExchangeScreen() {
  const planner = usePlanner();
  const waiting = useStore(dryRun, (state) => state.waiting);
  const pairs = useStore(review, (state) => state.summit);
  if (pairs) return <DuplicatesView review={pairs} />;
  if (waiting) return waiting.reading.packets.length > 0 ? <PacketReview run={waiting} /> : <DryRunView run={waiting} />;
  return (
    <Place title="Exchange" padded actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import files…</Button><Button onClick={() => void importFolder.run(planner)}>Import a folder…</Button></>}>
      <div className="sp-two-columns">
        <InspectorSection level={2} title="In">
          <DropZone
            title="Drop exports here" hint="CSV and XLSX: partners, contacts, executives, rooms, agenda, NDAs, meeting requests, award categories, nominations, judges, scores, commitments; figures by quarter or month, registrations, meetings booked elsewhere. They are recognised by their columns; nothing is changed before you have seen every row."
            endings={listEndings} multiple buttonLabel="Choose files"
            onFiles={(files) => void Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))).then((sources) => readExports(planner, sources))}
          />
        </InspectorSection>
        <div>
          <InspectorSection level={2} title="Out">
            <p>Every table with everything that is stored, as this planner reads it again without mapping and without change. Text that a spreadsheet would take for a formula is made safe.</p>
            <div className="sp-recovery-actions">
              <Button variant="default" onClick={() => void exportCsv.run(planner)}>{exportCsv.label}</Button>
              <Button variant="default" onClick={() => void exportTsv.run(planner)}>{exportTsv.label}</Button>
              <Button variant="default" onClick={() => void exportWorkbook.run(planner)}>{exportWorkbook.label}</Button>
            </div>
            <p>For others: lists by account manager or partner, calendars whose later files move and cancel what these put in, and sheets that come back filled in.</p>
            <div className="sp-recovery-actions">
              {[exportLists, exportCalendars, exportPackets].map((action) => <Button key={action.id} variant="default" disabled={action.isEnabled?.(planner) === false} onClick={() => void action.run(planner)}>{action.label}</Button>)}
            </div>
          </InspectorSection>
          <InspectorSection level={2} title="Duplicates">
            <p>Partners and people that may be there twice, and people without a partner, side by side. Nothing is merged before you say so.</p>
            <Button variant="default" disabled={findDuplicates.isEnabled?.(planner) === false} onClick={() => void findDuplicates.run(planner)}>{findDuplicates.label}…</Button>
          </InspectorSection>
          <NamedColumns />
        </div>
      </div>
    </Place>
  );
}

/** What was said of headers on this device, for taking to another one or to the command line. */
function NamedColumns() {
  const planner = usePlanner();
  const [known, setKnown] = useState(namedLists);
  return (
    <InspectorSection level={2} title="Columns you named">
      <p>{known === 0 ? 'None on this device. A list in words of its own is named once, during its import.' : `${counted(known, 'list')} of columns on this device. Saved as a file, they serve on another device, and for “summit import --map”.`}</p>
      <div className="sp-recovery-actions">
        <Button variant="default" disabled={known === 0} onClick={() => void saveNamedColumns.run(planner)}>{saveNamedColumns.label}…</Button>
        <Button variant="default" onClick={() => void Promise.resolve(readNamedColumns.run(planner)).then(() => { setKnown(namedLists()); })}>{readNamedColumns.label}…</Button>
      </div>
    </InspectorSection>
  );
}
