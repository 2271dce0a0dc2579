import type { Category } from '#shared/awards/category.ts';
import { type Criterion, dropCriterion, putCriterion, scoresOn } from '#shared/awards/criteria.ts';
import { announce, putUnderEmbargo } from '#shared/awards/embargo.ts';
import { recuse, reinstate } from '#shared/awards/judge.ts';
import type { Judge } from '#shared/awards/judging.ts';
import { nominate, nominationSteps, type NominationStatus, screen } from '#shared/awards/nominate.ts';
import type { Nomination } from '#shared/awards/nomination.ts';
import { together } from '#shared/kernel/change.ts';
import type { CategoryId, JudgeId, NominationId, PartnerId, RecusalId, SessionId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { addRow } from '#shared/workspace/edit-field.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { sendPackets } from '#renderer/app/export-table.ts';
import { askReason, choicesOf, removeRecords } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import type { Planner, SummitDesk } from '#renderer/app/use-planner.ts';
import { type Field, type FormProblems, numberIn, textIn } from '#renderer/ui/forms/field.ts';
import { categoryChoices, nominatorSideChoices, roleChoices, sessionChoices, statusTitles } from './words.ts';

export const addCategory = defineAction({ id: 'awards.add-category', label: 'Add award', keys: 'Mod+Alt+N', place: 'awards', run: askForCategory });
export const addNomination = defineAction({ id: 'awards.nominate', label: 'Nominate a partner', keys: 'Mod+Alt+M', place: 'awards', isEnabled: ({ snapshot }) => snapshot.categories.size > 0 && snapshot.partners.size > 0, run: askForNomination });
export const addJudge = defineAction({ id: 'awards.add-judge', label: 'Add judge', keys: 'Mod+Alt+J', place: 'awards', run: askForJudge });
export const removeSelected = defineAction({
  id: 'awards.remove',
  label: 'Remove from the awards',
  place: 'awards',
  isEnabled: ({ selected, snapshot }) => selected !== null && (snapshot.categories.has(selected as CategoryId) || snapshot.nominations.has(selected as NominationId) || snapshot.judges.has(selected as JudgeId)),
  run: async (planner) => { await removeFromAwards(planner, planner.selected === null ? [] : [planner.selected]); },
});

export const sendScoreSheets = defineAction({ id: 'awards.score-sheets', label: 'Send score sheets…', keys: 'Mod+Shift+E', place: 'awards', isEnabled: ({ snapshot }) => snapshot.judges.size > 0 && snapshot.nominations.size > 0, run: (planner) => sendPackets(planner, ['score-sheet']) });

export const awardActions: readonly Action[] = [addCategory, addNomination, addJudge, sendScoreSheets, removeSelected];

/** Removes awards, nominations or judges: all ids are of one kind. True: they are gone. */
export async function removeFromAwards(planner: Planner, ids: readonly string[]): Promise<boolean> {
  const { categories, nominations, judges, partners } = planner.snapshot;
  const [first = ''] = ids;
  if (categories.has(first as CategoryId)) return removeRecords(planner, 'categories', ids, 'award', (id) => categories.get(id as CategoryId)?.name ?? 'an award');
  if (judges.has(first as JudgeId)) return removeRecords(planner, 'judges', ids, 'judge', (id) => judges.get(id as JudgeId)?.name ?? 'a judge');
  return removeRecords(planner, 'nominations', ids, 'nomination', (id) => { const row = nominations.get(id as NominationId); return `the nomination of ${row ? (partners.get(row.partner)?.name ?? row.code) : 'a partner'}`; });
}

/** The steps that every one of the nominations can take. */
export function stepsOf(nominations: readonly Nomination[]): NominationStatus[] {
  const [first, ...others] = nominations.map(({ status }) => nominationSteps[status ?? 'submitted']);
  return (first ?? []).filter((step) => others.every((steps) => steps.includes(step)));
}

/** Takes nominations a step on as one undoable change. A string: why it was refused. */
export function screenNominations(planner: SummitDesk, ids: readonly NominationId[], to: NominationStatus): string | null {
  const outcomes = ids.map((id) => screen(planner.snapshot, id, to));
  const failed = outcomes.find(({ ok }) => !ok);
  if (failed) return refused(planner, failed);
  const changes = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const [only] = changes;
  planner.commit(changes.length === 1 && only ? only : together(`Mark ${counted(changes.length, 'nomination')} ${statusTitles[to].toLowerCase()}`, changes));
  return null;
}

export async function announceCategory(planner: Planner, category: Category): Promise<void> {
  const isAgreed = await planner.confirm({ title: `Announce ${category.name}?`, text: 'From now on its winner may appear in every screen, search, export and book, and its scores are locked. You can put it back under embargo.', yes: 'Announce' });
  if (isAgreed) planner.attempt(announce(planner.snapshot, category.id, planner.now()));
}

export function sealCategory(planner: Planner, category: Category): void {
  planner.attempt(putUnderEmbargo(planner.snapshot, category.id));
}

/** Takes a judge off a nomination once the reason is given. */
export async function takeOff(planner: Planner, judge: Judge, nomination: Nomination, kind: 'recused' | 'abstained'): Promise<void> {
  const partner = planner.snapshot.partners.get(nomination.partner)?.name ?? nomination.code;
  const reason = await askReason(planner, kind === 'recused' ? `Recuse ${judge.name} from ${partner}` : `${judge.name} abstains on ${partner}`, kind === 'recused' ? 'Recuse' : 'Record abstention');
  if (reason !== null) planner.attempt(recuse(planner.snapshot, { judge: judge.id, nomination: nomination.id, kind, reason }, planner.mint));
}

export function putBack(planner: Planner, recusal: RecusalId): void {
  planner.attempt(reinstate(planner.snapshot, recusal));
}

/** Adds a criterion, or edits the one given. A refusal keeps the form open. */
export async function askForCriterion(planner: Planner, category: Category, old: Criterion | null): Promise<void> {
  await planner.fill({
    title: old ? `Criterion of ${category.name}` : `Add a criterion to ${category.name}`, submit: old ? 'Save' : 'Add criterion',
    initial: old ? { ...old } : { weight: Math.max(0, 100 - category.criteria.reduce((sum, { weight }) => sum + weight, 0)) },
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true },
      { name: 'weight', label: 'Weight', kind: 'number', min: 0, max: 100, unit: '%', required: true, hint: 'All criteria together make 100 %' },
      { name: 'description', label: 'What judges look for', kind: 'text', multiline: true },
    ],
    take: (values) => keptOpen(refused(planner, putCriterion(planner.snapshot, category.id, old?.name ?? null, { name: textIn(values, 'name').trim(), weight: numberIn(values, 'weight') ?? 0, description: textIn(values, 'description') }))),
  });
}

