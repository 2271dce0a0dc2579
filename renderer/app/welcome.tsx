import { Button, TextInput } from '@mantine/core';
import { IconFileImport, IconMountain } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { newSummit } from '#shared/workspace/new-summit.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import { openSummitFile } from './open-summit-file.ts';
import { openSample } from './sample.ts';
import { beginSummit, type Session } from './start.ts';

/** The first screen of a machine that holds no summit yet. */
export function Welcome({ session, platform }: { readonly session: Session; readonly platform: Platform }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function begin(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return setProblem('Give the summit a name.');
    setProblem(await beginSummit(session, newSummit(name.trim(), session.desk.mint), 'New summit'));
  }
  async function sample() {
    setBusy(true);
    setProblem(await openSample(session));
    setBusy(false);
  }
  return (
    <main className="sp-welcome">
      <div className="sp-welcome-card">
        <IconMountain size={40} stroke={1.4} aria-hidden />
        <h1>Summit Planner</h1>
        <p>Plan and run a partner summit, wholly on this machine: who is invited, who may hear what, who meets whom, what was promised.</p>
        <form onSubmit={(event) => void begin(event)}>
          <TextInput label="Name of the summit" placeholder="Partner Summit 2027" size="sm" value={name} error={problem} autoFocus onChange={(event) => { setName(event.currentTarget.value); setProblem(null); }} />
          <Button type="submit" size="sm" fullWidth mt="sm">Begin a new summit</Button>
        </form>
        <div className="sp-welcome-more">
          <Button variant="default" size="sm" loading={isBusy} onClick={() => void sample()}>Look at the sample summit</Button>
          <Button variant="default" size="sm" leftSection={<IconFileImport size={16} />} onClick={() => void openSummitFile(session, platform, setProblem)}>Open a summit file…</Button>
        </div>
        <p className="sp-muted">Nothing leaves this machine unless you export it.</p>
      </div>
    </main>
  );
}
