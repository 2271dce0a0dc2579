import type { Finding, Severity, Subject } from '../kernel/finding.ts';
import { groupBy } from '../kernel/group.ts';
import { counted } from '../kernel/text.ts';
import { addDays, dateOf, type LocalDate } from '../kernel/time.ts';
import type { ExecutiveTable } from '../partners/executive.ts';
import type { PartnerTable } from '../partners/partner.ts';
import type { SessionTable } from '../summit/session.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import type { Category } from './category.ts';
import { type ConflictLink, conflicts } from './conflicts.ts';
import { recusalOf } from './judge.ts';
import type { Nomination } from './nomination.ts';
import { rankings } from './ranking.ts';
import { type AwardTables, countedScores, isInTheRunning } from './scoring.ts';

type Known = AwardTables & PartnerTable & ExecutiveTable & SessionTable & SummitTable;

/** What the awards lack. No finding says who leads, so that none breaks an embargo. */
export function findings(tables: Known, today: LocalDate): Finding[] {
  return [
    ...weightsNot100(tables), ...noAnnouncement(tables), ...withoutCitation(tables), ...lateNominations(tables), ...missingScores(tables, today),
    ...singleJudge(tables), ...conflictsOfInterest(tables), ...strayScores(tables), ...undecidedTies(tables),
  ];
}

/** Criteria of a category total 100 %, or the product says that it takes them relative to their sum. */
function weightsNot100({ categories }: Known): Finding[] {
  return [...categories.values()].flatMap((category) => {
    const sum = category.criteria.reduce((total, { weight }) => total + weight, 0);
    if (category.criteria.length === 0) return [finding('award-without-criteria', 'warning', [of('categories', category)], `${category.name} has no criteria. Add at least one before judging.`)];
    if (Math.abs(sum - 100) < 0.005) return [];
    return [finding('award-weights-not-100', 'warning', [of('categories', category)], `The criteria of ${category.name} total ${round(sum)} %, not 100 %. The ranking takes them relative to their sum; correct the weights.`)];
  });
}

/** Without an announcement nothing ever ends the embargo but the planner's hand. */
function noAnnouncement(tables: Known): Finding[] {
  return [...tables.categories.values()]
    .filter(({ announcedIn, announcedAt }) => announcedAt === null && (announcedIn === null || !tables.sessions.get(announcedIn)?.startsAt))
    .map((category) => finding('award-without-announcement', 'advice', [of('categories', category)], `${category.name} has no session that announces it. Choose one, or lift the embargo by hand.`));
}

/** Judges and the stage script need the reasons. */
function withoutCitation(tables: Known): Finding[] {
  return running(tables)
    .filter(({ citation }) => citation.trim() === '')
    .map((nomination) => finding('nomination-without-citation', 'warning', [of('nominations', nomination)], `The nomination of ${nominee(tables, nomination)} for ${categoryName(tables, nomination)} has no citation. Ask ${nomination.nominator || 'the nominator'} for one.`));
}

/** A nomination that comes in on or after the first day of the summit is too late to be judged fairly. */
function lateNominations(tables: Known): Finding[] {
  const first = theSummit(tables).days[0]?.date;
  return running(tables)
    .filter(({ submittedOn }) => first !== undefined && submittedOn !== null && submittedOn >= first)
    .map((nomination) => finding('nomination-late', 'warning', [of('nominations', nomination)], `${nominee(tables, nomination)} was nominated for ${categoryName(tables, nomination)} on ${nomination.submittedOn}, once the summit had begun. Decide whether it may stand.`));
}

/** Someone who has begun to judge a category owes it a score for every nomination and criterion, unless taken off. Pressing in the last fortnight. */
function missingScores(tables: Known, today: LocalDate): Finding[] {
  const given = groupBy(tables.scores.values(), ({ judge }) => judge);
  return [...given].flatMap(([judgeId, scores]) => {
    const judge = tables.judges.get(judgeId);
    if (!judge) return [];
    const done = new Set(scores.filter(({ value }) => value !== null).map(({ nomination, criterion }) => `${nomination} ${criterion}`));
    const begun = new Set(scores.map(({ nomination }) => tables.nominations.get(nomination)?.category));
    return [...begun].flatMap((id) => {
      const category = id && tables.categories.get(id);
      if (!category) return [];
      const open = running(tables).filter(
        (nomination) => nomination.category === id && nomination.partner !== judge.partner && !recusalOf(tables, judgeId, nomination.id)
          && category.criteria.some(({ name }) => !done.has(`${nomination.id} ${name}`)),
      );
      if (open.length === 0) return [];
      const severity = dueSoon(tables, category, today) ? 'warning' : 'advice';
      return [finding('award-scores-missing', severity, [of('judges', judge), of('categories', category), ...open.map((each) => of('nominations', each))], `${judge.name} has not finished ${category.name}: scores are missing for ${counted(open.length, 'nomination')}. Ask for them, or record an abstention.`)];
    });
  });
}

