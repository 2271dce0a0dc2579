import './charts.css';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconPhotoDown, IconTable } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { svgText } from './svg-text.ts';

export type ChartTable = { readonly headings: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] };

export type PictureFormat = 'svg' | 'png';

export type ChartFrameProps = {
  readonly title: string;
  /** One sentence that says what the picture shows; read aloud in its place. */
  readonly summary: string;
  readonly table: ChartTable;
  /** Receives the picture as a standalone SVG file's text, and as what it is to be saved. */
  readonly onSave?: (svg: string, format: PictureFormat) => void;
  readonly children: ReactNode;
};

/** Every picture: a title, what it says in words, its table twin, and saving as SVG or PNG. */
export function ChartFrame({ title, summary, table, onSave, children }: ChartFrameProps) {
  const titleId = useId();
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  function save(format: PictureFormat) {
    const svg = picture.current?.querySelector('svg');
    if (svg) onSave?.(svgText(svg), format);
  }
  return (
    <figure className="sp-chart" aria-labelledby={titleId}>
      <div className="sp-chart-head">
        <h3 id={titleId}>{title}</h3>
        <Tooltip label={asTable ? 'Show as a picture' : 'Show as a table'}><ActionIcon aria-label={`${title}: ${asTable ? 'show as a picture' : 'show as a table'}`} onClick={() => { setAsTable(!asTable); }}>{asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}</ActionIcon></Tooltip>
        {onSave && !asTable && <Tooltip label="Save as SVG"><ActionIcon aria-label={`${title}: save as SVG`} onClick={() => { save('svg'); }}><IconDownload size={16} /></ActionIcon></Tooltip>}
        {onSave && !asTable && <Tooltip label="Save as PNG"><ActionIcon aria-label={`${title}: save as PNG`} onClick={() => { save('png'); }}><IconPhotoDown size={16} /></ActionIcon></Tooltip>}
      </div>
      <figcaption className="sp-chart-summary">{summary}</figcaption>
      {asTable ? <TwinTable title={title} table={table} /> : <div ref={picture} className="sp-chart-picture">{children}</div>}
    </figure>
  );
}

// Made once: a format of its own for every numeral takes longer than drawing the table.
const numerals = new Intl.NumberFormat();

function TwinTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <div className="sp-chart-table" tabIndex={0} role="region" aria-label={`${title}: table`}>
      <table>
        <thead><tr>{table.headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
        <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column} data-number={typeof cell === 'number' || undefined}>{typeof cell === 'number' ? numerals.format(cell) : cell}</td>))}</tr>)}</tbody>
      </table>
    </div>
  );
}
