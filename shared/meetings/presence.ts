import { addDays, addMinutes, at, type LocalDate, type LocalDateTime, type LocalTime, type Span } from '../kernel/time.ts';

/** When somebody can be met, as contacts and executives say it. */
export type Presence = {
  readonly unavailable: readonly Span[];
  readonly arrivesAt: LocalDateTime | null;
  readonly departsAt: LocalDateTime | null;
  readonly worksFrom: LocalTime | null;
  readonly worksUntil: LocalTime | null;
};

/** A spell in which somebody cannot be met, and what kind of spell it is. */
export type Absence = Span & { readonly cause: 'away' | 'not-arrived' | 'leaves' | 'off-hours' };

/**
 * When somebody cannot be met on the given days: their absences, the time until a margin after they arrive and from a margin before they
 * leave, and what lies outside their working hours. Hours that end before they begin say nothing.
 */
export function absencesOf({ unavailable, arrivesAt, departsAt, worksFrom, worksUntil }: Presence, marginMinutes: number, days: readonly LocalDate[]): Absence[] {
  const absences = unavailable.filter(({ startsAt, endsAt }) => startsAt < endsAt).map((span): Absence => ({ ...span, cause: 'away' }));
  const here = arrivesAt === null ? null : addMinutes(arrivesAt, marginMinutes);
  const leaving = departsAt === null ? null : addMinutes(departsAt, -marginMinutes);
  const hasHours = worksFrom === null || worksUntil === null || worksFrom < worksUntil;
  for (const day of days) {
    const midnight = at(day, '00:00' as LocalTime);
    const nextMidnight = at(addDays(day, 1), '00:00' as LocalTime);
    const until = (moment: LocalDateTime | null, cause: Absence['cause']) => { if (moment !== null && moment > midnight) absences.push({ startsAt: midnight, endsAt: moment < nextMidnight ? moment : nextMidnight, cause }); };
    const from = (moment: LocalDateTime | null, cause: Absence['cause']) => { if (moment !== null && moment < nextMidnight) absences.push({ startsAt: moment > midnight ? moment : midnight, endsAt: nextMidnight, cause }); };
    until(here, 'not-arrived');
    from(leaving, 'leaves');
    if (hasHours && worksFrom !== null) until(at(day, worksFrom), 'off-hours');
    if (hasHours && worksUntil !== null) from(at(day, worksUntil), 'off-hours');
  }
  return absences;
}
