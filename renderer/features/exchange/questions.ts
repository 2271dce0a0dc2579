import { listKey } from '#shared/exchange/intake/mend.ts';
import type { FileReading } from '#shared/exchange/intake/reading.ts';
import { answerList, type DryRun } from '#renderer/app/import-files.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { FindingItem } from '#renderer/ui/feedback/findings.tsx';

/** What only the planner can tell about a list: asked with cells of the file, never guessed. */
export function questions(planner: Planner, run: DryRun): FindingItem[] {
  return run.reading.files.flatMap((file) => [dateQuestion(planner, run, file), numberQuestion(planner, run, file)].filter((question) => question !== null));
}

export function isUndecided({ askDateOrder, askDecimalMark }: FileReading): boolean {
  return askDateOrder.length > 0 || askDecimalMark.length > 0;
}

function dateQuestion(planner: Planner, run: DryRun, file: FileReading): FindingItem | null {
  if (file.askDateOrder.length === 0) return null;
  const list = listKey(file.name, file.sheet);
  const [sample = '03/04'] = samplesOf(file, file.askDateOrder);
  const [first = '', second = ''] = sample.split(/\D+/).filter((part) => part !== '');
  return {
    id: `order-${list}`, severity: 'blocker',
    text: `${file.name}: is ${sample} ${dayText(first, second)} or ${dayText(second, first)}? No date in ${headersOf(file, file.askDateOrder)} decides it.`,
    ...answers(planner, run, list, [['Day first', { dateOrder: 'dmy' }], ['Month first', { dateOrder: 'mdy' }]], samplesOf(file, file.askDateOrder)),
  };
}

function numberQuestion(planner: Planner, run: DryRun, file: FileReading): FindingItem | null {
  if (file.askDecimalMark.length === 0) return null;
  const list = listKey(file.name, file.sheet);
  const [sample = '1,234'] = samplesOf(file, file.askDecimalMark);
  const [, digits = sample] = /(\d+[.,]\d{3})/.exec(sample) ?? [];
  const mark = digits.includes(',') ? 'comma' : 'point';
  return {
    id: `mark-${list}`, severity: 'blocker',
    text: `${file.name}: does the ${mark} in ${sample} part the thousands or the decimals? No number in ${headersOf(file, file.askDecimalMark)} decides it.`,
    ...answers(planner, run, list, [[`Thousands: ${digits.replace(/[.,]/, '')}`, { decimalMark: mark === 'comma' ? '.' : ',' }], [`Decimals: ${digits.replace(',', '.')}`, { decimalMark: mark === 'comma' ? ',' : '.' }]], samplesOf(file, file.askDecimalMark)),
  };
}

type Answer = Parameters<typeof answerList>[3];

/** A button for each answer, and the other cells that leave it open. */
function answers(planner: Planner, run: DryRun, list: string, words: readonly (readonly [string, Answer])[], samples: readonly string[]): Pick<FindingItem, 'cures' | 'detail'> {
  return {
    cures: words.map(([label, answer]) => ({ label, onClick: () => void answerList(planner, run, list, answer) })),
    detail: samples.length > 1 ? `Likewise ${samples.slice(1).join(' and ')}.` : null,
  };
}

function samplesOf({ samples }: FileReading, fields: readonly string[]): string[] {
  return fields.flatMap((field) => samples[field] ?? []).slice(0, 3);
}

/** Columns as the file calls them, which is where the planner looks for them. */
function headersOf({ columns }: FileReading, fields: readonly string[]): string {
  return fields.map((field) => columns.find((column) => column.field === field)?.header ?? field).join(', ');
}

function dayText(day: string, month: string): string {
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, Number(month) - 1, 1));
  return `${Number(day)} ${name}`;
}
