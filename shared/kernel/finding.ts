/** What a rule has to say about the summit. A blocker stops a release or a print; a warning and an advice do not. */
export type Severity = 'blocker' | 'warning' | 'advice';

/** A row that a finding speaks of, by table and id. */
export type Subject = { readonly table: string; readonly id: string };

export type Finding = {
  /** Stable code of the rule, such as `nda-unknown-expiry`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where a planner mends it: the id of a place in the frame. */
  readonly place: Place;
  readonly subjects: readonly Subject[];
  /** Names the people and the rule in plain words, and says what to do. */
  readonly text: string;
};

/** The places of the frame in the order of the job. */
export const places = [
  'overview', 'set-up', 'partners', 'people', 'invitees', 'ndas', 'agenda', 'meetings', 'awards', 'commitments',
  'follow-through', 'books', 'exchange', 'history',
] as const;
export type Place = (typeof places)[number];
