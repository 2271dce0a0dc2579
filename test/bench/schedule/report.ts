import { type Measured, type SizeName, sizeOf, type Standing } from './measured.ts';
import type { Repaired } from './repairs.ts';
import type { Stopped } from './stops.ts';

/** The best published for an instance by its name: weights, and breaks or that there is no plan. */
export type Known = { readonly weight: Readonly<Record<string, number>>; readonly breaks: Readonly<Record<string, number | 'infeasible'>> };

export type Everything = {
  readonly whole: readonly Measured[];
  /** Kind `breaks` by search alone, two seconds each. */
  readonly alone: readonly Measured[];
  readonly repeated: readonly { readonly name: string; readonly same: boolean }[];
  readonly repaired: readonly Repaired[];
  readonly stopped: readonly Stopped[];
  readonly payloadBytes: number;
};

/** An instance on a line: reached / best, proven or gap, seconds, memory. */
export function row(found: Measured, known: Known): string {
  const { name, kind, weight, bound, breaks, breaksBound, infeasible, core, coreText, placed, requests, proven, seconds, cpuSeconds, megabytes, faults } = found;
  const best = kind === 'weight' ? known.weight[name] : known.breaks[name];
  const reached = kind === 'weight' ? `weight ${weight} / ${best ?? '?'}, ${breaks} breaks` : infeasible ? `infeasible, core of ${core ?? '?'}, ${placed} of ${requests} placed${weight >= bound ? ', the most that fit' : `, at most ${bound}`} / ${best ?? '?'}` : `${breaks} breaks / ${best ?? '?'}, ${placed} of ${requests} placed`;
  const surety = proven || infeasible ? 'proven' : kind === 'weight' ? `gap ${percent(bound, weight)}` : `gap ${breaks - breaksBound}`;
  return [name.padEnd(28), reached.padEnd(46), surety.padEnd(12), `${seconds.toFixed(1)} s`.padStart(7), `${cpuSeconds.toFixed(1)} s of CPU`.padStart(14), `${megabytes.toFixed(0)} MB`.padStart(8), coreText ?? '', faults.length === 0 ? '' : `FAULTS ${faults.slice(0, 3).join('; ')}`].join('  ').trimEnd();
}

/** A repair on a line. */
export function repairRow({ name, after, firstMilliseconds, seconds, cpuSeconds, before, changed, fewest, otherRoom, placed, touched, weight, bound, proven, faults }: Repaired): string {
  return [`${name} after ${after}`.padEnd(40), `${changed} of ${before} changed / ${fewest}, ${otherRoom} in another room, ${placed} placed, ${touched} people`.padEnd(72), proven ? 'proven' : `gap ${percent(bound, weight)}`, `first ${firstMilliseconds.toFixed(0)} ms, ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of CPU)`, faults.length === 0 ? '' : `FAULTS ${faults.slice(0, 3).join('; ')}`].join('  ').trimEnd();
}

