import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type Agreement, type AgreementEnding, agreementEndings } from '#shared/agreements/agreement.ts';
import type { Partner } from '#shared/partners/partner.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { money } from '#shared/kernel/money.ts';
import { agreement, partner } from './selection.ts';

/** Where the input sets lie; null when there are none on this machine. */
export function inputsFolder(): string | null {
  const folder = `${process.env['SUMMIT_DATA'] ?? '../shared/data'}/inputs`;
  return existsSync(folder) ? folder : null;
}

type Values = Readonly<Record<string, string | number | boolean | null>>;
type Entry = { readonly line: number; readonly disposition: string; readonly values: Values; readonly links?: { readonly partner: string | null } };
type FileTruth = {
  readonly path: string; readonly encoding: string; readonly delimiter: string; readonly header_line: number; readonly expected_is_complete: boolean; readonly expected: readonly Entry[];
  readonly columns: readonly { readonly index: number; readonly field: string | null }[]; readonly duplicate_groups: readonly { readonly keep_line: number; readonly lines: readonly number[] }[];
  readonly issues: readonly { readonly line: number; readonly disposition: string; readonly reasons: readonly { readonly field?: string }[] }[];
};
type Truth = {
  readonly summit_days: readonly LocalDate[];
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly files: Readonly<Record<string, FileTruth>>;
  readonly aggregates: {
    readonly nda_coverage: Readonly<Record<'organisation' | 'person_only' | 'waived_only' | 'persons', Readonly<Record<string, number>>>> & { readonly covered_partner_ids: Readonly<Record<string, readonly string[]>> };
    readonly revenue_concentration: { readonly top_partners: number; readonly share_of_partners: number; readonly share_of_revenue: number };
    readonly total_revenue: { readonly currency: string };
  };
};

/** One input set's partners and NDA register as rows, read independently of the application's own importer. */
export function registerOf(folder: string, set: string): { truth: Truth; partners: Partner[]; agreements: Agreement[] } {
  const truth = JSON.parse(readFileSync(`${folder}/${set}.truth.json`, 'utf8')) as Truth;
  const partners = new Map<string, Partner>();
  for (const values of rowsOf(folder, set, truth, 'partners')) {
    const id = text(values['account_id']) ?? `name:${text(values['name']) ?? ''}`;
    const revenue = values['revenue_ttm'];
    if (!partners.has(id)) partners.set(id, partner(id, { name: text(values['name']) ?? '', performance: { revenue: revenue === null || revenue === undefined ? null : money(amountOf(revenue), truth.aggregates.total_revenue.currency) } }));
  }
  const byName = new Map([...partners].map(([id, { name }]) => [nameKey(name), id]));
  const agreements = rowsOf(folder, set, truth, 'ndas').map((values, index) => {
    const id = text(values['account_id']);
    return agreementOf(`nda-${index}`, id !== null && partners.has(id) ? id : (byName.get(nameKey(text(values['counterparty']) ?? '')) ?? null), values, truth);
  });
  return { truth, partners: [...partners.values()], agreements };
}

function agreementOf(id: string, of: string | null, values: Values, { vocabularies }: Truth): Agreement {
  const word = text(values['status']);
  const status = word === null ? null : (vocabularies['nda_status']?.[word.toLowerCase()] ?? (Object.values(vocabularies['nda_status'] ?? {}).includes(word) ? word : 'unknown'));
  const level = vocabularies['nda_level']?.[(text(values['level']) ?? '').toLowerCase()] ?? text(values['level']);
  const date = (field: string) => text(values[field]) as LocalDate | null;
  const ending = agreementEndings.find((event): event is AgreementEnding => event === status);
  return agreement(id, of, {
    level: level === 'person' ? 'person' : 'organisation', personEmail: text(values['person_email'])?.toLowerCase() ?? null,
    reportedStage: ending ? null : (status as Agreement['reportedStage']), evergreen: status === 'evergreen', ending: ending ? { event: ending, on: null, approver: '', reason: '', until: null } : null,
    sentOn: date('sent'), partnerSignedOn: date('signed'), countersignedOn: date('countersigned'), effectiveOn: date('effective'), expiresOn: date('expiry'),
  });
}

/** The distinct usable rows of a file: the expected values where they are complete, else the file itself with the faulty cells blanked. */
function rowsOf(folder: string, set: string, truth: Truth, name: string): Values[] {
  const file = truth.files[name];
  if (!file) throw new Error(`no ${name}`);
  const dropped = new Set(file.issues.filter(({ disposition }) => !['accept', 'flag'].includes(disposition)).map(({ line }) => line));
  if (file.expected_is_complete) return file.expected.filter(({ line }) => !dropped.has(line)).map(({ values }) => values);
  const raw = Papa.parse<string[]>(readFileSync(`${folder}/${set}/${file.path}`, 'utf8').replace(/^\uFEFF/, ''), { delimiter: file.delimiter }).data;
  const sampled = new Map(file.expected.map(({ line, values }) => [line, values]));
  let line = 1;
  return raw.flatMap((cells) => {
    const at = line;
    line += 1 + cells.join('').split(/\r\n|\n/).length - 1;
    if (at <= file.header_line || dropped.has(at) || cells.join('') === '') return [];
    return [sampled.get(at) ?? Object.fromEntries(file.columns.flatMap(({ index, field }) => (field === null ? [] : [[field, read(cells[index] ?? '')]])))];
  });
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function read(cell: string): string | null {
  const clean = cell.normalize('NFC').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\s+/g, ' ').trim();
  if (['', 'N/A', 'n/a', '#N/A', '-', 'TBD', 'TBC'].includes(clean)) return null;
  const [, dayOfMonth, month, year] = /^(\d\d)-([A-Z][a-z]{2})-(\d{4})$/.exec(clean) ?? [];
  return month ? `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${dayOfMonth}` : clean;
}

/** `1.234,56 €` and `1234.56`. */
function amountOf(value: string | number | boolean): number {
  const written = String(value);
  return Number(written.includes(',') ? written.replace(/[^\d,-]/g, '').replace(',', '.') : written);
}

const legalForms = /\s(inc|incorporated|corp|corporation|llc|ltd|limited|plc|gmbh|ag|sas|sarl|sa|bv|nv|srl|spa|sl|lda|ltda|ab|as|aps|oy|sp z oo|sro|co|pte|pty|pvt|kk|fze)$/;

/** The documented rule of the input sets for equal organisation names. */
function nameKey(name: string): string {
  let key = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/&/g, ' and ').replace(/[.'’/]/g, '').replace(/株式会社|有限公司|주식회사/g, ' ')
    .replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/æ/g, 'ae').replace(/đ/g, 'd').replace(/ß/g, 'ss').replace(/ı/g, 'i').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  for (let next = key.replace(legalForms, ''); next !== key; next = key.replace(legalForms, '')) key = next;
  return key;
}

function text(value: Values[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
