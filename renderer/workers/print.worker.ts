import '#renderer/platform/no-eval.ts';
import { expose, transfer } from 'comlink';
import type { Document } from '#shared/documents/document.ts';
import type { FontSource } from '#shared/print/font-list.ts';
import { type Printed, printPdf, type PrintOptions, type PrintRefusal } from '#shared/print/print.ts';
import type { Result } from '#shared/kernel/result.ts';

export type PrintWorker = {
  /** `fontsAt` is the address of the folder of fonts on the application's own server, with a slash at its end. */
  print(document: Document, fontsAt: string, missingGlyphs: PrintOptions['missingGlyphs'], progress: (share: number) => void): Promise<Result<Printed, PrintRefusal>>;
};

const worker: PrintWorker = {
  async print(document, fontsAt, missingGlyphs, progress) {
    const printed = await printPdf(document, fontsFrom(fontsAt), { progress: everyHundredth(progress), ...(missingGlyphs === undefined ? {} : { missingGlyphs }) });
    return printed.ok ? transfer(printed, [printed.value.bytes.buffer]) : printed;
  },
};

expose(worker);

const read = new Map<string, Promise<Uint8Array>>();

function fontsFrom(folder: string): FontSource {
  return (file) => {
    const bytes = read.get(file) ?? fetched(new URL(file, folder));
    read.set(file, bytes);
    return bytes;
  };
}

async function fetched(address: URL): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the font ${address.pathname} cannot be read (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The printer reports every drawn item, thousands a second; a message between threads each would slow it down. */
function everyHundredth(progress: (share: number) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    if (share - told < 0.01 && share < 1) return;
    told = share;
    progress(share);
  };
}