/** Each promise of the scheduler with what was reached, and whether that keeps it. */
export function* summary({ whole, alone, repeated, repaired, stopped, payloadBytes }: Everything, known: Known): Generator<string> {
  const summits = whole.filter(({ kind }) => kind === 'weight');
  const ofSize = (size: SizeName) => summits.filter((found) => sizeOf(found) === size);
  const faulty = whole.filter(({ faults }) => faults.length > 0);
  yield verdict('every plan lawful by the independent checker', faulty.length === 0, `${whole.length - faulty.length} of ${whole.length}`);

  for (const [size, budget] of [['S', 10], ['M', 30], ['L', 100]] as const) {
    if (ofSize(size).length > 0) yield atMost(`(1) first plan on ${size}`, ofSize(size), ({ firstPlanMilliseconds }) => firstPlanMilliseconds, budget, 'ms');
  }
  const gapAt = (standing: Standing, { bound }: Measured) => (standing === null ? 100 : (100 * (bound - standing.weight)) / Math.max(1, bound));
  const isTight = ({ name }: Measured) => name.includes('tight');
  if (ofSize('M').length > 0) yield atMost('(1) M after 1 s, off the final bound', ofSize('M'), (found) => gapAt(found.after.one, found), 0.2, '%', 3);
  const [tight, plain] = [ofSize('L').filter(isTight), ofSize('L').filter((found) => !isTight(found))];
  if (plain.length > 0) yield atMost('(1) L after 1 s, off the final bound', plain, (found) => gapAt(found.after.one, found), 0.3, '%', 3);
  if (tight.length > 0) yield atMost('(1) tight L after 3 s, off the final bound', tight, (found) => gapAt(found.after.three, found), 0.2, '%', 3);

  if (stopped.length > 0) {
    const [late, over] = [worst(stopped.map(({ afterStopMilliseconds }) => afterStopMilliseconds)), worst(stopped.map(({ overEffortMilliseconds }) => overEffortMilliseconds))];
    yield verdict('(1) the search stops within 100 ms of a cancel', late <= 100, `at most ${late.toFixed(0)} ms`);
    yield verdict('(1) efforts of 0.3 to 1.2 s are kept to within 100 ms, with the solver in the same thread', over <= 100, `at most ${over.toFixed(0)} ms over`);
  }

  for (const [size, budget] of [['S', 1], ['M', 5], ['L', 30]] as const) {
    const all = ofSize(size);
    if (all.length === 0) continue;
    const proven = all.filter(({ weightProvenAt }) => weightProvenAt !== null);
    yield verdict(`(2) weight proven on ${size} in ${budget} s`, all.every(({ weightProvenAt }) => (weightProvenAt ?? Infinity) <= budget), `${proven.length} of ${all.length} proven, slowest ${worst(proven.map(({ weightProvenAt }) => weightProvenAt ?? 0)).toFixed(1)} s${open(all)}`);
  }
  const below = summits.filter(({ name, weight }) => weight < (known.weight[name] ?? -Infinity));
  yield verdict('(2) weight of the published best or more', below.length === 0, below.length === 0 ? `all ${summits.length}` : below.map(({ name, weight }) => `${name} ${weight} of ${known.weight[name]}`).join(', '));

  for (const [size, budget] of [['S', 1], ['M', 1], ['L', 5]] as const) {
    const all = ofSize(size);
    if (all.length > 0) yield verdict(`(3) no breaks on ${size}, weight kept`, all.every(({ breaks, breaksReachedAt }) => breaks === 0 && breaksReachedAt <= budget), `${all.filter(({ breaks }) => breaks === 0).length} of ${all.length} without; fewest reached after at most ${worst(all.map(({ breaksReachedAt }) => breaksReachedAt)).toFixed(1)} s (budget ${budget})`);
  }
  if (summits.length > 0) {
    const shortOf = summits.map((found) => ({ found, share: shortOfKept(found) }));
    yield verdict('(3) then wishes kept after 5 s, within 5 % of the most that can be', shortOf.every(({ share }) => share <= wishesMayBeOff), `${shortOf.filter(({ share }) => share <= wishesMayBeOff).length} of ${summits.length}, at most ${percentOf(worst(shortOf.map(({ share }) => share)))} short; ${shortOf.map(({ found: { name, afterFive, missedBound }, share }) => `${name} ${percentOf(share)} (${afterFive?.missed ?? '?'} missed, bound ${missedBound ?? '?'})`).join(', ')}`);
  }
  yield* onBreaks(whole.filter(({ kind }) => kind === 'breaks'), alone, known);

  if (repaired.length > 0) {
    yield verdict('(5) first answer of a repair in 50 ms', repaired.every(({ firstMilliseconds }) => firstMilliseconds <= 50), `at most ${worst(repaired.map(({ firstMilliseconds }) => firstMilliseconds)).toFixed(0)} ms`);
    const off = repaired.filter(({ changed, fewest, weight, bound }) => changed > fewest + 2 || weight < bound);
    yield verdict('(5) at most two more changed than the fewest, at the exact weight, within 5 s', off.length === 0, `${repaired.length - off.length} of ${repaired.length}, ${repaired.filter(({ proven }) => proven).length} proven${off.length > 0 ? `; not: ${off.map(({ name, after }) => `${name} after ${after}`).join(', ')}` : ''}`);
    yield verdict('(5) pins never move, every repaired plan lawful', repaired.every(({ pinsMoved, faults }) => pinsMoved === 0 && faults.length === 0), `${repaired.length} repairs`);
  }

  const changing = repeated.filter(({ same }) => !same);
  yield verdict('(8) same problem, seed and budget, same bytes', changing.length === 0, changing.length === 0 ? `all ${repeated.length}` : changing.map(({ name }) => name).join(', '));
  for (const [size, budget] of [['M', 350], ['L', 1024]] as const) if (ofSize(size).length > 0) yield atMost(`(9) memory on ${size}`, ofSize(size), ({ megabytes }) => megabytes, budget, 'MB');
  yield verdict('(9) solver payload', payloadBytes <= 5e6, `${(payloadBytes / 1e6).toFixed(1)} MB of 5`);
}

