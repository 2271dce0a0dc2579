/** Runs a deed in a worker and posts its answer with the policy violations the worker saw. */
export function report(deed: () => Promise<unknown>): void {
  const violations: string[] = [];
  self.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  void deed()
    .then(
      (answer) => ({ answer }),
      (thrown: unknown) => ({ failed: String(thrown) }),
    )
    // The report of a violation is a task of its own: let it arrive first.
    .then((outcome) => setTimeout(() => self.postMessage({ ...outcome, violations }), 50));
}
