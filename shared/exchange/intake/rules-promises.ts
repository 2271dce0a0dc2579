import { folded } from '#shared/kernel/text.ts';
import { currencyOf, mayMean } from '../recognise/currency.ts';
import { titleKey } from '../recognise/nomination-title.ts';
import { addCriterion, addNomination, addPerson, type Context, findPerson, nameKey } from './context.ts';
import { addReason, type Draft, rawOf, stands, textOf } from './draft.ts';
import { markDuplicates } from './duplicates.ts';
import { findPartner } from './partner-index.ts';

export function readRequests(drafts: readonly Draft[], context: Context): void {
  for (const draft of drafts) {
    linkPartner(draft, context);
    const host = textOf(draft, 'host');
    draft.links.host = host === null ? null : findPerson(context.hosts, host);
    if (draft.links.host === null) addReason(draft, 'reject', 'UNKNOWN_HOST', 'host');
    checkDuration(draft);
    checkNames(draft, context);
  }
  markDuplicates(drafts, context, 'requests', ({ links }) => JSON.stringify([links.partner, links.host]), 'DUPLICATE_REQUEST');
}

/** Further hosts, partners and rooms are left out where nobody is called so. */
function checkNames(draft: Draft, { hosts, partners, rooms }: Context): void {
  const names = (field: string) => { const value = draft.values[field]; return Array.isArray(value) ? (value as readonly string[]) : []; };
  for (const field of ['co_hosts', 'optional_hosts']) if (names(field).some((name) => findPerson(hosts, name) === null)) addReason(draft, 'flag', 'UNKNOWN_HOST', field);
  if (names('other_partners').some((name) => findPartner(partners, null, name).link === null)) addReason(draft, 'flag', 'UNKNOWN_PARTNER', 'other_partners');
  if (names('allowed_rooms').some((name) => !rooms.has(nameKey(name)))) addReason(draft, 'flag', 'UNKNOWN_ROOM', 'allowed_rooms');
  const booked = textOf(draft, 'booked_room');
  if (booked !== null && rooms.size > 0 && !rooms.has(nameKey(booked))) addReason(draft, 'flag', 'UNKNOWN_ROOM', 'booked_room');
}

/** The four lengths a slot grid can hold. */
const durations: ReadonlySet<unknown> = new Set([20, 30, 45, 60]);

function checkDuration(draft: Draft): void {
  const misread = draft.reasons.findIndex(({ field }) => field === 'duration');
  if (misread >= 0) draft.reasons.splice(misread, 1);
  const spelled = minutesIn(rawOf(draft, 'duration') ?? '');
  if (spelled !== null) draft.values['duration'] = spelled;
  const minutes = draft.values['duration'] ?? null;
  if ((misread < 0 || spelled !== null) && (minutes === null || durations.has(minutes))) return;
  draft.values['duration'] = null;
  addReason(draft, 'flag', 'BAD_DURATION', 'duration');
}

