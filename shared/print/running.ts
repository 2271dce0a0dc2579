import type { Content } from './library.ts';
import { type Document, madeAtText } from '../documents/document.ts';
import type { Text } from '../documents/text.ts';
import type { PrintStyle } from './style.ts';
import type { Typesetter } from './typesetting.ts';

/** Head and foot of every sheet: title, reader, version, made-at, page of pages, confidentiality line. */
export function runningHead(document: Document, style: PrintStyle, type: Typesetter): Content {
  const { margins, colour, size, measure } = style;
  const look = { fontSize: size.tiny + 0.5, color: colour.muted, lineHeight: 0.95 };
  return {
    margin: [margins.left, 24, margins.right, 0],
    stack: [
      {
        columns: [
          { ...look, ...set(type, [{ text: document.title, bold: true }, `  ${document.summit}`]) },
          { ...look, ...set(type, document.reader), alignment: 'right', bold: true },
        ],
        columnGap: 12,
      },
      { canvas: [{ type: 'line', x1: 0, y1: 3, x2: measure, y2: 3, lineWidth: 0.4, lineColor: colour.rule }] },
    ],
  } as Content;
}

export function runningFoot(document: Document, style: PrintStyle, type: Typesetter, label: string, sheets: number): Content {
  const { margins, colour, size } = style;
  const look = { fontSize: size.tiny + 0.5, color: colour.muted, lineHeight: 0.95 };
  return {
    margin: [margins.left, 16, margins.right, 0],
    columns: [
      { ...look, ...set(type, document.confidentiality), bold: true },
      { ...look, ...set(type, `${document.version}  made ${madeAtText(document)}  page ${label} of ${sheets}`), alignment: 'right', width: 'auto' },
    ],
    columnGap: 12,
  } as Content;
}

/** What head and foot say, for the choice of fonts. */
export function runningTexts({ title, summit, reader, confidentiality, version }: Document): Text[] {
  return [title, summit, reader, confidentiality, version];
}

function set(type: Typesetter, text: Text): object {
  return { text: type.inlines(text, 80) };
}
