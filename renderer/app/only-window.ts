/**
 * Resolves once this is the only window on the store: a second one waits until the first is closed. Two windows would each hold a
 * snapshot of their own, and the later write would silently win.
 */
export function onlyWindow(): Promise<void> {
  return new Promise((resolve, reject) => {
    void navigator.locks.request('summit-planner', { ifAvailable: true }, (lock) => {
      if (lock === null) {
        reject(new Error('Summit Planner is already open in another window. Close that one, then load this window again.'));
        return Promise.resolve();
      }
      resolve();
      return new Promise<void>(() => undefined);
    });
  });
}
