import type { Content, createPdf } from 'pdfmake';

/** The printing library's own words, from its public entry: its folder of types has no counterpart that can be resolved. */
export type { Content, CustomTableLayout, TableCell } from 'pdfmake';
export type TDocumentDefinitions = Parameters<typeof createPdf>[0];
export type ContentText = Extract<Content, { text: unknown }>;
export type Column = Extract<Content, { columns: unknown }>['columns'][number];
export type CanvasElement = Extract<Content, { canvas: unknown }>['canvas'][number];