export async function removeCriterion(planner: Planner, category: Category, { name }: Criterion): Promise<void> {
  const given = scoresOn(planner.snapshot, category.id, name).length;
  if (given > 0 && !(await planner.confirm({ title: `Remove ${name}?`, text: `This also removes ${counted(given, 'score')}. You can undo it.`, yes: 'Remove', isDangerous: true }))) return;
  planner.attempt(dropCriterion(planner.snapshot, category.id, name));
}

async function askForCategory(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add award', submit: 'Add award',
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true },
      { name: 'eligibility', label: 'Who may be nominated', kind: 'text', multiline: true },
      { name: 'announcedIn', label: 'Announced in', kind: 'choice', choices: sessionChoices(planner.snapshot), hint: 'Its start ends the embargo', placeholder: planner.snapshot.sessions.size === 0 ? 'No sessions in the agenda yet' : 'Choose' },
    ],
  });
  if (!values) return;
  const category: Category = { id: planner.mint<CategoryId>(), name: textIn(values, 'name').trim(), eligibility: textIn(values, 'eligibility'), criteria: [], announcedIn: (textIn(values, 'announcedIn') || null) as SessionId | null, announcedAt: null };
  if (planner.attempt(addRow('categories', category, `Add ${category.name}`))) planner.go('awards', category.id);
}

async function askForNomination(planner: Planner): Promise<void> {
  const { snapshot, selected } = planner;
  const at = selected === null ? undefined : (snapshot.categories.get(selected as CategoryId)?.id ?? snapshot.nominations.get(selected as NominationId)?.category);
  const fields: Field[] = [
    { name: 'category', label: 'Award', kind: 'choice', required: true, choices: categoryChoices(snapshot) },
    { name: 'partner', label: 'Partner', kind: 'choice', required: true, choices: choicesOf(snapshot.partners.values()) },
    { name: 'nominator', label: 'Nominated by', kind: 'text', width: 'half' },
    { name: 'nominatorSide', label: 'Who that is', kind: 'choice', choices: nominatorSideChoices, width: 'half' },
    { name: 'citation', label: 'Citation', kind: 'text', multiline: true, hint: 'Why this partner; judges and the stage script need it' },
  ];
  let added: string | null = null;
  await planner.fill({
    title: 'Nominate a partner', submit: 'Nominate', fields, initial: { category: at ?? (snapshot.categories.size === 1 ? ([...snapshot.categories.keys()][0] ?? null) : null) },
    take: (values) => {
      const outcome = nominate(snapshot, {
        category: textIn(values, 'category') as CategoryId, partner: textIn(values, 'partner') as PartnerId, nominator: textIn(values, 'nominator').trim(),
        nominatorSide: (textIn(values, 'nominatorSide') || null) as Nomination['nominatorSide'], citation: textIn(values, 'citation').trim(),
      }, planner.today(), planner.mint);
      if (outcome.ok) added = outcome.value.edits[0]?.id ?? null;
      return keptOpen(refused(planner, outcome));
    },
  });
  if (added !== null) planner.go('awards', added);
}

/** A refusal is shown in the form, so that nothing typed is lost. */
function keptOpen(refusal: string | null): FormProblems {
  return refusal === null ? {} : { '': refusal };
}

async function askForJudge(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add judge', submit: 'Add judge', initial: { role: 'judge' },
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true },
      { name: 'email', label: 'E-mail', kind: 'text', width: 'half' },
      { name: 'role', label: 'Role', kind: 'choice', required: true, choices: roleChoices, width: 'half' },
      { name: 'affiliation', label: 'Employer', kind: 'text' },
      { name: 'partner', label: 'Employer is this partner', kind: 'choice', choices: choicesOf(planner.snapshot.partners.values()), hint: 'Scores for an employer’s own nomination never count' },
    ],
  });
  if (!values) return;
  const judge: Judge = {
    id: planner.mint<JudgeId>(), name: textIn(values, 'name').trim(), email: textIn(values, 'email').trim().toLowerCase() || null, affiliation: textIn(values, 'affiliation').trim(),
    partner: (textIn(values, 'partner') || null) as PartnerId | null, role: textIn(values, 'role') === 'chair' ? 'chair' : 'judge',
  };
  if (planner.attempt(addRow('judges', judge, `Add ${judge.name}`))) planner.go('awards', judge.id);
}
