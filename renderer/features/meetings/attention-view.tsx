import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { type Attention, attention, type AttentionFlag, fewestToCompare, type PartnerAttention, type PerformanceFigure, performanceFigures } from '#shared/meetings/attention.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { exportTable, saveChart } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { ScatterChart } from '#renderer/ui/charts/scatter-chart.tsx';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { FindingBadge } from '#renderer/ui/feedback/findings.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Later } from '#renderer/ui/place/later.tsx';

const flagWords: Readonly<Record<AttentionFlag, string>> = { 'much-time-low-performance': 'Much time, low performance', 'no-time-high-performance': 'High performance, no time' };
const flags = Object.keys(flagWords) as AttentionFlag[];

/** Executive time by partner against partner performance: a picture, what stands apart in it, and every partner in figures. */
export function AttentionView({ where }: { readonly where: Whereabouts }) {
  const planner = usePlanner();
  const [by, setBy] = useState<PerformanceFigure>('revenue');
  const [active, setActive] = useState<string | null>(null);
  const result = useMemo(() => attention(where, by), [where, by]);
  const { rows, quarters } = result;
  const columns = useMemo(() => columnsOf(where, by), [where, by]);
  const { title, format } = figureOf(by, where.summit.currency);
  const known = rows.filter((row): row is PartnerAttention & { figure: number } => row.figure !== null);
  // Who stands apart comes first: they are few, and what the view is for.
  const apart = useMemo(() => { const rank = ({ flag, placed }: PartnerAttention) => (flag !== null ? 0 : placed === 0 ? 1 : 2); return [...rows].sort((a, b) => rank(a) - rank(b)); }, [rows]);
  const name = (id: PartnerId) => where.tables.partners.get(id)?.name ?? '';
  if (rows.length === 0) return <EmptyState title="No partner is invited yet" actions={<Button onClick={() => { planner.go('invitees'); }}>Go to Invitees</Button>}>Executive time is compared with performance once partners are invited or have meetings.</EmptyState>;
  return (
    <div className="sp-attention">
      <div className="sp-attention-picture" tabIndex={0} role="group" aria-label="Executive time and performance: picture">
        <h2 className="sp-spoken">Picture</h2>
        <Select label="Performance by" w={240} mb={12} allowDeselect={false} value={by} onChange={(next) => { setBy(next as PerformanceFigure); }} data={performanceFigures.map((value) => ({ value, label: figureOf(value, where.summit.currency).title }))} />
        {known.length === 0 ? <p className="sp-muted">{summaryOf(result, title)} The picture is drawn once scorecards say more.</p> : <ScatterChart
          title="Executive time against performance" summary={summaryOf(result, title)} xTitle={title} yTitle="Minutes with executives" xFormat={format} yFormat={(minutes) => String(minutes)}
          points={known.map(({ partner, figure, minutes, flag }) => ({ id: partner, label: name(partner), x: figure, y: minutes, ...(flag !== null && { mark: flags.indexOf(flag) }) }))}
          marks={flags.map((flag) => flagWords[flag])} {...(quarters && { xLines: [quarters.lowFigure, quarters.highFigure], ...(Number.isFinite(quarters.muchMinutes) && { yLines: [quarters.muchMinutes] }) })}
          isXLogarithmic={by === 'revenue'} activeId={active} onPick={setActive} onSave={(svg, format) => void saveChart(planner, 'Executive time', svg, format)}
        />}
      </div>
      <div className="sp-attention-table">
        <Later><DataTable isNarrow label="Executive time by partner" rows={apart} columns={columns} rowId={({ partner }) => partner} activeId={active} onActiveChange={setActive} onOpen={({ partner }) => { planner.go('partners', partner); }} onExport={(shown) => void exportTable(planner, 'Executive time', shown)} /></Later>
      </div>
    </div>
  );
}

/** What the picture shows, and who is not in it: unknown figures are not zero, and other currencies are not converted. */
function summaryOf({ rows, quarters, unknown, otherCurrency }: Attention, title: string): string {
  const flagged = flags.map((flag) => ({ flag, count: rows.filter((row) => row.flag === flag).length })).filter(({ count }) => count > 0).map(({ flag, count }) => `${counted(count, 'partner')} with ${flagWords[flag].toLowerCase()}`);
  const without = rows.filter(({ placed }) => placed === 0).length;
  return [
    `${title} of ${counted(rows.length - unknown, 'partner')} against the minutes that executives meet them.`,
    quarters ? `${flagged.length > 0 ? flagged.join(', ') : 'Nobody stands apart'} (by quarters, the dashed lines).` : `Fewer than ${fewestToCompare} different figures are known, so nobody is marked.`,
    `${counted(without, 'partner has', 'partners have')} no executive meeting.`,
    unknown - otherCurrency > 0 ? `${unknown - otherCurrency} without a known figure ${unknown - otherCurrency === 1 ? 'is' : 'are'} left out.` : '',
    otherCurrency > 0 ? `${otherCurrency} in another currency ${otherCurrency === 1 ? 'is' : 'are'} left out, since there is no rate.` : '',
  ].filter((words) => words !== '').join(' ');
}

function columnsOf({ tables, summit }: Whereabouts, by: PerformanceFigure): Column<PartnerAttention>[] {
  const { title, format } = figureOf(by, summit.currency);
  return [
    { id: 'partner', title: 'Partner', kind: 'text', width: 170, value: ({ partner }) => tables.partners.get(partner)?.name ?? '' },
    { id: 'minutes', title: 'Minutes', kind: 'number', width: 84, value: ({ minutes }) => minutes },
    { id: 'figure', title, kind: 'number', width: 130, sum: false, value: ({ figure }) => figure, text: ({ figure }) => (figure === null ? '' : format(figure)), render: ({ figure }) => (figure === null ? <span className="sp-muted">not known</span> : format(figure)) },
    { id: 'flag', title: 'Mark', kind: 'choice', width: 215, choices: flags.map((flag) => ({ value: flag, label: flagWords[flag] })), value: ({ flag }) => flag, render: ({ flag, placed }) => (flag ? <FindingBadge severity="warning">{flagWords[flag]}</FindingBadge> : placed === 0 ? <FindingBadge severity="advice">No executive meeting</FindingBadge> : null) },
    { id: 'placed', title: 'Placed', kind: 'number', width: 88, value: ({ placed }) => placed },
    { id: 'asked', title: 'Asked', kind: 'number', width: 88, value: ({ asked }) => asked },
    { id: 'hosts', title: 'With', kind: 'text', width: 280, value: ({ hosts }) => hosts.map((host) => tables.executives.get(host)?.name ?? '').join(', ') },
    { id: 'tier', title: 'Tier', kind: 'text', width: 100, value: ({ partner }) => tables.partners.get(partner)?.tier ?? '' },
  ];
}

function figureOf(by: PerformanceFigure, currency: string): { readonly title: string; readonly format: (value: number) => string } {
  const share = (value: number) => `${Math.round(value * 100)} %`;
  switch (by) {
    case 'revenue': return { title: `Revenue in ${currency}`, format: (value) => (Math.abs(value) >= 1_000_000 ? `${Number((value / 1_000_000).toPrecision(3))} m` : Math.abs(value) >= 1000 ? `${Number((value / 1000).toPrecision(3))} k` : String(value)) };
    case 'growth': return { title: 'Growth of revenue', format: share };
    case 'health': return { title: 'Health (0 to 100)', format: String };
    case 'satisfaction': return { title: 'Satisfaction (0 to 10)', format: String };
    case 'winRate': return { title: 'Win rate', format: share };
    case 'certified': return { title: 'Certified of required', format: share };
  }
}
