import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A printed document as the tools of others read it. */
export function opened(bytes: Uint8Array) {
  const file = join(mkdtempSync(join(tmpdir(), 'print-')), 'document.pdf');
  writeFileSync(file, bytes);
  const run = (tool: string, ...rest: string[]) => execFileSync(tool, rest, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return {
    file,
    /** Throws, with what is wrong, when the file is not clean. */
    check: () => run('qpdf', '--check', file),
    /** The text of each sheet, blanks single. */
    sheets: () => run('pdftotext', '-enc', 'UTF-8', file, '-').split('\f').slice(0, -1).map((text) => text.replace(/\s+/g, ' ').trim()),
    /** The same in the order in which it is drawn, as a screen reader takes it. */
    drawn: () => run('pdftotext', '-raw', '-enc', 'UTF-8', file, '-').split('\f').slice(0, -1).map((text) => text.replace(/\s+/g, ' ').trim()),
    /** Title, author and the like, as `name: value` lines. */
    info: () => run('pdfinfo', '-rawdates', file),
    objects: () => JSON.parse(run('qpdf', '--json', file)) as PdfFile,
    fonts: () => run('pdffonts', file),
  };
}

export type PdfFile = {
  readonly outlines: readonly Outline[];
  readonly pages: readonly { readonly object: string; readonly label: null | { readonly '/S'?: string; readonly '/St'?: number; readonly '/P'?: string } }[];
  readonly pagelabels: readonly unknown[];
  readonly qpdf: readonly [unknown, Readonly<Record<string, { readonly value?: Readonly<Record<string, unknown>> }>>];
};
export type Outline = { readonly title: string; readonly destpageposfrom1: number; readonly kids: readonly Outline[] };
