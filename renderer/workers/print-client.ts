import { proxy, releaseProxy, wrap } from 'comlink';
import type { Document } from '#shared/documents/document.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Printed, PrintOptions, PrintRefusal } from '#shared/print/print.ts';
import type { PrintWorker } from './print.worker.ts';

export type PrintJob = {
  /** Refused as `printPdf` refuses, and with `cancelled` after `cancel()`. Rejects when the worker fails. */
  readonly result: Promise<Result<Printed, PrintRefusal | { readonly code: 'cancelled' }>>;
  cancel(): void;
};

/** Prints documents in one worker, one after the other, so that the window never stalls. */
export type PrintClient = {
  print(document: Document, options?: PrintOptions): PrintJob;
  /** Ends the worker and with it what is being printed. */
  close(): void;
};

/** `makeWorker` and `fontsAt` are given by tests; the application uses its own worker and the fonts beside its page. */
export function printClient(makeWorker: () => Worker = newWorker, fontsAt = new URL('fonts/', globalThis.document.baseURI).href): PrintClient {
  let press: Press | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const stop = () => {
    press?.end();
    press = null;
  };

  return {
    print(document, { progress = () => undefined, missingGlyphs } = {}) {
      let cancel: () => void = () => undefined;
      let over = false;
      const cancelled = new Promise<{ readonly ok: false; readonly problem: { readonly code: 'cancelled' } }>((resolve) => {
        cancel = () => resolve({ ok: false, problem: { code: 'cancelled' } });
      });
      const result = queue.then(async () => {
        if (over) return cancelled;
        press ??= startPress(makeWorker());
        const { remote, failed } = press;
        const told = proxy((share: number) => {
          if (!over) progress(share);
        });
        try {
          return await Promise.race([remote.print(document, fontsAt, missingGlyphs, told), cancelled, failed]);
        } catch (error) {
          stop();
          throw error;
        } finally {
          if (over) stop();
          over = true;
        }
      });
      queue = result.catch(() => undefined);
      return {
        result,
        cancel: () => {
          if (over) return;
          over = true;
          cancel();
        },
      };
    },
    close: stop,
  };
}

type Press = ReturnType<typeof startPress>;

function startPress(worker: Worker) {
  const remote = wrap<PrintWorker>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(`the print worker failed: ${event.message}`)));
  });
  failed.catch(() => undefined);
  return {
    remote, failed,
    end: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}

function newWorker(): Worker {
  return new Worker(new URL('./print.worker.ts', import.meta.url), { type: 'module', name: 'print' });
}
