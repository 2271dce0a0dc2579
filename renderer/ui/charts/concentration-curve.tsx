import { ChartFrame, type PictureFormat } from './chart-frame.tsx';
import { LevelLines } from './level-lines.tsx';

export type ConcentrationCurveProps = {
  readonly title: string;
  readonly summary: string;
  /** One amount a member, any order; negative ones count as nothing. */
  readonly amounts: readonly number[];
  /** How many of the largest are marked. */
  readonly marked?: number;
  readonly memberNoun: string;
  readonly onSave?: (svg: string, format: PictureFormat) => void;
};

/** How much of the whole the largest members bring: members from largest to smallest along, share of the sum up. */
export function ConcentrationCurve({ title, summary, amounts, marked, memberNoun, onSave }: ConcentrationCurveProps) {
  const shares = cumulativeShares(amounts);
  const count = Math.max(1, shares.length);
  const x = (members: number) => 48 + (members / count) * 400;
  const y = (share: number) => 212 - share * 192;
  const at = marked === undefined || marked < 1 ? null : { members: Math.min(marked, count), share: shares[Math.min(marked, count) - 1] ?? 0 };
  const steps = [0.01, 0.05, 0.1, 0.2, 0.5, 1].map((part) => Math.max(1, Math.round(part * count)));
  return (
    <ChartFrame title={title} summary={summary} {...(onSave ? { onSave } : {})} table={{ headings: [`Largest ${memberNoun}`, 'Share of the whole'], rows: [...new Set(steps)].map((members) => [members, percent(shares[members - 1] ?? 0)]) }}>
      <svg viewBox="0 0 480 240" width="100%" role="img" aria-label={summary}>
        <LevelLines ticks={[0, 0.25, 0.5, 0.75, 1]} left={48} right={448} up={y} words={percent} />
        <line x1={x(0)} y1={y(0)} x2={x(count)} y2={y(1)} className="sp-svg-even" />
        <polyline points={[`${x(0)},${y(0)}`, ...shares.map((share, index) => `${x(index + 1)},${y(share)}`)].join(' ')} className="sp-svg-line sp-svg-curve" />
        {at && (
          <g>
            <line x1={x(at.members)} x2={x(at.members)} y1={y(0)} y2={y(at.share)} className="sp-svg-mark" />
            <circle cx={x(at.members)} cy={y(at.share)} r={4.5} className="sp-svg-hue-1" />
            <text x={Math.min(x(at.members) + 10, 300)} y={Math.min(y(at.share) + 22, 200)} className="sp-svg-end">{at.members} {memberNoun} bring {percent(at.share)}</text>
          </g>
        )}
        <text x={48} y={232} className="sp-svg-axis">largest</text><text x={448} y={232} textAnchor="end" className="sp-svg-axis">all {shares.length}</text>
      </svg>
    </ChartFrame>
  );
}

/** The running share of the sum, largest first; all zero when there is nothing to share. */
export function cumulativeShares(amounts: readonly number[]): number[] {
  const sorted = amounts.map((amount) => Math.max(0, amount)).sort((a, b) => b - a);
  const whole = sorted.reduce((sum, amount) => sum + amount, 0);
  let running = 0;
  return sorted.map((amount) => (whole === 0 ? 0 : (running += amount) / whole));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
