import { worksForNominee } from '#shared/awards/conflicts.ts';
import { recusalOf, recuse, score } from '#shared/awards/judge.ts';
import { isInTheRunning, shares } from '#shared/awards/scoring.ts';
import { change, type Change } from '#shared/kernel/change.ts';
import type { JudgeId, MintId, NominationId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { FilledLine, Packet, PacketForm, PacketLine } from './packet.ts';

/** Score sheets of judges, with a column in which a judge says why they had better not judge a nominee. */
export const scoreSheets: PacketForm = {
  fields: [
    { id: 'award', header: 'Award', kind: 'text', locked: true, width: 24 },
    { id: 'reference', header: 'Reference', kind: 'text', locked: true, width: 12 },
    { id: 'nominee', header: 'Nominee', kind: 'text', locked: true, width: 26 },
    { id: 'citation', header: 'Citation', kind: 'text', locked: true, width: 60 },
    { id: 'criterion', header: 'Criterion', kind: 'text', locked: true, width: 22 },
    { id: 'weight', header: 'Weight %', kind: 'number', locked: true, width: 10 },
    { id: 'score', header: 'Score (1 to 10)', kind: 'number', locked: false, range: [1, 10], width: 16 },
    { id: 'comment', header: 'Comment', kind: 'text', locked: false, width: 50 },
    { id: 'abstains', header: 'I abstain, because', kind: 'text', locked: false, width: 40 },
  ],
  packets: sheets,
  enter,
  lastWord: { field: 'abstains', isSaid: (reason) => reason !== '' },
  isDone: (snapshot, { reader, key, values }) => (values['abstains'] ?? '') !== '' && recusalOf(snapshot, reader as JudgeId, split(key)[0])?.kind === 'abstained',
};

/**
 * A score sheet for every judge who has something to judge: the nominations still in the running of awards not yet announced, without those
 * of their employer and those they are off. It holds the judge's own scores, and nothing that anybody else gave.
 */
function sheets(snapshot: Snapshot): Packet[] {
  return [...snapshot.judges.values()].map((judge) => ({
    kind: 'score-sheet', reader: judge.id, name: judge.name, title: `Score sheet – ${judge.name}`, fields: scoreSheets.fields, spare: 0, lines: linesFor(snapshot, judge.id),
    intro: ['Give every criterion a score from 1 to 10; halves are fine. Leave blank what you cannot judge.', 'If you had better not judge a nominee, say why under “I abstain, because”, on any of its lines.', 'Save the file and send it back. Only the white columns can be written in.', 'What is in this sheet is confidential until the awards are announced.'],
  } satisfies Packet)).filter(({ lines }) => lines.length > 0);
}

/** A score, a comment, or the judge's wish to be off the nomination. */
function enter(snapshot: Snapshot, { reader, key, values }: FilledLine, mint: MintId): Result<Change, string> {
  const [nomination, criterion] = split(key);
  const judge = reader as JudgeId;
  const reason = values['abstains'] ?? '';
  if (reason !== '') {
    const abstained = recuse(snapshot, { judge, nomination, kind: 'abstained', reason }, mint);
    if (abstained.ok) return ok(abstained.value);
    return abstained.problem.code === 'already-recused' ? ok(change('Already off', [])) : err(refusals[abstained.problem.code] ?? 'the judge cannot abstain');
  }
  const given = values['score'] ?? '';
  const value = given === '' ? null : Number(given.replace(',', '.'));
  if (value !== null && !(value >= 1 && value <= 10)) return err(`“${given}” is no score from 1 to 10`);
  const entered = score(snapshot, { judge, nomination, criterion, value, comment: values['comment'] ?? '' }, mint);
  return entered.ok ? ok(entered.value) : err(refusals[entered.problem.code] ?? 'it cannot be scored');
}

const refusals: Readonly<Partial<Record<string, string>>> = {
  'scores-are-locked': 'the award has been announced and its scores are locked', 'judge-is-recused': 'the judge is off this nomination', 'judge-works-for-nominee': 'the judge works for the nominee',
  'not-in-the-running': 'the nomination is no longer in the running', 'no-such-criterion': 'the award no longer has this criterion', 'no-such-nomination': 'the nomination is gone', 'no-such-judge': 'the judge is gone',
};

function linesFor(snapshot: Snapshot, id: JudgeId): PacketLine[] {
  const { nominations, categories, partners, scores } = snapshot;
  const judge = snapshot.judges.get(id);
  if (judge === undefined) return [];
  const own = new Map([...scores.values()].filter((each) => each.judge === id).map((each) => [keyOf(each.nomination, each.criterion), each]));
  return [...nominations.values()].flatMap((nomination) => {
    const category = categories.get(nomination.category);
    if (category === undefined || category.announcedAt !== null || !isInTheRunning(nomination) || worksForNominee(judge, nomination) || recusalOf(snapshot, id, nomination.id)) return [];
    const parts = shares(category);
    const nominee = partners.get(nomination.partner)?.name ?? '';
    return category.criteria.map(({ name }, index): PacketLine => {
      const key = keyOf(nomination.id, name);
      const given = own.get(key);
      return { key, what: `${category.name}, ${nominee}: ${name}`, values: { award: category.name, reference: nomination.code, nominee, citation: nomination.citation, criterion: name, weight: String(Math.round((parts[index] ?? 0) * 1000) / 10), score: given === undefined || given.value === null ? '' : String(given.value), comment: given?.comment ?? '', abstains: '' } };
    });
  });
}

function keyOf(nomination: string, criterion: string): string {
  return `${nomination} ${criterion}`;
}

function split(key: string): [NominationId, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at) as NominationId, key.slice(at + 1)];
}
