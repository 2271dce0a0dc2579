/** What happens when the planner closes the window: it is asked to write everything first, and never closed over unsaved work without a question. */
export type Closing = {
  /** Called on each attempt to close. True: close now. */
  mayClose(): boolean;
  answer(answer: 'flushed' | 'stay'): void;
};

/** How long the window may take to write before the planner is asked, in milliseconds. */
export const patienceMs = 8000;

export function closingOf(actions: {
  /** False while the page has not spoken yet, or has crashed: nothing can be waiting in it. */
  isWindowListening: () => boolean;
  askWindow: () => void;
  close: () => void;
  /** The window does not answer: true to close all the same. */
  askPlanner: () => Promise<boolean>;
  after: (milliseconds: number, deed: () => void) => () => void;
}): Closing {
  let isAgreed = false;
  let cancelWait: (() => void) | null = null;

  function agree(): void {
    isAgreed = true;
    actions.close();
  }

  function wait(): void {
    cancelWait = actions.after(patienceMs, () => {
      cancelWait = null;
      void actions.askPlanner().then((isForced) => {
        if (isForced) agree();
      });
    });
  }

  return {
    mayClose() {
      if (isAgreed || !actions.isWindowListening()) {
        isAgreed = false; // the agreement was for this window; the next one is asked again
        return true;
      }
      if (cancelWait === null) {
        wait();
        actions.askWindow();
      }
      return false;
    },
    answer(answer) {
      if (cancelWait === null && answer === 'stay') return;
      cancelWait?.();
      cancelWait = null;
      if (answer === 'flushed') agree();
    },
  };
}
