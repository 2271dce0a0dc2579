import type { LocalDate } from '#shared/kernel/time.ts';
import { endOfTerm, termIn } from '../recognise/term.ts';
import type { Context } from './context.ts';
import { addReason, type Draft, rawOf, stands, textOf } from './draft.ts';
import { markDuplicates, signature } from './duplicates.ts';
import { findPartner } from './partner-index.ts';
import { partnerOfEmail } from './people-index.ts';

/** Judges a register of NDAs, or a report of the envelopes in which they went out. */
export function readNdas(drafts: readonly Draft[], context: Context): void {
  markDuplicates(drafts, context, 'ndas', signature, 'DUPLICATE_EXACT');
  const isOfEnvelopes = drafts[0]?.places.has('counterparty') === false && drafts[0].places.has('person_email');
  const suggested = drafts.map((draft) => {
    const { link, suggest } = findPartner(context.partners, textOf(draft, 'account_id'), textOf(draft, 'counterparty'));
    draft.links.partner = link ?? (isOfEnvelopes ? partnerOfEmail(context.people, textOf(draft, 'person_email')) : null);
    return suggest;
  });
  if (isOfEnvelopes) sortEnvelopes(drafts, context);
  for (const [index, draft] of drafts.entries()) {
    if (!stands(draft)) continue;
    if (draft.reasons.some(({ code, field }) => code === 'UNKNOWN_VALUE' && field === 'status')) draft.values['status'] = 'unknown';
    if (draft.links.partner === null) addReason(draft, 'flag', 'ACCOUNT_UNKNOWN', isOfEnvelopes ? 'person_email' : 'counterparty', { suggest: suggested[index] ?? null });
    const term = termForExpiry(draft) ?? ((rawOf(draft, 'expiry') ?? '') === '' ? (textOf(draft, 'term') ?? '') : null);
    if (term !== null && textOf(draft, 'expiry') === null) runByTerm(draft, term);
    checkAgreementDates(draft);
  }
}

/** A report of envelopes holds other documents too, and has a row for everybody who signs: the first of a known partner speaks for the envelope. */
function sortEnvelopes(drafts: readonly Draft[], context: Context): void {
  const namesNda = (draft: Draft) => nda.test(rawOf(draft, 'scope') ?? '');
  if (drafts.some(namesNda)) for (const draft of drafts) if (stands(draft) && !namesNda(draft)) addReason(draft, 'reject', 'NOT_AN_NDA', 'scope');
  const ofPartnersFirst = drafts.filter(stands).sort((a, b) => Number(b.links.partner !== null) - Number(a.links.partner !== null));
  markDuplicates(ofPartnersFirst, context, 'envelopes', (draft) => textOf(draft, 'nda_id'), 'DUPLICATE_ID', 'nda_id');
}

/** In the languages whose headers are known. */
const nda = /\bm?ndas?\b|\bcdas?\b|non[- ]?disclosure|confidential|geheimhaltung|vertraulichkeit|verschwiegenheit|confidentialit|confidencialid|riservatezza|geheimhouding/i;

/** Some registers write `perpetual` or `3 years from signature` where the last day belongs; null where none does. */
function termForExpiry(draft: Draft): string | null {
  const misread = draft.reasons.findIndex(({ code, field }) => code === 'IMPOSSIBLE_DATE' && field === 'expiry');
  const written = rawOf(draft, 'expiry') ?? '';
  if (misread < 0 || termIn(written) === null) return null;
  draft.reasons.splice(misread, 1);
  return written;
}

/** Without a day on which it ends an agreement runs as long as its term says, or for ever where it renews itself. */
function runByTerm(draft: Draft, written: string): void {
  const status = textOf(draft, 'status');
  const term = termIn(written);
  if (term !== null && term !== 'perpetual') {
    const [effective, executed] = [textOf(draft, 'effective'), textOf(draft, 'countersigned') ?? textOf(draft, 'signed')];
    const begins = term.from === 'signature' ? executed : term.from === 'effective' ? effective : (effective ?? executed);
    if (begins !== null) draft.values['expiry'] = endOfTerm(begins as LocalDate, term.months);
  } else if ((term === 'perpetual' || draft.values['auto_renew'] === true) && (status === 'executed' || status === 'effective')) draft.values['status'] = 'evergreen';
}

/** A life runs sent, signed by the partner, countersigned, effective, expiry; what an executed agreement needs must be there. */
function checkAgreementDates(draft: Draft): void {
  const date = (field: string) => textOf(draft, field);
  const [sent, signed, countersigned, effective, expiry] = [date('sent'), date('signed'), date('countersigned'), date('effective'), date('expiry')];
  const after = (one: string | null, other: string | null) => one !== null && other !== null && one > other;
  const misplaced = after(sent, signed) || after(signed, countersigned) ? 'signed' : after(sent, countersigned) ? 'countersigned' : after(effective, expiry) || after(countersigned, expiry) ? 'expiry' : null;
  if (misplaced !== null) addReason(draft, 'flag', 'DATE_ORDER', misplaced);
  const status = textOf(draft, 'status');
  const executed = status === 'executed' || status === 'effective' || status === 'evergreen';
  const readable = (field: string) => !draft.reasons.some((reason) => reason.field === field);
  if (executed && countersigned === null && readable('countersigned')) addReason(draft, 'flag', 'STATUS_CONTRADICTS_DATES', 'countersigned');
  if (countersigned !== null && status !== null && unsigned.has(status)) addReason(draft, 'flag', 'STATUS_CONTRADICTS_DATES', 'countersigned');
  if ((status === 'executed' || status === 'effective') && expiry === null && readable('expiry')) addReason(draft, 'flag', 'EXPIRY_UNKNOWN', 'expiry');
}

const unsigned: ReadonlySet<string> = new Set(['requested', 'in_review', 'sent', 'viewed', 'partly_signed']);
