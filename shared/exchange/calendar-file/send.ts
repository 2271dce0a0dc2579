import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Desk } from '#shared/briefings/desk.ts';
import { add, change, type Change, type Edit, set } from '#shared/kernel/change.ts';
import type { MintId, SentCalendarId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { SentCalendar, SentItem } from '#shared/workspace/sent-calendar.ts';
import { calendarText, type CalendarEvent } from './calendar-text.ts';
import { type CalendarItem, type CalendarReader, itemsFor } from './items.ts';
import { readerName } from './readers.ts';

export type CalendarFile = {
  readonly reader: CalendarReader;
  readonly name: string;
  readonly text: string;
  readonly events: number;
  /** Of these, ones that the reader's last file had and that are no more. */
  readonly cancelled: number;
};

/**
 * The calendar files of some readers, and the change that remembers what each was told. An event keeps its UID for ever; its sequence goes up
 * when its time, place or people changed since anyone was sent it, or when this reader is told otherwise; what a reader was sent and no
 * longer has is cancelled. A reader without events, now or before, gets no file.
 */
export function calendarFiles(desk: Desk, readers: readonly CalendarReader[], now: Instant, mint: MintId): { readonly files: readonly CalendarFile[]; readonly change: Change } {
  const known = newestStates(desk.snapshot.sentCalendars.values());
  const files: CalendarFile[] = [];
  const edits: Edit[] = [];
  for (const reader of readers) {
    const before = [...desk.snapshot.sentCalendars.values()].find((calendar) => calendar.readerKind === reader.kind && calendar.readerOf === idOf(reader)) ?? null;
    const current = itemsFor(desk, reader, now).map((item) => ({ item, sent: sentNow(desk, item, before, known) }));
    const gone = (before?.items ?? []).filter(({ kind, of }) => !current.some(({ item }) => item.kind === kind && item.of === of)).map((item) => cancelled(item, known));
    const events = [...current.map(({ item, sent }) => eventOf(desk, item, sent)), ...gone.map((sent) => eventOf(desk, cancellation(desk, sent), sent))];
    if (events.length === 0) continue;
    const name = readerName(desk.snapshot, reader);
    files.push({ reader, name, text: calendarText(`${desk.summit.name} – ${name}`, desk.summit.zone, events, now), events: events.length, cancelled: gone.length });
    const items = [...current.map(({ sent }) => sent), ...gone];
    const remembered: SentCalendar = { id: before?.id ?? mint<SentCalendarId>(), readerKind: reader.kind, readerOf: idOf(reader), sentAt: now, items };
    if (before === null) edits.push(add('sentCalendars', remembered));
    else if (JSON.stringify(items) !== JSON.stringify(before.items)) edits.push(set('sentCalendars', before, remembered));
  }
  return { files, change: change(`Send ${counted(files.length, 'calendar file')}`, edits) };
}

type States = Map<string, { sequence: number; state: string }>;

/** The highest sequence of each event over all readers, with the state it stood for. */
function newestStates(calendars: Iterable<SentCalendar>): States {
  const states: States = new Map();
  for (const { items } of calendars) {
    for (const { kind, of, sequence, state } of items) {
      if (sequence >= (states.get(`${kind} ${of}`)?.sequence ?? 0)) states.set(`${kind} ${of}`, { sequence, state });
    }
  }
  return states;
}

function sentNow(desk: Desk, item: CalendarItem, before: SentCalendar | null, known: States): SentItem {
  const { kind, of, startsAt, endsAt, title, place, notes } = item;
  const earlier = before?.items.find((sent) => sent.kind === kind && sent.of === of);
  const told = digest([startsAt, endsAt, title, place, notes]);
  const state = digest(stateOf(desk, item));
  const sequence = raised(`${kind} ${of}`, state, earlier !== undefined && (earlier.told !== told || earlier.cancelled) ? earlier.sequence + 1 : 0, known);
  return { kind, of, sequence, state, told, startsAt, endsAt, cancelled: false };
}

function cancelled(item: SentItem, known: States): SentItem {
  if (item.cancelled) return item;
  return { ...item, cancelled: true, sequence: raised(`${item.kind} ${item.of}`, known.get(`${item.kind} ${item.of}`)?.state ?? item.state, item.sequence + 1, known) };
}

function raised(key: string, state: string, least: number, known: States): number {
  const newest = known.get(key);
  const sequence = Math.max(least, newest === undefined ? 0 : newest.state === state ? newest.sequence : newest.sequence + 1);
  known.set(key, { sequence, state });
  return sequence;
}

/** Time, place and people of an event, whoever reads it. */
function stateOf({ snapshot, where }: Desk, { kind, of, startsAt, endsAt }: CalendarItem): readonly string[] {
  if (kind === 'meeting') {
    const meeting = where.meetingOf(of as never);
    return [startsAt, endsAt, meeting?.placement.room ?? '', ...(meeting?.people.map(({ key }) => key) ?? []).sort()];
  }
  const session = kind === 'session' ? snapshot.sessions.get(of as never) : undefined;
  return [startsAt, endsAt, ...[...(session?.rooms ?? [])].sort(), ...[...(session?.speakers ?? [])].sort()];
}

/** An event that is no more, in words that give nothing away to somebody who may no longer know. */
function cancellation(desk: Desk, { kind, of, startsAt, endsAt }: SentItem): CalendarItem {
  const title = { meeting: 'Cancelled: one-to-one', session: 'Cancelled: session', due: 'No longer due' }[kind];
  return { kind, of, startsAt, endsAt, title, place: '', free: true, notes: `This is no longer in your calendar of ${desk.summit.name}.` };
}

function eventOf({ summit }: Desk, { kind, of, startsAt, endsAt, title, place, notes, free }: CalendarItem, { sequence, cancelled: isCancelled }: SentItem): CalendarEvent {
  return { uid: `${kind}-${of}@${summit.id}.summit-planner`, sequence, startsAt, endsAt, title, place, notes, free, allDay: kind === 'due', cancelled: isCancelled };
}

function digest(parts: readonly string[]): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(parts)))).slice(0, 16);
}

function idOf(reader: CalendarReader): string {
  switch (reader.kind) {
    case 'everything': return '';
    case 'host': return reader.executive;
    case 'contact': return reader.contact;
    case 'partner': return reader.partner;
    case 'cam': return reader.cam;
    case 'room': return reader.room;
  }
}
