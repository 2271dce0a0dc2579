import { LocalDateTime, type Span } from '#shared/kernel/time.ts';

/** Spells of time as our lists write them: `2027-03-23 10:00 to 2027-03-23 11:30`. */
export function spellText({ startsAt, endsAt }: Span): string {
  return `${startsAt.replace('T', ' ')} to ${endsAt.replace('T', ' ')}`;
}

/** The spells of a list; what is written otherwise is left out. */
export function spellsIn(texts: readonly string[]): Span[] {
  return texts.flatMap((text) => {
    const [startsAt, endsAt] = text.split(/\s+to\s+/).map((moment) => LocalDateTime.safeParse(moment.trim().replace(' ', 'T')).data);
    return startsAt !== undefined && endsAt !== undefined ? [{ startsAt, endsAt }] : [];
  });
}
