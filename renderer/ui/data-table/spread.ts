import type { ShownColumn } from './use-rows.ts';

/** Pixels that a place has for a table in a window of some width, as frame.css and place.css lay it out: beside an open inspector, and without one. */
function roomIn(windowWidth: number): { readonly beside: number; readonly whole: number } {
  const [places, inspector, scrollbar] = [232, Math.min(440, Math.max(320, windowWidth * 0.3)), 16];
  return { beside: windowWidth - places - inspector - scrollbar, whole: windowWidth - places - scrollbar };
}

/** Wider than this many times its own width a column of words would stand too far from the next one. */
const mostSpread = 1.75;

/**
 * Columns of words share what a wide window has to spare, each by its width; those somebody has set keep theirs. A table that has room
 * beside the inspector keeps to that. The widths follow from the window alone: an inspector that opens or closes moves no column.
 */
export function spreadOver<Row>(windowWidth: number, columns: readonly ShownColumn<Row>[], mayGrow: (id: string) => boolean, besides: number): readonly ShownColumn<Row>[] {
  const total = columns.reduce((sum, { width }) => sum + width, besides);
  const { beside, whole } = roomIn(windowWidth);
  const spare = (total <= beside ? beside : whole) - total;
  const grows = ({ column }: ShownColumn<Row>) => column.kind === 'text' && mayGrow(column.id);
  const words = columns.filter(grows).reduce((sum, { width }) => sum + width, 0);
  if (spare <= 0 || words === 0) return columns;
  const factor = Math.min(mostSpread, 1 + spare / words);
  return columns.map((one) => (grows(one) ? { ...one, width: Math.round(one.width * factor) } : one));
}