/** One judge's taste is no panel's judgement. */
function singleJudge(tables: Known): Finding[] {
  return rankings(tables).flatMap(({ standings }) =>
    standings.filter(({ judges }) => judges === 1).flatMap(({ nomination: id }) => {
      const nomination = tables.nominations.get(id);
      return nomination ? [finding('award-single-judge', 'warning', [of('nominations', nomination)], `${nominee(tables, nomination)} is judged by one person only for ${categoryName(tables, nomination)}. Ask a second judge.`)] : [];
    }),
  );
}

/** The employer's link takes the scores out of the mean; a link as account manager or sponsor is the planner's to weigh. */
function conflictsOfInterest(tables: Known): Finding[] {
  const scored = new Set([...tables.scores.values()].filter(({ value }) => value !== null).map(({ judge, nomination }) => `${judge} ${nomination}`));
  return conflicts(tables).flatMap(({ judge: judgeId, nomination: nominationId, link }) => {
    const [judge, nomination] = [tables.judges.get(judgeId), tables.nominations.get(nominationId)];
    if (!judge || !nomination || !isInTheRunning(nomination) || recusalOf(tables, judgeId, nominationId)) return [];
    const hasScored = scored.has(`${judgeId} ${nominationId}`);
    if (!hasScored && link === 'employer') return [];
    const excluded = link === 'employer';
    const text = `${judge.name} ${linkWords[link]} ${nominee(tables, nomination)}, nominated for ${categoryName(tables, nomination)}. ${excluded ? 'Those scores are left out; recuse the judge.' : 'Recuse the judge, or let it stand.'}`;
    return [finding(excluded ? 'award-conflict-of-interest' : 'award-link-to-nominee', excluded ? 'warning' : 'advice', [of('judges', judge), of('nominations', nomination)], text)];
  });
}

/** Scores given by someone taken off a nomination are kept and do not count. */
function strayScores(tables: Known): Finding[] {
  const stray = groupBy(countedScores(tables).leftOut.filter(({ why }) => why !== 'employer'), ({ judge, nomination }) => `${judge} ${nomination}`);
  return [...stray.values()].flatMap((scores) => {
    const [judge, nomination] = [scores[0] && tables.judges.get(scores[0].judge), scores[0] && tables.nominations.get(scores[0].nomination)];
    return judge && nomination ? [finding('award-stray-scores', 'advice', [of('judges', judge), of('nominations', nomination)], `${judge.name} is off the nomination of ${nominee(tables, nomination)} for ${categoryName(tables, nomination)}; ${counted(scores.length, 'score')} left out. Reinstate the judge if they should count.`)] : [];
  });
}

/** A first place that no tie-break decides needs the panel before the envelope is printed. */
function undecidedTies(tables: Known): Finding[] {
  return rankings(tables).flatMap(({ category: id, standings }) => {
    const category = tables.categories.get(id);
    const undecided = standings.filter(({ rank, tieBreak }) => rank === 1 && tieBreak === 'none').length > 1;
    return category && undecided ? [finding('award-tie-undecided', 'warning', [of('categories', category)], `The first place of ${category.name} is tied and no tie-break decides it. Let the panel decide.`)] : [];
  });
}

const linkWords: Readonly<Record<ConflictLink, string>> = {
  employer: 'works for', cam: 'is the channel account manager of', 'vendor-sponsor': 'is the vendor’s executive sponsor of', 'partner-sponsor': 'is the executive sponsor at',
};

function dueSoon(tables: Known, { announcedIn }: Category, today: LocalDate): boolean {
  const startsAt = announcedIn === null ? null : (tables.sessions.get(announcedIn)?.startsAt ?? null);
  const due = startsAt === null ? theSummit(tables).days[0]?.date : dateOf(startsAt);
  return due !== undefined && due <= addDays(today, 14);
}

function running({ nominations }: Known): Nomination[] {
  return [...nominations.values()].filter(isInTheRunning);
}

function nominee({ partners }: Known, { partner, code }: Nomination): string {
  return partners.get(partner)?.name ?? code;
}

function categoryName({ categories }: Known, { category }: Nomination): string {
  return categories.get(category)?.name ?? 'an unknown award';
}

function finding(rule: string, severity: Severity, subjects: readonly Subject[], text: string): Finding {
  return { rule, severity, place: 'awards', subjects, text };
}

function of(table: string, { id }: { readonly id: string }): Subject {
  return { table, id };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
