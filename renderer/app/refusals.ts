import type { Refusal } from './use-planner.ts';

/** What a refusal says to people: what happened, what is safe, and what to do. */
const prose: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> = {
  'nothing-to-do': () => 'There was nothing to change.',
  'request-is-gone': () => 'This request has been removed meanwhile. Nothing was changed.',
  'field-refused': ({ field, reason }) => `${spoken(String(field))} was not changed: ${reason}.`,
  'row-gone': () => 'This record has been removed meanwhile. Nothing was changed.',
  'disk-full': () => 'The disk is full. Your work is kept in this window; free some space and press Save again.',
  'disk-read-only': () => 'The disk cannot be written to. Your work is kept in this window; save a summit file to another disk.',
  'disk-gone': () => 'The disk has gone. Your work is kept in this window; connect it again, or save a summit file to another disk.',
  'disk-error': ({ system }) => `The disk refused (${String(system ?? 'unknown')}). Your work is kept in this window; save a summit file to another disk.`,
  'access-denied': () => 'The system does not let Summit Planner write there. Your work is kept in this window; check the rights of its folder, or save a summit file elsewhere.',
  'file-too-large': ({ file, bytes, limitBytes }) => `${String(file)} is larger than any export of a summit (${megabytes(bytes)}, the limit is ${megabytes(limitBytes)}). Nothing was changed. Split it, or export fewer columns.`,
  'file-missing': () => 'The file is not there any more. Your work is kept in this window.',
  'file-damaged': ({ file }) => `${String(file)} is damaged: it does not read back as it was written. Nothing was changed. Open an earlier copy.`,
  'journal-out-of-step': () => 'The journal on disk does not continue this window’s work. Your work is kept in this window; close Summit Planner and start it again, which compares the two.',
  'journal-without-beginning': () => 'The journal on disk has no readable beginning. Nothing was changed. Open a copy or a summit file.',
  'QuotaExceededError': () => 'The database has no room left. Your work is kept in this window; free some disk space and press Save again.',
  'illegal-move': ({ from, to }) => `An invitation that is ${spoken(String(from)).toLowerCase()} cannot become ${spoken(String(to)).toLowerCase()} in one step. Nothing was changed.`,
  'no-seat-free': ({ seatLimit, needed }) => `That would take ${needed} seats, but there are ${seatLimit}. Nothing was changed. Cancel or wait-list somebody, or raise the seat limit in Set-up.`,
  'already-on-the-list': () => 'This partner is on the list already. Nothing was changed.',
  'no-seat-limit': () => 'There is no seat limit yet. Set how many partners may come, here or in Set-up.',
  'no-criteria': () => 'There are no criteria to score by. Add the usual ones under Criteria.',
  'no-partners': () => 'There are no partners to choose from. Import them first.',
  'approver-missing': () => 'Nothing was changed: name who approves.',
  'reason-missing': () => 'Nothing was changed: give a reason.',
  'until-missing': () => 'Nothing was changed: give the last day on which the waiver holds.',
  'until-in-the-past': ({ until }) => `Nothing was changed: ${until} is over. Choose a day that is still to come.`,
  'dates-out-of-order': ({ earlier, later }) => `Nothing was changed: ${dateWords[String(later)] ?? 'one date'} may not lie before ${dateWords[String(earlier)] ?? 'the other'}.`,
  'evergreen-with-expiry': () => 'Nothing was changed: an evergreen agreement has no expiry. Remove one of the two.',
  'no-such-partner': () => 'This partner has been removed meanwhile. Nothing was changed.',
  'description-missing': () => 'Nothing was changed: say what is promised.',
  'step-not-possible': ({ from, to }) => `What is ${spoken(String(from)).toLowerCase()} cannot become ${spoken(String(to)).toLowerCase()} in one step. Nothing was changed.`,
  'not-yet-a-commitment': ({ lacks }) => `Nothing was changed: a promise without ${(Array.isArray(lacks) ? lacks : []).map((each) => lackWords[String(each)] ?? String(each)).join(', ')} is a wish. Fill it in, then agree on it.`,
  'no-route': () => 'Nothing was changed: choose a type first. The type says which team fulfils it.',
  'same-side': () => 'Nothing was changed: a promise is tied to one that the other side of the same partnership made.',
  'score-out-of-range': () => 'A score is a number from 1 to 10.',
  'not-in-the-running': () => 'Nothing was changed: this nomination is no longer in the running.',
  'scores-are-locked': () => 'The award is announced, so its scores are locked. Put it back under embargo first.',
  'judge-works-for-nominee': () => 'Nothing was changed: this judge works for the nominee, so the score would not count.',
  'judge-is-recused': () => 'Nothing was changed: this judge is off the nomination. Reinstate the judge first.',
  'already-recused': () => 'This judge is off the nomination already. Nothing was changed.',
  'already-nominated': () => 'This partner is nominated for this award already. Nothing was changed.',
  'already-announced': () => 'This award is announced already. Nothing was changed.',
  'nothing-to-announce': () => 'Nothing was changed: no nomination has a score that counts, so there is nobody to announce.',
  'not-announced': () => 'This award is not announced. Nothing was changed.',
  'criterion-named-twice': ({ name }) => `Nothing was changed: there is a criterion called ${String(name)} already.`,
  'no-block-to-add': () => 'Nothing was changed: choose at least one block.',
  'no-room-chosen': () => 'Nothing was changed: choose the rooms to open.',
  'run-is-gone': () => 'This run is gone. Nothing was changed.',
  'run-is-rolled-back': () => 'This run is rolled back already. Nothing was changed.',
  'roll-back-changes-nothing': () => 'Every meeting stands as before the run already. Nothing was changed.',
  'plan-changes-nothing': () => 'The plan changes nothing: every meeting stands as it says.',
  'record-is-gone': () => 'One of the two has been removed meanwhile. Nothing was changed.',
  'same-record': () => 'These are one record already. Nothing was changed.',
  'not-a-summit-file': () => 'This is not a summit file. Nothing was changed. Choose a file that ends in .summit.',
  'summit-file-damaged': ({ reason }) => `This summit file is damaged: ${reason}. Nothing was changed. Copy it again from where it came, or open an earlier copy.`,
  'summit-file-from-newer-version': () => 'This summit file was written by a newer Summit Planner. Nothing was changed. Update this one, then open it.',
  'summit-file-row-unreadable': ({ table, line, reason }) => `This summit file has an unreadable row (${table}, ${line}: ${reason}). Nothing was changed. Open an earlier copy.`,
  'summit-file-too-large': () => 'This file is larger than any summit. Nothing was changed.',
};

const lackWords: Readonly<Record<string, string>> = { side: 'a side', type: 'a type', 'vendor-owner': 'an owner at the vendor', 'partner-owner': 'an owner at the partner', date: 'a due date' };
const dateWords: Readonly<Record<string, string>> = { sentOn: 'sending', partnerSignedOn: 'the partner’s signature', countersignedOn: 'the countersignature', effectiveOn: 'the effective date', expiresOn: 'the expiry' };

function megabytes(bytes: unknown): string {
  return `${Math.ceil(Number(bytes) / 1_048_576)} MB`;
}

export function refusalText(refusal: Refusal): string {
  const facts = refusal as unknown as Readonly<Record<string, unknown>>;
  if (typeof facts['text'] === 'string') return facts['text'];
  return prose[refusal.code]?.(facts) ?? `${spoken(refusal.code)}. Nothing was changed.`;
}

/** `unsent-invitation` and `dueOn` as words that begin a sentence. */
function spoken(code: string): string {
  const words = code.replace(/\./g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
