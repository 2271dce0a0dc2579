import { folded } from '#shared/kernel/text.ts';
import type { LocalTime } from '#shared/kernel/time.ts';
import { type DateOrder, dateIn } from './dates.ts';
import { westernDigits } from './digits.ts';

/** A time of day: `14:30`, `2:30 PM`, `14.30`, `14h30`, `kl. 9`, `1430`, `9 am`, `午後2時30分`, a day's fraction `0.604`; null for what is none. `24:00` ends a day. A zone behind it is dropped, since a planner's clock is the venue's. */
export function timeIn(text: string): LocalTime | null {
  const said = folded(withHalfBehind(westernDigits(text))).replace(zoneBehind, '').replace(/^(?:kl|um|at|a las|a|as|o|godz)\.?\s+(?=\d)/, '').replace(/([ap])\.\s?m\.?$/, '$1m');
  // `9 Uhr`, `14h`: the hour alone; elsewhere such a word stands between the numbers or behind them.
  const plain = said.replace(/^(\d{1,2})\s*(?:uhr|uur|h)$/, '$1:00').replace(/(?<=\d)\s*(?:uhr|h|u)\s*(?=\d)/, ':').replace(/\s*(?:uhr|uur|hrs?|h)$/, '');
  const clock = /^(\d{1,2})(?:\s*[:.]\s*(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap]m?)?$/.exec(plain);
  if (clock !== null && (clock[2] !== undefined || clock[3] !== undefined)) return clockTime(Number(clock[1]), Number(clock[2] ?? 0), clock[3]?.[0]);
  const packed = /^(\d{1,2})(\d{2})\s*([ap]m)?$/.exec(plain);
  if (packed !== null) return clockTime(Number(packed[1]), Number(packed[2]), packed[3]?.[0]);
  if (/^0[.,]\d+$/.test(plain)) {
    const minutes = Math.round(Number(plain.replace(',', '.')) * 1440);
    return clockTime(Math.floor(minutes / 60), minutes % 60, undefined);
  }
  return /^(?:12(?::00)? ?)?(?:noon|midday|mittags?|midi|mediodia|mezzogiorno)$/.test(plain) ? ('12:00' as LocalTime) : null;
}

const zoneBehind = /(?<=[\dm.])\s*\(?(?:[cew]es?t|utc|gmt|bst|[ecmp][sd]?t|[jkg]st|ist|hkt|sgt|msk|trt|brt|ae[sd]t|local time|local)\)?$/;

/** `午後2時30分`, `오후 2:30`, `2:30 مساءً`, `ÖS 2:30` with `am` or `pm` behind. */
function withHalfBehind(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const plain = text.normalize('NFC').replace(/\s*[時点點시]\s*(?=\d)/u, ':').replace(/[時点點시]$/u, ':00').replace(/(?<=\d)\s*[分분]$/u, '').trim();
  for (const [half, before, behind] of halves) {
    const rest = plain.replace(before, '').replace(behind, '');
    if (rest !== plain) return `${rest.trim()} ${half}`;
  }
  return plain;
}

const halves = [['am', /^(?:午前|上午|오전|ÖÖ)\s*(?=\d)/iu, /(?<=\d)\s*(?:ص|صباحا|صباحًا|ÖÖ)$/iu], ['pm', /^(?:午後|下午|오후|ÖS)\s*(?=\d)/iu, /(?<=\d)\s*(?:م|مساء|مساءً|ÖS)$/iu]] as const;

/** Of a time `HH:mm`, since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clockTime(hours: number, minutes: number, half: string | undefined): LocalTime | null {
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  if (minutes > 59 || hour > 24 || (hour === 24 && minutes > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as LocalTime;
}

/** A day and a time in one cell, `2027-03-23T09:30`; an offset is dropped, since a planner's clock is the venue's. */
export function momentIn(text: string, order: DateOrder): string | null {
  const plain = text.trim().replace(/(?<=:\d\d(?:\.\d+)?)\s*Z$/, '').replace(/(?<=T\d\d:\d\d|:\d\d:\d\d(?:\.\d+)?)\s*[+-]\d\d:?\d\d$/, '');
  for (const gap of plain.matchAll(/T(?=\d)|[\s,]+/g)) {
    const date = dateIn(plain.slice(0, gap.index), order);
    const time = date === null ? null : timeIn(plain.slice(gap.index + gap[0].length).replace(/^à\s/, ''));
    if (time !== null) return `${date}T${time}`;
  }
  return null;
}

export type Intervals = { readonly spans: readonly string[] } | { readonly fault: 'end-before-start' | 'unreadable' };

/** Spans of a day `HH:MM-HH:MM`; all day is `00:00-24:00`, `until 11:00` begins with the day. `4-5:30 PM` gives the first time the second's half of the day. */
export function intervalsIn(text: string): Intervals {
  const spans: string[] = [];
  for (const part of text.split(/[;\n/、]|,(?!\d)|\s+(?:and|und|et|y|i|e|ve|og|och)\s+/).map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const whole = wholeOrHalf(folded(part.normalize('NFKC')));
    if (whole !== null) {
      spans.push(whole);
      continue;
    }
    const [from = '', to = ''] = part.normalize('NFKC').replace(/^(?:from|between|von|de|du|od|van|fra|från|dalle)\s+(?=\d)/i, '').split(/\s*[-–—−~〜→]\s*|\s+(?:to|and|bis|until|till|à|a|às|al|alle|do|až|tot|til)\s+/iu);
    const end = timeIn(to) ?? (/^\d{1,2}$/.test(to) ? timeIn(`${to}:00`) : null);
    const half = /([ap])\.?m\.?$/i.exec(to)?.[0];
    const bare = timeIn(from) ?? (/^\d{1,2}$/.test(from) ? timeIn(`${from}:00`) : null);
    const start = half !== undefined && !/[ap]\.?m/i.test(from) ? (timeIn(`${from} ${half}`) ?? bare) : bare;
    if (start === null || end === null) return { fault: 'unreadable' };
    const close = end === '00:00' ? '24:00' : end;
    if (close <= start) return { fault: 'end-before-start' };
    spans.push(`${start}-${close}`);
  }
  return { spans };
}

/** A day, or the part of it before or after a time; null for every other text. */
function wholeOrHalf(part: string): string | null {
  if (allDay.test(part)) return '00:00-24:00';
  const [, side = '', said = ''] = /^(until|till|before|bis|vor|jusqu'a|hasta|fino alle|ate|do|after|from|ab|nach|apres|des|desde|dopo le|od|po)\s+(\d[^-–—]*)$/.exec(part) ?? [];
  const time = timeIn(said);
  if (time === null) return null;
  return /^(?:until|till|before|bis|vor|jusqu'a|hasta|fino alle|ate|do)$/.test(side) ? (time > '00:00' ? `00:00-${time}` : null) : time < '24:00' ? `${time}-24:00` : null;
}

const allDay = /^(?:all|whole|full|entire|the whole)[ -]?day|^ganztag|^(?:den )?ganzen tag|^toute la journee|^todo el dia|^(?:o )?dia (?:inteiro|todo)|^tutto il giorno|^tutta la giornata|^(?:de )?hele? dag(?:en)?|^heldag|^koko paiva|^caly dzien|^cely den|^tum gun|^egesz nap|^весь день|^終日|^全天|^all$|^out$/;
