import { isRangeOfNumbers, outOfIn } from '#shared/exchange/recognise/out-of.ts';
import type { Disposition, ReasonCode } from '#shared/exchange/intake/reading.ts';

/** What each reason code says to a planner. */
const reasons: Readonly<Record<ReasonCode, string>> = {
  ACCOUNT_MISSING: 'The person names no organisation', ACCOUNT_MISSPELT: 'It resembles a known organisation', ACCOUNT_UNKNOWN: 'The organisation is not known',
  BAD_DURATION: 'A meeting lasts 20, 30, 45 or 60 minutes', BLANK_ROW: 'The line is blank', CONFLICT_OF_INTEREST: 'The judge scores the own organisation', CURRENCY_MISMATCH: 'Another currency than the column',
  DATE_ORDER: 'The dates are in the wrong order', DAY_OUTSIDE_SUMMIT: 'It is no day of the summit', DAY_UNCLEAR: 'Which day of the summit is meant cannot be told: write its date', DUPLICATE_CRITERION: 'The criterion of an earlier line',
  DUPLICATE_EMAIL: 'The same e-mail as an earlier line', DUPLICATE_EXACT: 'The same as an earlier line', DUPLICATE_ID: 'The same id as an earlier line', DUPLICATE_ID_CONFLICT: 'The id of an earlier line, other values',
  DUPLICATE_NAME: 'The same name as an earlier line', DUPLICATE_NOMINATION: 'The nomination of an earlier line', DUPLICATE_REQUEST: 'The request of an earlier line',
  DUPLICATE_SCORE: 'The score of an earlier line', END_BEFORE_START: 'It ends before it starts', EXPIRY_UNKNOWN: 'Executed, and no last day is said', FIGURE_CONFLICT: 'Another number for the same period', FIGURE_NOT_KEPT: 'No field holds it, or another stands for it', FIGURE_REPEATED: 'The same figures as an earlier line', FIGURE_UNKNOWN: 'Not the name of a figure', FOOTER_ROW: 'A footer of the report', GUEST_WITHOUT_NAME: 'A guest without a name: nobody yet',
  ID_NAME_CONFLICT: 'Id and name are of different organisations', IMPOSSIBLE_DATE: 'There is no such day', INVALID_EMAIL: 'Not an e-mail address', INVITATION_MISSING: 'The partner has no invitation', INVITATION_STAGE: 'The invitation is not accepted', MISSING_CITATION: 'No citation',
  MISSING_CURRENCY: 'An amount without a currency', MISSING_EMAIL: 'No e-mail address', MISSING_ID: 'No id; referred to by its name', MISSING_NAME: 'The name that makes the row is empty', NEGATIVE_AMOUNT: 'The amount is below zero',
  NOT_AN_NDA: 'Another document, by its subject', NOT_A_NUMBER: 'Text where a number belongs', ONLY_A_NAME: 'Only a name, in the last line: a record, unless it is a footer', OUT_OF_RANGE: 'Outside the range of this column', PERIOD_MISSING: 'The newest twelve months have a gap', PERIOD_UNKNOWN: 'Not a month, quarter, half or year', PHONE_DAMAGED: 'A spreadsheet damaged the phone number', REGISTRATION_CANCELLED: 'Cancelled, refunded or passed on', REGISTRATION_PENDING: 'The registration is not finished', REGISTRATION_UNDATED: 'No day on which it was made', ROOM_NOT_CONFIDENTIAL: 'An NDA session in an unsuitable room',
  ROOM_OVERLAP: 'Two sessions in one room at once', SCALE_UNCLEAR: 'Out of how many is not said here, and is said in the lines around it', STATUS_CONTRADICTS_DATES: 'The status word and the dates disagree', TEXT_CUT: 'The list of long texts is wanting', TOTALS_ROW: 'A line of totals', TWO_EMAILS: 'Two addresses in a cell; the first counts',
  UNKNOWN_CATEGORY: 'The award category is not known', UNKNOWN_CRITERION: 'The category has no such criterion', UNKNOWN_CURRENCY: 'Not a currency', UNKNOWN_HOST: 'The host is not known', UNKNOWN_JUDGE: 'The judge is not known',
  UNKNOWN_NOMINATION: 'The nomination is not known, or several are called so: write its id', UNKNOWN_PARTNER: 'The partner is not known', UNKNOWN_PERSON: 'The named sponsor is no executive', UNKNOWN_REFERENCE: 'It refers to a row that is not known', UNKNOWN_ROOM: 'The room is not known', UNKNOWN_VALUE: 'A word this column does not have',
  USED_EXCEEDS_ALLOCATED: 'More MDF used than allocated', VALUE_MISSING: 'A new row needs this value', WEIGHTS_NOT_100: 'The weights of the category do not total 100 %', ZERO_LENGTH: 'It ends when it starts',
};

/** Reasons for which a cell counts as empty; with the others the row is taken as it stands. */
const leavesOut: ReadonlySet<ReasonCode> = new Set(['IMPOSSIBLE_DATE', 'NOT_A_NUMBER', 'OUT_OF_RANGE', 'INVALID_EMAIL', 'UNKNOWN_VALUE', 'UNKNOWN_CURRENCY', 'CURRENCY_MISMATCH', 'PHONE_DAMAGED', 'DAY_OUTSIDE_SUMMIT', 'DAY_UNCLEAR', 'SCALE_UNCLEAR', 'BAD_DURATION', 'UNKNOWN_ROOM', 'UNKNOWN_REFERENCE', 'FIGURE_CONFLICT']);

/** What else the reason leads to than its cell being left out or taken. */
const ownOutcomes: Readonly<Partial<Record<ReasonCode, string>>> = {
  ACCOUNT_MISSPELT: 'Taken: link it under Duplicates', ID_NAME_CONFLICT: 'Taken: the id decides',
  PERIOD_MISSING: 'An older whole year is taken, or none', INVITATION_MISSING: 'The person is taken', INVITATION_STAGE: 'The person is taken, no step is',
  REGISTRATION_CANCELLED: 'Nothing changes: decide in Invitees', REGISTRATION_PENDING: 'The person is taken, no step is', REGISTRATION_UNDATED: 'The person is taken, no step is',
};

/** What an import does with a row that has a reason, and how the planner gets more out of it. */
export function outcomeText(disposition: Disposition, code: ReasonCode): string {
  switch (disposition) {
    case 'flag': return ownOutcomes[code] ?? (leavesOut.has(code) ? 'Taken, this value left empty' : 'Taken as it stands');
    case 'duplicate': return 'Not taken: an earlier line is';
    case 'reject': return 'Not taken: mend the value here';
    case 'skip': return code === 'FIGURE_NOT_KEPT' ? 'Left out: nowhere to keep it' : 'Left out: no record';
    case 'accept': return 'Taken';
  }
}

/** `value`: the cell as it stands; what is wrong with it is said more exactly where it tells. */
export function reasonText(code: ReasonCode, value: string | null = null): string {
  if (code === 'NOT_A_NUMBER' && value !== null && isRangeOfNumbers(value)) return 'A range, where one number belongs: say which';
  if (code === 'NOT_A_NUMBER' && value !== null && outOfIn(value) !== null) return 'Out of another number, among plain ones: write it as those are';
  return reasons[code];
}
