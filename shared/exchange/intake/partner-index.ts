import { addKey, type KnownKeys, organisationKey, resembling } from './organisation-names.ts';

/** Finds the partner that a row of another file means. Built while the partners are read; later rows of one partner lead to its first. */
export type PartnerIndex = {
  readonly byId: Map<string, string>;
  /** Name key to the partners that have it: more than one where branches share a name. */
  readonly byName: Map<string, Set<string>>;
  readonly keys: KnownKeys;
  /** Keys of names met: the people of a partner name it alike. */
  readonly met: Map<string, string>;
  /** Salesforce ids of 18 characters by their first 15. */
  readonly byShortId: Map<string, string>;
};

export type PartnerFound = {
  readonly link: string | null;
  /** Both were given and lead to different partners; the id has decided. */
  readonly conflict: boolean;
  /** The one partner whose name resembles the given one, where none matches. */
  readonly suggest: string | null;
};

export function emptyPartnerIndex(): PartnerIndex {
  return { byId: new Map(), byName: new Map(), keys: new Map(), byShortId: new Map(), met: new Map() };
}

/** How a partner is referred to: its account id, or `name:<name>` where it has none. */
export function partnerLink(id: string | null, name: string): string {
  return id ?? `name:${name}`;
}

export function addPartner(index: PartnerIndex, id: string | null, name: string | null, link: string): void {
  const { byId, byName, keys, byShortId } = index;
  if (id !== null && !byId.has(id)) byId.set(id, link);
  if (id?.length === 18 && !byShortId.has(id.slice(0, 15))) byShortId.set(id.slice(0, 15), link);
  if (name === null) return;
  const key = keyIn(index, name);
  if (!byName.has(key)) addKey(keys, key);
  byName.set(key, (byName.get(key) ?? new Set()).add(link));
}

export function findPartner(index: PartnerIndex, id: string | null, name: string | null): PartnerFound {
  const named = name === null ? null : byName(index, name);
  if (id === null) return { link: named, conflict: false, suggest: named === null && name !== null ? suggestion(index, name) : null };
  const link = byId(index, id);
  return { link, conflict: link !== null && named !== null && link !== named, suggest: link === null ? named : null };
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
function byId(index: PartnerIndex, id: string): string | null {
  const found = index.byId.get(id) ?? (id.length === 18 ? index.byId.get(id.slice(0, 15)) : undefined);
  return found ?? index.byShortId.get(id) ?? null;
}

function byName(index: PartnerIndex, name: string): string | null {
  const found = index.byName.get(keyIn(index, name));
  // Some reports put the id where the name belongs.
  if (found === undefined) return index.byId.get(name) ?? null;
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function suggestion(index: PartnerIndex, name: string): string | null {
  const near = resembling(keyIn(index, name), index.keys);
  const links = near === null ? undefined : index.byName.get(near);
  return links?.size === 1 ? ([...links][0] ?? null) : null;
}
