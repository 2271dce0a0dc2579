import type { Invitation } from '#shared/invitations/invitation.ts';
import { assignWave } from '#shared/invitations/commands.ts';
import type { Wave } from '#shared/invitations/choose.ts';
import { points } from '#shared/invitations/score.ts';
import { stageLabels } from '#shared/invitations/stage.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { choiceOf } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { type Candidate, groundsText, stageChoices } from './candidates.ts';
import { StageBadge } from './stage-badge.tsx';

/** The table of candidates. Wave and seats are edited in place once a partner is on the list. */
export function candidateColumns(planner: SummitDesk): Column<Candidate>[] {
  const { tiers } = planner.summit;
  const onList = ({ invitation }: Candidate) => invitation !== null;
  const field = (name: keyof Invitation & string, title: string) => (row: Candidate, value: unknown) =>
    row.invitation && refused(planner, editFields(planner.snapshot, 'invitations', row.invitation.id, { [name]: value }, `${title} of ${row.partner.name}`));
  return [
    { id: 'name', title: 'Partner', kind: 'text', width: 230, value: ({ partner }) => partner.name },
    { id: 'place', title: '#', kind: 'number', width: 56, sum: false, hint: 'Place by score', value: ({ place }) => place },
    { id: 'score', title: 'Score', kind: 'number', width: 132, sum: false, hint: '0 to 100 among all partners', value: ({ score }) => tenthsAsNumber(score?.tenths), text: ({ score }) => points(score?.tenths ?? null), render: ({ score }) => <ScoreCell tenths={score?.tenths ?? null} /> },
    { id: 'back', title: 'Back', kind: 'number', width: 72, sum: false, hint: 'Points from what was', value: ({ score }) => tenthsAsNumber(score?.historicTenths), text: ({ score }) => points(score?.historicTenths ?? null) },
    { id: 'ahead', title: 'Ahead', kind: 'number', width: 72, sum: false, hint: 'Points from what can be', value: ({ score }) => tenthsAsNumber(score?.forwardTenths), text: ({ score }) => points(score?.forwardTenths ?? null) },
    { id: 'known', title: 'Known', kind: 'number', width: 80, sum: false, hidden: true, hint: 'How much of the weight rests on known values', value: ({ score }) => (score ? Math.round(score.knownShare * 100) : null), text: ({ score }) => (score ? `${Math.round(score.knownShare * 100)} %` : '') },
    {
      id: 'stage', title: 'Stage', kind: 'choice', width: 124, choices: stageChoices, value: ({ invitation }) => invitation?.stage ?? null, text: ({ invitation }) => (invitation ? stageLabels[invitation.stage] : ''),
      render: ({ invitation }) => invitation && <StageBadge stage={invitation.stage} />,
    },
    {
      id: 'wave', title: 'Wave', kind: 'choice', width: 76, choices: ['A', 'B', 'C'].map(choiceOf), value: ({ invitation }) => invitation?.wave ?? null,
      edit: { allowed: onList, commit: (row, value) => row.invitation && refused(planner, assignWave(planner.snapshot, [row.invitation.id], value as Wave | null)) },
    },
    { id: 'grounds', title: 'Grounds', kind: 'text', width: 210, value: ({ invitation }) => groundsText(invitation) },
    { id: 'tier', title: 'Tier', kind: 'choice', width: 100, choices: tiers.map(choiceOf), value: ({ partner }) => partner.tier },
    { id: 'strategic', title: 'Strategic', kind: 'flag', width: 88, value: ({ partner }) => partner.strategic },
    { id: 'pac', title: 'PAC', kind: 'flag', width: 64, value: ({ partner }) => partner.pacMember },
    { id: 'seats', title: 'People', kind: 'number', width: 80, hint: 'How many the partner may send', value: ({ invitation }) => invitation?.seats ?? null, edit: { allowed: onList, optional: false, commit: field('seats', 'People') } },
    { id: 'approver', title: 'Approver', kind: 'text', width: 140, value: ({ invitation }) => invitation?.approver ?? null, edit: { allowed: onList, commit: field('approver', 'Approver') } },
    { id: 'revenue', title: 'Revenue', kind: 'money', hidden: true, value: ({ partner }) => partner.performance.revenue },
    { id: 'region', title: 'Region', kind: 'text', width: 88, hidden: true, value: ({ partner }) => partner.region },
    { id: 'camName', title: 'CAM', kind: 'text', width: 150, hidden: true, value: ({ partner }) => partner.camName },
  ];
}

function ScoreCell({ tenths }: { readonly tenths: number | null }) {
  return <span className="inv-score"><span className="inv-score-bar" aria-hidden><span style={{ width: `${(tenths ?? 0) / 10}%` }} /></span>{points(tenths)}</span>;
}

function tenthsAsNumber(tenths: number | null | undefined): number | null {
  return tenths === null || tenths === undefined ? null : tenths / 10;
}
