import { ChartFrame, type PictureFormat } from './chart-frame.tsx';
import { LevelLines } from './level-lines.tsx';
import { niceTicks } from './line-chart.tsx';

export type ScatterPoint = { readonly id: string; readonly label: string; readonly x: number; readonly y: number; /** Drawn in another shape and named; index into `marks`. */ readonly mark?: number };

export type ScatterChartProps = {
  readonly title: string;
  readonly summary: string;
  readonly points: readonly ScatterPoint[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xFormat: (value: number) => string;
  readonly yFormat: (value: number) => string;
  /** What the marked points have in common, each with its own shape and hue. At most two. */
  readonly marks: readonly string[];
  /** Amounts that differ by more than tenfold are spread evenly by a logarithmic axis. */
  readonly isXLogarithmic?: boolean;
  /** Dashed lines across, such as the quarters by which points are marked. */
  readonly xLines?: readonly number[];
  readonly yLines?: readonly number[];
  readonly activeId?: string | null;
  readonly onPick?: (id: string) => void;
  readonly onSave?: (svg: string, format: PictureFormat) => void;
};

const [left, right, top, bottom] = [52, 544, 12, 292];

/** Two measures of many members, one along and one up: what stands apart is marked by shape and named where there is room for the name. */
export function ScatterChart({ title, summary, points, xTitle, yTitle, xFormat, yFormat, marks, isXLogarithmic = false, xLines = [], yLines = [], activeId = null, onPick, onSave }: ScatterChartProps) {
  const xs = points.length === 0 ? [0, 1] : points.map(({ x }) => x);
  const isLog = isXLogarithmic && Math.min(...xs) > 0;
  const xTicks = (isLog ? decades : niceTicks)(Math.min(...xs), Math.max(...xs));
  const yTicks = niceTicks(0, Math.max(1, ...points.map(({ y }) => y)));
  const at = isLog ? ((scale) => (value: number) => scale(Math.log10(value)))(scaleOf(xTicks.map(Math.log10), left, right)) : scaleOf(xTicks, left, right);
  const up = scaleOf(yTicks, bottom, top);
  const named = namesThatFit(points, at, up);
  return (
    <ChartFrame title={title} summary={summary} {...(onSave && { onSave })} table={{ headings: ['Name', xTitle, yTitle, 'Mark'], rows: points.map(({ label, x, y, mark }) => [label, xFormat(x), yFormat(y), mark === undefined ? '' : (marks[mark] ?? '')]) }}>
      <svg viewBox="0 0 560 352" width="100%" role="img" aria-label={summary}>
        <LevelLines ticks={yTicks} left={left} right={right} up={up} words={yFormat} />
        {xTicks.map((tick) => <g key={tick}><line x1={at(tick)} x2={at(tick)} y1={bottom} y2={bottom + 5} className="sp-svg-grid" /><text x={at(tick)} y={bottom + 18} textAnchor="middle" className="sp-svg-axis">{xFormat(tick)}</text></g>)}
        {xLines.map((value) => <line key={value} x1={at(value)} x2={at(value)} y1={top} y2={bottom} className="sp-svg-even" />)}
        {yLines.map((value) => <line key={value} x1={left} x2={right} y1={up(value)} y2={up(value)} className="sp-svg-even" />)}
        {[...points].sort((a, b) => Number(a.mark !== undefined) - Number(b.mark !== undefined)).map(({ id, label, x, y, mark }) => (
          <g key={id} className="sp-svg-pick" data-on={onPick ? true : undefined} onClick={() => onPick?.(id)}>
            <title>{`${label}: ${xFormat(x)}, ${yFormat(y)}${mark === undefined ? '' : `, ${marks[mark] ?? ''}`}`}</title>
            {id === activeId && <circle cx={at(x)} cy={up(y)} r={10} className="sp-svg-ring" />}
            <Shape mark={mark} x={at(x)} y={up(y)} />
          </g>
        ))}
        {named.map(({ id, label, x, y, anchor }) => <text key={id} x={x} y={y} textAnchor={anchor} className="sp-svg-name">{label}</text>)}
        <text x={(left + right) / 2} y={bottom + 36} textAnchor="middle" className="sp-svg-label">{xTitle}</text>
        <text x={-(top + bottom) / 2} y={14} textAnchor="middle" transform="rotate(-90)" className="sp-svg-label">{yTitle}</text>
        {marks.map((words, mark) => <g key={words}><Shape mark={mark} x={left + 6 + mark * 220} y={bottom + 50} /><text x={left + 18 + mark * 220} y={bottom + 54} className="sp-svg-axis">{words}</text></g>)}
      </svg>
    </ChartFrame>
  );
}

function Shape({ mark, x, y }: { readonly mark: number | undefined; readonly x: number; readonly y: number }) {
  if (mark === 0) return <path d={`M${x} ${y - 7}L${x + 7} ${y + 5}L${x - 7} ${y + 5}Z`} className="sp-svg-hue-5" />;
  if (mark === 1) return <path d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`} className="sp-svg-hue-2" />;
  return <circle cx={x} cy={y} r={4} className="sp-svg-hue-1" fillOpacity={0.55} />;
}

type Name = { readonly id: string; readonly label: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

/** Names of marked points that do not run into one another; all names are on hover and in the table. */
function namesThatFit(points: readonly ScatterPoint[], at: (value: number) => number, up: (value: number) => number): Name[] {
  const placed: (Name & { readonly from: number; readonly to: number })[] = [];
  for (const { id, label, x, y, mark } of points) {
    if (mark === undefined) continue;
    const width = label.length * 6;
    const isLate = at(x) + 10 + width > right;
    const name = { id, label, x: at(x) + (isLate ? -10 : 10), y: up(y) + 4, anchor: isLate ? 'end' as const : 'start' as const, from: at(x) - (isLate ? 10 + width : -10), to: at(x) + (isLate ? -10 : 10 + width) };
    if (!placed.some((other) => Math.abs(other.y - name.y) < 13 && other.from < name.to && name.from < other.to)) placed.push(name);
  }
  return placed;
}

/** 1, 3, 10, 30 and so on, from at or below the lowest to at or above the highest. */
function decades(low: number, high: number): number[] {
  const ticks = Array.from({ length: 2 * (Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low))) + 1 }, (_, index) => (index % 2 === 0 ? 1 : 3) * 10 ** (Math.floor(Math.log10(low)) + Math.floor(index / 2)));
  const from = ticks.findLastIndex((tick) => tick <= low);
  const to = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, from), to < 0 ? undefined : to + 1);
}

function scaleOf(ticks: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (value) => from + ((value - low) / (high - low || 1)) * (to - from);
}
