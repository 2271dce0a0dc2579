import { ChartFrame, type PictureFormat } from './chart-frame.tsx';

export type Bar = { readonly label: string; readonly value: number; /** Words instead of the number. */ readonly words?: string; readonly target?: number; readonly hue?: 1 | 2 | 3 | 4 | 5 | 6 };

export type BarListProps = { readonly title: string; readonly summary: string; readonly bars: readonly Bar[]; /** Told in the table alone, where the picture would grow too tall. */ readonly more?: readonly Bar[]; readonly valueHeading?: string; readonly onSave?: (svg: string, format: PictureFormat) => void };

/** Names with bars, longest value deciding the scale; a tick marks the target where there is one. */
export function BarList({ title, summary, bars, more = [], valueHeading = 'Value', onSave }: BarListProps) {
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.target ?? 0)));
  const hasTargets = bars.some((bar) => bar.target !== undefined);
  const height = bars.length * 28 + 4;
  return (
    <ChartFrame title={title} summary={summary} {...(onSave ? { onSave } : {})} table={{ headings: ['Name', valueHeading, ...(hasTargets ? ['Target'] : [])], rows: [...bars, ...more].map((bar) => [bar.label, bar.words ?? bar.value, ...(hasTargets ? [bar.target ?? ''] : [])]) }}>
      <svg viewBox={`0 0 480 ${height}`} width="100%" role="img" aria-label={summary}>
        {bars.map((bar, index) => {
          const y = index * 28 + 4;
          const length = (bar.value / most) * 240;
          return (
            <g key={bar.label}>
              <text x={140} y={y + 14} className="sp-svg-label" textAnchor="end">{clipped(bar.label, 22)}</text>
              <rect x={152} y={y + 2} width={240} height={16} rx={2} className="sp-svg-track" />
              <rect x={152} y={y + 2} width={Math.max(length, 1)} height={16} rx={2} className={`sp-svg-hue-${bar.hue ?? 1}`} />
              {bar.target !== undefined && <line x1={152 + (bar.target / most) * 240} x2={152 + (bar.target / most) * 240} y1={y - 1} y2={y + 21} className="sp-svg-mark" />}
              <text x={400} y={y + 14} className="sp-svg-value">{bar.words ?? bar.value.toLocaleString()}</text>
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
