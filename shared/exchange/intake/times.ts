import { LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import type { Executive } from '#shared/partners/executive.ts';
import type { Values } from './reading.ts';
import { number, text } from './staging.ts';

type Times = Pick<Executive, 'arrivesAt' | 'departsAt' | 'worksFrom' | 'worksUntil' | 'maxMeetings'>;

/** When somebody comes and goes, as a list says it. A time without its day is left out: it says too little. Flights are never read. */
export function timesIn(values: Values): { readonly [Field in keyof Times]: Times[Field] } {
  const moment = (field: string) => { const said = text(values[field]); return said === null ? null : (LocalDateTime.safeParse(said).data ?? null); };
  const time = (field: string) => { const said = text(values[field]); return said === null ? null : (LocalTime.safeParse(said).data ?? null); };
  return { arrivesAt: moment('arrives'), departsAt: moment('departs'), worksFrom: time('works_from'), worksUntil: time('works_until'), maxMeetings: number(values['max_meetings_in_all']) };
}
