import type { Row } from '../../kernel/table.ts';
import type { LookAlike } from '../../partners/look-alike.ts';
import { references } from '../references.ts';
import type { SentCalendar, SentItem } from '../sent-calendar.ts';
import type { TableName } from '../snapshot.ts';
import { type Draft, type Fields, rowsOf } from './draft.ts';

/** Lets every row that named one record name the other, wherever ids of that table stand: references, past runs, calendar files sent, earlier decisions. */
export function repoint(draft: Draft, table: TableName, from: string, to: string): void {
  for (const { from: source, field } of references.filter((reference) => reference.to === table)) {
    for (const [id, row] of rowsOf(draft, source)) {
      const value = (row as unknown as Fields)[field];
      if (value === from) rowsOf(draft, source).set(id, { ...row, [field]: to } as Row);
      else if (Array.isArray(value) && value.includes(from)) rowsOf(draft, source).set(id, { ...row, [field]: [...new Set(value.map((each: unknown) => (each === from ? to : each)))] } as Row);
    }
  }
  if (table === 'requests') repointRuns(draft, from, to);
  if (table === 'partners' || table === 'contacts') {
    repointCalendars(draft, table === 'partners' ? 'partner' : 'contact', from, to);
    repointDecisions(draft, table, from, to);
  }
}

/** A run that knows both requests keeps what it says of the one that stays: one meeting is not in two places. */
function repointRuns({ after }: Draft, from: string, to: string): void {
  for (const [id, run] of after.runs) {
    const named = new Set<string>([...run.kept, ...run.changed].map(({ request }) => request));
    if (!named.has(from)) continue;
    const renamed = <Entry extends { readonly request: string }>(entries: readonly Entry[]) =>
      named.has(to) ? entries.filter(({ request }) => request !== from) : entries.map((entry) => (entry.request === from ? { ...entry, request: to } : entry));
    after.runs.set(id, { ...run, kept: renamed(run.kept), changed: renamed(run.changed) } as typeof run);
  }
}

/** The next calendar file of the record that stays must know what both were told, or it could not cancel it. */
function repointCalendars({ after }: Draft, kind: SentCalendar['readerKind'], from: string, to: string): void {
  const mine = [...after.sentCalendars.values()].filter(({ readerKind, readerOf }) => readerKind === kind && readerOf === from);
  for (const calendar of mine) {
    const known = [...after.sentCalendars.values()].find(({ readerKind, readerOf }) => readerKind === kind && readerOf === to);
    if (known === undefined) after.sentCalendars.set(calendar.id, { ...calendar, readerOf: to });
    else {
      after.sentCalendars.delete(calendar.id);
      after.sentCalendars.set(known.id, { ...known, sentAt: known.sentAt > calendar.sentAt ? known.sentAt : calendar.sentAt, items: joinedItems(known.items, calendar.items) });
    }
  }
}

/** RFC 5545 forbids a sequence that goes down, so the higher one stands. */
function joinedItems(items: readonly SentItem[], others: readonly SentItem[]): SentItem[] {
  const joined = new Map(items.map((item) => [`${item.kind} ${item.of}`, item]));
  for (const item of others) {
    const key = `${item.kind} ${item.of}`;
    const known = joined.get(key);
    if (known === undefined || known.sequence < item.sequence) joined.set(key, item);
  }
  return [...joined.values()];
}

function repointDecisions({ after }: Draft, table: 'partners' | 'contacts', from: string, to: string): void {
  const moved = (id: string) => (id === from ? to : id);
  const seen = new Set<string>();
  for (const [id, decision] of after.lookAlikes) {
    const next = renamed(decision, table, moved);
    const key = JSON.stringify([next.of, next.decision, ...(next.of === 'belonging' || next.decision === 'merged' ? [next.one, next.other] : [next.one, next.other].sort())]);
    if (next.one === next.other || seen.has(key)) after.lookAlikes.delete(id);
    else {
      seen.add(key);
      if (next.one !== decision.one || next.other !== decision.other) after.lookAlikes.set(id, next);
    }
  }
}

function renamed(decision: LookAlike, table: 'partners' | 'contacts', moved: (id: string) => string): LookAlike {
  if (decision.of === table) return { ...decision, one: moved(decision.one), other: decision.decision === 'merged' ? decision.other : moved(decision.other) };
  if (decision.of === 'belonging') return table === 'contacts' ? { ...decision, one: moved(decision.one) } : { ...decision, other: moved(decision.other) };
  return decision;
}
