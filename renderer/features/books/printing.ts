import { type BookEntry, uniqueNames } from '#shared/briefings/books.ts';
import { fileNameOf } from '#shared/documents/document.ts';
import { counted } from '#shared/kernel/text.ts';
import type { PrintProblem } from '#shared/print/print.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { Bytes, FileToMake } from '#renderer/platform/platform.ts';
import { printClient } from '#renderer/workers/print-client.ts';
import { fingerprintOf, madeWith, noteCopy, shelf } from './shelf.ts';

/** Prints one book in the print worker and asks where to save it. */
export async function saveOne(planner: Planner, entry: BookEntry): Promise<void> {
  const document = madeWith(entry, shelf.getState().look, planner.now());
  const client = printClient();
  try {
    const printed = await planner.work({
      title: `Print ${entry.reader}`,
      run: async (report, signal) => {
        report({ doing: 'Laying out the pages', fraction: null });
        const job = client.print(document, { progress: (fraction) => { report({ doing: 'Drawing the pages', fraction }); } });
        signal.addEventListener('abort', () => { job.cancel(); });
        return job.result;
      },
    });
    if (printed === null) return;
    if (!printed.ok) { if (printed.problem.code !== 'cancelled') planner.tell('The book could not be printed: one of its links leads nowhere. Nothing was saved.', 'bad'); return; }
    const saved = await planner.platform.saveFile(fileNameOf(document), 'pdf', printed.value.bytes as Bytes);
    if (!saved.ok) return planner.tell('The book could not be saved. Choose another place.', 'bad');
    if (!saved.value) return;
    noteCopy(planner.summit.id, entry.key, { sheets: printed.value.sheets, fingerprint: fingerprintOf(document) });
    const flaws = problemText(printed.value.problems);
    planner.tell(`Saved ${saved.value.name ?? fileNameOf(document)}, ${counted(printed.value.sheets, 'page')}.${flaws}`, flaws === '' ? 'good' : 'bad');
  } finally {
    client.close();
  }
}

/** Prints books one by one into a folder that the planner chooses; cancelling keeps what is already saved. */
export async function saveMany(planner: Planner, entries: readonly BookEntry[]): Promise<void> {
  const { look } = shelf.getState();
  const madeAt = planner.now();
  const client = printClient();
  const flaws: PrintProblem[] = [];
  try {
    const done = await planner.work({
      title: `Print ${counted(entries.length, 'document')}`,
      run: async (report, signal) => {
        let saved = 0;
        const names = await namesOf(entries, (entry) => fileNameOf(madeWith(entry, look, madeAt)), (at) => { report({ doing: 'Gathering the documents', fraction: at / entries.length }); });
        const files = entries.map((entry, at): FileToMake => ({
          name: names[at] as string, kind: 'pdf',
          async make() {
            if (signal.aborted) throw new Cancelled();
            // Made again when its turn comes, so that only one document is in memory.
            const document = madeWith(entry, look, madeAt);
            const job = client.print(document, { progress: (share) => { report({ doing: `${saved + 1} of ${entries.length}: ${entry.reader}`, fraction: (saved + share) / entries.length }); } });
            signal.addEventListener('abort', () => { job.cancel(); });
            const printed = await job.result;
            if (!printed.ok) throw printed.problem.code === 'cancelled' ? new Cancelled() : new Error(`${entry.reader} could not be printed: one of its links leads nowhere.`);
            flaws.push(...printed.value.problems);
            noteCopy(planner.summit.id, entry.key, { sheets: printed.value.sheets, fingerprint: fingerprintOf(document) });
            return printed.value.bytes as Bytes;
          },
        }));
        try {
          return await planner.platform.saveFiles(files, (count) => { saved = count; });
        } catch (error) {
          if (error instanceof Cancelled) return null;
          throw error;
        }
      },
    });
    if (done === null) return;
    if (!done.ok) return planner.tell('Not every document could be saved. Choose another folder and save them again.', 'bad');
    if (!done.value) return;
    const text = problemText(flaws);
    planner.tell(`Saved ${counted(entries.length, 'document')}${done.value.folder === null ? '' : ` in ${done.value.folder}`}.${text}`, text === '' ? 'good' : 'bad');
  } finally {
    client.close();
  }
}

/** A hundred documents take a second or two to put together: the window is let in between. */
async function namesOf(entries: readonly BookEntry[], nameOf: (entry: BookEntry) => string, onNamed: (count: number) => void): Promise<string[]> {
  const names: string[] = [];
  for (const entry of entries) {
    names.push(nameOf(entry));
    onNamed(names.length);
    if (names.length % 5 === 0) await new Promise((resolve) => { setTimeout(resolve); });
  }
  return uniqueNames(names);
}

class Cancelled extends Error {}

function problemText(problems: readonly PrintProblem[]): string {
  const glyphs = problems.filter(({ code }) => code === 'missing-glyph').length;
  const long = problems.filter(({ code }) => code === 'page-overflows').length;
  return [glyphs === 0 ? '' : ` ${counted(glyphs, 'character')} could not be drawn and stand as framed codes.`, long === 0 ? '' : ` ${counted(long, 'page')} did not fit one sheet.`].join('');
}
