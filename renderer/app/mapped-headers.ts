import { z } from 'zod';
import { type Kind, kinds } from '#shared/exchange/recognise/kinds.ts';
import type { Mapping, Mappings } from '#shared/exchange/recognise/mapping.ts';

const noted = 'summit-planner.mapped-headers';
const Remembered = z.record(z.string(), z.object({ kind: z.enum(kinds), fields: z.record(z.string(), z.string().nullable()) }));

/** What was said on this device of sets of headers, for every summit: the next export of the same report has the same columns. */
export function mappedHeaders(): Mappings {
  try {
    const read = Remembered.safeParse(JSON.parse(localStorage.getItem(noted) ?? '{}'));
    return read.success ? (read.data as Record<string, Mapping & { readonly kind: Kind }>) : {};
  } catch {
    return {};
  }
}

export function rememberHeaders(set: string, mapping: Mapping): void {
  rememberAll({ [set]: mapping });
}

/** What another device, or somebody by hand, says of sets of headers goes before what was said here. */
export function rememberAll(mappings: Mappings): void {
  localStorage.setItem(noted, JSON.stringify({ ...mappedHeaders(), ...mappings }));
}

export function forgetHeaders(set: string): void {
  localStorage.setItem(noted, JSON.stringify(Object.fromEntries(Object.entries(mappedHeaders()).filter(([known]) => known !== set))));
}
