import type { SummitId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Why the disk refused; the codes are the bridge's, and `file` is the name of what could not be written or read. */
export type DiskProblem = { readonly code: string; readonly file?: string };

export type DiskJournalSummary = { readonly summit: SummitId; readonly lines: number; readonly lastLine: string | null; readonly isDamaged: boolean };

/** The second home of every change: a journal outside the browser's store. The browser edition has none. */
export type DiskJournal = {
  /** Resolves only after the lines are on the disk (append, then fsync). */
  append(summit: SummitId, lines: readonly string[]): Promise<Result<unknown, DiskProblem>>;
  list(): Promise<Result<readonly DiskJournalSummary[], DiskProblem>>;
  read(summit: SummitId): Promise<Result<readonly string[], DiskProblem>>;
  /** Begins a journal anew, keeping the old one beside it. */
  replace(summit: SummitId, lines: readonly string[]): Promise<Result<unknown, DiskProblem>>;
};
