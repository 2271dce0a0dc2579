import type { AwardTables } from '#shared/awards/scoring.ts';
import type { CategoryId, JudgeId, NominationId, PartnerId, ScoreId } from '#shared/kernel/ids.ts';
import type { Nomination } from '#shared/awards/nomination.ts';
import { keptRows, type Truth } from './input-set.ts';

/** The award tables as an importer should build them from an input set, under ids taken from the files. */
export function awardTables(set: string, truth: Truth): AwardTables {
  const categories = new Map<CategoryId, { id: CategoryId; name: string; eligibility: string; criteria: { name: string; weight: number; description: string }[]; announcedIn: null; announcedAt: null }>();
  for (const { values } of keptRows(set, truth, 'award_categories')) {
    const id = idOf<CategoryId>(values['category']);
    const category = categories.get(id) ?? { id, name: String(values['category']), eligibility: '', criteria: [], announcedIn: null, announcedAt: null };
    categories.set(id, category);
    category.criteria.push({ name: String(values['criterion']), weight: Number(values['weight'] ?? 0) * 100, description: '' });
  }
  const nominations = new Map(
    keptRows(set, truth, 'nominations').map(({ values, links }): [NominationId, Nomination] => [
      values['nomination_id'] as NominationId,
      {
        id: values['nomination_id'] as NominationId, code: String(values['nomination_id']), category: idOf<CategoryId>(values['category']), partner: idOf<PartnerId>(links?.['partner']),
        nominator: '', nominatorSide: null, citation: '', submittedOn: null, status: values['status'] as Nomination['status'],
      },
    ]),
  );
  const judges = new Map(
    keptRows(set, truth, 'judges').map(({ values, links }) => {
      const id = idOf<JudgeId>(values['email'] ?? values['name']);
      const partner = links?.['partner'] ? idOf<PartnerId>(links['partner']) : null;
      return [id, { id, name: String(values['name']), email: values['email'] as string | null, affiliation: '', partner, role: values['role'] as 'judge' | 'chair' }];
    }),
  );
  const judgeIds = new Map([...judges.values()].flatMap(({ id, name, email }) => [[name.toLowerCase(), id], [(email ?? name).toLowerCase(), id]] as const));
  const scores = new Map(
    keptRows(set, truth, 'scores').map(({ line, values, links }) => {
      const id = `line-${line}` as ScoreId;
      const judge = judgeIds.get(String(links?.['judge'] ?? values['judge']).toLowerCase()) as JudgeId;
      const nomination = values['nomination_id'] as NominationId;
      const category = categories.get(nominations.get(nomination)?.category as CategoryId);
      const criterion = category?.criteria.find(({ name }) => name.toLowerCase() === String(values['criterion']).toLowerCase())?.name ?? '';
      const value = values['score'] === null ? null : Number(String(values['score']).replace(',', '.'));
      return [id, { id, judge, nomination, criterion, value: value !== null && Number.isFinite(value) ? value : null, comment: '' }];
    }),
  );
  return { categories, nominations, judges, scores, recusals: new Map() };
}

function idOf<Id>(value: unknown): Id {
  return String(value).toLowerCase().replace(/[^a-z0-9]+/g, '-') as Id;
}
