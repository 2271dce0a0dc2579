import type { LocalDate } from '../kernel/time.ts';
import type { Block, Coverage } from './coverage.ts';
import { type AgreementStage, stageText } from './stage.ts';

/** The coverage in plain words: the ground, or why there is none. */
export function coverageText(coverage: Coverage): string {
  switch (coverage.outcome) {
    case 'not-required': return 'No NDA required';
    case 'organisation': return `Covered by company ${span(coverage.until)}`;
    case 'person': return `Covered personally ${span(coverage.until)}`;
    case 'waived': return `Waived by ${coverage.approver || 'an unknown approver'}${coverage.until ? ` until ${coverage.until}` : ''}${coverage.reason ? `: ${coverage.reason}` : ''}`;
    case 'blocked': return blockText(coverage);
  }
}

/** What cures a block, as an instruction. */
export function cureText(block: Block): string {
  switch (block.why) {
    case 'unknown-person': return 'Name the person who attends.';
    case 'session-without-day': return 'Give the session a day.';
    case 'no-agreement':
      return block.partner === null ? 'Link the person to an organisation, or send a personal NDA.' : 'Send an NDA to the organisation, or waive with an approver.';
    case 'not-in-force': return cureOfStage(block.stage);
  }
}

function blockText(block: Block): string {
  switch (block.why) {
    case 'unknown-person': return 'Nobody knows who this person is';
    case 'session-without-day': return 'The session has no day yet';
    case 'no-agreement': return block.partner === null ? 'No organisation and no personal NDA' : 'No NDA';
    case 'not-in-force': return stageText(block.stage);
  }
}

function cureOfStage(stage: AgreementStage): string {
  switch (stage.stage) {
    case 'not-requested': case 'requested': return 'Send the NDA.';
    case 'sent': return 'Remind the partner to sign.';
    case 'partly-signed': return 'Countersign it and record the date.';
    case 'not-yet-effective': return 'Agree an earlier effective date, or waive with an approver.';
    case 'expired': return 'Renew it and record the new dates.';
    case 'waiver-ended': return 'Renew the waiver with an approver, or have an NDA signed.';
    case 'declined': case 'terminated': case 'voided': return 'Send a new NDA, or waive with an approver.';
    case 'unknown':
      if (stage.missing === 'expiry') return 'Look up the expiry date, or mark it evergreen.';
      return stage.missing === 'countersigned' ? 'Look up the countersigning date and record it.' : 'Read the agreement and confirm that it is in force.';
    case 'effective': case 'expiring': case 'evergreen': case 'waived': return 'Nothing to do.';
  }
}

function span(until: LocalDate | 'evergreen'): string {
  return until === 'evergreen' ? '(evergreen)' : `until ${until}`;
}
