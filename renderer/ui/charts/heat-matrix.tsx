import { clipped } from './bar-list.tsx';
import { ChartFrame, type PictureFormat } from './chart-frame.tsx';

export type HeatCell = { readonly value: number; /** Written in the cell instead of the number. */ readonly words?: string; /** A gap: hatched and marked, not by shade alone. */ readonly gap?: boolean };

export type HeatMatrixProps = {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cell: (row: number, column: number) => HeatCell | null;
  readonly onPick?: (row: number, column: number) => void;
  readonly onSave?: (svg: string, format: PictureFormat) => void;
  /** The value that is drawn darkest; the largest there is when absent. */
  readonly full?: number;
};

/** A grid of shades with the number in each: load of rooms by hour, partners by segment and region. */
export function HeatMatrix({ title, summary, rows, columns, cell, onPick, onSave, full }: HeatMatrixProps) {
  const grid = rows.map((_, row) => columns.map((__, column) => cell(row, column)));
  const most = full ?? Math.max(1, ...grid.flat().map((one) => one?.value ?? 0));
  const width = Math.max(480, 128 + columns.length * 44);
  const side = (width - 128) / Math.max(1, columns.length);
  return (
    <ChartFrame title={title} summary={summary} {...(onSave ? { onSave } : {})} table={{ headings: ['', ...columns], rows: rows.map((label, row) => [label, ...columns.map((_, column) => grid[row]?.[column]?.words ?? grid[row]?.[column]?.value ?? '')]) }}>
      <svg viewBox={`0 0 ${width} ${28 + rows.length * 30}`} width="100%" role={onPick ? 'group' : 'img'} aria-label={summary}>
        {columns.map((label, column) => <text key={label} x={128 + (column + 0.5) * side} y={16} textAnchor="middle" className="sp-svg-axis">{clipped(label, Math.max(4, Math.floor(side / 6)))}</text>)}
        {rows.map((label, row) => (
          <g key={label}>
            <text x={120} y={28 + row * 30 + 19} textAnchor="end" className="sp-svg-label">{clipped(label, 20)}</text>
            {columns.map((heading, column) => {
              const one = grid[row]?.[column];
              if (!one) return <rect key={heading} x={128 + column * side + 1} y={28 + row * 30 + 1} width={side - 2} height={28} rx={2} className="sp-svg-track" />;
              const shade = Math.min(1, one.value / most);
              const name = `${label}, ${heading}: ${one.words ?? one.value}${one.gap ? ', a gap' : ''}`;
              const pick = onPick ? { role: 'button', tabIndex: 0, 'aria-label': name, onClick: () => { onPick(row, column); }, onKeyDown: (event: { key: string }) => { if (event.key === 'Enter' || event.key === ' ') onPick(row, column); } } : {};
              return (
                <g key={heading} className="sp-svg-pick" data-on={onPick ? true : undefined} {...pick}>
                  {!onPick && <title>{name}</title>}
                  <rect x={128 + column * side + 1} y={28 + row * 30 + 1} width={side - 2} height={28} rx={2} className="sp-svg-heat" fillOpacity={one.value === 0 ? 0.03 : 0.14 + shade * 0.86} />
                  {one.gap && <rect x={128 + column * side + 2} y={28 + row * 30 + 2} width={side - 4} height={26} rx={2} className="sp-svg-gap" />}
                  <text aria-hidden x={128 + (column + 0.5) * side} y={28 + row * 30 + 19} textAnchor="middle" className={`sp-svg-on-heat-${shade > 0.8 ? 'deep' : shade > 0.45 ? 'middle' : 'pale'}`}>{one.gap ? `! ${one.words ?? one.value}` : (one.words ?? one.value)}</text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
