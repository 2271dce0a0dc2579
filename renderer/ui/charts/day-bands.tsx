import { useElementSize } from '@mantine/hooks';
import { clipped } from './bar-list.tsx';
import { ChartFrame, type PictureFormat } from './chart-frame.tsx';

export type Band = {
  /** Minutes after midnight; past 1,440 it is the night after. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Instead of the label where there is no room for it. */
  readonly short?: string;
  /** `quiet`: there anyway. `present`: of the kind that is drawn, there already. `new`: proposed. `free`: kept free. */
  readonly tone: 'quiet' | 'present' | 'new' | 'free';
  /** Marks inside the band, such as starts. */
  readonly ticks?: readonly number[];
  /** Under the label, such as how many; and less of it for a narrow band. */
  readonly words?: string;
  readonly fewWords?: string;
};

export type DayBandsProps = {
  readonly title: string;
  readonly summary: string;
  readonly days: readonly { readonly label: string; readonly bands: readonly Band[] }[];
  readonly onSave?: (svg: string, format: PictureFormat) => void;
};

const left = 84;
const narrowest = 700;
const margin = 20;
const rowHeight = 74;

/** Days side by side as lines of time, what fills them as bands. */
export function DayBands({ title, summary, days, onSave }: DayBandsProps) {
  // As wide as there is room, so that more of it shows more of each word.
  const { ref, width: room } = useElementSize();
  const right = Math.max(narrowest, room - margin);
  const all = days.flatMap(({ bands }) => bands);
  const from = Math.floor(Math.min(...all.map((band) => band.from), 8 * 60) / 60) * 60;
  const to = Math.ceil(Math.max(...all.map((band) => band.to), 18 * 60) / 60) * 60;
  const x = (minutes: number) => left + ((minutes - from) / (to - from)) * (right - left);
  const hours = Array.from({ length: (to - from) / 60 + 1 }, (_, index) => from + index * 60).filter((_, index, list) => list.length <= 13 || index % 2 === 0);
  return (
    <ChartFrame title={title} summary={summary} {...(onSave ? { onSave } : {})} table={{ headings: ['Day', 'From', 'To', 'What', 'How many'], rows: days.flatMap(({ label, bands }) => [...bands].sort((a, b) => a.from - b.from).map((band) => [label, clock(band.from), clock(band.to), band.label, band.words ?? ''])) }}>
      <div ref={ref}>
        <svg viewBox={`0 0 ${right + margin} ${24 + days.length * rowHeight}`} width="100%" role="img" aria-label={summary} className="sp-bands">
          {hours.map((hour) => <g key={hour}><line x1={x(hour)} x2={x(hour)} y1={20} y2={20 + days.length * rowHeight} className="sp-svg-grid" /><text x={x(hour)} y={12} textAnchor="middle" className="sp-svg-axis">{clock(hour)}</text></g>)}
          {days.map(({ label, bands }, row) => {
            const top = 26 + row * rowHeight;
            return (
              <g key={label}>
                <text x={left - 10} y={top + 32} textAnchor="end" className="sp-svg-label">{label}</text>
                {bands.map((band) => {
                  const width = Math.max(1, x(band.to) - x(band.from) - 1);
                  const isThin = band.tone === 'quiet' || band.tone === 'free';
                  // What runs beside a block lies along its foot, so that both can be read.
                  const isBeside = band.tone === 'quiet' && bands.some((other) => other.tone !== 'quiet' && other.from < band.to && band.from < other.to);
                  return (
                    <g key={`${band.tone}-${band.from}-${band.label}`}>
                      <title>{`${band.label}, ${clock(band.from)}–${clock(band.to)}${band.words ? `, ${band.words}` : ''}`}</title>
                      <rect x={x(band.from)} y={isBeside ? top + 38 : top} width={width} height={isBeside ? 20 : 58} rx={3} className={`sp-svg-band-${band.tone}`} />
                      {band.ticks?.map((tick) => <line key={tick} x1={x(tick) + 0.5} x2={x(tick) + 0.5} y1={top + 46} y2={top + 58} className="sp-svg-tick" />)}
                      <text x={x(band.from) + 6} y={top + (isBeside ? 52 : 17)} className={isThin ? 'sp-svg-axis' : 'sp-svg-end'}>{fitting(width - 10, 6.7, band.label, band.short)}</text>
                      {band.words !== undefined && !isBeside && <text x={x(band.from) + 6} y={top + 34} className="sp-svg-axis">{fitting(width - 10, 5.9, band.words, band.fewWords)}</text>}
                    </g>
                  );
                })}
              </g>
            );
          })}
        </svg>
      </div>
    </ChartFrame>
  );
}

/** The words where they fit, else the fewer ones, else as much as there is room for. */
function fitting(width: number, letter: number, words: string, fewer: string = words): string {
  const letters = Math.floor(width / letter);
  if (words.length <= letters) return words;
  return letters < 3 ? '' : clipped(fewer, letters);
}

function clock(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
