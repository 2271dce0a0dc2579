import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { findDuplicates, review } from '#renderer/app/duplicates.ts';
import { dryRun, importFiles, listEndings, readExports } from '#renderer/app/import-files.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { DropZone } from '#renderer/ui/forms/drop-zone.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { exportCsv, exportWorkbook, importFolder } from './actions.ts';
import { DryRunView } from './dry-run-view.tsx';
import { DuplicatesView } from './duplicates-view.tsx';

/** Exports of other systems in, every table out. */
export function ExchangeScreen() {
  const planner = usePlanner();
  const waiting = useStore(dryRun, (state) => state.waiting);
  const pairs = useStore(review, (state) => state.summit);
  if (pairs) return <DuplicatesView review={pairs} />;
  if (waiting) return <DryRunView run={waiting} />;
  return (
    <Place title="Exchange" padded actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import files…</Button><Button onClick={() => void importFolder.run(planner)}>Import a folder…</Button></>}>
      <div className="sp-two-columns">
        <InspectorSection level={2} title="In">
          <DropZone
            title="Drop exports here" hint="CSV and XLSX: partners, contacts, executives, rooms, agenda, NDAs, meeting requests, award categories, nominations, judges, scores, commitments. They are recognised by their columns; nothing is changed before you have seen every row."
            endings={listEndings} multiple buttonLabel="Choose files"
            onFiles={(files) => void Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))).then((sources) => readExports(planner, sources))}
          />
        </InspectorSection>
        <div>
          <InspectorSection level={2} title="Out">
            <p>Every table under headers that this planner reads again without mapping. Text that a spreadsheet would take for a formula is made safe.</p>
            <div className="sp-recovery-actions">
              <Button variant="default" onClick={() => void exportCsv.run(planner)}>{exportCsv.label}</Button>
              <Button variant="default" onClick={() => void exportWorkbook.run(planner)}>{exportWorkbook.label}</Button>
            </div>
          </InspectorSection>
          <InspectorSection level={2} title="Duplicates">
            <p>Partners and people that may be there twice, and people without a partner, side by side. Nothing is merged before you say so.</p>
            <Button variant="default" disabled={findDuplicates.isEnabled?.(planner) === false} onClick={() => void findDuplicates.run(planner)}>{findDuplicates.label}…</Button>
          </InspectorSection>
        </div>
      </div>
    </Place>
  );
}
