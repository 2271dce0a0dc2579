import type { AgreementTable } from '../agreements/agreement.ts';
import { isOpen } from '../agreements/coverage.ts';
import { gateOf } from '../agreements/gate.ts';
import type { ContactTable } from '../partners/contact.ts';
import type { MayHear } from './whereabouts.ts';

/** The NDA gate as meetings ask it. Somebody who is not a contact is covered only by the organisation's agreement. */
export function mayHearBy(tables: AgreementTable & ContactTable): MayHear {
  const gate = gateOf(tables);
  return ({ partner, contact }, day) => isOpen(contact === null ? gate.partnerMayHear(partner, day) : gate.mayHear(contact, day));
}
