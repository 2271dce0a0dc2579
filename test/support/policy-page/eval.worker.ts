import { report } from './report.ts';

// What the policy must stop, also in a worker: code from text, and another site.
report(async () => {
  const outcomes: string[] = [];
  try {
    outcomes.push(String(new Function('return "text became code"')()));
  } catch {
    outcomes.push('code refused');
  }
  outcomes.push(await fetch('https://example.com/').then(() => 'site reached', () => 'site refused'));
  return outcomes;
});
