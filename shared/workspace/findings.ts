import { findings as agreementFindings } from '../agreements/findings.ts';
import { findings as awardFindings } from '../awards/findings.ts';
import { findings as commitmentFindings } from '../commitments/findings.ts';
import { findings as invitationFindings } from '../invitations/findings.ts';
import type { Finding, Severity } from '../kernel/finding.ts';
import type { LocalDate } from '../kernel/time.ts';
import { findings as meetingFindings } from '../meetings/findings.ts';
import { mayHearBy } from '../meetings/may-hear.ts';
import { findings as summitFindings } from '../summit/findings.ts';
import { findings as partnerFindings } from '../partners/findings.ts';
import type { Snapshot } from './snapshot.ts';

type FindingRule = (snapshot: Snapshot, today: LocalDate) => readonly Finding[];

/** Every rule book of the product. An area that gains findings is named here once. */
const ruleBooks: readonly FindingRule[] = [
  (snapshot) => summitFindings(snapshot, (id) => snapshot.executives.get(id)?.name ?? 'somebody'),
  partnerFindings,
  invitationFindings,
  agreementFindings,
  (snapshot) => meetingFindings(snapshot, mayHearBy(snapshot)),
  awardFindings,
  commitmentFindings,
];

const bySeverity: Readonly<Record<Severity, number>> = { blocker: 0, warning: 1, advice: 2 };

/** Everything every rule has to say, worst first. */
export function allFindings(snapshot: Snapshot, today: LocalDate): Finding[] {
  return worstFirst(ruleBooks.flatMap((rules) => rules(snapshot, today)));
}

/** As `allFindings`, one rule book a step, for a host with other things to do in between. */
export function* judging(snapshot: Snapshot, today: LocalDate): Generator<undefined, Finding[], undefined> {
  const said: Finding[] = [];
  for (const rules of ruleBooks) {
    said.push(...rules(snapshot, today));
    yield;
  }
  return worstFirst(said);
}

function worstFirst(said: readonly Finding[]): Finding[] {
  return [...said].sort((a, b) => bySeverity[a.severity] - bySeverity[b.severity]);
}
