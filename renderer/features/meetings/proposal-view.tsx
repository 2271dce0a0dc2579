import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { Spot } from '#shared/meetings/clashes.ts';
import { planDifference } from '#shared/meetings/take.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { discardProposal, gapWords, type Proposal, takeProposal } from './proposal.ts';
import { hostName, partnerName, roomName, whenWords } from './select.ts';

type ChangeRow = { readonly id: RequestId; readonly deed: 'placed' | 'moved' | 'dropped'; readonly partner: string; readonly host: string; readonly priority: string; readonly from: string; readonly to: string };

/** Above the place: what a plan would change, how good it is, and whether to take it. */
export function ProposalNotice({ proposal, onShow }: { readonly proposal: Proposal; readonly onShow: () => void }) {
  const planner = usePlanner();
  const { placed, moved, dropped, kept } = useMemo(() => planDifference(planner.snapshot, proposal.built, proposal.plan), [planner.snapshot, proposal]);
  const { weight, bound, proven, isCutShort, built } = proposal;
  return (
    <section className="sp-proposal" aria-label="Proposed plan">
      <div>
        <strong>A plan is ready: {placed.length} placed, {moved.length} moved, {dropped.length} dropped, {kept.length} kept.</strong>
        <div className="sp-muted">
          {proposal.plan.meetings.length} of {built.problem.requests.length} requests have a place; {gapWords(weight, bound)}{proven ? ', proven' : ''}.
          {isCutShort && ' The search was cut short.'}
          {built.impossible.length > 0 && ` ${built.impossible.length} more cannot be placed at any time.`}
        </div>
      </div>
      <Button variant="default" onClick={onShow}>Show the changes</Button>
      <Button variant="default" onClick={discardProposal}>Discard</Button>
      <Button onClick={() => void takeProposal(planner, proposal)}>Take this plan</Button>
    </section>
  );
}

/** Every change a plan would make, one a line. */
export function ProposalTable({ proposal, where }: { readonly proposal: Proposal; readonly where: Whereabouts }) {
  const rows = useMemo(() => changesOf(proposal, where), [proposal, where]);
  return <DataTable label="Changes of the proposed plan" rows={rows} columns={columns} rowId={({ id }) => id} />;
}

function changesOf({ built, plan }: Proposal, where: Whereabouts): ChangeRow[] {
  const { placed, moved, dropped } = planDifference(where.tables, built, plan);
  const words = ({ room, startsAt }: Spot) => `${whenWords(startsAt)}, ${roomName(where, room)}`;
  const row = (id: RequestId, deed: ChangeRow['deed'], from: string, to: string): ChangeRow => {
    const request = where.tables.requests.get(id);
    return { id, deed, from, to, partner: request ? partnerName(where, request) : '', host: request ? hostName(where, request.host) : '', priority: request?.priority ?? '' };
  };
  return [
    ...placed.map(({ request, to }) => row(request, 'placed', '', words(to))),
    ...moved.map(({ placement, to }) => row(placement.request, 'moved', words(placement), words(to))),
    ...dropped.map((placement) => row(placement.request, 'dropped', words(placement), '')),
  ];
}

const columns: readonly Column<ChangeRow>[] = [
  { id: 'deed', title: 'Change', kind: 'choice', width: 110, choices: [{ value: 'placed', label: 'Placed' }, { value: 'moved', label: 'Moved' }, { value: 'dropped', label: 'Dropped' }], value: ({ deed }) => deed },
  { id: 'partner', title: 'Partner', kind: 'text', width: 240, value: ({ partner }) => partner },
  { id: 'host', title: 'Host', kind: 'text', width: 180, value: ({ host }) => host },
  { id: 'priority', title: 'Priority', kind: 'text', width: 100, value: ({ priority }) => priority },
  { id: 'from', title: 'From', kind: 'text', width: 280, value: ({ from }) => from },
  { id: 'to', title: 'To', kind: 'text', width: 280, value: ({ to }) => to },
];
