import type { FileReading } from '#shared/exchange/intake/reading.ts';
import { baseField, fieldsOf, type Kind, kinds, specOf } from '#shared/exchange/recognise/kinds.ts';
import { columnKeys, type Mapping } from '#shared/exchange/recognise/mapping.ts';
import { type DryRun, sayColumns } from '#renderer/app/import-files.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';

/** A list whose columns a planner names: what it was taken for, if anything, and a few cells of each column. */
export type NamedList = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly kind: Kind | null;
  readonly fields: readonly (string | null)[];
  readonly asMapped: boolean;
};

/** Asks what kind of list it is and which column is which, remembers the answer for these headers on this device, and reads the files again. */
export async function nameColumns(planner: Planner, run: DryRun, list: NamedList): Promise<void> {
  const first = await planner.fill({
    title: `Columns of ${list.name}`, submit: 'Next', initial: { kind: list.kind },
    intro: 'What you say is remembered on this device for every file with the same headers, whatever their order.',
    fields: [{ name: 'kind', label: 'One row is', kind: 'choice', required: true, choices: kinds.map((kind) => ({ value: kind, label: kindText[kind] })) }, ...(list.asMapped ? [{ name: 'forget', label: 'Forget what I said of these headers', kind: 'flag' as const }] : [])],
  });
  if (first === null) return;
  const kind = kinds.find((one) => one === first['kind']);
  if (first['forget'] === true) return sayColumns(planner, run, list.headers, null);
  const mapping = kind === undefined ? null : await askFields(planner, list, kind);
  if (mapping !== null) await sayColumns(planner, run, list.headers, mapping);
}

async function askFields(planner: Planner, list: NamedList, kind: Kind): Promise<Mapping | null> {
  const choices = [...fieldsOf(kind).keys()].map((field) => ({ value: field, label: fieldText(field) }));
  const keys = columnKeys(list.headers);
  const columns = keys.flatMap((key, index) => (key === '' ? [] : [{ key, index, name: `column-${index}` }]));
  const values = await planner.fill({
    title: `Columns of ${list.name}`, submit: 'Use these columns',
    initial: Object.fromEntries(columns.map(({ name, index }) => [name, kind === list.kind ? (list.fields[index] ?? null) : null])),
    fields: columns.map(({ name, index }) => ({ name, label: list.headers[index] ?? '', kind: 'choice', width: 'half', placeholder: 'Not used', choices, hint: sampleText(list.samples[index] ?? []) })),
    check: (said) => {
      const taken = new Map<string, string>();
      for (const { name } of columns) {
        const field = textIn(said, name);
        const other = taken.get(field);
        if (field !== '' && other !== undefined && specOf(kind, field)?.repeats !== true) return { [name]: `${fieldText(field)} is taken already by another column.` };
        taken.set(field, name);
      }
      return [...taken.keys()].some((field) => field !== '') ? {} : { '': 'Name at least one column.' };
    },
  });
  return values === null ? null : { kind, fields: Object.fromEntries(columns.map(({ key, name }) => [key, textIn(values, name) || null])) };
}

function sampleText(samples: readonly string[]): string {
  return samples.length === 0 ? 'Empty in the first rows' : `For example ${samples.join(' · ')}`;
}

/** `revenue_ttm` → `Revenue ttm`. */
function fieldText(field: string): string {
  const words = fieldNames[field] ?? field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the name of a field says too little. */
const fieldNames: Readonly<Record<string, string>> = { account_id: 'account id', account_name: 'organisation', cam_name: 'channel account manager', cam_email: 'channel account manager’s e-mail', revenue_ttm: 'revenue, last 12 months', revenue_prior: 'revenue, the 12 months before', deal_regs: 'deal registrations', certs_required: 'certifications required', mdf_used: 'MDF used', mdf_allocated: 'MDF allocated', pac_member: 'PAC member', nda_id: 'agreement number', nda_required: 'NDA required', first: 'first name', last: 'family name', full_name: 'first and family name in one', domain: 'partner’s web or mail domain', metric: 'which figure the value is', value: 'value of the figure named beside it', acv: 'ACV', arr: 'ARR', approved_deals: 'approved deals' };

const kindText: Readonly<Record<Kind, string>> = {
  rooms: 'a room', executives: 'an executive of ours', partners: 'a partner', contacts: 'a person at a partner', registrations: 'a registration of a person', metrics: 'figures of a partner, of one period or several', agenda: 'a session', ndas: 'an NDA', meeting_requests: 'a meeting request', award_categories: 'a criterion of an award category', nominations: 'a nomination', judges: 'a judge', scores: 'a score', commitments: 'a commitment',
};

/** The list of a file, as its columns are named anew. */
export function listOf({ name, sheet, columns, cellSamples, kind, asMapped }: FileReading): NamedList {
  return { name: sheet === null ? name : `${name}, ${sheet}`, headers: columns.map(({ header }) => header), samples: cellSamples, kind: kinds.find((one) => one === kind) ?? null, fields: columns.map(({ field }) => (field === null ? null : baseField(field))), asMapped };
}
