import type { SummitId } from '#shared/kernel/ids.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { DiskJournal } from '#renderer/storage/disk-journal.ts';

/** A disk journal that keeps its lines in memory and can be told to be full, for tests of what the window does about a disk. */
export function memoryDisk(): DiskJournal & { readonly files: Map<SummitId, string[]>; isFull: boolean } {
  const files = new Map<SummitId, string[]>();
  return {
    files,
    isFull: false,
    append(summit, lines) {
      if (this.isFull) return Promise.resolve(err({ code: 'disk-full', file: 'journal' }));
      files.set(summit, [...(files.get(summit) ?? []), ...lines]);
      return Promise.resolve(ok(null));
    },
    list: () => Promise.resolve(ok([...files].map(([summit, lines]) => ({ summit, lines: lines.length, lastLine: lines.at(-1) ?? null, isDamaged: false })))),
    read: (summit) => Promise.resolve(ok(files.get(summit) ?? [])),
    replace(summit, lines) {
      files.set(summit, [...lines]);
      return Promise.resolve(ok(null));
    },
  };
}
