import { regions, type Partner } from '#shared/partners/partner.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
import { cellEdit, choiceOf } from '#renderer/app/record.ts';
import type { CellEdit, CellValue, Column } from '#renderer/ui/data-table/column.ts';

/** What the partner table shows. Cells whose value is stored as it is shown can be edited in place. */
export function partnerColumns(planner: SummitDesk): Column<Partner>[] {
  const edit = (field: string, title: string, more: Partial<CellEdit<Partner>> = {}) => cellEdit(planner, 'partners', field, title, ({ name }) => name, more);
  const text = (id: keyof Partner & string, title: string, width: number): Column<Partner> => ({
    id, title, kind: 'text', width, value: (partner) => partner[id] as string | null, edit: edit(id, title),
  });
  const figure = (id: keyof Partner['performance'] & string, title: string, kind: 'money' | 'number', hint?: string): Column<Partner> => ({
    id, title, kind, ...(hint && { hint }), value: (partner) => partner.performance[id] as CellValue, edit: edit(`performance.${id}`, title, { currency: planner.summit.currency }),
  });
  return [
    { ...text('name', 'Partner', 260), edit: edit('name', 'Name', { optional: false }) },
    { id: 'tier', title: 'Tier', kind: 'choice', width: 104, choices: planner.summit.tiers.map(choiceOf), value: ({ tier }) => tier, edit: edit('tier', 'Tier') },
    { id: 'strategic', title: 'Strategic', kind: 'flag', width: 104, value: ({ strategic }) => strategic, edit: edit('strategic', 'Strategic') },
    { id: 'pacMember', title: 'PAC', kind: 'flag', width: 72, value: ({ pacMember }) => pacMember, edit: edit('pacMember', 'PAC seat') },
    { id: 'types', title: 'Type', kind: 'text', width: 160, value: ({ types }) => types.join(', ') },
    { id: 'region', title: 'Region', kind: 'choice', width: 88, choices: regions.map(choiceOf), value: ({ region }) => region, edit: edit('region', 'Region') },
    text('country', 'Country', 100),
    text('city', 'City', 130),
    text('camName', 'CAM', 160),
    figure('revenue', 'Revenue', 'money', 'Trailing twelve months'),
    figure('pipeline', 'Pipeline', 'money'),
    { ...figure('health', 'Health', 'number', '0 to 100'), sum: false },
    { ...figure('satisfaction', 'Satisfaction', 'number', '0 to 10'), sum: false },
    { ...figure('revenuePrior', 'Revenue before', 'money'), hidden: true },
    { ...figure('dealRegistrations', 'Deal registrations', 'number'), hidden: true },
    { ...figure('certifiedPeople', 'Certified', 'number'), hidden: true },
    { ...text('accountId', 'Account ID', 110), hidden: true },
    { ...text('vertical', 'Vertical', 140), hidden: true },
    { ...text('segment', 'Segment', 120), hidden: true },
  ];
}
