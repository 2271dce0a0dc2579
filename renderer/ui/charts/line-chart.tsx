import { ChartFrame, type PictureFormat } from './chart-frame.tsx';
import { LevelLines } from './level-lines.tsx';

export type Line = { readonly label: string; readonly points: readonly (number | null)[]; readonly hue?: 1 | 2 | 3 | 4 | 5 | 6 };

export type LineChartProps = { readonly title: string; readonly summary: string; /** One a point, in order. */ readonly marks: readonly string[]; readonly lines: readonly Line[]; readonly format?: (value: number) => string; readonly onSave?: (svg: string, format: PictureFormat) => void };

/** Trends over a few periods; each line is named at its end, so that no legend in colours is needed. */
export function LineChart({ title, summary, marks, lines, format = (value) => value.toLocaleString(), onSave }: LineChartProps) {
  const values = lines.flatMap((line) => line.points.filter((point) => point !== null));
  const ticks = niceTicks(Math.min(0, ...values), Math.max(1, ...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (index: number) => 56 + (marks.length < 2 ? 0 : (index / (marks.length - 1)) * 312);
  const y = (value: number) => 172 - ((value - low) / (high - low || 1)) * 156;
  return (
    <ChartFrame title={title} summary={summary} {...(onSave ? { onSave } : {})} table={{ headings: ['', ...marks], rows: lines.map((line) => [line.label, ...line.points.map((point) => (point === null ? '' : point))]) }}>
      <svg viewBox="0 0 480 200" width="100%" role="img" aria-label={summary}>
        <LevelLines ticks={ticks} left={56} right={368} up={y} words={format} />
        {marks.map((mark, index) => <text key={mark} x={x(index)} y={192} textAnchor="middle" className="sp-svg-axis">{mark}</text>)}
        {lines.map((line, order) => {
          const known = line.points.flatMap((point, index) => (point === null ? [] : [{ at: x(index), up: y(point) }]));
          const last = known.at(-1);
          return (
            <g key={line.label} className={`sp-svg-line-${line.hue ?? ((order % 6) + 1)}`}>
              <polyline points={known.map(({ at, up }) => `${at},${up}`).join(' ')} className="sp-svg-line" />
              {known.map(({ at, up }) => <circle key={at} cx={at} cy={up} r={3} className="sp-svg-dot" />)}
              {last && <text x={last.at + 8} y={last.up + 4} className="sp-svg-end">{line.label}</text>}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

/** Four to six round steps that hold both ends. */
export function niceTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
