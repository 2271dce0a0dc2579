import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { spellText } from '../intake/spell-text.ts';
import { dateCell, listCell, moneyCell, timeCells, type FieldRow } from './cells.ts';

export function partyRows({ partners, contacts, executives, agreements }: Snapshot): Record<'partners' | 'contacts' | 'ndas', FieldRow[]> {
  return {
    partners: [...partners.values()].map(({ performance, ...partner }) => ({
      account_id: partner.accountId, name: partner.name, cam_name: partner.camName, cam_email: partner.camEmail, partner_type: listCell(partner.types), tier: partner.tier, region: partner.region, country: partner.country,
      city: partner.city, vertical: partner.vertical, segment: partner.segment, revenue_ttm: moneyCell(performance.revenue), revenue_prior: moneyCell(performance.revenuePrior), pipeline_open: moneyCell(performance.pipeline),
      deal_regs: performance.dealRegistrations, win_rate: performance.winRate, certified_people: performance.certifiedPeople, certs_required: performance.certificationsRequired,
      mdf_used: moneyCell(performance.mdfUsed), mdf_allocated: moneyCell(performance.mdfAllocated), health_score: performance.health, satisfaction: performance.satisfaction,
      vendor_sponsor: (partner.vendorSponsor === null ? undefined : executives.get(partner.vendorSponsor)?.name) ?? partner.vendorSponsorName, partner_sponsor: partner.partnerSponsorName,
      pac_member: partner.pacMember, strategic: partner.strategic, risk_note: partner.riskNote, last_review: dateCell(partner.lastReviewedOn),
      min_meetings_in_all: partner.minMeetings, max_meetings_in_all: partner.maxMeetings, max_meetings_a_day: partner.maxMeetingsPerDay, keep_apart_from: listCell(partner.keepApart.flatMap((id) => partners.get(id)?.name ?? [])),
    })),
    contacts: [...contacts.values()].map((contact) => {
      const partner = contact.partner === null ? undefined : partners.get(contact.partner);
      return {
        contact_id: contact.code ?? contact.id, first: contact.givenName, last: contact.familyName, title: contact.title, email: contact.email, phone: contact.phone, account_name: contact.organisation || (partner?.name ?? ''),
        account_id: partner?.accountId ?? null, role: contact.role, dietary: listCell(contact.dietary), accessibility: contact.accessibility,
        max_meetings_a_day: contact.maxMeetingsPerDay, not_available: listCell(contact.unavailable.map(spellText)), ...timeCells(contact),
      };
    }),
    ndas: [...agreements.values()].map((agreement) => ({
      nda_id: agreement.code || agreement.id, account_id: (agreement.partner === null ? undefined : partners.get(agreement.partner)?.accountId) ?? null, counterparty: agreement.counterparty, level: agreement.level,
      person_name: agreement.personName, person_email: agreement.personEmail, agreement_type: agreement.kind, status: agreement.ending?.event ?? (agreement.evergreen ? 'evergreen' : agreement.reportedStage),
      sent: dateCell(agreement.sentOn), signed: dateCell(agreement.partnerSignedOn), countersigned: dateCell(agreement.countersignedOn), effective: dateCell(agreement.effectiveOn), expiry: dateCell(agreement.expiresOn), scope: agreement.scope,
    })),
  };
}
