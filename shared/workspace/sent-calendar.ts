import { z } from 'zod';
import { idSchema, type SentCalendarId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { Instant, LocalDateTime } from '../kernel/time.ts';

export const calendarReaderKinds = ['everything', 'host', 'contact', 'partner', 'cam', 'room'] as const;
export type CalendarReaderKind = (typeof calendarReaderKinds)[number];

const SentItem = z
  .object({
    kind: z.enum(['meeting', 'session', 'due']),
    /** Id of the request, session or commitment. */
    of: z.string(),
    /** RFC 5545, 3.8.7.4: never goes down, and up with each change of what was sent. */
    sequence: z.int().min(0),
    /** Fingerprints of the item as it is, and of what of it this reader was told. */
    state: z.string(),
    told: z.string(),
    startsAt: LocalDateTime,
    endsAt: LocalDateTime,
    cancelled: z.boolean(),
  })
  .readonly();
export type SentItem = z.infer<typeof SentItem>;

/** What one reader's last calendar file said, so that the next one can raise and cancel. Holds no titles and no names. */
export const SentCalendar = z
  .object({
    id: idSchema<SentCalendarId>(),
    readerKind: z.enum(calendarReaderKinds),
    /** Id of the person, partner or room, or the account manager's name; empty for the whole summit. */
    readerOf: z.string(),
    sentAt: Instant,
    items: z.array(SentItem).readonly(),
  })
  .readonly();
export type SentCalendar = z.infer<typeof SentCalendar>;

export type SentCalendarTable = { readonly sentCalendars: Table<SentCalendarId, SentCalendar> };
