import type { Category } from '#shared/awards/category.ts';
import type { Judge, Score } from '#shared/awards/judging.ts';
import { type Nomination, nominationStatuses } from '#shared/awards/nomination.ts';
import { type Commitment, commitmentSides, commitmentStatuses, commitmentTypes } from '#shared/commitments/commitment.ts';
import type { CategoryId, CommitmentId, ContactId, JudgeId, NominationId, PlacementId, RequestId, ScoreId } from '#shared/kernel/ids.ts';
import { at, LocalDate, type LocalTime } from '#shared/kernel/time.ts';
import { blankRequest, meetingLengths, type MeetingRequest, priorities } from '#shared/meetings/request.ts';
import { fullName } from '#shared/partners/contact.ts';
import { nameKey } from './context.ts';
import { organisationKey } from './organisation-names.ts';
import { executivesByName, hundredthsOf, moneyOf, partnersByName, type PartnerIds } from './change-parties.ts';
import type { FolderReading } from './reading.ts';
import { filled, flag, list, matcher, newId, number, oneOf, recordsOf, stage, type Staging, text } from './staging.ts';

export function stageRequests(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const records = recordsOf(reading, 'meeting_requests');
  if (records.length === 0) return;
  const executives = executivesByName(staging);
  const people = new Map([...staging.after.contacts.values()].map((contact) => [`${contact.partner ?? ''} ${nameKey(fullName(contact))}`, contact.id]));
  const partnerNames = partnersByName(staging);
  const rooms = new Map([...staging.after.rooms.values()].map(({ id, name }) => [nameKey(name), id]));
  const find = matcher(staging.before.requests.values(), ({ id, code, partner, host }) => [code, id, `${partner} ${host}`]);
  const placed = new Set([...staging.before.placements.values()].map(({ request }) => request));
  for (const source of records) {
    const { record, values } = source;
    const partner = partners.get(record.links.partner ?? '');
    const host = executives.get(nameKey(record.links.host ?? ''));
    if (partner === undefined || host === undefined) continue;
    const code = text(values['request_id']);
    const known = (name: string): ContactId | undefined => people.get(`${partner} ${nameKey(name)}`);
    const welcome = list(values['optional_attendees']);
    // A row can say of known contacts only that they are merely welcome; a name nobody knows is kept among the people in the room.
    const names = [...list(values['attendees']), ...welcome.filter((name) => known(name) === undefined)];
    const hosts = (field: string) => list(values[field]).flatMap((name) => executives.get(nameKey(name)) ?? []);
    const request: MeetingRequest = find([code, code, `${partner} ${host}`]) ?? blankRequest(newId<RequestId>(staging, source), partner, host);
    stage(staging, 'requests', filled(request, {
      code: code === request.id ? null : code, partner, host, side: oneOf(['partner', 'vendor', 'both'], values['side']), priority: oneOf(priorities, values['priority']), topic: text(values['topic']),
      durationMinutes: meetingLengths.find((minutes) => minutes === values['duration']), confidential: flag(values['confidential']),
      attendees: names.flatMap((name) => known(name) ?? []), attendeeNames: names.filter((name) => known(name) === undefined),
      preferredDay: text(values['preferred_day']) as LocalDate | null, partOfDay: oneOf(['morning', 'afternoon', 'any'], values['part_of_day']),
      weight: number(values['planner_weight']), coHosts: hosts('co_hosts'), optionalHosts: hosts('optional_hosts'), guestPartners: list(values['other_partners']).flatMap((name) => partnerNames.get(organisationKey(name)) ?? []),
      optionalAttendees: welcome.flatMap((name) => known(name) ?? []), allowedDays: list(values['allowed_days']).flatMap((day) => LocalDate.safeParse(day).data ?? []), allowedPart: oneOf(['morning', 'afternoon'], values['allowed_part']),
      allowedRooms: list(values['allowed_rooms']).flatMap((name) => rooms.get(nameKey(name)) ?? []), veto: vetoIn(text(values['no_thanks'])),
    }), source);
    // What both sides have agreed on elsewhere is held to; what stands in the schedule is not moved by a file.
    const [day, time, room] = [text(values['preferred_day']), text(values['booked_at']), rooms.get(nameKey(text(values['booked_room']) ?? ''))];
    if (day !== null && time !== null && room !== undefined && !placed.has(request.id)) stage(staging, 'placements', { id: staging.mint<PlacementId>(), request: request.id, room, startsAt: at(day as LocalDate, time as LocalTime), pinned: true });
  }
}

/** `vendor: in a lawsuit`; without a side before the colon it is the partner who says no. */
function vetoIn(said: string | null): MeetingRequest['veto'] {
  if (said === null) return null;
  const [, side, reason] = /^(partner|vendor):\s*(.*)$/i.exec(said) ?? [null, 'partner', said];
  return { side: side?.toLowerCase() === 'vendor' ? 'vendor' : 'partner', reason: reason ?? '' };
}

/** Rows of one criterion each become categories with their criteria. */
export function stageCategories(reading: FolderReading, staging: Staging): void {
  const byName = categoriesByName(staging);
  for (const source of recordsOf(reading, 'award_categories')) {
    const { values } = source;
    const [name, criterion] = [text(values['category']) ?? '', text(values['criterion']) ?? ''];
    const category: Category = byName.get(nameKey(name)) ?? { id: newId<CategoryId>(staging, source), name, eligibility: '', criteria: [], announcedIn: null, announcedAt: null };
    const weight = number(values['weight']);
    const at = category.criteria.findIndex((known) => nameKey(known.name) === nameKey(criterion));
    const read = filled(category.criteria[at] ?? { name: criterion, weight: 0, description: '' }, { weight: weight === null ? null : Number((weight * 100).toFixed(6)), description: text(values['description']) });
    const said = text(values['eligibility']);
    const eligible = category.eligibility.split('; ').filter((rule) => rule !== '');
    const next: Category = {
      ...category,
      criteria: at < 0 ? [...category.criteria, read] : category.criteria.with(at, read),
      eligibility: said === null || said === category.eligibility || eligible.includes(said) ? category.eligibility : [...eligible, said].join('; '),
    };
    byName.set(nameKey(name), next);
    stage(staging, 'categories', next);
  }
}

