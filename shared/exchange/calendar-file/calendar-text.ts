import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import { dateOf, type Instant, type LocalDateTime } from '#shared/kernel/time.ts';
import { zoneText } from './zone.ts';

/** One entry of a calendar file, in the words of its reader. Times are the venue's wall clock; `allDay` takes the day of `startsAt` alone. */
export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly allDay: boolean;
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  readonly cancelled: boolean;
  /** Leaves the reader free meanwhile. */
  readonly free: boolean;
};

/**
 * A calendar file that Outlook, Google and Apple take: published rather than a request, so that no program answers it; times with the
 * zone's own rules; text escaped and folded. Same events and clock, same bytes.
 */
export function calendarText(name: string, zone: string, events: readonly CalendarEvent[], madeAt: Instant): string {
  const days = events.flatMap(({ startsAt, endsAt }) => [dateOf(startsAt), dateOf(endsAt)]).sort();
  const [first = dateOf(madeAt.slice(0, 16) as LocalDateTime), last = first] = [days[0], days.at(-1)];
  // Named on the calendar, a zone would turn DTSTAMP into local time, which RFC 5545 forbids.
  const calendar = ical({ prodId: { company: 'Summit Planner', product: 'Calendar', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, timezone: { name: null, generator: (asked) => zoneText(asked ?? zone, first, last) } });
  calendar.name(escaped(name)).scale('GREGORIAN');
  calendar.x('X-WR-TIMEZONE', zone);
  const own = /^(Etc\/)?(UTC|GMT|Zulu|Universal)$/i.test(zone) ? null : zone;
  for (const event of events) {
    calendar.createEvent({
      id: event.uid, sequence: event.sequence, stamp: new Date(madeAt), timezone: event.allDay ? null : own,
      // A day has no zone: noon of it is on that day whatever the program does with it.
      start: event.allDay ? DateTime.fromISO(`${dateOf(event.startsAt)}T12:00`, { zone: 'utc' }) : DateTime.fromISO(event.startsAt, { zone }),
      end: event.allDay ? DateTime.fromISO(`${dateOf(event.startsAt)}T12:00`, { zone: 'utc' }).plus({ days: 1 }) : DateTime.fromISO(event.endsAt, { zone }),
      allDay: event.allDay, summary: printable(event.title), ...(event.place === '' ? {} : { location: printable(event.place) }), ...(event.notes === '' ? {} : { description: printable(event.notes) }),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: event.cancelled || event.free ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      busystatus: event.cancelled || event.free ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Text of a property that the library writes as it is given. */
function escaped(text: string): string {
  return printable(text).replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** Without what no calendar may hold: control characters, halves of a sign, and the marks that turn the direction of reading. */
function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
}
