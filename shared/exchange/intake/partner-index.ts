import { addKey, type KnownKeys, organisationKey, resembling } from './organisation-names.ts';
import type { KnownRecords } from './reading.ts';

/** Who has an id, and the name that was read with it. */
type Holder = { readonly link: string; readonly name: string | null };

/** Finds the partner that a row of another file means. Built while the partners are read; later rows of one partner lead to its first. */
export type PartnerIndex = {
  readonly byId: Map<string, Holder>;
  /** Name key to the partner that has it; null where several do, as branches share a name. */
  readonly byName: Map<string, string | null>;
  /** The keys of names, sorted in when somebody first asks what resembles one. */
  readonly keys: KnownKeys;
  readonly unsortedKeys: string[];
  /** Keys of names met: the people of a partner name it alike. */
  readonly met: Map<string, string>;
  /** Salesforce ids of 18 characters by their first 15. */
  readonly byShortId: Map<string, Holder>;
};

export type PartnerFound = {
  readonly link: string | null;
  /** Both were given and lead to different partners; the id has decided. */
  readonly conflict: boolean;
  /** The one partner whose name resembles the given one, where none matches. */
  readonly suggest: string | null;
};

export function emptyPartnerIndex(): PartnerIndex {
  return { byId: new Map(), byName: new Map(), keys: new Map(), unsortedKeys: [], byShortId: new Map(), met: new Map() };
}

/** How a partner is referred to: its account id, or `name:<name>` where it has none. */
export function partnerLink(id: string | null, name: string): string {
  return id ?? `name:${name}`;
}

/** What partners are called, by what links to them. */
export function namesByLink(partners: NonNullable<KnownRecords['partners']>): Map<string, string> {
  return new Map(partners.map(({ id, name, link = partnerLink(id, name) }) => [link, name]));
}

export function addPartner(index: PartnerIndex, id: string | null, name: string | null, link: string): void {
  const { byId, byName, unsortedKeys, byShortId } = index;
  if (id !== null && !byId.has(id)) byId.set(id, { link, name });
  if (id?.length === 18 && !byShortId.has(id.slice(0, 15))) byShortId.set(id.slice(0, 15), { link, name });
  if (name === null) return;
  const key = keyIn(index, name);
  const namesake = byName.get(key);
  if (namesake === undefined) unsortedKeys.push(key);
  if (namesake !== link) byName.set(key, namesake === undefined ? link : null);
}

export function findPartner(index: PartnerIndex, id: string | null, name: string | null): PartnerFound {
  const holder = id === null ? null : byId(index, id);
  // The people of a partner mostly call it as its own row does: then the id says all.
  if (holder !== null && holder.name === name) return { link: holder.link, conflict: false, suggest: null };
  const named = name === null ? null : byName(index, name);
  if (id === null) return { link: named, conflict: false, suggest: named === null && name !== null ? suggestion(index, name) : null };
  if (holder === null) return { link: null, conflict: false, suggest: named };
  return { link: holder.link, conflict: named !== null && holder.link !== named, suggest: null };
}

/** The key of a name, worked out once a name. */
export function keyIn({ met }: PartnerIndex, name: string): string {
  const known = met.get(name);
  if (known !== undefined) return known;
  const key = organisationKey(name);
  met.set(name, key);
  return key;
}

/** Salesforce writes one id with 15 or with 18 characters; the longer begins with the shorter. */
function byId(index: PartnerIndex, id: string): Holder | null {
  const found = index.byId.get(id) ?? (id.length === 18 ? index.byId.get(id.slice(0, 15)) : undefined);
  return found ?? index.byShortId.get(id) ?? null;
}

function byName(index: PartnerIndex, name: string): string | null {
  const found = index.byName.get(keyIn(index, name));
  // Some reports put the id where the name belongs.
  return found === undefined ? (index.byId.get(name)?.link ?? null) : found;
}

function suggestion(index: PartnerIndex, name: string): string | null {
  for (const key of index.unsortedKeys.splice(0)) addKey(index.keys, key);
  const near = resembling(keyIn(index, name), index.keys);
  return near === null ? null : (index.byName.get(near) ?? null);
}
