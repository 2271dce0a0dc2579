import { folded } from '#shared/kernel/text.ts';
import { mayMove } from '#shared/invitations/stage.ts';
import { inVocabulary } from '../recognise/vocabularies.ts';
import type { Context } from './context.ts';
import { addReason, type Draft, rawOf, stands, textOf } from './draft.ts';
import { firstsBy, markDuplicates } from './duplicates.ts';
import { findPartner } from './partner-index.ts';
import { partnerAtDomain, personOf } from './people-index.ts';

/** Judges people who registered: who they are, whose they are, whether they come, and whether that can be said of the invitation. */
export function readRegistrations(drafts: readonly Draft[], context: Context): void {
  for (const draft of drafts) requirePerson(draft);
  shareAddresses(drafts, context);
  markDuplicates(drafts, context, 'registrations', personKey, 'DUPLICATE_EMAIL', 'email');
  for (const draft of drafts) {
    linkPartner(draft, context);
    if (!stands(draft)) continue;
    const status = standing(draft);
    // A status that a kind of order or nothing but being listed says is kept with the record.
    draft.values['status'] = status;
    if (status === 'cancelled') addReason(draft, 'flag', 'REGISTRATION_CANCELLED', 'status');
    else if (status === 'pending') addReason(draft, 'flag', 'REGISTRATION_PENDING', 'status');
    else if (status === 'registered') checkInvitation(draft, context);
    if (status !== 'cancelled' && textOf(draft, 'email') === null && !draft.reasons.some(({ field }) => field === 'email')) addReason(draft, 'flag', 'MISSING_EMAIL', 'email');
  }
}

/** A seat without a name is nobody yet: `Guest of J. Smith`, `Guest 2`, `TBC`. */
function requirePerson(draft: Draft): void {
  const name = [textOf(draft, 'first'), textOf(draft, 'last')].filter((part) => part !== null).join(' ');
  const guest = textOf(draft, 'guest_of');
  const host = guest === null ? '' : folded(guest);
  const isGuest = name === '' ? guest !== null : nameless.test(folded(name)) || (host !== '' && folded(name) === `guest ${host}`);
  const field = draft.places.has('full_name') ? 'full_name' : 'last';
  if (isGuest) addReason(draft, 'reject', 'GUEST_WITHOUT_NAME', field);
  else if (name === '') addReason(draft, 'reject', 'MISSING_NAME', field);
}

const nameless = /^(?:(?:plus one|\+ ?1|guest|gast|invite|invitado|ospite|convidado|begleitung|acompanante)(?: ?#?\d+)?|(?:guest|gast|begleitung|invite|invitee|plus one|invitado|acompanante|ospite|convidado)(?: \d+)? (?:of|von|van|de|di|do|da|del)\b.*|tb[acd]|to be (?:confirmed|announced|advised)|unknown|n\.? ?n\.?|attendee \d+|ticket \d+)$/;

function nameOf(draft: Draft): string {
  return folded([textOf(draft, 'first'), textOf(draft, 'last')].join(' '));
}

/** Who buys for others leaves the own address with all of them: it is of whoever is known to have it, else of the first name it stands with. */
function shareAddresses(drafts: readonly Draft[], context: Context): void {
  const owners = firstsBy('registrations by address', context);
  for (const draft of drafts) {
    const email = textOf(draft, 'email');
    if (email === null || !stands(draft)) continue;
    const known = personOf(context.people, email);
    const owner = owners.get(email) ?? draft;
    if (known === undefined || resembles(folded(known.name), nameOf(draft))) owners.set(email, owner);
    if (known === undefined ? nameOf(owner) === nameOf(draft) : resembles(folded(known.name), nameOf(draft))) continue;
    addReason(draft, 'flag', 'DUPLICATE_EMAIL', 'email', { related: owner !== draft && drafts.includes(owner) ? [owner.line] : [] });
    draft.values['email'] = null;
  }
}

/** One who is written otherwise here, as Ann Li or Anne Li, and not another person with the same address. */
function resembles(one: string, other: string): boolean {
  const words = new Set(one.split(/[^\p{L}]+/u).filter((word) => word.length > 1));
  return words.size === 0 || other.split(/[^\p{L}]+/u).some((word) => words.has(word));
}

/** One person holds one registration that counts; one that was cancelled and done again is two rows. */
function personKey(draft: Draft): string | null {
  if (standing(draft) === 'cancelled') return null;
  const [email, number] = [textOf(draft, 'email'), textOf(draft, 'registration_id') ?? textOf(draft, 'order_id')];
  return email ?? (number === null ? null : JSON.stringify([number, nameOf(draft)]));
}

/** Without a column for it, whoever is on the list has registered, unless the kind of order says otherwise; an empty or strange word says nothing, and nothing follows. */
function standing(draft: Draft): 'registered' | 'pending' | 'cancelled' | null {
  const status = draft.places.has('status') ? textOf(draft, 'status') : (inVocabulary('registration_status', textOf(draft, 'order_type') ?? '') ?? 'registered');
  return status === 'registered' || status === 'pending' || status === 'cancelled' ? status : null;
}

function linkPartner(draft: Draft, { partners, people }: Context): void {
  const [id, name, email] = [textOf(draft, 'account_id'), textOf(draft, 'account_name'), textOf(draft, 'email')];
  const { link, conflict, suggest } = findPartner(partners, id, name);
  const domain = email === null || id !== null || name !== null ? null : partnerAtDomain(people, email);
  draft.links.partner = link ?? (email === null ? undefined : personOf(people, email)?.partner) ?? domain;
  if (!stands(draft) || standing(draft) === 'cancelled') return;
  if (conflict) addReason(draft, 'flag', 'ID_NAME_CONFLICT', 'account_name');
  else if (draft.links.partner !== null) return;
  else if (id === null && name === null) addReason(draft, 'flag', 'ACCOUNT_MISSING', 'account_name');
  else addReason(draft, 'flag', suggest !== null && id === null ? 'ACCOUNT_MISSPELT' : 'ACCOUNT_UNKNOWN', name === null ? 'account_id' : 'account_name', { suggest });
}

/** What stands in the way of saying that the partner has registered. One that has done so before needs nothing more. */
function checkInvitation(draft: Draft, { invitations }: Context): void {
  const partner = draft.links.partner ?? null;
  if (partner === null) return;
  const reached = invitations.get(partner);
  const field = draft.places.has('status') ? 'status' : null;
  if (reached === undefined) addReason(draft, 'flag', 'INVITATION_MISSING', field);
  else if (reached === 'registered' || reached === 'confirmed' || reached === 'attended') return;
  else if (!mayMove(reached, 'registered')) addReason(draft, 'flag', 'INVITATION_STAGE', field);
  // A day that could be two days waits for an answer, and is not missing.
  else if (textOf(draft, 'registered') === null && (rawOf(draft, 'registered') ?? '') === '') addReason(draft, 'flag', 'REGISTRATION_UNDATED', draft.places.has('registered') ? 'registered' : null);
}
