import { checkAbsences } from './absences.ts';
import type { Context } from './context.ts';
import { addReason, type Draft, stands, textOf } from './draft.ts';
import { duplicateMarker, firstsBy, signature } from './duplicates.ts';
import { addContact } from './people-index.ts';
import { addPartner, findPartner, keyIn, partnerLink } from './partner-index.ts';
import { isKnownHost, requireName } from './rules-programme.ts';
import type { ReasonCode } from './reading.ts';

/** What judges the rows of lists of partners, one after the other. */
export function partnerJudge(context: Context): (draft: Draft) => void {
  const sameId = (draft: Draft, first: Draft): ReasonCode => (signature(draft) === signature(first) ? 'DUPLICATE_EXACT' : 'DUPLICATE_ID_CONFLICT');
  const markSameId = duplicateMarker(context, byId, (draft) => textOf(draft, 'account_id'), sameId);
  const markSameName = duplicateMarker(context, byName, (draft) => namePlaceAndPeople(draft, context), 'DUPLICATE_NAME');
  return (draft) => {
    requireName(draft, 'name');
    markSameId(draft);
    markSameName(draft);
    indexPartner(draft, context);
    if (stands(draft)) checkPartner(draft, context);
  };
}

function checkPartner(draft: Draft, context: Context): void {
  if (textOf(draft, 'account_id') === null) addReason(draft, 'flag', 'MISSING_ID', 'account_id');
  const sponsor = textOf(draft, 'vendor_sponsor');
  if (sponsor !== null && context.hosts.byName.size > 0 && !isKnownHost(context, sponsor)) addReason(draft, 'flag', 'UNKNOWN_PERSON', 'vendor_sponsor');
  if (Number(textOf(draft, 'mdf_used') ?? 0) > Number(textOf(draft, 'mdf_allocated') ?? Number.POSITIVE_INFINITY)) addReason(draft, 'flag', 'USED_EXCEEDS_ALLOCATED', 'mdf_used');
}

const byId = 'partners by id';
const byName = 'partners by name';

/** A name alone never makes two rows one partner: branches share it. City, channel account manager and sponsor must agree too; where a list says none of them, ids tell partners apart. */
function namePlaceAndPeople(draft: Draft, { partners }: Context): string | null {
  const name = textOf(draft, 'name');
  const rest = `${textOf(draft, 'city') ?? ''}\n${textOf(draft, 'cam_email') ?? ''}\n${textOf(draft, 'partner_sponsor') ?? ''}`;
  return name === null || (rest === '\n\n' && textOf(draft, 'account_id') !== null) ? null : `${keyIn(partners, name)}\n${rest}`;
}

/** The id and the name of a duplicate lead to the row that stands. */
function indexPartner(draft: Draft, context: Context): void {
  const { partners, knownPartners } = context;
  const id = textOf(draft, 'account_id');
  const name = textOf(draft, 'name');
  if (name === null) return;
  const namesake = (one: Draft) => firstsBy(byName, context).get(namePlaceAndPeople(one, context) ?? '');
  const kept = stands(draft) ? draft : ((id === null ? undefined : firstsBy(byId, context).get(id)) ?? namesake(draft) ?? draft);
  const standing = stands(kept) ? kept : (namesake(kept) ?? kept);
  const standingId = textOf(standing, 'account_id');
  const before = standingId === null ? findPartner(partners, null, name).link : null;
  const known = standingId === null ? undefined : partners.byId.get(standingId)?.link;
  // An id of a partner that was merged leads to the one that stands.
  const link = known !== undefined && knownPartners.has(known) ? known : before !== null && knownPartners.has(before) ? before : partnerLink(standingId, textOf(standing, 'name') ?? name);
  draft.links.partner = link;
  addPartner(partners, id, name, link);
}

/** What judges the rows of lists of partners' people, one after the other. */
export function contactJudge(context: Context): (draft: Draft) => void {
  const markSameEmail = duplicateMarker(context, 'contacts', (draft) => textOf(draft, 'email'), 'DUPLICATE_EMAIL', 'email');
  return (draft) => {
    addContact(context.people, draft);
    if (textOf(draft, 'first') === null && textOf(draft, 'last') === null) addReason(draft, 'reject', 'MISSING_NAME', draft.places.has('full_name') ? 'full_name' : 'last');
    markSameEmail(draft);
    const id = textOf(draft, 'account_id');
    const name = textOf(draft, 'account_name');
    const { link, conflict, suggest } = findPartner(context.partners, id, name);
    draft.links.partner = link;
    if (!stands(draft)) return;
    checkAbsences(draft, 'not_available', context.summitDays);
    if (textOf(draft, 'email') === null && !draft.reasons.some(({ code }) => code === 'INVALID_EMAIL')) addReason(draft, 'flag', 'MISSING_EMAIL', 'email');
    if (id === null && name === null) addReason(draft, 'flag', 'ACCOUNT_MISSING', 'account_name');
    else if (conflict) addReason(draft, 'flag', 'ID_NAME_CONFLICT', 'account_name');
    else if (link === null && suggest !== null && id === null) addReason(draft, 'flag', 'ACCOUNT_MISSPELT', 'account_name', { suggest });
    else if (link === null) addReason(draft, 'flag', 'ACCOUNT_UNKNOWN', name === null ? 'account_id' : 'account_name', { suggest });
  };
}
