import type { Page } from 'playwright-core';

/** Does something while the page draws no frame and rings no timer, as on a busy machine; then everything held goes, in order, and the page goes on as usual. */
export async function whileTimersAreHeld(page: Page, deed: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    const { setTimeout, clearTimeout, requestAnimationFrame, cancelAnimationFrame } = globalThis;
    const held = new Map<number, () => void>();
    let next = 1_000_000_000;
    const hold = (run: () => void): number => {
      held.set(next, run);
      return next++;
    };
    Object.assign(globalThis, {
      setTimeout: hold,
      requestAnimationFrame: (draw: FrameRequestCallback) => hold(() => { draw(performance.now()); }),
      clearTimeout: (id: number) => { if (!held.delete(id)) clearTimeout(id); },
      cancelAnimationFrame: (id: number) => { if (!held.delete(id)) cancelAnimationFrame(id); },
      letGo: () => {
        Object.assign(globalThis, { setTimeout, clearTimeout, requestAnimationFrame, cancelAnimationFrame });
        for (const run of held.values()) run();
      },
    });
  });
  try {
    await deed();
  } finally {
    await page.evaluate(() => { (globalThis as unknown as { letGo: () => void }).letGo(); });
  }
}
