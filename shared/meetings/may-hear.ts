import type { AgreementTable } from '../agreements/agreement.ts';
import { isOpen } from '../agreements/coverage.ts';
import { gateOf } from '../agreements/gate.ts';
import type { ContactTable } from '../partners/contact.ts';
import type { MayHear } from './whereabouts.ts';

/** The NDA gate as meetings ask it. Somebody who is not a contact is covered only by the organisation's agreement. Each answer is kept: scheduling asks for one person and day at every start. */
export function mayHearBy(tables: AgreementTable & ContactTable): MayHear {
  const gate = gateOf(tables);
  const answers = new Map<string, boolean>();
  return ({ partner, contact }, day) => {
    const key = `${partner} ${contact} ${day}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = isOpen(contact === null ? gate.partnerMayHear(partner, day) : gate.mayHear(contact, day));
    answers.set(key, answer);
    return answer;
  };
}
