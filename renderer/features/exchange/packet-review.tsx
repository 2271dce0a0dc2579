import './packets.css';
import { Button, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import { asInSheets, type PacketChoices, type PacketConflict, type PacketEntry } from '#shared/exchange/packets/compare.ts';
import { mergePackets } from '#shared/exchange/packets/merge.ts';
import { counted } from '#shared/kernel/text.ts';
import { type DryRun, leavePackets } from '#renderer/app/import-files.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';

type EntryRow = PacketEntry & { readonly id: string };

const columns: readonly Column<EntryRow>[] = [
  { id: 'what', title: 'What', kind: 'text', width: 300, value: ({ what }) => what },
  { id: 'field', title: 'Column', kind: 'text', width: 150, value: ({ header }) => header },
  { id: 'before', title: 'Here now', kind: 'text', width: 200, value: ({ before }) => before },
  { id: 'after', title: 'In the sheet', kind: 'text', width: 240, value: ({ after }) => after },
  { id: 'file', title: 'Sheet', kind: 'text', width: 220, value: ({ file, line }) => `${file}, line ${line}` },
];

const whys: Readonly<Record<PacketConflict['why'], string>> = { 'changed-here': 'It was changed here since the sheet went out.', 'two-sheets': 'Two sheets say different things.', emptied: 'The sheet leaves it empty.' };

/** Filled-in sheets that came back: what they bring, what contradicts side by side, and what cannot be entered. Nothing is in the summit yet. */
export function PacketReview({ run }: { readonly run: DryRun }) {
  const planner = usePlanner();
  const [choices, setChoices] = useState<PacketChoices>({});
  const { packets } = run.reading;
  const merge = useMemo(() => mergePackets(planner.snapshot, packets, choices, planner.mint), [planner.snapshot, packets, choices, planner.mint]);
  const rows = merge.entries.map((entry, index): EntryRow => ({ ...entry, id: String(index) }));
  const open = merge.conflicts.filter(({ id }) => choices[id] === undefined);
  const inSheets = asInSheets(merge.conflicts);
  async function take() {
    await planner.keepCopy('import');
    planner.commit(merge.change);
    leavePackets(planner, run);
  }
  return (
    <Place
      title="Sheets that came back" counts={`${counted(packets.length, 'sheet')}, ${counted(rows.length, 'entry', 'entries')} to take, ${counted(merge.conflicts.length, 'conflict')}${open.length === 0 ? '' : `, ${open.length} to decide`}`}
      notice={merge.problems.length > 0 && <FindingList label="Not entered" findings={merge.problems.map(({ file, line, text }, index) => ({ id: String(index), severity: 'warning', text: `${file}${line === null ? '' : `, line ${line}`}: ${text}.` }))} />}
      actions={<><Button variant="default" onClick={() => { leavePackets(planner, run); }}>Discard</Button><Button disabled={open.length > 0 || merge.change.edits.length === 0} onClick={() => void take()}>Take {counted(rows.length, 'entry', 'entries')}</Button></>}
    >
      {merge.conflicts.length > 0 && (
        <section aria-label="Conflicts" className="sp-packet-conflicts">
          {merge.conflicts.length > 1 && (
            <div className="sp-packet-all">
              <Button size="xs" variant="default" onClick={() => { setChoices(Object.fromEntries(merge.conflicts.map(({ id, here }) => [id, here]))); }}>Keep all as they are here</Button>
              <Button size="xs" variant="default" disabled={Object.keys(inSheets).length === 0} title="Where two sheets differ you choose" onClick={() => { setChoices({ ...choices, ...inSheets }); }}>Take all from the sheets</Button>
            </div>
          )}
          {merge.conflicts.map((conflict) => <Conflict key={conflict.id} conflict={conflict} chosen={choices[conflict.id] ?? null} choose={(value) => { setChoices({ ...choices, [conflict.id]: value }); }} />)}
        </section>
      )}
      {rows.length > 0 ? <DataTable isNarrow label="Entries" rows={rows} columns={columns} rowId={({ id }) => id} /> : <EmptyState title="Nothing new so far">{open.length > 0 ? 'Decide what contradicts above.' : 'Nobody wrote anything that the summit does not have already.'}</EmptyState>}
    </Place>
  );
}

function Conflict({ conflict: { id, what, header, why, sent, here, sheets }, chosen, choose }: { readonly conflict: PacketConflict; readonly chosen: string | null; readonly choose: (value: string) => void }) {
  const offered = [...new Map(sheets.filter(({ value }) => value !== here).map(({ value, file }) => [value, file]))];
  const shown = (value: string) => (value === '' ? 'empty' : `“${value}”`);
  return (
    <Radio.Group name={id} value={chosen} onChange={choose} className="sp-packet-conflict" label={`${what}, ${header}`} description={`${whys[why]} It was ${shown(sent)} when the sheet went out.`}>
      <div className="sp-packet-choices">
        <Radio value={here} label={`Keep ${shown(here)}, as it is here`} />
        {offered.map(([value, file]) => <Radio key={value} value={value} label={`Take ${shown(value)} from ${file}`} />)}
      </div>
    </Radio.Group>
  );
}
