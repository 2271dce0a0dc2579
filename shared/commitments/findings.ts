import type { Finding, Severity, Subject } from '../kernel/finding.ts';
import { counted } from '../kernel/text.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { PartnerTable } from '../partners/partner.ts';
import { imbalances } from './balance.ts';
import type { Commitment, CommitmentTable } from './commitment.ts';
import { isOpen, lacks } from './life.ts';
import { routeOf, routeTitles } from './routes.ts';

type Known = CommitmentTable & PartnerTable;

/** What the promises lack, which are overdue, and whose set of them is out of balance. */
export function findings(tables: Known, today: LocalDate): Finding[] {
  return [...incomplete(tables), ...withoutCurrency(tables), ...negative(tables), ...statusUnknown(tables), ...overdue(tables, today), ...notRouted(tables), ...noReceipt(tables), ...outOfBalance(tables)];
}

const lackWords = { side: 'a side', type: 'a type', 'vendor-owner': 'an owner at the vendor', 'partner-owner': 'an owner at the partner', date: 'a due date' } as const;

/** Without an owner and a date a promise is a wish. */
function incomplete(tables: Known): Finding[] {
  return open(tables).flatMap((commitment) => {
    const missing = lacks(commitment);
    return missing.length === 0 ? [] : [finding('commitment-incomplete', 'warning', [commitment], `${named(tables, commitment)} has no ${list(missing.map((each) => lackWords[each].replace(/^an? /, '')))}. Fill it in with the people who made it.`)];
  });
}

/** An amount without a currency is added to nothing. */
function withoutCurrency(tables: Known): Finding[] {
  return [...tables.commitments.values()]
    .filter(({ amountWithoutCurrency }) => amountWithoutCurrency !== null)
    .map((commitment) => finding('commitment-without-currency', 'warning', [commitment], `${named(tables, commitment)} has an amount without a known currency, so it is in no total. Enter the currency.`));
}

function negative(tables: Known): Finding[] {
  return [...tables.commitments.values()]
    .filter(({ money }) => money !== null && money.hundredths < 0)
    .map((commitment) => finding('commitment-negative', 'warning', [commitment], `${named(tables, commitment)} has an amount below zero, so it is in no total. Correct it.`));
}

function statusUnknown(tables: Known): Finding[] {
  return [...tables.commitments.values()]
    .filter(({ status }) => status === null)
    .map((commitment) => finding('commitment-status-unknown', 'advice', [commitment], `Nobody knows how ${named(tables, commitment)} stands. Choose its status.`));
}

/** Past its date and still open. */
function overdue(tables: Known, today: LocalDate): Finding[] {
  return open(tables)
    .filter(({ dueOn, status }) => dueOn !== null && dueOn < today && status !== null)
    .map((commitment) => finding('commitment-overdue', 'warning', [commitment], `${named(tables, commitment)} was due on ${commitment.dueOn} and is open. Ask ${owners(commitment)} and record the outcome.`));
}

/** Momentum starts when the summit ends: what is agreed is handed over at once. */
function notRouted(tables: Known): Finding[] {
  return [...tables.commitments.values()]
    .filter(({ status, madeAt }) => status === 'agreed' && madeAt === 'this-summit')
    .map((commitment) => {
      const to = routeOf(commitment);
      return finding('commitment-not-routed', 'advice', [commitment], `${named(tables, commitment)} is agreed and not handed over. Route it${to === null ? '' : ` to ${routeTitles[to]}`}.`);
    });
}

/** The receiving team’s reference is the proof that the hand-off arrived. */
function noReceipt(tables: Known): Finding[] {
  return [...tables.commitments.values()]
    .filter(({ status, receipt }) => status === 'routed' && receipt === '')
    .map((commitment) => finding('commitment-without-receipt', 'advice', [commitment], `${named(tables, commitment)} is routed without a reference back. Ask ${routeTitles[routeOf(commitment) ?? 'executive']} for one.`));
}

/** One-sided, weak and unrealistic sets of promises. */
function outOfBalance(tables: Known): Finding[] {
  const name = (id: Commitment['partner']) => tables.partners.get(id)?.name ?? 'The partner';
  return imbalances(tables).map((imbalance): Finding => {
    switch (imbalance.kind) {
      case 'vendor-only':
        return finding('balance-vendor-only', 'warning', imbalance.vendor, `${name(imbalance.partner)} is given ${counted(imbalance.vendor.length, 'investment')} and has promised nothing. Agree on what it commits in return.`);
      case 'partner-only':
        return finding('balance-partner-only', 'advice', imbalance.partnerSide, `${name(imbalance.partner)} has made ${counted(imbalance.partnerSide.length, 'promise')} and is promised nothing. Record what the vendor gives in return.`);
      case 'only-incremental':
        return finding('balance-only-incremental', 'advice', imbalance.all, `${name(imbalance.partner)} is strategic, yet its promises hold no market access, joint solution, custom terms or customer-success target. Add one, or review the designation.`);
      case 'above-trend':
        return finding('commitment-above-trend', 'advice', [imbalance.commitment], `${named(tables, imbalance.commitment)} means ${percent(imbalance.growth)} growth against a trend of ${percent(imbalance.trend)}. Ask what makes it realistic.`);
    }
  });
}

function open({ commitments }: CommitmentTable): Commitment[] {
  return [...commitments.values()].filter(isOpen);
}

function owners({ side, vendorOwner, partnerOwner }: Commitment): string {
  const named = [side === 'partner' ? '' : vendorOwner, side === 'vendor' ? '' : partnerOwner].filter((owner) => owner.trim() !== '');
  return named.length === 0 ? 'its owner' : list(named);
}

function named({ partners }: PartnerTable, { code, partner, description }: Commitment): string {
  return `${code === '' ? `“${description}”` : code} (${partners.get(partner)?.name ?? 'unknown partner'})`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

function finding(rule: string, severity: Severity, commitments: readonly Commitment[], text: string): Finding {
  return { rule, severity, place: 'commitments', subjects: commitments.map(({ id }): Subject => ({ table: 'commitments', id })), text };
}
