import { ok } from '#shared/kernel/result.ts';
import type { Disk } from '#renderer/platform/platform.ts';
import type { DiskJournal } from '#renderer/storage/disk-journal.ts';

/** The platform's disk as the journal that storage writes to. */
export function diskJournal(disk: Disk): DiskJournal {
  return {
    append: (summit, lines) => disk.append(summit, lines),
    async list() {
      const listed = await disk.journals();
      return listed.ok ? ok(listed.value.map(({ summit, lines, lastLine, damage }) => ({ summit, lines, lastLine, isDamaged: damage !== null }))) : listed;
    },
    async read(summit) {
      const read = await disk.readJournal(summit, 0);
      return read.ok ? ok(read.value.lines) : read;
    },
    replace: (summit, lines) => disk.replaceJournal(summit, lines),
  };
}
