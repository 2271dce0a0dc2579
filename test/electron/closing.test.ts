import { expect, test } from 'vitest';
import { closingOf } from '#electron/closing.ts';

function scene(facts: { isListening: boolean; forces?: boolean }) {
  const log: string[] = [];
  let due: (() => void) | null = null;
  const closing = closingOf({
    isWindowListening: () => facts.isListening,
    askWindow: () => log.push('asked the window'),
    close: () => log.push('closed'),
    askPlanner: async () => log.push('asked the planner') > 0 && (facts.forces ?? false),
    after: (_milliseconds, deed) => {
      due = deed;
      return () => (due = null);
    },
  });
  return { closing, log, timeRunsOut: () => due?.(), isWaiting: () => due !== null };
}

test('a window that has written everything is closed', () => {
  const { closing, log } = scene({ isListening: true });
  expect(closing.mayClose()).toBe(false);
  closing.answer('flushed');
  expect([log, closing.mayClose()]).toEqual([['asked the window', 'closed'], true]);
});

test('a page that never spoke holds nothing and closes at once', () => {
  expect(scene({ isListening: false }).closing.mayClose()).toBe(true);
});

test('closing twice asks the window once', () => {
  const { closing, log } = scene({ isListening: true });
  closing.mayClose();
  closing.mayClose();
  expect(log).toEqual(['asked the window']);
});

test('a planner who wants to stay stays, and may close later', () => {
  const { closing, log, isWaiting } = scene({ isListening: true });
  closing.mayClose();
  closing.answer('stay');
  expect([isWaiting(), closing.mayClose(), log]).toEqual([false, false, ['asked the window', 'asked the window']]);
});

test.each([[true, ['asked the window', 'asked the planner', 'closed']], [false, ['asked the window', 'asked the planner']]])('when the window does not answer the planner decides: close anyway is %s', async (forces, expected) => {
  const { closing, log, timeRunsOut } = scene({ isListening: true, forces });
  closing.mayClose();
  timeRunsOut();
  await Promise.resolve();
  await Promise.resolve();
  expect(log).toEqual(expected);
});

test('an agreement counts for one closing only', () => {
  const { closing } = scene({ isListening: true });
  closing.mayClose();
  closing.answer('flushed');
  expect([closing.mayClose(), closing.mayClose()]).toEqual([true, false]);
});