const wishesMayBeOff = 0.05;

/** By which share fewer wishes are kept after five seconds than the bound on those missed leaves to keep; all of them where it is not known. */
function shortOfKept({ afterFive, missedBound }: Measured): number {
  if (afterFive === null || missedBound === null) return 1;
  return (afterFive.missed - missedBound) / Math.max(1, afterFive.wishes - missedBound);
}

function percentOf(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function* onBreaks(everything: readonly Measured[], alone: readonly Measured[], known: Known): Generator<string> {
  // What counting shows to be impossible as its file is written has no plan to reach, though one was published of the event.
  const isOut = ({ name, isCountedOut }: Measured) => isCountedOut && known.breaks[name] !== 'infeasible';
  const [out, all] = [everything.filter(isOut), everything.filter((found) => !isOut(found))];
  if (out.length > 0) yield* onImpossible(out);
  if (all.length === 0) return;
  const reaches = ({ name, breaks, spread, infeasible }: Measured) => { const best = known.breaks[name]; return best === 'infeasible' ? infeasible : best === undefined || (!infeasible && breaks === best && spread <= 2); };
  const settled = (found: Measured) => reaches(found) && (found.proven || found.infeasible);
  const not = all.filter((found) => !settled(found));
  const times = all.map(({ seconds }) => seconds).sort((a, b) => a - b);
  yield verdict('(3) published breaks reached and proven in 60 s', not.length === 0 && worst(times) <= 60, `${all.length - not.length} of ${all.length}; median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} s, slowest ${worst(times).toFixed(1)} s, ${times.filter((time) => time <= 10).length} within 10 s${not.length > 0 ? `; not: ${not.map(({ name }) => name).join(', ')}` : ''}`);
  const cored = all.filter(({ infeasible }) => infeasible);
  yield verdict('(3) infeasible ones with a core', cored.every(({ core }) => core !== null && core > 0), `${cored.length}, largest core ${worst(cored.map(({ core }) => core ?? 0))} requests`);
  const found = alone.filter(reaches);
  yield verdict('(3) by search alone in 2 s on two thirds', found.length * 3 >= alone.length * 2, `${found.length} of ${alone.length}`);
}

function* onImpossible(out: readonly Measured[]): Generator<string> {
  const told = out.filter(({ infeasible, core }) => infeasible && core !== null && core > 0);
  yield verdict('(3) impossible as written, by counting, though published with a plan: proven so, with a core', told.length === out.length, `${told.length} of ${out.length}, cores of ${Math.min(...told.map(({ core }) => core ?? 0))} to ${worst(told.map(({ core }) => core ?? 0))} requests`);
  const fitted = out.filter(({ weight, bound }) => weight >= bound);
  yield verdict('(3) then the most that fit, proven, in 60 s', fitted.length === out.length && worst(out.map(({ seconds }) => seconds)) <= 60, `${fitted.length} of ${out.length}, slowest ${worst(out.map(({ seconds }) => seconds)).toFixed(1)} s`);
}

function atMost(what: string, all: readonly Measured[], value: (found: Measured) => number, budget: number, unit: string, digits = 0): string {
  const most = worst(all.map(value));
  return verdict(what, most <= budget, `at most ${most.toFixed(digits)} ${unit} of ${budget} ${unit}, ratio ${(most / budget).toFixed(2)}`);
}

function verdict(what: string, isMet: boolean, facts: string): string {
  return `${isMet ? 'met    ' : 'NOT MET'}  ${what}: ${facts}`;
}

function open(all: readonly Measured[]): string {
  const gaps = all.filter(({ weightProvenAt }) => weightProvenAt === null).map(({ name, bound, weight }) => `${name} ${percent(bound, weight)}`);
  return gaps.length > 0 ? `; open: ${gaps.join(', ')}` : '';
}

function percent(bound: number, weight: number): string {
  return `${((100 * (bound - weight)) / Math.max(1, bound)).toFixed(2)} %`;
}

function worst(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
