import { statusTitles } from '../commitments/life.ts';
import type { Block, TableRow } from '../documents/block.ts';
import { bold, type Text } from '../documents/text.ts';
import { counted } from '../kernel/text.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import type { SeenPromise } from './seen.ts';
import { dateText, exactMoney, hundredthsText } from './words.ts';

/** What is still owed, both sides, and in one line what became of the rest. */
export function openPromises(promises: readonly SeenPromise[], today: LocalDate): Block[] {
  const unsettled = promises.filter((promise) => promise.isOpen || promise.status === 'missed');
  const settled = settledText(promises.filter((promise) => !unsettled.includes(promise)));
  if (promises.length === 0) return [{ kind: 'paragraph', tone: 'small', text: 'No promises are on record.' }];
  return [
    {
      kind: 'table', empty: 'No promises are open.',
      columns: [{ title: 'By', width: 'fit' }, { title: 'Promise', width: 1 }, { title: 'Owner', width: 'fit' }, { title: 'Due', width: 'fit' }, { title: 'Status', width: 'fit' }],
      rows: unsettled.map((promise): TableRow => ({
        cells: [[bold(sideWord(promise))], whatOf(promise), ownersOf(promise), promise.dueOn === null ? missing('no date') : dateText(promise.dueOn), statusOf(promise, today)],
      })),
    },
    ...(settled === '' ? [] : [{ kind: 'paragraph', tone: 'small', text: settled } as const]),
  ];
}

/** The promise with its amount. */
export function whatOf({ what, money, amountWithoutCurrency }: SeenPromise): Text {
  const amount = money ? exactMoney(money) : amountWithoutCurrency === null ? '' : `${hundredthsText(amountWithoutCurrency)} (currency not known)`;
  if (what === '' && amount === '') return missing('not described');
  return [what, amount].filter(Boolean).join(': ');
}

/** How many promises are overdue on a day. */
export function overdue(promises: readonly SeenPromise[], today: LocalDate): SeenPromise[] {
  return promises.filter(({ isOpen, dueOn }) => isOpen && dueOn !== null && dueOn < today);
}

export function missing(text: string): Text {
  return [{ text, italic: true, muted: true }];
}

function sideWord({ side }: SeenPromise): string {
  return side === 'vendor' ? 'We' : side === 'partner' ? 'They' : side === 'both' ? 'Both' : 'Open';
}

/** Who answers for it: ours, theirs, or both; said when nobody does. */
function ownersOf({ side, vendorOwner, partnerOwner }: SeenPromise): Text {
  const owners = [side === 'partner' ? '' : vendorOwner, side === 'vendor' ? '' : partnerOwner].filter(Boolean);
  return owners.length === 0 ? missing('nobody') : owners.join(', ');
}

function statusOf({ status, dueOn, isOpen }: SeenPromise, today: LocalDate): Text {
  const days = isOpen && dueOn !== null ? daysBetween(dueOn, today) : 0;
  if (days > 0) return [bold(status === 'partly' ? 'Partly, late' : 'Late'), ` ${days < 60 ? counted(days, 'day') : counted(Math.floor(days / 30.4), 'month')}`];
  return status === null ? missing('not known') : statusTitles[status];
}

function settledText(settled: readonly SeenPromise[]): string {
  const words = (['fulfilled', 'waived', 'renegotiated'] as const).flatMap((status) => {
    const count = settled.filter((promise) => promise.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  return words.length === 0 ? '' : `Settled: ${words.join(', ')}.`;
}
