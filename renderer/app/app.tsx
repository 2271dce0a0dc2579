import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Platform } from '#renderer/platform/platform.ts';
import { Desk } from './desk.tsx';
import { frame } from './frame-state.ts';
import { Frame } from './frame.tsx';
import { Lost, Damaged, Failed } from './recovery.tsx';
import { fetchScreen, fetchScreensWhenIdle } from './screens.ts';
import { SessionContext } from './session-context.ts';
import type { Phase, Session } from './start.ts';
import { Welcome } from './welcome.tsx';

type AppProps = { readonly platform: Platform; readonly begin: (show: (phase: Phase) => void) => Promise<Session> };

/** The window: what is shown follows from what the two homes of the data hold. */
export function App({ platform, begin }: AppProps) {
  const [phase, show] = useState<Phase>({ is: 'opening' });
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    // The place is fetched beside the summit; the other places once both are there.
    void fetchScreen(frame.getState().place);
    begin(show).then((session) => {
      setSession(session);
      fetchScreensWhenIdle();
    }, (thrown: unknown) => { show({ is: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) }); });
  }, [begin]);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  if (phase.is === 'failed') return <Failed reason={phase.reason} />;
  if (!session || phase.is === 'opening') return <div className="sp-opening" role="status">Opening…</div>;
  switch (phase.is) {
    case 'welcome':
      return <Welcome session={session} platform={platform} />;
    case 'lost':
      return <Lost session={session} platform={platform} lost={phase.lost} isEmpty={phase.isEmpty} />;
    case 'damaged':
      return <Damaged session={session} platform={platform} damaged={phase} />;
    case 'open':
      return (
        <SessionContext value={{ session, workspace: phase.workspace, notice: phase.notice }}>
          <Desk key={phase.workspace.getState().summit} workspace={phase.workspace} host={session.desk} platform={platform}>
            <Frame scheme={scheme} onSchemeChange={() => { setColorScheme(scheme === 'dark' ? 'light' : 'dark'); }} />
          </Desk>
        </SessionContext>
      );
  }
}
