import type { AppFacts, EventOf, JournalDamage, JournalSummary, LeftOut, RecentSummit, SnapshotReason, SnapshotSummary } from '#shared/bridge/contract.ts';
import type { FileKind } from '#shared/bridge/file-kind.ts';
import type { MenuModel } from '#shared/bridge/menu-model.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export type OpenedFile = { readonly name: string; readonly bytes: Bytes };
export type FileToMake = { readonly name: string; readonly kind: FileKind; readonly make: () => Promise<Bytes> };
type Answer<Value> = Promise<Result<Value, BridgeProblem>>;

/** What the host can do for the window, the same in both editions. A null answer means the planner cancelled. */
export type Platform = {
  readonly facts: AppFacts;
  /** The journals and snapshots on disk; null where there is no disk. */
  readonly disk: Disk | null;
  /** `name` is null where the host cannot know: a browser does not say what became of a download. */
  saveFile(name: string, kind: FileKind, bytes: Bytes): Answer<{ name: string | null } | null>;
  /** Asks for one folder, then makes and saves the files one by one, so that only one is in memory. Stops at the first problem. */
  saveFiles(files: readonly FileToMake[], onSaved: (saved: number) => void): Answer<{ folder: string | null } | null>;
  openFiles(kinds: readonly FileKind[], many: boolean): Answer<readonly OpenedFile[] | null>;
  openFolder(kinds: readonly FileKind[]): Answer<{ name: string; files: readonly OpenedFile[]; leftOut: readonly LeftOut[] } | null>;
  /** Files the system hands over: a double click, a second launch. The listener hears of those waiting, too. */
  onFilesGiven(listener: (files: readonly OpenedFile[], refused: readonly LeftOut[]) => void): () => void;
  openLink(url: string): Answer<boolean>;
  showProgress(fraction: number | null): void;
  showMenu(model: MenuModel): void;
  onMenuChosen(listener: (chosen: EventOf<'menu-chosen'>) => void): () => void;
  recentSummits(): Promise<readonly RecentSummit[]>;
  noteRecent(summit: SummitId, name: string): Promise<void>;
  /** Before the window closes: write everything; false keeps it open. In a browser the page can only be held back while `holdOpen(true)`. */
  onClosing(flush: () => Promise<boolean>): () => void;
  holdOpen(isHeld: boolean): void;
  /** Asks the browser store to survive a full disk. True when granted. */
  persistStorage(): Promise<boolean>;
};

export type Disk = {
  /** Resolves once the lines are on the disk. */
  append(summit: SummitId, lines: readonly string[]): Answer<{ lines: number }>;
  journals(): Answer<readonly JournalSummary[]>;
  /** All sound lines from the given one on. */
  readJournal(summit: SummitId, from: number): Answer<{ lines: readonly string[]; damage: JournalDamage | null }>;
  replaceJournal(summit: SummitId, lines: readonly string[]): Answer<{ lines: number }>;
  writeSnapshot(summit: SummitId, reason: SnapshotReason, bytes: Bytes): Answer<SnapshotSummary>;
  snapshots(): Answer<readonly SnapshotSummary[]>;
  readSnapshot(snapshot: Pick<SnapshotSummary, 'summit' | 'id'>): Answer<Bytes>;
};
