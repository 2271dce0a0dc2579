import type { Steps } from '#shared/kernel/steps.ts';

/** Of one spell of work on the window's own thread: short enough that no key or click waits for it. */
const spellMilliseconds = 8;

/** Lets the window draw and answer before going on. */
export function answering(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve); });
}

/** Does the work a few steps at a time; between them the window draws and answers. */
export async function inSpells<Outcome>(steps: Steps<Outcome>): Promise<Outcome> {
  let until = performance.now() + spellMilliseconds;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await answering();
    until = performance.now() + spellMilliseconds;
  }
}
