import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { booksOf, type MadeBook } from '#shared/briefings/books.ts';
import { bookKinds } from '#shared/briefings/reader.ts';
import { printPdf, type PrintRefusal } from '#shared/print/print.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { oneOf } from './call.ts';
import { filesWritten } from './export.ts';
import { loadSummit, saveFile, type Written } from './files.ts';
import { fontsIn } from './fonts.ts';
import type { Command, Surroundings } from './outcome.ts';

export const books: Command = {
  name: 'books',
  usage: 'summit books FILE.summit --out DIR [--kind executive|partner|cam|master|stage] [--for NAME] [--paper a4|letter]',
  shape: { words: ['the summit file'], values: ['out', 'kind', 'for', 'paper'], flags: [] },
  async run(call, surroundings) {
    const out = call.value('out');
    if (out === null) return err('books needs --out DIR');
    const kind = oneOf(call, 'kind', [...bookKinds, 'all'] as const, 'all');
    if (!kind.ok) return kind;
    const paper = oneOf(call, 'paper', ['a4', 'letter'], 'a4');
    if (!paper.ok) return paper;
    const file = await loadSummit(call.words[0] ?? '');
    if (!file.ok) return file;
    const reader = call.value('for');
    const made = booksOf(file.value.snapshot, { madeAt: surroundings.now, paper: paper.value }, { ...(kind.value !== 'all' && { kind: kind.value }), ...(reader !== null && { for: reader }) });
    if (made.length === 0) return err(reader === null ? 'there is no book to make: nobody meets anybody yet' : `there is no such book for “${reader}”; names are written as in the summit`);
    const saved = await saveBooks(made, out, surroundings);
    return saved.ok ? ok({ document: { files: saved.value.files, problems: saved.value.problems }, lines: [...filesWritten(saved.value.files), ...saved.value.problems], findings: saved.value.problems.length }) : saved;
  },
};

/** Prints documents one by one into a folder, so that only one is in memory. `problems` says what a reader would miss, such as characters no font has. */
export async function saveBooks(made: readonly MadeBook[], folder: string, { progress }: Pick<Surroundings, 'progress'>): Promise<Result<{ files: Written[]; problems: string[] }, string>> {
  const fonts = fontsIn(fontFolder());
  const files: Written[] = [];
  const problems: string[] = [];
  for (const [index, { kind, reader, fileName, document }] of made.entries()) {
    progress(`printing ${index + 1} of ${made.length}: ${fileName}`, index / made.length);
    const printed = await printPdf(document, fonts);
    if (!printed.ok) return err(`${fileName}: ${refusalText(printed.problem)}`);
    const saved = await saveFile(join(folder, fileName), printed.value.bytes, kind, { reader, pages: printed.value.sheets });
    if (!saved.ok) return saved;
    files.push(saved.value);
    problems.push(...printed.value.problems.map((problem) => `${fileName}: ${JSON.stringify(problem)}`));
  }
  return ok({ files, problems });
}

/** The fonts lie beside the bundled command line, or in the packages of the checkout that it runs from. */
function fontFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, '../fonts');
  return existsSync(built) ? built : join(here, '../../node_modules');
}

function refusalText(problem: PrintRefusal): string {
  return `it cannot be printed (${JSON.stringify(problem)})`;
}
