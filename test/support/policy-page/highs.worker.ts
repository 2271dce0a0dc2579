import loadHighs from 'highs';
import wasm from 'highs/runtime?url';
import { report } from './report.ts';

report(async () => {
  const highs = await loadHighs({ locateFile: () => wasm });
  const solved = highs.solve('Maximize\n profit: 30 chairs + 50 tables\nSubject To\n carpentry: chairs + 2 tables <= 40\n finishing: 2 chairs + tables <= 50\nGenerals\n chairs tables\nEnd');
  return { status: solved.Status, objective: solved.ObjectiveValue };
});
