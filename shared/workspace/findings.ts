import { findings as agreementFindings } from '../agreements/findings.ts';
import { findings as awardFindings } from '../awards/findings.ts';
import { findings as commitmentFindings } from '../commitments/findings.ts';
import { findings as invitationFindings } from '../invitations/findings.ts';
import type { Finding, Severity } from '../kernel/finding.ts';
import type { LocalDate } from '../kernel/time.ts';
import { finished, type Steps } from '../kernel/steps.ts';
import { judging as judgingMeetings } from '../meetings/findings.ts';
import { mayHearBy } from '../meetings/may-hear.ts';
import { findings as summitFindings } from '../summit/findings.ts';
import { findings as partnerFindings } from '../partners/findings.ts';
import type { Snapshot } from './snapshot.ts';

type RuleBook = (snapshot: Snapshot, today: LocalDate) => readonly Finding[] | Steps<readonly Finding[]>;

/** Every rule book of the product. An area that gains findings is named here once; one that takes long gives them in steps. */
const ruleBooks: readonly RuleBook[] = [
  (snapshot) => summitFindings(snapshot, (id) => snapshot.executives.get(id)?.name ?? 'somebody'),
  partnerFindings,
  invitationFindings,
  agreementFindings,
  (snapshot) => judgingMeetings(snapshot, mayHearBy(snapshot)),
  awardFindings,
  commitmentFindings,
];

const bySeverity: Readonly<Record<Severity, number>> = { blocker: 0, warning: 1, advice: 2 };

/** Everything every rule has to say, worst first. */
export function allFindings(snapshot: Snapshot, today: LocalDate): Finding[] {
  return finished(judging(snapshot, today));
}

/** As `allFindings`, in steps, for a host with other things to do in between. */
export function* judging(snapshot: Snapshot, today: LocalDate): Steps<Finding[]> {
  const said: Finding[] = [];
  for (const rules of ruleBooks) {
    const found = rules(snapshot, today);
    said.push(...('next' in found ? yield* found : found));
    yield;
  }
  return worstFirst(said);
}

function worstFirst(said: readonly Finding[]): Finding[] {
  return [...said].sort((a, b) => bySeverity[a.severity] - bySeverity[b.severity]);
}
