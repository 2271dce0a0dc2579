import type { LocalDate } from '#shared/kernel/time.ts';
import type { Cell } from '../grid.ts';
import { cellText } from '../grid.ts';
import { countryCode } from '../recognise/countries.ts';
import { currencyCode, mayMean, withoutCurrency } from '../recognise/currency.ts';
import { type DateOrder, dateIn, isOpenDate, isRepeatedWeekday, namesSummitDay, slashed, summitDayIn } from '../recognise/dates.ts';
import { intervalsIn, momentIn, timeIn } from '../recognise/hours.ts';
import type { FieldSpec } from '../recognise/kinds.ts';
import { outOfIn } from '../recognise/out-of.ts';
import { amountInFull, type DecimalMark, isOpenNumber, numberIn } from '../recognise/numbers.ts';
import { scaleCalled } from '../recognise/scales.ts';
import { emailAddress, flagWord, isMissing, listOf, longText, phoneNumber } from '../recognise/text-values.ts';
import { inVocabulary } from '../recognise/vocabularies.ts';
import type { ListStyle } from './column-style.ts';
import type { ReasonCode, Value } from './reading.ts';

export type CellReading = { readonly value: Value; readonly fault: ReasonCode | null };

/** A cell in the normal form of its field, or missing with the reason. `plain` is the cell's plain text. */
export function readCell(cell: Cell | undefined, plain: string, field: string, spec: FieldSpec, style: ListStyle, summitDays: readonly LocalDate[]): CellReading {
  if (isMissing(plain)) return missing(field, spec, style, plain);
  if (spec.kind === 'text') return good(plain);
  const text = style.dottedMonths.has(field) ? slashed(plain) : plain;
  // Nobody has said yet whether 3/4 is in March or in April: missing, not guessed.
  if (style.undecidedDates.includes(field) && typedMoment(cell) === null && isOpenDate(text)) return good(null);
  if (style.undecidedNumbers.includes(field) && typeof cell === 'string' && isOpenNumber(text)) return good(null);
  switch (spec.kind) {
    case 'long': return good(longText(cellText(cell)));
    case 'phone': return orFault(phoneNumber(text), 'PHONE_DAMAGED');
    case 'person': return good(text.includes('@') ? text.toLowerCase() : text);
    case 'email': {
      const found = emailAddress(text);
      return found === null ? bad('INVALID_EMAIL') : { value: found.email, fault: found.second === null ? null : 'TWO_EMAILS' };
    }
    case 'country': return orFault(countryCode(text), 'UNKNOWN_VALUE');
    case 'word': return orFault(spec.words === undefined ? text : inVocabulary(spec.words, text), 'UNKNOWN_VALUE');
    case 'currency': return orFault(currencyCode(text), 'UNKNOWN_CURRENCY');
    case 'flag': {
      const flag = typeof cell === 'boolean' ? cell : flagWord(text, style.signs.get(field));
      return flag === undefined ? bad('UNKNOWN_VALUE') : good(flag);
    }
    case 'list': return good(listOf(cellText(cell)));
    case 'date': return orFault(typedMoment(cell)?.slice(0, 10) ?? dateIn(style.yearFirst.has(field) ? `20${text}` : text, style.dateOrder(field)), 'IMPOSSIBLE_DATE');
    case 'time': return orFault(typedMoment(cell)?.slice(11) ?? timeIn(text), 'IMPOSSIBLE_DATE');
    case 'moment': return readMoment(cell, text, style.dateOrder(field));
    case 'pday': {
      const typed = typedMoment(cell)?.slice(0, 10);
      // Where nobody has said yet when the summit is, no date is outside of it.
      const day = summitDays.length === 0 ? (typed ?? dateIn(text, style.dateOrder(field)) ?? undefined) : summitDayIn(typed ?? text, summitDays, style.dateOrder(field));
      if (day !== undefined) return good(day);
      return bad(isRepeatedWeekday(text, summitDays) || (summitDays.length === 0 && namesSummitDay(text)) ? 'DAY_UNCLEAR' : 'DAY_OUTSIDE_SUMMIT');
    }
    case 'ivals': {
      const found = intervalsIn(text);
      if ('spans' in found) return good(found.spans);
      return { value: [], fault: found.fault === 'end-before-start' ? 'END_BEFORE_START' : 'UNKNOWN_VALUE' };
    }
    case 'money': case 'amount': case 'pct': case 'int': case 'dec': return readNumber(cell, text, field, spec, style);
  }
}

function missing(field: string, spec: FieldSpec, style: ListStyle, text: string): CellReading {
  if (spec.kind === 'list' || spec.kind === 'ivals') return noneListed;
  return spec.kind === 'flag' && text === '' && style.marks.has(field) ? good(false) : nothing;
}

