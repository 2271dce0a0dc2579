import { useMemo } from 'react';
import { overlapWithTop, revenueConcentration, revenueShareOf } from '#shared/invitations/concentration.ts';
import { expectedPartners } from '#shared/invitations/stage.ts';
import { counted } from '#shared/kernel/text.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { ConcentrationCurve } from '#renderer/ui/charts/concentration-curve.tsx';
import { Stat, StatRow } from '#renderer/ui/feedback/stat.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';

/** How much of the channel's revenue the invited hold, and whether they are simply the largest. */
export function ConcentrationPanel() {
  const { snapshot, summit } = usePlanner();
  const { partners } = snapshot;
  const amounts = useMemo(() => [...partners.values()].map(({ performance: { revenue } }) => (revenue?.currency === summit.currency ? revenue.hundredths / 100 : 0)), [partners, summit.currency]);
  const invited = expectedPartners(snapshot);
  const strategic = new Set([...partners.values()].filter((partner) => partner.strategic).map(({ id }) => id));
  if (amounts.every((amount) => amount <= 0)) return <EmptyState title="No revenue figures yet">The curve shows how few partners bring how much. Import revenue with your partner accounts.</EmptyState>;
  const [ofInvited, ofStrategic, top] = [revenueShareOf(snapshot, invited), revenueShareOf(snapshot, strategic), revenueConcentration(snapshot, Math.max(1, Math.round(partners.size / 20)))];
  const overlap = overlapWithTop(snapshot, invited);
  return (
    <div className="inv-stack">
      <StatRow>
        <Stat label="Largest twentieth" value={percent(top.shareOfRevenue)} of="of revenue" detail={counted(top.partners, 'partner')} fraction={top.shareOfRevenue} />
        <Stat label="Invited" value={percent(ofInvited.shareOfRevenue)} of="of revenue" detail={`${counted(ofInvited.partners, 'partner')}, ${percent(ofInvited.shareOfPartners)} of all`} fraction={ofInvited.shareOfRevenue} />
        <Stat label="Strategic" value={percent(ofStrategic.shareOfRevenue)} of="of revenue" detail={`${counted(ofStrategic.partners, 'partner')}, ${percent(ofStrategic.shareOfPartners)} of all; usual are 2–8 % with 30–50 %`} fraction={ofStrategic.shareOfRevenue} />
        <Stat label="Invited among the largest" value={overlap.length} of={`of ${invited.size}`} detail="Simply the highest by revenue, as many as are invited" fraction={invited.size === 0 ? 0 : overlap.length / invited.size} />
      </StatRow>
      <ConcentrationCurve title="Concentration of revenue" summary={`The largest ${counted(top.partners, 'partner')} bring ${percent(top.shareOfRevenue)} of the revenue in ${summit.currency}.`} amounts={amounts} marked={Math.max(1, invited.size)} memberNoun="partners" />
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
