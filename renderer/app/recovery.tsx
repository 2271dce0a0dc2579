import { Button } from '@mantine/core';
import { useState } from 'react';
import { readLine } from '#shared/workspace/journal-line.ts';
import type { DiskJournalSummary } from '#renderer/storage/disk-journal.ts';
import type { LoadProblem } from '#renderer/storage/load.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import { CopyList } from './copy-list.tsx';
import type { Known } from './known-summits.ts';
import { openSummitFile } from './open-summit-file.ts';
import { forgetLost, type Phase, rebuild, restoreFromDisk, type Session } from './start.ts';

type LostProps = { readonly session: Session; readonly platform: Platform; readonly onDisk: readonly DiskJournalSummary[]; readonly noted: readonly Known[] };

/** Shown instead of an empty application when the database lost what is known to have been there. */
export function Lost({ session, platform, onDisk, noted }: LostProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  return (
    <Screen title="This window's database has been emptied">
      <p>Summit Planner did not do this; browsers reset a database when a disk fills up or an older version is started. {onDisk.length > 0 ? 'Nothing saved is lost: the journal on disk holds all of it.' : 'This edition keeps no second copy on disk.'}</p>
      <ul className="sp-recovery-list">
        {onDisk.map((journal) => {
          const last = journal.lastLine === null ? null : readLine(journal.lastLine);
          return <li key={journal.summit}><strong>{noted.find(({ summit }) => summit === journal.summit)?.name ?? 'A summit'}</strong><span>{journal.lines} saved changes{last?.ok ? `, the last on ${last.value.at.slice(0, 16).replace('T', ' at ')} UTC: ${last.value.label}` : ''}{journal.isDamaged ? '. Its end is damaged; everything before is whole' : ''}</span></li>;
        })}
        {noted.filter(({ summit }) => !onDisk.some((journal) => journal.summit === summit)).map(({ summit, name, savedAt }) => <li key={summit}><strong>{name}</strong><span>last saved here on {savedAt.slice(0, 10)}; open your newest summit file of it</span></li>)}
      </ul>
      {problem && <p role="alert" className="sp-recovery-problem">{problem}</p>}
      <div className="sp-recovery-actions">
        {onDisk.length > 0 && <Button size="sm" loading={isBusy} data-autofocus onClick={() => { setBusy(true); void restoreFromDisk(session, onDisk).then((refused) => { setProblem(refused); setBusy(false); }); }}>Restore everything from disk</Button>}
        <Button size="sm" variant="default" onClick={() => void openSummitFile(session, platform, setProblem)}>Open a summit file…</Button>
        {onDisk.length === 0 && <Button size="sm" variant="subtle" onClick={() => void forgetLost(session, noted)}>Go on without it</Button>}
      </div>
      <CopyList session={session} platform={platform} refuse={setProblem} />
    </Screen>
  );
}

type DamagedProps = { readonly session: Session; readonly platform: Platform; readonly damaged: Extract<Phase, { is: 'damaged' }> };

export function Damaged({ session, platform, damaged }: DamagedProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Screen title={`${damaged.name || 'This summit'} cannot be read here`}>
      <p>{explained(damaged.problem)} Nothing was changed.</p>
      {problem && <p role="alert" className="sp-recovery-problem">{problem}</p>}
      <div className="sp-recovery-actions">
        {damaged.isOnDisk && <Button size="sm" onClick={() => void rebuild(session, damaged.summit).then(setProblem)}>Rebuild it from the journal on disk</Button>}
        <Button size="sm" variant="default" onClick={() => void openSummitFile(session, platform, setProblem)}>Open a summit file…</Button>
      </div>
      <CopyList session={session} platform={platform} refuse={setProblem} />
    </Screen>
  );
}

export function Failed({ reason }: { readonly reason: string }) {
  return (
    <Screen title="Summit Planner could not start">
      <p>{reason}</p>
      <p>Your data was not touched. Close other windows of Summit Planner, then load this one again.</p>
      <div className="sp-recovery-actions"><Button size="sm" onClick={() => { location.reload(); }}>Load again</Button></div>
    </Screen>
  );
}

function Screen({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return <main className="sp-recovery"><div className="sp-recovery-card" role="alertdialog" aria-label={title}><h1>{title}</h1>{children}</div></main>;
}

function explained(problem: LoadProblem): string {
  switch (problem.code) {
    case 'summit-not-here':
      return 'The database does not hold it any more.';
    case 'stored-by-newer-version':
      return 'It was stored by a newer Summit Planner; update this one, then open it.';
    case 'stored-lines-missing':
      return `The database holds ${problem.found} of its ${problem.expected} saved changes.`;
    case 'stored-row-unreadable':
      return `A stored row is damaged (${problem.table}: ${problem.reason}).`;
  }
}
