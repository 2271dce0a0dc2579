import { type Agreement, agreementEndings, blankAgreement, reportedStages } from '#shared/agreements/agreement.ts';
import type { AgreementId, ContactId, ExecutiveId, PartnerId } from '#shared/kernel/ids.ts';
import type { Money } from '#shared/kernel/money.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { blankContact, type Contact, contactRoles, fullName } from '#shared/partners/contact.ts';
import { blankPartner, legalEntityOf, type Partner, type Performance, regions } from '#shared/partners/partner.ts';
import { nameKey } from './context.ts';
import { formerRecords } from './former-records.ts';
import { isEasternName } from './full-name.ts';
import { organisationKey } from './organisation-names.ts';
import { partnerLink } from './partner-index.ts';
import type { FileReading, FolderReading, Value, Values } from './reading.ts';
import { spellsIn } from './spell-text.ts';
import { timesIn } from './times.ts';
import { filled, flag, list, matcher, newId, number, oneOf, recordsOf, stage, type Staging, text } from './staging.ts';

/** Partner ids by the link that records carry. */
export type PartnerIds = ReadonlyMap<string, PartnerId>;

export function stagePartners(reading: FolderReading, staging: Staging, currency: string): PartnerIds {
  const { before, after } = staging;
  const links = new Map([...before.partners.values()].map(({ id, accountId, name }) => [partnerLink(accountId, name), id]));
  const executives = executivesByName(staging);
  const updated = new Set<PartnerId>();
  const rivals: { readonly partner: PartnerId; readonly names: readonly string[] }[] = [];
  const find = matcher(before.partners.values(), ({ id, accountId, name }) => [id, accountId, accountId === null ? organisationKey(name) : null]);
  const former = formerRecords(before).partners;
  const unnamed = new Set([...before.partners.values()].filter(({ accountId }) => accountId === null).map(({ name }) => organisationKey(name)));
  const later: (() => void)[] = [];
  for (const source of recordsOf(reading, 'partners')) {
    const { file, record, values } = source;
    const name = text(values['name']) ?? '';
    const accountId = text(values['account_id']);
    const link = record.links.partner ?? partnerLink(accountId, name);
    const sponsor = text(values['vendor_sponsor']);
    const sponsorId = executives.get(nameKey(sponsor ?? '')) ?? null;
    const said = (partner: Partner) => ({
      types: text(values['partner_type'])?.split('; '), tier: text(values['tier']), strategic: flag(values['strategic']), pacMember: flag(values['pac_member']),
      region: oneOf(regions, values['region']), country: text(values['country']), city: text(values['city']), vertical: text(values['vertical']), segment: text(values['segment']),
      camName: text(values['cam_name']), camEmail: text(values['cam_email']), vendorSponsor: sponsorId,
      // A sponsor who is linked already says nothing new: our own export reads back as it was.
      vendorSponsorName: sponsorId !== null && sponsorId === partner.vendorSponsor ? null : sponsor,
      partnerSponsorName: text(values['partner_sponsor']), performance: performance(partner.performance, file, values, currency), riskNote: text(values['risk_note']), lastReviewedOn: text(values['last_review']) as LocalDate | null,
      minMeetings: number(values['min_meetings_in_all']), maxMeetings: number(values['max_meetings_in_all']), maxMeetingsPerDay: number(values['max_meetings_a_day']),
    });
    const stands = accountId === null ? (unnamed.has(organisationKey(name)) ? undefined : former.byName.get(organisationKey(name))) : former.byId.get(accountId);
    if (stands !== undefined) {
      links.set(link, stands);
      // The row of a merged partner speaks only where the one that stands has no row of its own, and never renames it.
      later.push(() => { const row = after.partners.get(stands); if (row && !updated.has(stands)) stage(staging, 'partners', filled(row, said(row))); });
      continue;
    }
    const known = find([links.get(link) ?? null, accountId, organisationKey(name)]);
    const partner: Partner = known ?? blankPartner(newId<PartnerId>(staging, source), name);
    links.set(link, partner.id);
    if (known !== null) updated.add(partner.id);
    stage(staging, 'partners', filled(partner, { accountId, name }, said(partner)), source);
    const names = list(values['keep_apart_from']);
    if (names.length > 0) rivals.push({ partner: partner.id, names });
  }
  for (const speak of later) speak();
  const byName = rivals.length === 0 ? null : partnersByName(staging);
  for (const { partner, names } of rivals) {
    const row = after.partners.get(partner);
    if (row) stage(staging, 'partners', filled(row, { keepApart: names.flatMap((name) => byName?.get(organisationKey(name)) ?? []).filter((id) => id !== partner) }));
  }
  for (const { id, accountId, name } of after.partners.values()) if (!links.has(partnerLink(accountId, name))) links.set(partnerLink(accountId, name), id);
  return links;
}

function performance(known: Performance, file: FileReading, values: Values, currency: string): Performance {
  const amount = (field: string) => moneyOf(values[field], file.currencies[field] ?? currency);
  const figures = {
    revenue: amount('revenue_ttm'), revenuePrior: amount('revenue_prior'), pipeline: amount('pipeline_open'), dealRegistrations: number(values['deal_regs']), winRate: number(values['win_rate']),
    certifiedPeople: number(values['certified_people']), certificationsRequired: number(values['certs_required']), mdfUsed: amount('mdf_used'), mdfAllocated: amount('mdf_allocated'),
    health: number(values['health_score']), satisfaction: number(values['satisfaction']),
  };
  const changed = filled(known, figures);
  // The source and the day are of the figures: a file that says nothing new, such as our own export, does not become it; one that does says of no day.
  return (Object.keys(figures) as (keyof typeof figures)[]).every((figure) => sameFigure(changed[figure], known[figure])) ? known : { ...changed, source: file.name, asOf: null };
}

