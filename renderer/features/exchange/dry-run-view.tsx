import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Disposition } from '#shared/exchange/intake/reading.ts';
import { counted } from '#shared/kernel/text.ts';
import { discardDryRun, dryRun, type DryRun, importFiles, takeDryRun } from '#renderer/app/import-files.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { beforeImporting } from './before-importing.ts';
import { EmptyCellsTable, FilesTable, ReasonsTable } from './dry-run-tables.tsx';
import { saveFailedRows } from './failed-rows.ts';
import { ImportPairs, useImportDuplicates } from './import-duplicates.tsx';
import { listOf, nameColumns } from './name-columns.ts';
import { isUndecided } from './questions.ts';

/** What an import would do, row by row, before it does anything. */
export function DryRunView({ run }: { readonly run: DryRun }) {
  const planner = usePlanner();
  const isStale = useStore(dryRun, (state) => state.isStale);
  const { reading, reading: { files } } = run;
  const [view, setView] = useState('files');
  const [quick, setQuick] = useState('');
  const [active, setActive] = useState(0);
  const duplicates = useImportDuplicates(reading);
  const { proposal, blank = false, decided = [] } = duplicates?.review ?? {};
  const empty = proposal?.empty ?? [];
  const before = beforeImporting(planner, run, duplicates?.open.length ?? 0, empty.length, blank);
  if (files.length === 0) return <NothingRead planner={planner} run={run} before={before} />;
  const total = (what: Disposition) => files.reduce((sum, { counts }) => sum + counts[what], 0);
  const usable = total('accept') + total('flag');
  const mends = Object.values(run.mends).reduce((sum, cells) => sum + Object.keys(cells).length, 0);
  const file = files[active] ?? files[0];
  const views = [
    { value: 'files', label: `Files ${files.length}` },
    { value: 'reasons', label: `Rows with a reason ${files.reduce((sum, { issues }) => sum + issues.length, 0)}` },
    { value: 'duplicates', label: duplicates ? `Duplicates ${duplicates.open.length}` : 'Duplicates' },
    ...(empty.length === 0 ? [] : [{ value: 'empty', label: `Empty cells ${empty.length}` }]),
  ];
  const shown = views.some(({ value }) => value === view) ? view : 'files';
  const counts = [`${counted(usable, 'row')} to take`, `${total('reject')} rejected`, counted(total('duplicate'), 'duplicate'), ...(mends === 0 ? [] : [`${counted(mends, 'cell')} mended here`]), ...(decided.length === 0 ? [] : [`${counted(decided.length, 'pair')} decided`])];
  return (
    <Place
      title="Import: dry run" counts={counts.join(', ')} {...(shown !== 'duplicates' && { quick, onQuickChange: setQuick })}
      tools={<>
        <SegmentedControl aria-label="View" value={shown} onChange={setView} data={views} /><span className="sp-place-gap" />
        {/* A whole export of ours says itself what its columns are. */}
        {shown === 'files' && <Button variant="default" disabled={!file || file.kind.startsWith('table ')} title="Which column is which in the marked file" onClick={() => { if (file) void nameColumns(planner, run, listOf(file)); }}>Columns…</Button>}
        {files.some(({ failed }) => failed.length > 0) && <Button variant="default" onClick={() => void saveFailedRows(planner, reading)}>Rows with reasons…</Button>}
      </>}
      notice={before.length > 0 && <FindingList label="Before importing" findings={before} />}
      actions={<>
        <Button variant="default" onClick={() => { discardDryRun(planner, run); }}>Discard</Button>
        <Button disabled={usable === 0 || files.some(isUndecided) || isStale} onClick={() => void takeDryRun(planner, run)}>Import {counted(usable, 'row')}</Button>
      </>}
    >
      {shown === 'files' && <FilesTable run={run} quick={quick} active={active} onActive={setActive} />}
      {shown === 'reasons' && <ReasonsTable run={run} quick={quick} />}
      {shown === 'duplicates' && <ImportPairs reading={reading} found={duplicates} />}
      {shown === 'empty' && <EmptyCellsTable empty={empty} blank={blank} quick={quick} />}
    </Place>
  );
}

function NothingRead({ planner, run, before }: { readonly planner: Planner; readonly run: DryRun; readonly before: ReturnType<typeof beforeImporting> }) {
  return (
    <Place title="Import: dry run" counts={`${counted(run.reading.unread.length, 'file')} could not be read`} notice={<FindingList label="Before importing" findings={before} />}>
      <EmptyState title="Nothing was read, and nothing was changed" actions={<><Button onClick={() => void importFiles.run(planner)}>Choose other files…</Button><Button variant="default" onClick={() => { discardDryRun(planner, run); }}>Back</Button></>}>
        Mend the file as said above, then import it again.
      </EmptyState>
    </Place>
  );
}