/** `1 h`, `0:45`, `1h30`, `½ hour`, `45m`; null for a bare number, which is of minutes, and for every other text. */
function minutesIn(text: string): number | null {
  const plain = folded(text).replace(/^half (?:an )?hour$|^1⁄2 h(?:our)?$/, '30m').replace(/^(?:an|one) hour$/, '1h');
  const clock = /^(\d{1,2}):(\d\d)(?::00)?(?:\s*h(?:rs?)?)?$/.exec(plain) ?? /^(\d{1,2})\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|uur|godz|hod)\.?\s*(?:(\d\d)\s*(?:m|min)?\.?)?$/.exec(plain);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  const minutes = /^(\d{1,3})\s*(?:m|['′’])$/.exec(plain)?.[1];
  return minutes === undefined ? null : Number(minutes);
}

export function readCategories(drafts: readonly Draft[], context: Context): void {
  for (const draft of drafts) {
    const empty = ['category', 'criterion'].find((field) => textOf(draft, field) === null);
    if (empty !== undefined) addReason(draft, 'reject', 'MISSING_NAME', empty);
  }
  const pair = (draft: Draft) => JSON.stringify([nameKey(textOf(draft, 'category') ?? ''), nameKey(textOf(draft, 'criterion') ?? '')]);
  markDuplicates(drafts, context, 'criteria', pair, 'DUPLICATE_CRITERION');
  const standing = drafts.filter(stands);
  const totals = new Map<string, number>();
  for (const draft of standing) {
    const key = nameKey(textOf(draft, 'category') ?? '');
    totals.set(key, (totals.get(key) ?? 0) + Number(draft.values['weight'] ?? 0));
    addCriterion(context, textOf(draft, 'category') ?? '', textOf(draft, 'criterion') ?? '');
  }
  for (const draft of standing) {
    // Weights are written with two or three decimals; half a percent is rounding.
    if (Math.abs((totals.get(nameKey(textOf(draft, 'category') ?? '')) ?? 0) - 1) > 0.005) addReason(draft, 'flag', 'WEIGHTS_NOT_100', 'weight');
  }
}

/** Judges nominations. Where no list and no summit has categories, those that are named here become them, and each is told: its criteria are still to be said. */
export function readNominations(drafts: readonly Draft[], context: Context): void {
  const namesThem = context.categories.size === 0;
  for (const draft of drafts) {
    const category = textOf(draft, 'category');
    if (namesThem && category !== null && !context.categories.has(nameKey(category))) context.categories.set(nameKey(category), { name: category, criteria: new Set() });
    const known = category === null ? undefined : context.categories.get(nameKey(category));
    draft.links.category = known?.name ?? null;
    if (known === undefined || namesThem) addReason(draft, known === undefined ? 'reject' : 'flag', 'UNKNOWN_CATEGORY', 'category');
    linkPartner(draft, context);
  }
  markDuplicates(drafts, context, 'nominations', ({ links }) => JSON.stringify([nameKey(links.category ?? ''), links.partner]), 'DUPLICATE_NOMINATION');
  for (const draft of drafts) {
    const id = textOf(draft, 'nomination_id');
    const { category, partner } = draft.links;
    if (id !== null && category && partner && stands(draft)) addNomination(context, id, category, partner, textOf(draft, 'account_name') ?? '', textOf(draft, 'citation'));
    if (stands(draft) && textOf(draft, 'citation') === null) addReason(draft, 'flag', 'MISSING_CITATION', 'citation');
  }
}

export function readJudges(drafts: readonly Draft[], context: Context): void {
  for (const draft of drafts) if (textOf(draft, 'name') === null) addReason(draft, 'reject', 'MISSING_NAME', 'name');
  markDuplicates(drafts, context, 'judges', (draft) => textOf(draft, 'email'), 'DUPLICATE_EMAIL', 'email');
  for (const draft of drafts) {
    const affiliation = textOf(draft, 'affiliation');
    draft.links.partner = affiliation === null ? null : findPartner(context.partners, null, affiliation).link;
    const name = textOf(draft, 'name');
    if (name === null || !stands(draft)) continue;
    const email = textOf(draft, 'email');
    addPerson(context.judges, name, email, email ?? name);
    if (draft.links.partner !== null) context.judgePartner.set(email ?? name, draft.links.partner);
  }
}

export function readScores(drafts: readonly Draft[], context: Context): void {
  for (const draft of drafts) {
    const judge = textOf(draft, 'judge');
    const said = textOf(draft, 'nomination_id');
    const nominationId = said === null ? nominationOf(draft, context) : context.nominations.has(said) ? said : titled(said, draft, context);
    const nomination = nominationId === null ? undefined : context.nominations.get(nominationId);
    draft.links.judge = judge === null ? null : findPerson(context.judges, judge);
    draft.links.nomination = nomination === undefined ? null : nominationId;
    if (draft.links.judge === null) addReason(draft, 'reject', 'UNKNOWN_JUDGE', 'judge');
    if (nomination === undefined) addReason(draft, 'reject', 'UNKNOWN_NOMINATION', draft.places.has('nomination_id') ? 'nomination_id' : 'account_name');
    else if (context.categories.get(nomination.category)?.criteria.has(nameKey(textOf(draft, 'criterion') ?? '')) !== true) addReason(draft, 'reject', 'UNKNOWN_CRITERION', 'criterion');
    if (nomination !== undefined && draft.links.judge !== null && context.judgePartner.get(draft.links.judge) === nomination.partner) addReason(draft, 'flag', 'CONFLICT_OF_INTEREST', 'judge');
  }
  markDuplicates(drafts, context, 'scores', (draft) => JSON.stringify([draft.links.judge, draft.links.nomination, nameKey(textOf(draft, 'criterion') ?? '')]), 'DUPLICATE_SCORE');
}

/** The only nomination that is called so, in the category that the row names where it does; null where there are several. */
function titled(said: string, draft: Draft, { nominationTitles, nominations }: Context): string | null {
  const category = textOf(draft, 'category');
  const found = [...(nominationTitles.get(titleKey(said)) ?? [])].filter((id) => category === null || nominations.get(id)?.category === nameKey(category));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The only nomination of the partner that a score sheet names, in the category it names where it does; null where there are several. */
function nominationOf(draft: Draft, { partners, nominations }: Context): string | null {
  const partner = findPartner(partners, null, textOf(draft, 'account_name')).link;
  const category = textOf(draft, 'category');
  const found = [...nominations].filter(([, one]) => partner !== null && one.partner === partner && (category === null || one.category === nameKey(category)));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** `currency` is what a sign of several currencies stands for in this list, as its header, the planner or the other lists say it; null where none does. `ofHeader` is also that of amounts without any sign. */
export function readCommitments(drafts: readonly Draft[], context: Context, currency: string | null, ofHeader: string | null): void {
  const beside = new Set(drafts.flatMap((draft) => { const said = textOf(draft, 'currency'); return said !== null && mayMean(rawOf(draft, 'amount') ?? '', said) ? [said] : []; }));
  for (const draft of drafts) linkPartner(draft, context);
  markDuplicates(drafts, context, 'commitments', (draft) => textOf(draft, 'commitment_id'), 'DUPLICATE_ID', 'commitment_id');
  for (const draft of drafts.filter(stands)) {
    const amount = textOf(draft, 'amount');
    // Where there is no word for the currency, a sign beside the amount names it.
    const sign = textOf(draft, 'currency') === null ? currencyOfSign(rawOf(draft, 'amount') ?? '', beside, currency, ofHeader) : null;
    if (sign !== null && !draft.reasons.some(({ field }) => field === 'currency')) draft.values['currency'] = sign;
    if (amount !== null && textOf(draft, 'currency') === null && !draft.reasons.some(({ field }) => field === 'currency')) addReason(draft, 'flag', 'MISSING_CURRENCY', 'currency');
    if (amount !== null && Number(amount) < 0) addReason(draft, 'flag', 'NEGATIVE_AMOUNT', 'amount');
  }
}

/** A sign that several currencies share is the one that the rows beside it name, else that of the list; where the rows name several, nothing tells. */
function currencyOfSign(amount: string, beside: ReadonlySet<string>, ofList: string | null, ofHeader: string | null): string | null {
  const named = currencyOf(amount);
  if (named === null) return ofHeader;
  const meant = [...beside].filter((one) => mayMean(amount, one));
  if (meant.length > 1) return null;
  return meant[0] ?? (ofList !== null && mayMean(amount, ofList) ? ofList : named);
}

function linkPartner(draft: Draft, { partners }: Context): void {
  draft.links.partner = findPartner(partners, textOf(draft, 'account_id'), textOf(draft, 'account_name')).link;
  if (draft.links.partner === null) addReason(draft, 'reject', 'UNKNOWN_PARTNER', textOf(draft, 'account_name') === null && textOf(draft, 'account_id') !== null ? 'account_id' : 'account_name');
}
