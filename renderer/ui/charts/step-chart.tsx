import { ChartFrame, type PictureFormat } from './chart-frame.tsx';
import { LevelLines } from './level-lines.tsx';
import { niceTicks } from './line-chart.tsx';

/** A value that holds until the next one. `at` grows along the points. */
export type Step = { readonly at: number; readonly value: number };

export type StepLine = { readonly label: string; readonly steps: readonly Step[]; readonly hue: 1 | 2 | 3 | 4 | 5 | 6; readonly dashed?: boolean };

export type StepChartProps = {
  readonly title: string;
  readonly summary: string;
  /** The first two enclose the gap, which is shaded. */
  readonly lines: readonly StepLine[];
  /** Where the lines end now, and how far the axis reaches; both in units of `at`. */
  readonly now: number;
  readonly end: number;
  readonly unit: string;
  /** A level line to compare with. */
  readonly level?: { readonly label: string; readonly value: number } | null;
  /** Drawn for a narrow column. */
  readonly isCompact?: boolean;
  readonly format?: (value: number) => string;
  readonly onSave?: (svg: string, format: PictureFormat) => void;
};

// Made once: a format of its own for every numeral takes longer than drawing the chart.
const numerals = new Intl.NumberFormat();

const wide = { left: 52, right: 500, top: 14, bottom: 176, width: 620 } as const;
const compact = { left: 40, right: 236, top: 14, bottom: 136, width: 332 } as const;

/** Values that rise or fall by steps over time, with the gap between the first two. Draws what it is given: slow the feeding, not the chart. */
export function StepChart({ title, summary, lines, now, end, unit, level = null, isCompact = false, format = numerals.format, onSave }: StepChartProps) {
  const box = isCompact ? compact : wide;
  const values = [...lines.flatMap(({ steps }) => steps.map(({ value }) => value)), ...(level ? [level.value] : [])];
  // With nothing but a level to compare with, the axis begins at nothing.
  const [low, high] = [lines.some(({ steps }) => steps.length > 0) ? Math.min(...values, Infinity) : 0, Math.max(...values, -Infinity)];
  const room = Math.max(1, (high - low) * 0.08);
  const ticks = values.length === 0 ? [0, 1] : niceTicks(Math.max(0, low - room), high + room);
  const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (at: number) => box.left + (Math.min(at, end) / Math.max(end, 1e-9)) * (box.right - box.left);
  const y = (value: number) => box.bottom - ((value - least) / (most - least || 1)) * (box.bottom - box.top);
  const [lower, upper] = lines;
  const marks = niceTicks(0, end).filter((mark, index) => mark <= end && !(isCompact && index % 2 === 1));
  const labels = spread([
    ...lines.flatMap(({ label, steps, hue }) => { const last = steps.at(-1); return last ? [{ label, hue, at: y(last.value), words: format(last.value) }] : []; }),
    // Beside its line, where no other can cross it.
    ...(level ? [{ label: level.label, hue: null, at: y(level.value), words: format(level.value) }] : []),
  ]);
  return (
    <ChartFrame title={title} summary={summary} {...(onSave ? { onSave } : {})} table={tableOf(lines, unit)}>
      <svg viewBox={`0 0 ${box.width} ${box.bottom + 28}`} width="100%" role="img" aria-label={summary}>
        <LevelLines ticks={ticks} left={box.left} right={box.right} up={y} words={format} />
        {marks.map((mark) => <text key={mark} x={x(mark)} y={box.bottom + 20} textAnchor="middle" className="sp-svg-axis">{numerals.format(mark)} {unit}</text>)}
        {lower && upper && lower.steps.length > 0 && upper.steps.length > 0 && <path d={`${path(upper.steps, now, x, y)} ${path(lower.steps, now, x, y, true)} Z`} className="sp-svg-between" />}
        {level && <line x1={box.left} x2={box.right} y1={y(level.value)} y2={y(level.value)} className="sp-svg-even" />}
        {lines.map(({ label, steps, hue, dashed = false }) => steps.length > 0 && <path key={label} d={path(steps, now, x, y)} className={`sp-svg-line sp-svg-line-${hue}`} strokeDasharray={dashed ? '5 4' : undefined} />)}
        {labels.map(({ label, hue, at, words }) => <text key={label} x={box.right + 10} y={at + 4} className="sp-svg-end"><tspan className={hue === null ? 'sp-svg-axis' : `sp-svg-hue-${hue}`}>{hue === null ? '┄ ' : '■ '}</tspan>{label} {words}</text>)}
      </svg>
    </ChartFrame>
  );
}

/** A path along the steps up to `now`; backwards it closes the area under another. */
function path(steps: readonly Step[], now: number, x: (at: number) => number, y: (value: number) => number, backwards = false): string {
  const points = steps.flatMap(({ at, value }, index) => [[x(at), y(value)], [x(steps[index + 1]?.at ?? Math.max(now, at)), y(value)]] as const);
  const ordered = backwards ? [...points].reverse() : points;
  return ordered.map(([across, up], index) => `${index === 0 && !backwards ? 'M' : 'L'}${across.toFixed(1)} ${up.toFixed(1)}`).join(' ');
}

/** Labels that would lie over one another are moved apart, the upper one up. */
function spread<Label extends { readonly at: number }>(labels: readonly Label[]): Label[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const placed: Label[] = [];
  for (const label of sorted) {
    const above = placed.at(-1);
    placed.push(above && label.at - above.at < 16 ? { ...label, at: above.at + 16 } : label);
  }
  return placed;
}

/** One row for every moment at which a line changes, with what all of them are then. */
function tableOf(lines: readonly StepLine[], unit: string) {
  const walks = lines.map(({ steps }) => walkAlong(steps));
  const moments = [...new Set(lines.flatMap(({ steps }) => steps.map(({ at }) => at)))].sort((a, b) => a - b);
  return {
    headings: [`After (${unit})`, ...lines.map(({ label }) => label)],
    rows: moments.map((moment) => [Number(moment.toFixed(2)), ...walks.map((valueAt) => valueAt(moment))]),
  };
}

/** What holds at each moment, asked in order: one walk along the steps, since a long run has thousands and is drawn four times a second. */
function walkAlong(steps: readonly Step[]): (moment: number) => number | '' {
  let next = 0;
  return (moment) => {
    while ((steps[next]?.at ?? Infinity) <= moment) next += 1;
    return steps[next - 1]?.value ?? '';
  };
}
