import { Cadical } from 'cadical-wasm';
import { report } from './report.ts';

report(async () => {
  const solver = await Cadical.create();
  solver.addClause([1, 2]);
  solver.addClause([-1]);
  return { status: solver.solve(), second: solver.value(2) };
});
