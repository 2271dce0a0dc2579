import './invitees.css';
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { nextFromWaitlist, waves } from '#shared/invitations/choose.ts';
import { weightSplit } from '#shared/invitations/score.ts';
import { seatsUsed, stageLabels } from '#shared/invitations/stage.ts';
import { counted } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { rowId } from '#renderer/app/record.ts';
import { type Planner, usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { approveNext, ground, move, propose, putIntoWave, shortlistPartners, takeOff } from './actions.ts';
import { type Candidate, candidateOf, candidates, movesFor } from './candidates.ts';
import { candidateColumns } from './columns.tsx';
import { ConcentrationPanel } from './concentration-panel.tsx';
import { CriteriaPanel } from './criteria-panel.tsx';
import { InviteeInspector } from './invitee-inspector.tsx';

type View = 'candidates' | 'list' | 'criteria' | 'concentration';

/** Who is invited and why: all partners scored, the list in waves, the criteria and what they do. */
export function InviteesScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const [view, setView] = useState<View>('candidates');
  const [quick, setQuick] = useState('');
  const [shown, setShown] = useState<readonly Candidate[]>([]);
  const all = useMemo(() => candidates(snapshot), [snapshot]);
  const rows = useMemo(() => (view === 'list' ? all.filter(({ invitation }) => invitation !== null) : all), [all, view]);
  const candidate = candidateOf(all, selected);
  const index = shown.findIndex(({ id }) => id === candidate?.id);
  const step = (by: number) => { const next = shown[index + by]; return index >= 0 && next ? () => { go('invitees', next.id); } : undefined; };
  const isTable = view === 'candidates' || view === 'list';
  return (
    <Place
      title="Invitees" counts={`${counted(snapshot.invitations.size, 'partner')} on the list of ${snapshot.partners.size}`} padded={!isTable}
      {...(isTable && { quick, onQuickChange: setQuick, quickLabel: 'Filter partners' })}
      tools={<>
        <SegmentedControl aria-label="View" value={view} onChange={(next) => { setView(next as View); }} data={[{ value: 'candidates', label: 'All partners' }, { value: 'list', label: 'On the list' }, { value: 'criteria', label: 'Criteria' }, { value: 'concentration', label: 'Concentration' }]} />
        <SeatGauge planner={planner} />
      </>}
      actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button>{nextFromWaitlist(snapshot) && <Button variant="default" onClick={() => void approveNext.run(planner)}>{approveNext.label}</Button>}<Button disabled={snapshot.partners.size === 0} onClick={() => void propose.run(planner)}>{propose.label}</Button></>}
      inspector={isTable && candidate && <InviteeInspector candidate={candidate} onPrevious={step(-1)} onNext={step(1)} />}
    >
      {view === 'criteria' ? <CriteriaPanel /> : view === 'concentration' ? <ConcentrationPanel /> : <Candidates planner={planner} rows={rows} quick={quick} isList={view === 'list'} onShown={setShown} />}
    </Place>
  );
}

function SeatGauge({ planner: { snapshot, summit } }: { readonly planner: Planner }) {
  const used = seatsUsed(snapshot);
  const { forwardLooking } = weightSplit(snapshot);
  const limit = summit.seatLimit;
  return (
    <div className="inv-gauge" data-over={(limit !== null && used > limit) || undefined}>
      {limit !== null && <span className="inv-gauge-bar" aria-hidden><span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} /></span>}
      <span>{limit === null ? `${counted(used, 'seat')} taken, no limit set` : `${used} of ${limit} seats taken${used > limit ? `, ${used - limit} too many` : ''}`}</span>
      {snapshot.criteria.size > 0 && <span className="sp-muted">· {Math.round(forwardLooking * 100)} % of the weight looks ahead</span>}
    </div>
  );
}

type CandidatesProps = { readonly planner: Planner; readonly rows: readonly Candidate[]; readonly quick: string; readonly isList: boolean; readonly onShown: (rows: readonly Candidate[]) => void };

function Candidates({ planner, rows, quick, isList, onShown }: CandidatesProps) {
  const { snapshot, selected, go } = planner;
  const active = candidateOf(rows, selected)?.id ?? null;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const desk = useSummitDesk();
  const columns = useMemo(() => candidateColumns(desk), [desk]);
  const done = () => { setPicked(new Set()); };
  return (
    <DataTable
      label={isList ? 'Partners on the list' : 'Candidates'} rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={active} onActiveChange={(id) => { go('invitees', id); }} onShownChange={onShown}
      selected={picked} onSelectedChange={setPicked} onExport={(table) => void exportTable(planner, isList ? 'Invitees' : 'Candidates', table)}
      tone={({ invitation }) => (invitation?.stage === 'declined' || invitation?.stage === 'cancelled' ? 'quiet' : null)}
      bulk={(ids) => <BulkButtons planner={planner} picked={rows.filter(({ id }) => ids.includes(id))} onDone={done} />}
      empty={snapshot.partners.size === 0
        ? <EmptyState title="No partners to choose from" actions={<Button onClick={() => { go('exchange'); }}>Import a folder of exports</Button>}>Invitees are chosen among your partners. Import your partner accounts first.</EmptyState>
        : <EmptyState title="Nobody is on the list yet" actions={<Button onClick={() => void propose.run(planner)}>{propose.label}</Button>}>Let the criteria propose waves against your seats, or shortlist partners by hand under All partners.</EmptyState>}
    />
  );
}

/** What can be done with the picked partners: only what every one of them allows. */
function BulkButtons({ planner, picked, onDone }: { readonly planner: Planner; readonly picked: readonly Candidate[]; readonly onDone: () => void }) {
  const invitations = picked.flatMap(({ invitation }) => (invitation ? [invitation] : []));
  const unlisted = picked.filter(({ invitation }) => invitation === null).map(({ id }) => id);
  const ids = invitations.map(({ id }) => id);
  const moves = unlisted.length > 0 ? [] : movesFor(invitations);
  const after = (isDone: boolean) => { if (isDone) onDone(); };
  if (unlisted.length > 0) return <Button variant="default" onClick={() => { after(shortlistPartners(planner, unlisted)); }}>Shortlist {unlisted.length}</Button>;
  return (
    <>
      <Menu>
        <Menu.Target><Button variant="default" disabled={moves.length === 0}>Mark as…</Button></Menu.Target>
        <Menu.Dropdown>{moves.map((to) => <Menu.Item key={to} onClick={() => void move(planner, ids, to).then(after)}>{stageLabels[to]}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target><Button variant="default">Wave…</Button></Menu.Target>
        <Menu.Dropdown>{waves.map((wave) => <Menu.Item key={wave} onClick={() => { after(putIntoWave(planner, ids, wave)); }}>Wave {wave}</Menu.Item>)}<Menu.Item onClick={() => { after(putIntoWave(planner, ids, null)); }}>No wave</Menu.Item></Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => void ground(planner, ids).then(after)}>Add ground…</Button>
      <Button variant="default" onClick={() => void takeOff(planner, ids).then(after)}>Take off the list</Button>
    </>
  );
}