const nothing = good(null);
const noneListed = good([]);

/** A session's start stands with its day in one cell, or as a time beside a column of days. */
function readMoment(cell: Cell | undefined, text: string, order: DateOrder): CellReading {
  const typed = typedMoment(cell);
  if (typed !== null) return good(typed < '1905' ? typed.slice(11) : typed);
  if (typeof cell === 'number' && cell > 0 && cell < 1) return orFault(timeIn(cell.toFixed(6)), 'IMPOSSIBLE_DATE');
  return orFault(timeIn(text) ?? momentIn(text, order), 'IMPOSSIBLE_DATE');
}

function readNumber(cell: Cell | undefined, text: string, field: string, spec: FieldSpec, style: ListStyle): CellReading {
  const scale = style.scale.get(field);
  if ((spec.kind === 'money' || spec.kind === 'amount') && scale === undefined) {
    const inFull = amountInFull(text);
    if (inFull !== null) return good(inFull);
  }
  // A number out of another than its column's, or a bare one among those that say out of how many, has no certain scale.
  const outOf = style.outOf.get(field);
  const said = outOf === undefined ? null : outOfIn(text);
  if (outOf !== undefined && said?.of !== outOf.of && (said !== null || !outOf.all)) return bad(said === null && numberIn(text, '.') === null ? 'NOT_A_NUMBER' : 'SCALE_UNCLEAR');
  const reading =
    said !== null ? { value: said.value, percent: false, currency: null }
    : typeof cell === 'number' ? { value: cell, percent: false, currency: null }
    : typeof cell === 'object' && cell !== null && 'amount' in cell ? { value: cell.amount, percent: false, currency: cell.currency }
    : numberIn(text, spec.kind === 'int' && isOpenNumber(text) ? thousandsMark(text) : style.decimalMark(field), spec.kind === 'int');
  if (reading === null || !Number.isFinite(reading.value)) return bad('NOT_A_NUMBER');
  // Of what is measured from 0 to 10 or to 100 a percentage is another measure.
  if (reading.percent && spec.kind !== 'pct' && spec.range !== undefined) return bad('OUT_OF_RANGE');
  // A sign in a column whose currency nothing tells is another one than its neighbours mean.
  if (spec.kind === 'money' && reading.currency !== null && reading.currency !== style.currency.get(field) && !mayMean(text, style.currency.get(field) ?? '')) return bad('CURRENCY_MISMATCH');
  if (spec.kind === 'int' && (!Number.isInteger(reading.value) || (reading.value < 0 && spec.range === undefined))) return bad('NOT_A_NUMBER');
  if (outOf !== undefined && spec.range !== undefined) return ofRange(reading.value, outOf.of, spec.range);
  const scaled = scale !== undefined && !isAbbreviated(text) ? { ...reading, value: Number((reading.value * scale).toPrecision(15)) } : reading;
  const value = spec.kind === 'pct' && !reading.percent && style.wholePercents.has(field) ? Number((reading.value / 100).toPrecision(12)) : scaled.value;
  if (spec.range !== undefined && (value < spec.range[0] || value > spec.range[1])) return bad('OUT_OF_RANGE');
  if (spec.kind !== 'money' && spec.kind !== 'amount') return good(value);
  return Math.abs(value) < 1e13 ? good(Object.is(value, -0) ? '0.00' : value.toFixed(2)) : bad('NOT_A_NUMBER');
}

/** `4.5` out of 5, in a field that goes up to 10. */
function ofRange(value: number, of: number, [least, top]: readonly [number, number]): CellReading {
  const scaled = Number(((value * top) / of).toFixed(2));
  return value > of || scaled < least ? bad('OUT_OF_RANGE') : good(scaled);
}

/** A count has no decimals: `1.200` seats are a thousand and two hundred in every style. */
function thousandsMark(text: string): DecimalMark {
  return text.includes(',') ? '.' : ',';
}

/** A number that says its own thousands or millions is not multiplied again. */
function isAbbreviated(text: string): boolean {
  const word = /\d\s*(\p{L}+)/u.exec(withoutCurrency(text))?.[1];
  return word !== undefined && scaleCalled(word) !== null;
}

function typedMoment(cell: Cell | undefined): string | null {
  return typeof cell === 'object' && cell !== null && 'moment' in cell ? cell.moment : null;
}

function good(value: Value): CellReading {
  return { value, fault: null };
}

function bad(fault: ReasonCode): CellReading {
  return { value: null, fault };
}

function orFault(value: Value, fault: ReasonCode): CellReading {
  return value === null ? { value, fault } : good(value);
}
