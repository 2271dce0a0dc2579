import { change, type Change, drop, set } from '../kernel/change.ts';
import type { CategoryId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { folded } from '../kernel/text.ts';
import type { Category } from './category.ts';
import type { Score } from './judging.ts';
import type { AwardTables } from './scoring.ts';

export type Criterion = Category['criteria'][number];

export type CriterionProblem =
  | { readonly code: 'no-such-category'; readonly category: CategoryId }
  | { readonly code: 'no-such-criterion'; readonly criterion: string }
  | { readonly code: 'scores-are-locked'; readonly category: CategoryId }
  | { readonly code: 'criterion-named-twice'; readonly name: string };

/** Adds a criterion (`old` null) or changes one. Scores are kept by the criterion's name, so a new name takes them along. */
export function putCriterion(tables: AwardTables, id: CategoryId, old: string | null, criterion: Criterion): Result<Change, CriterionProblem> {
  const found = openCategory(tables, id, old);
  if (!found.ok) return found;
  const category = found.value;
  const others = category.criteria.filter(({ name }) => name !== old);
  if (others.some(({ name }) => folded(name) === folded(criterion.name))) return err({ code: 'criterion-named-twice', name: criterion.name });
  if (old === null) return ok(change(`Add ${criterion.name} to ${category.name}`, [set('categories', category, { criteria: [...category.criteria, criterion] })]));
  const renamed = criterion.name === old ? [] : scoresOn(tables, id, old).map((score) => set('scores', score, { criterion: criterion.name }));
  const criteria = category.criteria.map((each) => (each.name === old ? criterion : each));
  return ok(change(`Change ${criterion.name} of ${category.name}`, [set('categories', category, { criteria }), ...renamed]));
}

/** Removes a criterion with the scores given on it. */
export function dropCriterion(tables: AwardTables, id: CategoryId, name: string): Result<Change, CriterionProblem> {
  const found = openCategory(tables, id, name);
  if (!found.ok) return found;
  const category = found.value;
  const criteria = category.criteria.filter((each) => each.name !== name);
  return ok(change(`Remove ${name} from ${category.name}`, [set('categories', category, { criteria }), ...scoresOn(tables, id, name).map((score) => drop('scores', score))]));
}

/** Scores given on one criterion of a category, whether or not they count. */
export function scoresOn({ scores, nominations }: AwardTables, category: CategoryId, criterion: string): Score[] {
  return [...scores.values()].filter((score) => score.criterion === criterion && nominations.get(score.nomination)?.category === category);
}

/** Once announced, what the winner was chosen by may no longer change. */
function openCategory(tables: AwardTables, id: CategoryId, criterion: string | null): Result<Category, CriterionProblem> {
  const category = tables.categories.get(id);
  if (!category) return err({ code: 'no-such-category', category: id });
  if (category.announcedAt !== null) return err({ code: 'scores-are-locked', category: id });
  if (criterion !== null && !category.criteria.some(({ name }) => name === criterion)) return err({ code: 'no-such-criterion', criterion });
  return ok(category);
}