export function stageNominations(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const categories = categoriesByName(staging);
  const find = matcher(staging.before.nominations.values(), ({ id, code, category, partner }) => [code, id, `${category} ${partner}`]);
  for (const source of recordsOf(reading, 'nominations')) {
    const { record, values } = source;
    const partner = partners.get(record.links.partner ?? '');
    const name = record.links.category ?? null;
    if (partner === undefined || name === null) continue;
    const category = (categories.get(nameKey(name)) ?? newCategory(name, staging, categories)).id;
    const code = text(values['nomination_id']);
    const nomination: Nomination = find([code, code, `${category} ${partner}`]) ?? {
      id: newId<NominationId>(staging, source), code: '', category, partner, nominator: '', nominatorSide: null, citation: '', submittedOn: null, status: null,
    };
    stage(staging, 'nominations', filled(nomination, {
      code: code === nomination.id ? null : code, category, partner, nominator: text(values['nominator']), nominatorSide: oneOf(['self', 'third_party', 'vendor'], values['nominator_side']), citation: text(values['citation']),
      submittedOn: text(values['submitted']) as LocalDate | null, status: oneOf(nominationStatuses, values['status']),
    }), source);
  }
}

/** A category that only its nominations name. */
function newCategory(name: string, staging: Staging, known: Map<string, Category>): Category {
  const category: Category = { id: staging.mint<CategoryId>(), name, eligibility: '', criteria: [], announcedIn: null, announcedAt: null };
  known.set(nameKey(name), category);
  stage(staging, 'categories', category);
  return category;
}

export function stageJudges(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const find = matcher(staging.before.judges.values(), ({ email, name }) => [email, nameKey(name)]);
  for (const source of recordsOf(reading, 'judges')) {
    const { record, values } = source;
    const name = text(values['name']) ?? '';
    const email = text(values['email']);
    const judge: Judge = find([email, nameKey(name)]) ?? { id: newId<JudgeId>(staging, source), name, email: null, affiliation: '', partner: null, role: 'judge' };
    stage(staging, 'judges', filled(judge, { name, email, affiliation: text(values['affiliation']), partner: partners.get(record.links.partner ?? '') ?? null, role: oneOf(['judge', 'chair'], values['role']) }), source);
  }
}

export function stageScores(reading: FolderReading, staging: Staging): void {
  const judges = new Map([...staging.after.judges.values()].flatMap(({ id, name, email }) => [email, name].flatMap((key) => (key === null ? [] : [[nameKey(key), id] as const]))));
  const nominations = new Map([...staging.after.nominations.values()].flatMap((nomination) => [nomination.code, nomination.id].filter((code) => code !== '').map((code) => [code, nomination] as const)));
  const keyOf = ({ judge, nomination, criterion }: Pick<Score, 'judge' | 'nomination' | 'criterion'>) => `${judge} ${nomination} ${nameKey(criterion)}`;
  const find = matcher(staging.before.scores.values(), (score) => [keyOf(score)]);
  for (const source of recordsOf(reading, 'scores')) {
    const { record, values } = source;
    const judge = judges.get(nameKey(record.links.judge ?? ''));
    const nomination = nominations.get(record.links.nomination ?? '');
    if (judge === undefined || nomination === undefined) continue;
    const written = text(values['criterion']) ?? '';
    const criterion = staging.after.categories.get(nomination.category)?.criteria.find(({ name }) => nameKey(name) === nameKey(written))?.name ?? written;
    const score: Score = find([keyOf({ judge, nomination: nomination.id, criterion })]) ?? { id: newId<ScoreId>(staging, source), judge, nomination: nomination.id, criterion, value: null, comment: '' };
    stage(staging, 'scores', filled(score, { value: number(values['score']), comment: text(values['comment']) }), source);
  }
}

export function stageCommitments(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const find = matcher(staging.before.commitments.values(), ({ id, code }) => [code, id]);
  for (const source of recordsOf(reading, 'commitments')) {
    const { record, values } = source;
    const partner = partners.get(record.links.partner ?? '');
    if (partner === undefined) continue;
    const code = text(values['commitment_id']);
    const [amount, currency] = [text(values['amount']), text(values['currency'])];
    const commitment: Commitment = find([code, code]) ?? {
      id: newId<CommitmentId>(staging, source), code: '', partner, side: null, type: null, description: '', money: null, amountWithoutCurrency: null, dueOn: null, vendorOwner: '', partnerOwner: '', status: null, madeAt: 'last-summit', inReturnFor: null, receipt: '',
    };
    stage(staging, 'commitments', filled(commitment, {
      code: code === commitment.id ? null : code, partner, side: oneOf(commitmentSides, values['side']), type: oneOf(commitmentTypes, values['type']), description: text(values['description']),
      money: amount === null || currency === null ? null : moneyOf(amount, currency), amountWithoutCurrency: amount === null || currency !== null ? null : hundredthsOf(amount),
      dueOn: text(values['due']) as LocalDate | null, vendorOwner: text(values['vendor_owner']), partnerOwner: text(values['partner_owner']), status: oneOf(commitmentStatuses, values['status']),
    }), source);
  }
}

function categoriesByName({ after }: Staging): Map<string, Category> {
  return new Map([...after.categories.values()].map((category) => [nameKey(category.name), category]));
}
