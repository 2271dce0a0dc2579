import { groupBy } from '#shared/kernel/group.ts';
import { periodKey } from '../figures/periods.ts';
import { type RecordedFigure, recordedFigures } from '../figures/recorded-figures.ts';
import { twelveMonths } from '../figures/twelve-months.ts';
import type { Context } from './context.ts';
import { addReason, type Draft, rawOf, stands, textOf } from './draft.ts';
import { findPartner } from './partner-index.ts';
import { partnerAtDomain } from './people-index.ts';
import type { Drafted } from './read-list.ts';

type Placed = RecordedFigure & { readonly draft: Draft };

/** Judges the figures of all lists together: whose they are, whether two contradict each other, and whether twelve months are complete. */
export function readFigures(lists: readonly Drafted[], context: Context): void {
  const placed: Placed[] = [];
  for (const { drafts, currencies } of lists) {
    for (const draft of drafts) {
      linkPartner(draft, context);
      percentOfScore(draft);
      if (!stands(draft)) continue;
      placed.push(...recordedFigures(draft.values, currencies).map((figure) => ({ ...figure, draft })));
    }
  }
  for (const ofPartner of groupBy(placed, ({ draft }) => draft.links.partner).values()) {
    const sure = withoutContradictions(ofPartner);
    for (const { name, code } of twelveMonths(sure, '').faults) {
      // Said once, where the newest period of that figure stands.
      const [newest] = sure.filter((figure) => figure.name === name).sort((a, b) => (b.period?.from ?? 0) - (a.period?.from ?? 0));
      if (newest !== undefined) addReason(newest.draft, 'flag', code, newest.field);
    }
  }
}

/** One partner's figure of one period is said once; said again alike it is a repetition, and said otherwise neither is believed. */
function withoutContradictions(figures: readonly Placed[]): Placed[] {
  const sure: Placed[] = [];
  const again = new Map<Draft, Draft>();
  const anew = new Set<Draft>();
  for (const same of groupBy(figures, ({ name, period, trailing }) => `${name} ${period === null ? String(trailing) : periodKey(period)}`).values()) {
    const [first] = same;
    if (first === undefined) continue;
    if (same.some(({ value, currency }) => value !== first.value || currency !== first.currency)) {
      for (const { draft, field } of same) {
        draft.values[field] = null;
        addReason(draft, 'flag', 'FIGURE_CONFLICT', field, { related: same.filter((other) => other.draft !== draft).map((other) => other.draft.line) });
      }
      continue;
    }
    sure.push(first);
    anew.add(first.draft);
    for (const { draft } of same.slice(1)) again.set(draft, again.get(draft) ?? first.draft);
  }
  for (const [draft, first] of again) if (!anew.has(draft) && draft.reasons.length === 0) addReason(draft, 'duplicate', 'FIGURE_REPEATED', null, { related: [first.line] });
  return sure;
}

function linkPartner(draft: Draft, { partners, people }: Context): void {
  const [id, name, domain] = [textOf(draft, 'account_id'), textOf(draft, 'account_name'), textOf(draft, 'domain')];
  const { link, conflict, suggest } = findPartner(partners, id, name);
  draft.links.partner = link ?? (domain === null ? null : partnerAtDomain(people, `@${domain.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')}`));
  if (!stands(draft)) return;
  if (draft.links.partner === null) addReason(draft, 'reject', 'UNKNOWN_PARTNER', name !== null ? 'account_name' : id !== null ? 'account_id' : draft.places.has('domain') ? 'domain' : 'account_name', { suggest });
  else if (conflict) addReason(draft, 'flag', 'ID_NAME_CONFLICT', 'account_name');
}

/** Health is kept from 0 to 100 and satisfaction from 0 to 10: a percentage of either is another measure. */
function percentOfScore(draft: Draft): void {
  for (const field of Object.keys(draft.values)) {
    if (!/^(?:health_score|satisfaction)(?: |$)/.test(field) || draft.values[field] === null || rawOf(draft, field)?.includes('%') !== true) continue;
    draft.values[field] = null;
    addReason(draft, 'flag', 'OUT_OF_RANGE', field);
  }
}
