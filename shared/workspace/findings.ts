import type { Finding, Severity } from '../kernel/finding.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Snapshot } from './snapshot.ts';

type FindingRule = (snapshot: Snapshot, today: LocalDate) => readonly Finding[];

/** Every rule book of the product. An area that gains findings is named here once. */
const ruleBooks: readonly FindingRule[] = [];

const bySeverity: Readonly<Record<Severity, number>> = { blocker: 0, warning: 1, advice: 2 };

/** Everything every rule has to say, worst first. */
export function allFindings(snapshot: Snapshot, today: LocalDate): Finding[] {
  return ruleBooks.flatMap((rules) => rules(snapshot, today)).sort((a, b) => bySeverity[a.severity] - bySeverity[b.severity]);
}
