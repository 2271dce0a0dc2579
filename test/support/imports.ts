import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { apply, type Change } from '#shared/kernel/change.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** Lists as they lie in a folder, by the name of their file. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

/** Reads a folder as one that is meant for a summit, and takes it. */
export async function imported(before: Snapshot, folder: Folder, options: ReadOptions = {}): Promise<{ readonly reading: FolderReading; readonly change: Change; readonly after: Snapshot }> {
  const files = Object.entries(folder).map(([name, said]) => ({ name, bytes: typeof said === 'string' ? new TextEncoder().encode(said) : said }));
  const reading = await readFolder(files, { ...readOptionsFor(before), ...options });
  const chance = seeded(1);
  const { change } = toChange(reading, before, mintFrom(() => chance.below(256)));
  return { reading, change, after: apply(before, change.edits) };
}

/** What a reading says of each row that is not taken as it stands. */
export function saidOf({ files }: FolderReading): string[] {
  return files.flatMap(({ issues }) => issues.map(({ line, disposition, code, field }) => `${line} ${disposition} ${code}${field === null ? '' : ` ${field}`}`));
}
