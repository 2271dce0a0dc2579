import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from './library.ts';
import { movedToAnnex } from '../documents/annex.ts';
import type { Document } from '../documents/document.ts';
import { brokenKeys, marksOf, textsOf } from '../documents/reading.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { compose } from './compose.ts';
import type { Composer } from './composer.ts';
import { families, type FontSource, mainFamily } from './font-list.ts';
import { type FontShelf, stockedFor } from './font-shelf.ts';
import { runningFoot, runningHead, runningTexts } from './running.ts';
import { overflowing, type PlacedPage, placedPages, sheetLabels } from './sheets.ts';
import { type PrintStyle, styleOf } from './style.ts';
import { lettersOf, type MissingGlyph, typesetter } from './typesetting.ts';

export type Printed = {
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly pages: readonly PlacedPage[];
  /** What a planner should know before the copy goes out; empty when all is well. */
  readonly problems: readonly PrintProblem[];
};

export type PrintProblem =
  | { readonly code: 'missing-glyph'; readonly codePoint: string; readonly text: string }
  | { readonly code: 'page-overflows'; readonly page: string; readonly sheets: number };

export type PrintRefusal =
  | { readonly code: 'missing-glyphs'; readonly glyphs: readonly MissingGlyph[] }
  | { readonly code: 'broken-keys'; readonly doubled: readonly string[]; readonly dangling: readonly string[] };

export type PrintOptions = {
  /** From 0 to 1; drawing only, since the layout comes before the count of sheets is known. */
  readonly progress?: (share: number) => void;
  /** `mark` prints the framed code of a character no font has and reports it; `refuse` prints nothing. */
  readonly missingGlyphs?: 'mark' | 'refuse';
};

/**
 * Prints a document: the same document and fonts give the same bytes. Refused when two headings share a key or a link
 * leads nowhere, and, if asked, when a character has no glyph.
 */
export async function printPdf(document: Document, fonts: FontSource, { progress, missingGlyphs = 'mark' }: PrintOptions = {}): Promise<Result<Printed, PrintRefusal>> {
  const broken = brokenKeys(document.blocks);
  if (broken.doubled.length + broken.dangling.length > 0) return err({ code: 'broken-keys', ...broken });
  const shelf = await stockedFor(lettersOf([...textsOf(document.blocks), ...runningTexts(document)], document.language), fonts);
  const style = styleOf(document);
  let current = document;
  for (;;) {
    const sheet = await laidOut(current, style, shelf, progress);
    const { missing } = sheet.type;
    if (missingGlyphs === 'refuse' && missing.length > 0) return err({ code: 'missing-glyphs', glyphs: missing });
    const tooLong = overflowing(current.blocks, sheet.pages);
    const shorter = tooLong.length === 0 ? null : movedToAnnex(current, tooLong);
    if (shorter !== null) {
      current = shorter;
      continue;
    }
    const problems: PrintProblem[] = [
      ...missing.map((glyph) => ({ code: 'missing-glyph' as const, ...glyph })),
      ...sheet.pages.filter(({ key }) => tooLong.includes(key)).map(({ key, first, last }) => ({ code: 'page-overflows' as const, page: key, sheets: last - first + 1 })),
    ];
    return ok({ bytes: await sheet.bytes(), sheets: sheet.sheets, pages: sheet.pages, problems });
  }
}

/** One layout of the document. The bytes are made only when asked for. */
async function laidOut(document: Document, style: PrintStyle, shelf: FontShelf, progress: ((share: number) => void) | undefined) {
  const type = typesetter(shelf, document.language, { muted: style.colour.muted, link: style.colour.brand });
  const composer = composerFor(document, style, type);
  const content = compose(document.blocks, composer);
  let sheets = 0;
  let labels: string[] = [];
  const definition: TDocumentDefinitions = {
    ...frame(document, style),
    content,
    header: () => runningHead(document, style, type),
    // Called when the body is laid out, so the place of every page is known.
    footer: (sheet, count) => {
      if (sheets === 0) labels = sheetLabels(document.blocks, placedPages(document.blocks, composer.anchors, count), count);
      sheets = count;
      return runningFoot(document, style, type, labels[sheet - 1] ?? String(sheet), count);
    },
  };
  const press = loaded(shelf);
  press.setProgressCallback(progress ?? (() => undefined));
  const made = press.createPdf(definition);
  const pdf = await made.getStream();
  numberSheets(pdf, labels);
  return {
    type, sheets,
    pages: placedPages(document.blocks, composer.anchors, sheets),
    bytes: async () => new Uint8Array(await made.getBuffer()),
  };
}

function composerFor(document: Document, style: PrintStyle, type: Composer['type']): Composer {
  const marks = marksOf(document.blocks);
  const parents = new Map<string, string | null>();
  const open: { key: string; level: number }[] = [];
  for (const { key, level } of marks) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    parents.set(key, open.at(-1)?.key ?? null);
    open.push({ key, level });
  }
  const [first] = document.blocks;
  return {
    style, type, marks, compose,
    width: style.measure,
    anchors: new Map<string, Content>(),
    opening: first?.kind === 'page' ? first.key : null,
    parentOf: (key) => parents.get(key) ?? null,
  };
}

function frame(document: Document, style: PrintStyle): Omit<TDocumentDefinitions, 'content'> {
  const { margins, paper, size, colour } = style;
  const madeAt = new Date(document.madeAt);
  return {
    pageSize: paper,
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    defaultStyle: { font: mainFamily, fontSize: size.body, lineHeight: 0.93, color: colour.ink },
    version: '1.7',
    language: document.language,
    displayTitle: true,
    info: {
      title: `${document.title} – ${document.reader} ${document.version}`,
      author: document.author,
      subject: `${document.summit}. ${document.confidentiality}`,
      creator: 'Summit Planner', producer: 'Summit Planner',
      creationDate: madeAt, modDate: madeAt,
    },
  };
}

/** What the library does beyond its types: fonts held in memory, and the document before it is written. */
type Press = {
  readonly virtualfs: { existsSync(file: string): boolean; writeFileSync(file: string, bytes: Uint8Array): void };
  setFonts(fonts: object): void;
  setProgressCallback(callback: (share: number) => void): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy?(policy: (path: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getStream(): Promise<PdfKitDocument>; getBuffer(): Promise<Uint8Array> };
};
type PdfKitDocument = { readonly _root: { readonly data: Record<string, unknown> } };

/** The library with our fonts and no way to the network or the disk. */
function loaded(shelf: FontShelf): Press {
  const press = pdfmake as unknown as Press;
  for (const [file, bytes] of shelf.files) if (!press.virtualfs.existsSync(file)) press.virtualfs.writeFileSync(file, bytes);
  press.setFonts(Object.fromEntries(shelf.families.map((family) => [family, { ...families[family] }])));
  press.setUrlAccessPolicy(() => false);
  press.setLocalAccessPolicy?.(() => false);
  return press;
}

/** Page labels (ISO 32000-1, 12.4.2): the number a reader types is the number that is printed. */
function numberSheets({ _root }: PdfKitDocument, labels: readonly string[]): void {
  const plainCount = labels.every((label, at) => label === String(at + 1));
  _root.data['PageLabels'] = { Nums: plainCount ? [0, { S: 'D' }] : labels.flatMap((label, at) => [at, { P: new String(label) }]) };
}
