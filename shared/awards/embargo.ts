import { change, type Change, set } from '../kernel/change.ts';
import type { CategoryId, NominationId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Instant, instantOf } from '../kernel/time.ts';
import type { SessionTable } from '../summit/session.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import type { Category } from './category.ts';
import { type Measure, type Ranking, rankings } from './ranking.ts';
import type { AwardTables } from './scoring.ts';

export type EmbargoTables = AwardTables & SessionTable & SummitTable;

/** A category's standings where they may be shown, or the moment from which they may; null: nobody has set one. */
export type VisibleRanking =
  | { readonly category: CategoryId; readonly embargoed: false; readonly ranking: Ranking }
  | { readonly category: CategoryId; readonly embargoed: true; readonly until: Instant | null };

/**
 * The standings as anyone but the panel may see them at a moment. Every screen, search, export, book and badge asks this function and none
 * other, so that no winner leaks before the announcement.
 */
export function visibleRanking(tables: EmbargoTables, now: Instant, measure: Measure = 'plain'): VisibleRanking[] {
  return rankings(tables, measure).map((ranking): VisibleRanking => {
    const category = tables.categories.get(ranking.category);
    const until = category ? embargoEnd(tables, category) : null;
    return until !== null && until <= now
      ? { category: ranking.category, embargoed: false, ranking }
      : { category: ranking.category, embargoed: true, until };
  });
}

/** The winners that may be named at a moment, by category; a category whose first place is tied has several. */
export function visibleWinners(tables: EmbargoTables, now: Instant): Map<CategoryId, readonly NominationId[]> {
  const open = visibleRanking(tables, now).flatMap((visible) => (visible.embargoed ? [] : [visible.ranking]));
  return new Map(open.map(({ category, standings }) => [category, standings.filter(({ rank }) => rank === 1).map(({ nomination }) => nomination)]));
}

/** When the winner may be named: the moment the planner lifted the embargo, else the start of the session that announces it. */
export function embargoEnd(tables: SessionTable & SummitTable, { announcedAt, announcedIn }: Pick<Category, 'announcedAt' | 'announcedIn'>): Instant | null {
  if (announcedAt !== null) return announcedAt;
  const startsAt = announcedIn === null ? null : (tables.sessions.get(announcedIn)?.startsAt ?? null);
  return startsAt === null ? null : instantOf(startsAt, theSummit(tables).zone);
}

export type EmbargoProblem =
  | { readonly code: 'no-such-category'; readonly category: CategoryId }
  | { readonly code: 'already-announced'; readonly category: CategoryId; readonly at: Instant }
  | { readonly code: 'nothing-to-announce'; readonly category: CategoryId }
  | { readonly code: 'not-announced'; readonly category: CategoryId };

/** Lifts the embargo of a category now. Refuses one without a single score, which would announce nobody. */
export function announce(tables: EmbargoTables, id: CategoryId, now: Instant): Result<Change, EmbargoProblem> {
  const category = tables.categories.get(id);
  if (!category) return err({ code: 'no-such-category', category: id });
  if (category.announcedAt !== null) return err({ code: 'already-announced', category: id, at: category.announcedAt });
  const ranking = rankings(tables).find((each) => each.category === id);
  if (!ranking?.standings.some(({ rank }) => rank === 1)) return err({ code: 'nothing-to-announce', category: id });
  return ok(change(`Announce ${category.name}`, [set('categories', category, { announcedAt: now })]));
}

/** Takes an announcement back, for one made by mistake; the session's start still ends the embargo. */
export function putUnderEmbargo(tables: EmbargoTables, id: CategoryId): Result<Change, EmbargoProblem> {
  const category = tables.categories.get(id);
  if (!category) return err({ code: 'no-such-category', category: id });
  if (category.announcedAt === null) return err({ code: 'not-announced', category: id });
  return ok(change(`Put ${category.name} under embargo`, [set('categories', category, { announcedAt: null })]));
}
