import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '#shared/kernel/text.ts';
import { type Instant, wallClock } from '#shared/kernel/time.ts';
import type { LoadProblem } from '#renderer/storage/load.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import { CopyList, ownZone } from './copy-list.tsx';
import type { Holds, LostSummit, Remains } from './lost.ts';
import { openSummitFile } from './open-summit-file.ts';
import { goOnWithout, open, type Phase, rebuild, restoreFromDisk, type Session } from './start.ts';

type LostProps = { readonly session: Session; readonly platform: Platform; readonly lost: readonly LostSummit[]; readonly isEmpty: boolean };

/** Shown instead of an empty application when the database lost what is known to have been there. */
export function Lost({ session, platform, lost, isEmpty }: LostProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const canRestore = lost.some(({ remains }) => remains.is === 'journal' || remains.is === 'copy');
  const names = new Map(lost.map(({ summit, name }) => [summit, name]));
  async function restore() {
    setBusy(true);
    setProblem(await restoreFromDisk(session, lost));
    setBusy(false);
  }
  return (
    <Screen title={isEmpty ? 'This window\'s database has been emptied' : `${counted(lost.length, 'summit is', 'summits are')} missing from this window's database`}>
      <p>Summit Planner did not do this: browsers reset a database when a disk fills up or an older version is started. {outlook(lost, platform.disk !== null)}</p>
      <ul className="sp-recovery-list">
        {lost.map(({ summit, name, remains }) => <li key={summit}><strong>{name}</strong><span>{described(remains)}</span></li>)}
      </ul>
      {problem && <p role="alert" className="sp-recovery-problem">{problem}</p>}
      <div className="sp-recovery-actions">
        {canRestore && <Button size="sm" loading={isBusy} data-autofocus onClick={() => void restore()}>Restore everything from disk</Button>}
        <Button size="sm" variant="default" onClick={() => void openSummitFile(session, platform, setProblem)}>Open a summit file…</Button>
        <Button size="sm" variant="subtle" onClick={() => void goOnWithout(session, lost)}>{lost.length === 1 ? 'Go on without it' : 'Go on without them'}</Button>
      </div>
      {platform.disk && <p className="sp-muted">What lies on disk stays there, whatever you choose, and is offered again at the next start.</p>}
      <KeptCopies session={session} platform={platform} names={names} refuse={setProblem} />
    </Screen>
  );
}

/** One sentence on how much is left of all of it. */
function outlook(lost: readonly LostSummit[], hasDisk: boolean): string {
  if (!hasDisk) return 'This edition keeps no second copy on disk.';
  if (lost.every(({ remains }) => remains.is === 'journal' && !remains.isTorn)) return 'Nothing saved is lost: the journal on disk holds all of it.';
  return 'This is what the disk still holds.';
}

function described(remains: Remains): string {
  switch (remains.is) {
    case 'journal':
      return `${holding(remains.holds)}. ${counted(remains.changes, 'saved change')}, the last on ${when(remains.lastAt)}: ${remains.lastLabel}.${remains.isTorn ? ' The end of the journal is damaged; everything before is whole.' : ''}`;
    case 'copy':
      return `${holding(remains.holds)}. From the newest whole copy, made on ${when(remains.copy.at as Instant)}; the journal is gone or damaged before that. What was changed later is not in it.`;
    case 'unreadable':
      return 'What lies on disk of it cannot be read, neither its journal nor a copy. Open your newest summit file of it.';
    case 'note':
      return `Last saved here on ${remains.savedAt.slice(0, 10)}. Open your newest summit file of it.`;
  }
}

function holding({ partners, people }: Holds): string {
  return `${counted(partners, 'partner')}, ${counted(people, 'person', 'people')}`;
}

function when(at: Instant): string {
  return wallClock(at, ownZone).replace('T', ' at ');
}

type DamagedProps = { readonly session: Session; readonly platform: Platform; readonly damaged: Extract<Phase, { is: 'damaged' }> };

export function Damaged({ session, platform, damaged }: DamagedProps) {
  const names = new Map([damaged, ...damaged.others].map(({ summit, name }) => [summit, name]));
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Screen title={`${damaged.name || 'This summit'} cannot be read here`}>
      <p>{explained(damaged.problem)} Nothing was changed.</p>
      {problem && <p role="alert" className="sp-recovery-problem">{problem}</p>}
      <div className="sp-recovery-actions">
        {damaged.isOnDisk && <Button size="sm" onClick={() => void rebuild(session, damaged.summit).then(setProblem)}>Rebuild it from the journal on disk</Button>}
        <Button size="sm" variant="default" onClick={() => void openSummitFile(session, platform, setProblem)}>Open a summit file…</Button>
        {damaged.others.map(({ summit, name }) => <Button key={summit} size="sm" variant="subtle" onClick={() => void open(session, summit)}>Open {name} instead</Button>)}
      </div>
      <KeptCopies session={session} platform={platform} names={names} refuse={setProblem} />
    </Screen>
  );
}

type KeptCopiesProps = { readonly session: Session; readonly platform: Platform; readonly names: ReadonlyMap<string, string>; readonly refuse: (text: string) => void };

function KeptCopies(props: KeptCopiesProps) {
  if (!props.platform.disk) return null;
  return (
    <section className="sp-recovery-copies">
      <h2>Copies kept on disk</h2>
      <p className="sp-muted">Whole copies of earlier moments. Opening one overwrites nothing.</p>
      <CopyList {...props} />
    </section>
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
    case 'stored-rows-missing':
      return `The database holds ${problem.found} of its ${problem.expected} rows of ${problem.table}.`;
    case 'stored-row-unreadable':
      return `A stored row is damaged (${problem.table}: ${problem.reason}).`;
  }
}
