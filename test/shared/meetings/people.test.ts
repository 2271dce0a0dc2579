import { describe, expect, test } from 'vitest';
import type { ContactId, ExecutiveId, PartnerId, RequestId } from '#shared/kernel/ids.ts';
import { seating } from '#shared/meetings/people.ts';
import { blankRequest } from '#shared/meetings/request.ts';
import type { Contact } from '#shared/partners/contact.ts';
import { aSummit } from '../../support/meeting-builders.ts';

const roles = (contacts: Partial<Contact>[], sponsor = '', attendees: ContactId[] = [], attendeeNames: string[] = []) =>
  seating(aSummit({ partners: [{ name: 'Acme', partnerSponsorName: sponsor }], contacts })).required({ ...blankRequest('request-1' as RequestId, 'partner-1' as PartnerId, 'exec-1' as ExecutiveId), attendees, attendeeNames }).map(({ name }) => name);

const sponsor: Partial<Contact> = { givenName: 'Sofia', familyName: 'Alcázar', role: 'Executive sponsor' };
const delegate: Partial<Contact> = { givenName: 'Dan', familyName: 'Delgado', role: 'Delegate' };
const council: Partial<Contact> = { givenName: 'Pia', familyName: 'Council', role: 'PAC member' };
const technician: Partial<Contact> = { givenName: 'Tom', familyName: 'Tech', role: 'Technical lead' };
const substitute: Partial<Contact> = { givenName: 'Sam', familyName: 'Sub', role: 'Substitute' };

describe('in a requested meeting sits', () => {
  test('the named sponsor of the partner where that person is a contact, accents and order of names aside', () => {
    expect(roles([council, sponsor, delegate], 'DELGADO, Dan')).toEqual(['Ana', 'Dan Delgado']);
  });
  test('else the contact by role: executive sponsor, PAC member, delegate, technical lead', () => {
    expect([roles([technician, delegate, council, sponsor]), roles([technician, delegate, council]), roles([technician, delegate]), roles([technician])]).toEqual([['Ana', 'Sofia Alcázar'], ['Ana', 'Pia Council'], ['Ana', 'Dan Delgado'], ['Ana', 'Tom Tech']]);
  });
  test('else somebody to be named; a substitute sits only when asked for', () => {
    expect(roles([substitute])).toEqual(['Ana', 'To be named (Acme)']);
    expect(roles([substitute], '', ['contact-1' as ContactId])).toEqual(['Ana', 'To be named (Acme)', 'Sam Sub']);
  });
  test('everyone asked for once, whether by id or by name', () => {
    expect(roles([sponsor, delegate], '', ['contact-2' as ContactId], ['Dan Delgado', 'sofia alcazar', 'Xu Stranger', ' '])).toEqual(['Ana', 'Sofia Alcázar', 'Dan Delgado', 'Xu Stranger']);
  });
});
