type LevelLinesProps = { readonly ticks: readonly number[]; readonly left: number; readonly right: number; readonly up: (value: number) => number; readonly words: (value: number) => string };

/** The level lines of a chart, each with its value at the left. */
export function LevelLines({ ticks, left, right, up, words }: LevelLinesProps) {
  return <>{ticks.map((tick) => <g key={tick}><line x1={left} x2={right} y1={up(tick)} y2={up(tick)} className="sp-svg-grid" /><text x={left - 8} y={up(tick) + 4} textAnchor="end" className="sp-svg-axis">{words(tick)}</text></g>)}</>;
}
