import { memo } from 'react';
import { byName } from '#shared/kernel/name-order.ts';
import { grouped } from '#shared/kernel/text.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { saveChart } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { type Bar, BarList } from '#renderer/ui/charts/bar-list.tsx';
import { StepChart } from '#renderer/ui/charts/step-chart.tsx';
import { gapPercent } from './plan-words.ts';
import type { Asked, Sample } from './schedule-task.ts';

/** The weight of the plan and the bound that no plan can beat over the seconds of the run: the gap closes while one watches. */
export function GapPicture({ samples, now, end, level, isCompact = false }: { readonly isCompact?: boolean; readonly samples: readonly Sample[]; readonly now: number; readonly end: number; readonly level: number | null }) {
  const planner = usePlanner();
  const last = samples.at(-1);
  const summary = !last ? 'Nothing is found yet.'
    : last.weight >= last.bound ? `The plan weighs ${grouped(last.weight)}, the most any plan can.` : `The plan weighs ${grouped(last.weight)}; no plan can weigh more than ${grouped(last.bound)}. The gap is ${gapPercent(last.weight, last.bound)}.`;
  return (
    <StepChart
      title="Plan and bound" summary={summary} unit="s" isCompact={isCompact} now={now} end={end} level={level === null || level === 0 ? null : { label: 'Before', value: level }}
      lines={[{ label: 'Plan', hue: 1, steps: changesOf(samples, ({ weight }) => weight) }, { label: 'Bound', hue: 2, dashed: true, steps: changesOf(samples, ({ bound }) => bound) }]}
      onSave={(svg, format) => void saveChart(planner, 'Schedule – plan and bound', svg, format)}
    />
  );
}

/** Hosts drawn at once; the table names all of them. */
const shownHosts = 8;

/** How much of what is asked of each host has a place, those with the most waiting first. */
export const HostPicture = memo(function HostPicture({ asked, placedByHost, snapshot }: { readonly asked: Asked; readonly placedByHost: ReadonlyMap<string, number>; readonly snapshot: Pick<Snapshot, 'executives'> }) {
  const planner = usePlanner();
  const bars = [...asked.byHost].map(([host, wanted]): Bar & { readonly waiting: number } => {
    const placed = placedByHost.get(host) ?? 0;
    return { label: snapshot.executives.get(host as never)?.name ?? 'A host who is gone', value: placed, target: wanted, words: `${placed} of ${wanted}`, waiting: wanted - placed };
  }).sort((a, b) => b.waiting - a.waiting || (b.target ?? 0) - (a.target ?? 0) || byName(a.label, b.label));
  const full = bars.filter(({ waiting }) => waiting === 0).length;
  const summary = `${full} of ${bars.length} hosts hold everything asked of them.${bars.length > shownHosts ? ` Drawn: the ${shownHosts} with the most waiting; the table has all.` : ''}`;
  return <BarList title="Placed for each host" summary={summary} bars={bars.slice(0, shownHosts)} more={bars.slice(shownHosts)} valueHeading="Placed" onSave={(svg, format) => void saveChart(planner, 'Schedule – placed for each host', svg, format)} />;
});

function changesOf(samples: readonly Sample[], valueOf: (sample: Sample) => number): { at: number; value: number }[] {
  const steps: { at: number; value: number }[] = [];
  for (const sample of samples) if (valueOf(sample) !== steps.at(-1)?.value) steps.push({ at: sample.at, value: valueOf(sample) });
  return steps;
}
