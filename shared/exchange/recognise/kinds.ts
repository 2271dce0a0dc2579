import type { VocabularyName } from './vocabularies.ts';

/** The kinds of list a summit needs, each after those it refers to. */
export const kinds = [
  'rooms', 'executives', 'partners', 'contacts', 'registrations', 'metrics', 'agenda', 'ndas', 'meeting_requests', 'award_categories', 'nominations', 'judges', 'scores', 'commitments',
] as const;
export type Kind = (typeof kinds)[number];

/** Lists whose columns alone say what they are. Figures of partners are known by the periods in their headers: see `figures/`. */
export const listedKinds: readonly Kind[] = kinds.filter((kind) => kind !== 'metrics');

/** How a field's cells are read. */
export type FieldKind =
  | 'text' | 'long' | 'phone' | 'email' | 'person' | 'money' | 'amount' | 'currency' | 'pct' | 'int' | 'dec' | 'date' | 'time' | 'moment' | 'flag' | 'list' | 'ivals' | 'pday' | 'country' | 'word';

export type FieldSpec = {
  readonly kind: FieldKind;
  readonly words?: VocabularyName;
  /** Inclusive bounds; outside them the cell is flagged and counts as missing. */
  readonly range?: readonly [number, number];
  /** A list of this kind is not recognised without most of its key fields. */
  readonly key?: true;
  /** Only read to fill other fields. */
  readonly aside?: true;
  /** Several columns may say it, one a period, which then stands behind the name of the field: `revenue 2025-Q1`. */
  readonly repeats?: true;
};

const text = { kind: 'text' } as const;
const keyText = { kind: 'text', key: true } as const;
const word = (words: VocabularyName): FieldSpec => ({ kind: 'word', words });
const most = Number.POSITIVE_INFINITY;

/** When people come and go, the hours they take meetings in, and how many in all. */
const time = { arrives: { kind: 'moment' }, departs: { kind: 'moment' }, works_from: { kind: 'time' }, works_until: { kind: 'time' }, max_meetings_in_all: { kind: 'int' } } as const;

const sum = { kind: 'money', repeats: true } as const;
const count = { kind: 'int', repeats: true } as const;

/** What is measured of a partner. Where two say one thing (revenue, bookings), the first of a list is read. */
const figures = {
  revenue: sum, bookings: sum, acv: sum, arr: sum, pipeline: sum, weighted_pipeline: sum, deal_regs: count, approved_deals: count, win_rate: { kind: 'pct', range: [0, 1], repeats: true },
  certified_people: count, certifications: count, certs_required: count, mdf_used: sum, mdf_allocated: sum, health_score: { kind: 'dec', range: [0, 100], repeats: true }, satisfaction: { kind: 'dec', range: [0, 10], repeats: true },
} as const;
export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as readonly FigureName[];

