import { fieldsCalled } from './header-match.ts';
import type { HeaderLine } from './header-line.ts';
import { fieldsOf, type Kind, kinds } from './kinds.ts';

type Names = HeaderLine['names'];

/** The fields that a list of a kind is known by. A report of envelopes names who was to sign, and neither the company nor how long it holds. */
export function keyFieldsIn(kind: Kind, names: Names): readonly string[] {
  return kind === 'ndas' && tellsOfEnvelopes(names) ? ofEnvelopes : keyFields[kind];
}

/** Whether its headers let a list be of a kind. One of people is of registrations only if it says so: by two of a number, a day, a status and a host, of which one is no word that other lists of people have. */
export function mayBe(kind: Kind, names: Names): boolean {
  if (kind !== 'registrations') return true;
  const said = names.flatMap((keys) => { const key = keys.find((one) => fieldsCalled(kind, one).some((field) => ofRegistrations.has(field))); return key === undefined ? [] : [key]; });
  return said.length >= 2 && said.some((key) => !ofAnyList.has(key));
}

function tellsOfEnvelopes(names: Names): boolean {
  return names.some((keys) => keys.some((key) => /^envelopes?\b/.test(key))) && !names.some((keys) => keys.some((key) => fieldsCalled('ndas', key).includes('counterparty')));
}

const keyFields = Object.fromEntries(kinds.map((kind) => [kind, [...fieldsOf(kind)].filter(([, spec]) => spec.key === true).map(([field]) => field)])) as unknown as Record<Kind, readonly string[]>;
const ofEnvelopes = ['nda_id', 'status', 'person_email'];
const ofRegistrations: ReadonlySet<string> = new Set(['registration_id', 'order_id', 'registered', 'status', 'guest_of']);
const ofAnyList: ReadonlySet<string> = new Set(['status', 'state', 'created', 'created at', 'created on', 'created date', 'date created', 'registered by']);
