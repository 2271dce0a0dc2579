import './platform/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { mintFrom } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { App } from './app/app.tsx';
import { onlyWindow } from './app/only-window.ts';
import { session, start } from './app/start.ts';
import { thisPlatform } from './platform/this-platform.ts';
import { UiProvider } from './ui/ui-provider.tsx';

const mint = mintFrom(chanceByte(), Date.now);
const clock = clockOf(new URLSearchParams(location.search).get('now'));

const platform = await thisPlatform();
void platform.persistStorage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <UiProvider>
      <App
        platform={platform}
        begin={async (show) => {
          await onlyWindow();
          const opened = await session(platform.disk, clock, mint, () => 'Planner', show);
          await start(opened);
          return opened;
        }}
      />
    </UiProvider>,
  );
}

/** Bytes of chance from a pool: one ask for each would take 50 ms for the ids of a plan of 2,500 meetings. */
function chanceByte(): () => number {
  const pool = new Uint8Array(4096);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      crypto.getRandomValues(pool);
      next = 0;
    }
    return pool[next++] ?? 0;
  };
}

/** The clock; `?now=` sets it for demonstrations, and it runs on from there. */
function clockOf(asked: string | null): () => Instant {
  const offset = asked && !Number.isNaN(Date.parse(asked)) ? Date.parse(asked) - Date.now() : 0;
  return () => new Date(Date.now() + offset).toISOString() as Instant;
}
