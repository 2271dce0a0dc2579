import { add, change, type Change, drop, set } from '../kernel/change.ts';
import type { JudgeId, MintId, NominationId, RecusalId, ScoreId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { worksForNominee } from './conflicts.ts';
import type { Judge, Recusal, Score } from './judging.ts';
import type { Nomination } from './nomination.ts';
import { type AwardTables, isInTheRunning } from './scoring.ts';

export type JudgingProblem =
  | { readonly code: 'no-such-judge'; readonly judge: JudgeId }
  | { readonly code: 'no-such-nomination'; readonly nomination: NominationId }
  | { readonly code: 'no-such-criterion'; readonly criterion: string }
  | { readonly code: 'score-out-of-range'; readonly value: number }
  | { readonly code: 'not-in-the-running'; readonly nomination: NominationId }
  | { readonly code: 'judge-works-for-nominee'; readonly judge: JudgeId }
  | { readonly code: 'judge-is-recused'; readonly judge: JudgeId }
  | { readonly code: 'scores-are-locked'; readonly nomination: NominationId }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'already-recused'; readonly recusal: RecusalId }
  | { readonly code: 'no-such-recusal'; readonly recusal: RecusalId };

export type ScoreInput = Pick<Score, 'judge' | 'nomination' | 'criterion' | 'value' | 'comment'>;

/** Records what a judge gives, 1 to 10 or null to clear it. Scores are locked once the category is announced. */
export function score(tables: AwardTables, input: ScoreInput, mint: MintId): Result<Change, JudgingProblem> {
  const pair = pairOf(tables, input);
  if (!pair.ok) return pair;
  const { judge, nomination } = pair.value;
  const category = tables.categories.get(nomination.category);
  if (!category?.criteria.some(({ name }) => name === input.criterion)) return err({ code: 'no-such-criterion', criterion: input.criterion });
  if (input.value !== null && !(input.value >= 1 && input.value <= 10)) return err({ code: 'score-out-of-range', value: input.value });
  if (!isInTheRunning(nomination)) return err({ code: 'not-in-the-running', nomination: nomination.id });
  if (category.announcedAt !== null) return err({ code: 'scores-are-locked', nomination: nomination.id });
  if (worksForNominee(judge, nomination)) return err({ code: 'judge-works-for-nominee', judge: judge.id });
  if (recusalOf(tables, judge.id, nomination.id)) return err({ code: 'judge-is-recused', judge: judge.id });
  const earlier = [...tables.scores.values()].find(
    (each) => each.judge === input.judge && each.nomination === input.nomination && each.criterion === input.criterion,
  );
  const label = `Score ${nomination.code || category.name} on ${input.criterion}`;
  if (earlier) return ok(change(label, [set('scores', earlier, { value: input.value, comment: input.comment })]));
  return ok(change(label, [add('scores', { id: mint<ScoreId>(), ...input } satisfies Score)]));
}

export type RecusalInput = Pick<Recusal, 'judge' | 'nomination' | 'kind' | 'reason'>;

/** Takes a judge off a nomination, by the planner (recused) or at their own wish (abstained). Scores already given are kept and stray. */
export function recuse(tables: AwardTables, input: RecusalInput, mint: MintId): Result<Change, JudgingProblem> {
  const pair = pairOf(tables, input);
  if (!pair.ok) return pair;
  const { judge, nomination } = pair.value;
  if (input.reason.trim() === '') return err({ code: 'reason-missing' });
  const earlier = recusalOf(tables, judge.id, nomination.id);
  if (earlier) return err({ code: 'already-recused', recusal: earlier.id });
  const recusal: Recusal = { ...input, id: mint<RecusalId>() };
  return ok(change(`${input.kind === 'recused' ? 'Recuse' : 'Record abstention of'} ${judge.name}`, [add('recusals', recusal)], input.reason));
}

/** Puts a judge back on a nomination; the scores they gave count again. */
export function reinstate(tables: AwardTables, id: RecusalId): Result<Change, JudgingProblem> {
  const recusal = tables.recusals.get(id);
  if (!recusal) return err({ code: 'no-such-recusal', recusal: id });
  return ok(change(`Reinstate ${tables.judges.get(recusal.judge)?.name ?? 'judge'}`, [drop('recusals', recusal)]));
}

export function recusalOf({ recusals }: Pick<AwardTables, 'recusals'>, judge: JudgeId, nomination: NominationId): Recusal | undefined {
  return [...recusals.values()].find((each) => each.judge === judge && each.nomination === nomination);
}

function pairOf(tables: AwardTables, ids: { readonly judge: JudgeId; readonly nomination: NominationId }): Result<{ judge: Judge; nomination: Nomination }, JudgingProblem> {
  const judge = tables.judges.get(ids.judge);
  const nomination = tables.nominations.get(ids.nomination);
  if (!judge) return err({ code: 'no-such-judge', judge: ids.judge });
  if (!nomination) return err({ code: 'no-such-nomination', nomination: ids.nomination });
  return ok({ judge, nomination });
}