export function sameFigure(one: Money | number | null, other: Money | number | null): boolean {
  if (one === null || other === null || typeof one === 'number' || typeof other === 'number') return one === other;
  return one.hundredths === other.hundredths && one.currency === other.currency;
}

export function moneyOf(value: Value | undefined, currency: string): Money | null {
  return typeof value === 'string' ? { hundredths: hundredthsOf(value), currency } : null;
}

/** `-1234.50` → -123450, without a detour over fractions. */
export function hundredthsOf(amount: string): number {
  return Number(amount.replace('.', ''));
}

export function stageContacts(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const find = matcher(staging.before.contacts.values(), ({ id, code, email }) => [code, id, email]);
  const former = formerRecords(staging.before).contacts;
  const updated = new Set<ContactId>();
  const later: (() => void)[] = [];
  for (const source of recordsOf(reading, 'contacts')) {
    const { record, values } = source;
    const code = text(values['contact_id']);
    const email = text(values['email']);
    const said = {
      title: text(values['title']), phone: text(values['phone']),
      partner: partners.get(record.links.partner ?? '') ?? null, organisation: text(values['account_name']), role: oneOf(contactRoles, values['role']), dietary: list(values['dietary']), accessibility: text(values['accessibility']),
      maxMeetingsPerDay: number(values['max_meetings_a_day']), unavailable: spellsIn(list(values['not_available'])),
    };
    const known = find([code, code, email]);
    const stands = known === null ? (former.byCode.get(code ?? '') ?? former.byEmail.get(email ?? '')) : undefined;
    if (stands !== undefined) {
      // As with partners: the row of a merged contact speaks only where the one that stands has none of its own.
      later.push(() => { const row = staging.after.contacts.get(stands); if (row && !updated.has(stands)) stage(staging, 'contacts', filled(row, said, timesIn(values))); });
      continue;
    }
    const contact: Contact = known ?? blankContact(newId<ContactId>(staging, source));
    if (known !== null) updated.add(contact.id);
    const [givenName, familyName] = [text(values['first']), text(values['last'])];
    stage(staging, 'contacts', filled(contact, { code: code === contact.id ? null : code, givenName, familyName, familyNameFirst: known === null && isEasternName(`${familyName ?? ''}${givenName ?? ''}`) ? true : null, email }, said, timesIn(values)), source);
  }
  for (const speak of later) speak();
}

export function stageAgreements(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const records = recordsOf(reading, 'ndas');
  if (records.length === 0) return;
  const contacts = [...staging.after.contacts.values()];
  const byEmail = new Map([...formerRecords(staging.before).contacts.byEmail, ...contacts.flatMap(({ id, email }) => (email === null ? [] : [[email, id] as const]))]);
  const byName = new Map(contacts.map((contact) => [`${contact.partner ?? ''} ${nameKey(fullName(contact))}`, contact.id]));
  const find = matcher(staging.before.agreements.values(), ({ id, code }) => [code, id]);
  for (const source of records) {
    const { record, values } = source;
    const code = text(values['nda_id']);
    const partner = partners.get(record.links.partner ?? '') ?? null;
    const [personName, personEmail] = [text(values['person_name']), text(values['person_email'])];
    const status = values['status'];
    const agreement: Agreement = find([code, code]) ?? blankAgreement(newId<AgreementId>(staging, source), partner, 'counterparty' in values ? (text(values['counterparty']) ?? '') : entityIn(staging, partner));
    const event = oneOf(agreementEndings, status);
    const date = (field: string) => text(values[field]) as LocalDate | null;
    stage(staging, 'agreements', filled(agreement, {
      code: code === agreement.id ? null : code, partner, counterparty: text(values['counterparty']), level: oneOf(['organisation', 'person'], values['level']),
      contact: (personEmail === null ? undefined : byEmail.get(personEmail)) ?? (personName === null ? undefined : byName.get(`${partner ?? ''} ${nameKey(personName)}`)) ?? null,
      personName, personEmail, kind: oneOf(['mutual', 'unilateral'], values['agreement_type']), scope: text(values['scope']), reportedStage: status === 'evergreen' && agreement.evergreen ? null : oneOf(reportedStages, status),
      sentOn: date('sent'), partnerSignedOn: date('signed'), countersignedOn: date('countersigned'), effectiveOn: date('effective'), expiresOn: date('expiry'),
      evergreen: status === 'evergreen' ? true : null,
      // Who approved an imported waiver is not in a register: left open, so that the planner is asked.
      ending: event === null || agreement.ending?.event === event ? null : { event, on: null, approver: '', reason: '', until: null },
    }), source);
  }
}

/** A list without the legal entity speaks of the partner's. */
function entityIn({ after }: Staging, id: PartnerId | null): string {
  const partner = id === null ? undefined : after.partners.get(id);
  return partner === undefined ? '' : legalEntityOf(partner);
}

/** Names that more than one partner bears lead to none. */
export function partnersByName({ after }: Staging): ReadonlyMap<string, PartnerId> {
  const named = new Map<string, PartnerId | null>();
  for (const { id, name } of after.partners.values()) named.set(organisationKey(name), named.has(organisationKey(name)) ? null : id);
  return new Map([...named].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])));
}

export function executivesByName({ after }: Staging): ReadonlyMap<string, ExecutiveId> {
  return new Map([...after.executives.values()].reverse().map(({ id, name }) => [nameKey(name), id]));
}
