import '#renderer/platform/no-eval.ts';
import { expose } from 'comlink';
import { type ImportProposal, importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import type { ImportOptions } from '#shared/exchange/intake/to-change.ts';
import type { Edit } from '#shared/kernel/change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { inParcels, readingReceiver, sendReading, type TakeRows } from './import-parcels.ts';

export type ReadingSaid = { readonly doing: string; readonly fraction: number };
type Post = (said: ReadingSaid) => void;
/** `ids` are those of new rows by the place of their record. */
type TakeEdits = (edits: readonly Edit[], ids: readonly (readonly [string, string])[]) => unknown;

/** What the files say stays here, so that what it changes is worked out without its records travelling back. */
let reading: FolderReading | null = null;
const received = readingReceiver();

const api = {
  /** The long lists of the reading go to `take`; what is returned is the rest of it. */
  async read(files: readonly SourceFile[], options: ReadOptions, post: Post, take: TakeRows): Promise<FolderReading> {
    reading = await readFolder(files, options, (doing, fraction) => { post({ doing, fraction }); });
    return sendReading(reading, take);
  },
  /** Rows of a reading of another worker, before the rest of it. */
  holdRows(...[file, list, rows]: Parameters<TakeRows>): void {
    received.take(file, list, rows);
  },
  holdRest(rest: FolderReading): void {
    reading = received.whole(rest);
  },
  /** What the import would change, and what in it may be there twice; its edits and the ids of new rows go to `take`. New rows take these ids in turn, minted in the window, so that they sort among its own. */
  async propose(snapshot: Snapshot, ids: readonly string[], options: ImportOptions, post: Post, take: TakeEdits): Promise<ImportProposal> {
    if (reading === null) throw new Error('nothing has been read');
    let next = 0;
    const mint = () => {
      const id = ids[next++];
      if (id === undefined) throw new Error('an import needs more ids than it has records');
      return id;
    };
    const proposal = importProposal(reading, snapshot, mint as MintId, options, post);
    await inParcels(proposal.change.edits, (edits) => take(edits, []));
    await inParcels([...proposal.ids], (places) => take([], places));
    return { ...proposal, change: { ...proposal.change, edits: [] }, ids: new Map() };
  },
};
export type ImportApi = typeof api;

expose(api);