/** Fields of every kind in the order of our own exports. */
export const fields = {
  rooms: { room: keyText, capacity: { kind: 'int', range: [1, most], key: true }, floor: text, equipment: { kind: 'list' }, confidential: { kind: 'flag' }, at_once: { kind: 'int', range: [1, most] }, reserved: { kind: 'flag' }, closed_times: { kind: 'list' } },
  executives: {
    name: keyText, title: text, email: { kind: 'email', key: true }, topics: { kind: 'list' }, max_meetings: { kind: 'int', key: true },
    unavailable_1: { kind: 'ivals' }, unavailable_2: { kind: 'ivals' }, unavailable_3: { kind: 'ivals' }, unavailable_4: { kind: 'ivals' }, unavailable_5: { kind: 'ivals' }, unavailable_6: { kind: 'ivals' }, unavailable_7: { kind: 'ivals' },
    fixed_room: text, not_available: { kind: 'list', aside: true }, ...time,
  },
  partners: {
    account_id: keyText, name: keyText, cam_name: text, cam_email: { kind: 'email' }, partner_type: word('partner_type'), tier: { ...word('tier'), key: true }, region: word('region'), country: { kind: 'country' },
    city: text, vertical: text, segment: text, revenue_ttm: { kind: 'money', key: true }, revenue_prior: { kind: 'money' }, pipeline_open: { kind: 'money' }, deal_regs: { kind: 'int' },
    win_rate: { kind: 'pct', range: [0, 1] }, certified_people: { kind: 'int' }, certs_required: { kind: 'int' }, mdf_used: { kind: 'money' }, mdf_allocated: { kind: 'money' },
    health_score: { kind: 'int', range: [0, 100] }, satisfaction: { kind: 'dec', range: [0, 10] }, vendor_sponsor: text, partner_sponsor: text, pac_member: { kind: 'flag' }, strategic: { kind: 'flag' },
    risk_note: { kind: 'long' }, last_review: { kind: 'date' },
    min_meetings_in_all: { kind: 'int' }, max_meetings_in_all: { kind: 'int' }, max_meetings_a_day: { kind: 'int' }, keep_apart_from: { kind: 'list' },
  },
  contacts: {
    contact_id: text, first: keyText, last: keyText, full_name: { kind: 'text', aside: true }, title: text, email: { kind: 'email', key: true }, phone: { kind: 'phone' }, account_name: text, account_id: text,
    role: word('role'), dietary: { kind: 'list' }, accessibility: text, max_meetings_a_day: { kind: 'int' }, not_available: { kind: 'list' }, ...time,
  },
  registrations: {
    registration_id: text, order_id: text, first: keyText, last: keyText, full_name: { kind: 'text', aside: true }, title: text, email: { kind: 'email', key: true }, phone: { kind: 'phone' }, account_name: text, account_id: text,
    role: word('attendee_type'), registered: { kind: 'date' }, status: word('registration_status'), order_type: text, guest_of: text, dietary: { kind: 'list' }, accessibility: text,
  },
  metrics: {
    account_id: text, account_name: keyText, domain: text, period: text, year: text, metric: text, value: { kind: 'dec', repeats: true }, currency: { kind: 'currency', aside: true }, ...figures,
  },
  agenda: {
    session_id: text, session: keyText, session_kind: word('session_kind'), date: { kind: 'date' }, start: { kind: 'moment', key: true }, end: { kind: 'moment', key: true }, hours: { kind: 'text', aside: true }, room: text, audience: text, nda_required: { kind: 'flag' },
  },
  ndas: {
    nda_id: text, account_id: text, counterparty: keyText, level: word('nda_level'), person_name: text, person_email: { kind: 'email' }, agreement_type: word('agreement_type'), status: { ...word('nda_status'), key: true },
    sent: { kind: 'date' }, signed: { kind: 'date' }, countersigned: { kind: 'date' }, effective: { kind: 'date' }, expiry: { kind: 'date', key: true }, scope: text, term: { kind: 'text', aside: true }, auto_renew: { kind: 'flag', aside: true },
  },
  meeting_requests: {
    request_id: text, account_id: text, account_name: keyText, host: { kind: 'person', key: true }, side: word('side'), priority: { ...word('priority'), key: true }, topic: text, duration: { kind: 'int' }, confidential: { kind: 'flag' },
    attendees: { kind: 'list' }, preferred_day: { kind: 'pday' }, part_of_day: word('part_of_day'),
    planner_weight: { kind: 'int', range: [1, 5] }, co_hosts: { kind: 'list' }, other_partners: { kind: 'list' }, optional_attendees: { kind: 'list' }, optional_hosts: { kind: 'list' },
    allowed_days: { kind: 'list' }, allowed_part: word('part_of_day'), allowed_rooms: { kind: 'list' }, no_thanks: text, booked_at: { kind: 'time', aside: true }, booked_room: { kind: 'text', aside: true },
  },
  award_categories: { category: keyText, criterion: keyText, weight: { kind: 'pct', key: true }, description: text, eligibility: text },
  nominations: {
    nomination_id: text, category: keyText, account_id: text, account_name: keyText, nominator: text, nominator_side: word('nominator_side'), citation: { kind: 'long', key: true }, submitted: { kind: 'date' }, status: word('nomination_status'),
  },
  judges: { name: keyText, email: { kind: 'email' }, affiliation: keyText, role: word('judge_role') },
  scores: { judge: { kind: 'person', key: true }, nomination_id: keyText, account_name: { kind: 'text', aside: true }, category: { kind: 'text', aside: true }, criterion: text, score: { kind: 'dec', range: [1, 10], key: true }, comment: text },
  commitments: {
    commitment_id: text, account_id: text, account_name: keyText, side: word('commitment_side'), type: { ...word('commitment_type'), key: true }, description: text, amount: { kind: 'amount' }, currency: { kind: 'currency' }, due: { kind: 'date', key: true },
    vendor_owner: text, partner_owner: text, status: word('commitment_status'),
  },
} as const satisfies Record<Kind, Readonly<Record<string, FieldSpec>>>;

export function fieldsOf(kind: Kind): ReadonlyMap<string, FieldSpec> {
  return fieldMaps[kind];
}

/** The field without the period behind it. */
export function baseField(field: string): string {
  const blank = field.indexOf(' ');
  return blank < 0 ? field : field.slice(0, blank);
}

export function specOf(kind: Kind, field: string): FieldSpec | undefined {
  return fieldMaps[kind].get(baseField(field));
}

const fieldMaps = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, FieldSpec>(Object.entries(fields[kind]))])) as unknown as Record<Kind, ReadonlyMap<string, FieldSpec>>;
