import '#renderer/platform/no-eval.ts';
import { Button, MantineProvider, Modal, Select } from '@mantine/core';
import '@mantine/core/styles.css';
import { DateTime, Settings } from 'luxon';
import { Calendar, luxonLocalizer } from 'react-big-calendar';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { pageNonce } from '#renderer/ui/nonce.ts';

// Every violation is kept where the test reads it; the policy's own report is the judge.
const violations: string[] = [];
Object.assign(globalThis, { violations });
document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));

Settings.defaultZone = 'UTC';
const start = DateTime.fromISO('2026-11-24T10:00:00Z').toJSDate();
const end = DateTime.fromISO('2026-11-24T10:30:00Z').toJSDate();
const place = z.object({ room: z.string() }).parse({ room: 'Aurora' });

function Page() {
  return (
    <MantineProvider getStyleNonce={pageNonce}>
      <Button id="button" color="teal">
        Place
      </Button>
      <Select label="Room" data={[place.room, 'Borealis']} defaultValue={place.room} />
      <Calendar localizer={luxonLocalizer(DateTime, { firstDayOfWeek: 1 })} date={start} onNavigate={() => undefined} view="day" onView={() => undefined} events={[{ title: 'Ana meets Bo', start, end }]} style={{ height: 600 }} />
      <Modal opened onClose={() => undefined} title="Clear slot">
        A dialog locks scrolling with a style block of its own.
      </Modal>
    </MantineProvider>
  );
}

const workers: Record<string, () => Worker> = {
  highs: () => new Worker(new URL('./highs.worker.ts', import.meta.url), { type: 'module' }),
  cadical: () => new Worker(new URL('./cadical.worker.ts', import.meta.url), { type: 'module' }),
  breaks: () => new Worker(new URL('./breaks.worker.ts', import.meta.url), { type: 'module' }),
  pdfmake: () => new Worker(new URL('./pdfmake.worker.ts', import.meta.url), { type: 'module' }),
  eval: () => new Worker(new URL('./eval.worker.ts', import.meta.url), { type: 'module' }),
};

/** Runs one worker and gives its answer, or what went wrong in it. */
function askWorker(name: string): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = workers[name]?.();
    worker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data));
    worker?.addEventListener('error', (event) => resolve({ failed: event.message }));
  });
}
Object.assign(globalThis, { askWorker });

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
