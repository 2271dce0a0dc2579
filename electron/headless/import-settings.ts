import { readFile } from 'node:fs/promises';
import type { ReadOptions } from '#shared/exchange/intake/reading.ts';
import { readOptionsFor } from '#shared/exchange/intake/to-change.ts';
import type { Mappings } from '#shared/exchange/recognise/mapping.ts';
import { mappingsIn } from '#shared/exchange/recognise/mapping-file.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isZone } from '#shared/kernel/time.ts';
import { type Summit, theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { type Call, oneOf, wholeNumber } from './call.ts';

/** What nobody said, and is taken for so. */
export type Assumption = { readonly rule: string; readonly text: string };

/** How files are read, as far as the call and the summit they go into say it. */
export async function readOptions(call: Call, start: Snapshot | null): Promise<Result<ReadOptions, string>> {
  const order = call.value('date-order') === null ? null : oneOf(call, 'date-order', ['dmy', 'mdy'], 'dmy');
  if (order && !order.ok) return order;
  const mark = call.value('decimal-mark') === null ? null : oneOf(call, 'decimal-mark', ['point', 'comma'], 'point');
  if (mark && !mark.ok) return mark;
  const map = call.value('map');
  const mappings = map === null ? null : await columnsIn(map);
  if (mappings && !mappings.ok) return mappings;
  const currency = call.value('currency');
  const month = wholeNumber(call, 'fiscal-start', 1);
  if (!month.ok) return month;
  const known = start === null ? {} : readOptionsFor(start);
  const fiscalStart = month.value ?? known.fiscalStart ?? null;
  return ok({
    ...(known.known ? { known: known.known } : {}), ...(known.summitDays && known.summitDays.length > 0 ? { summitDays: known.summitDays } : {}),
    ...(order ? { dateOrder: order.value } : {}), ...(mark ? { decimalMark: mark.value === 'point' ? ('.' as const) : (',' as const) } : {}), ...(currency === null ? {} : { currency }), ...(fiscalStart === null ? {} : { fiscalStart }), ...(mappings ? { mappings: mappings.value } : {}),
  });
}

/** What a planner says of headers, as the window remembers it. */
async function columnsIn(path: string): Promise<Result<Mappings, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return err(`--map ${path} cannot be read`);
  }
  const mappings = mappingsIn(text);
  return mappings.ok ? mappings : err(`--map ${path}: ${mappings.problem}`);
}

export type Settings = { readonly zone: string | null; readonly name: string | null; readonly currency: string | null; readonly fiscalYearStartMonth: number | null; readonly seatLimit: number | null };

/** What a folder of exports cannot say, as far as the call says it. */
export function settingsOf(call: Call): Result<Settings, string> {
  const [zone, currency] = [call.value('zone'), call.value('currency')];
  if (zone !== null && !isZone(zone)) return err(`--zone must be an IANA time zone such as Europe/Lisbon, not “${zone}”`);
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return err(`--currency must be three capital letters such as EUR, not “${currency}”`);
  const month = wholeNumber(call, 'fiscal-start', 1);
  if (!month.ok) return month;
  if (month.value !== null && month.value > 12) return err('--fiscal-start must be a month from 1 to 12');
  const seats = wholeNumber(call, 'seats', 1);
  return seats.ok ? ok({ zone, name: call.value('name'), currency, fiscalYearStartMonth: month.value, seatLimit: seats.value }) : seats;
}

/** The summit with those settings; what nobody said is assumed, and said so. */
export function withSettings(snapshot: Snapshot, settings: Settings, isNew: boolean, isWhole: boolean): { snapshot: Snapshot; assumed: Assumption[] } {
  const summit = theSummit(snapshot);
  const partners = snapshot.partners.size;
  const assumesSeats = !isWhole && settings.seatLimit === null && summit.seatLimit === null && partners > 0;
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null)) as Partial<Summit>;
  const settled: Summit = { ...summit, ...(assumesSeats ? { seatLimit: partners } : {}), ...given };
  return {
    snapshot: { ...snapshot, summits: new Map([[settled.id, settled]]) },
    assumed: [
      ...(isNew && !isWhole && settings.zone === null ? [{ rule: 'zone-assumed', text: 'No time zone was given, so UTC is taken. Say --zone, or choose it in Set-up.' }] : []),
      ...(assumesSeats ? [{ rule: 'seats-assumed', text: `No seat limit was given, so there are as many seats as partners (${partners}). Say --seats, or choose it in Set-up.` }] : []),
    ],
  };
}
