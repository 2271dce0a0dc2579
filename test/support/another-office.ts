import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { readCsv } from '#shared/exchange/csv/read.ts';
import { cellText, type Encoding, type Grid, type SourceFile } from '#shared/exchange/grid.ts';
import type { FileReading, FolderReading, Value } from '#shared/exchange/intake/reading.ts';
import { currencyOf } from '#shared/exchange/recognise/currency.ts';
import { type FieldSpec, fieldsOf, type Kind, kinds } from '#shared/exchange/recognise/kinds.ts';
import { type DecimalMark, numberIn } from '#shared/exchange/recognise/numbers.ts';
import { isMissing, plainText } from '#shared/exchange/recognise/text-values.ts';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { type Random, seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';

/** How some other office would have written the same lists. */
export type Office = {
  readonly name: string;
  readonly file: 'csv' | 'xlsx';
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly quoteAll: boolean;
  readonly decimal: DecimalMark;
  readonly group: string;
  readonly money: (amount: string, currency: string) => string;
  readonly negative: 'minus' | 'parentheses' | 'behind';
  readonly percent: 'fraction' | 'sign' | 'whole';
  readonly date: (year: number, month: number, day: number) => string;
  readonly time: (hour: number, minute: number) => string;
  readonly flags: readonly [string, string];
  readonly day: 'date' | 'weekday' | 'count';
  /** What a column is called. */
  readonly header: (kind: Kind, field: string, was: string, random: Random) => string;
  readonly titles: readonly string[];
  /** A line above the header: of idle titles, or with the first word of every header of several. */
  readonly bands: 'none' | 'idle' | 'split';
  readonly shuffled: boolean;
  readonly strangers: readonly string[];
  /** Workbooks: typed cells, and where days count from. */
  readonly typed: 'typed' | 'serials' | 'text';
  readonly dateSystem: '1900' | '1904';
};

/** The folder as that office would have sent it. `reading` is what the original says. */
export async function rewritten(files: readonly SourceFile[], reading: FolderReading, office: Office): Promise<SourceFile[]> {
  const random = seeded(office.name.length * 7919);
  const written: SourceFile[] = [];
  for (const file of files) {
    const lists = reading.files.filter(({ name }) => name === file.name);
    const opened = valueOf(/\.xlsx$/.test(file.name) ? await readWorkbook(file) : readCsv(file));
    for (const list of lists) {
      const grid = opened.grids.find(({ sheet }) => sheet === list.sheet);
      if (grid === undefined) throw new Error(`${file.name} has no sheet ${list.sheet}`);
      const rows = await linesOf(list, grid, office, random, reading.summitDays);
      const name = `${list.name.replace(/\.\w+$/, '')}.${office.file}`;
      written.push({ name, bytes: office.file === 'csv' ? delimited(rows, office) : await workbook(rows, office, list) });
    }
  }
  return written;
}

type Line = readonly CellValue[];

async function linesOf(list: FileReading, { rows }: Grid, office: Office, random: Random, days: readonly string[]): Promise<Line[]> {
  const kind = kinds.find((each) => each === list.kind);
  if (kind === undefined) throw new Error(`${list.name} is no list of another system`);
  const specs = fieldsOf(kind);
  const mark: DecimalMark = list.delimiter === ';' ? ',' : '.';
  const order = list.columns.filter(({ header }) => header !== '').map(({ index }) => index);
  const shuffled = office.shuffled ? mixed(order, random) : order;
  const header = shuffled.map((index) => { const column = list.columns[index]; return column?.field == null ? (column?.header ?? '') : office.header(kind, column.field, column.header, random); });
  const records = new Map(list.records.map((record) => [record.line, record]));
  const currency = Object.values(list.currencies)[0] ?? 'EUR';
  const body = rows.filter(({ line }) => line > list.headerLine).map(({ line, cells }) => {
    const record = records.get(line);
    return { isRecord: record !== undefined, cells: shuffled.map((index): CellValue => {
      const field = list.columns[index]?.field ?? null;
      const spec: FieldSpec | undefined = field === null ? undefined : specs.get(field);
      const raw = cellText(cells[index]);
      if (record === undefined || field === null || spec === undefined) return raw;
      return cell(spec, record.values[field] ?? null, raw, { office, mark, currency, days });
    }) };
  });
  const strangers = office.strangers.map((name, at) => ({ name, at: office.shuffled ? random.below(header.length) : header.length, count: at }));
  const widened = (line: Line, what: (name: string) => CellValue): Line => strangers.reduce<CellValue[]>((cells, { name, at }) => { cells.splice(at, 0, what(name)); return cells; }, [...line]);
  const head = widened(header, (name) => name);
  const idle = office.bands === 'idle' ? [head.map((_, at) => (at % 5 === 0 ? `Block ${at / 5 + 1}` : ''))] : [];
  const cut = (name: CellValue) => (office.bands === 'split' ? /^(\S+) (.+)$/.exec(String(name ?? '')) : null);
  const split = office.bands === 'split' ? [head.map((name) => cut(name)?.[1] ?? name)] : [];
  return [...office.titles.map((title) => [title]), ...idle, ...split, head.map((name) => (office.bands === 'split' ? (cut(name)?.[2] ?? '') : name)), ...body.map(({ isRecord, cells }) => widened(cells, (name) => (isRecord && name !== '' ? 'x' : '')))];
}

type Terms = { readonly office: Office; readonly mark: DecimalMark; readonly currency: string; readonly days: readonly string[] };

function cell(spec: FieldSpec, value: Value, raw: string, terms: Terms): CellValue {
  const { office } = terms;
  const plain = plainText(raw);
  const typed = office.file === 'xlsx' && office.typed !== 'text';
  switch (spec.kind) {
    case 'money': case 'amount': case 'pct': case 'int': case 'dec': {
      if (isMissing(plain)) return raw;
      const read = numberIn(plain, terms.mark, spec.kind === 'int');
      const amount = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : (read?.value ?? null);
      if (amount === null) return raw;
      const own = currencyOf(plain);
      if (spec.kind === 'money' || spec.kind === 'amount') {
        if (typed && own === null) return amount;
        const sign = own === null ? null : own === terms.currency ? office.name === 'Zürich' ? 'CHF' : 'EUR' : 'GBP';
        const text = numberText(amount, office, 2);
        return sign === null ? text : office.money(text, sign);
      }
      if (typed && /^[\d.,-]+$/.test(plain)) return amount;
      if (spec.kind === 'pct') {
        if (office.percent === 'fraction') return numberText(amount, { ...office, group: '' }, 4, true);
        const whole = numberText(Number((amount * 100).toPrecision(12)), { ...office, group: '' }, 2, true);
        return office.percent === 'sign' ? `${whole}%` : whole;
      }
      return spec.kind === 'int' ? (/^[\d.,-]+$/.test(plain) ? numberText(amount, office, 0) : raw) : numberText(amount, office, 2, true);
    }
    case 'date': case 'pday': {
      const parts = /^\d{4}-\d\d-\d\d$/.test(String(value)) ? String(value).split('-').map(Number) : partsIn(plain, terms);
      if (parts === null) return raw;
      const [year = 0, month = 0, day = 0] = parts;
      const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if (spec.kind === 'pday') {
        if (value === null) return raw;
        if (office.day === 'count') return `Day ${terms.days.indexOf(iso) + 1}`;
        if (office.day === 'weekday') return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
      }
      if (typed && value !== null) return office.typed === 'typed' ? new Date(`${iso}T00:00:00Z`) : Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25569;
      return office.date(year, month, day);
    }
    case 'moment': {
      const [date, clock] = plain.includes(' ') && /^\d/.test(plain) && !/^\d{1,2}:\d\d [AP]M$/.test(plain) ? [partsIn(plain.slice(0, plain.indexOf(' ')), terms), plain.slice(plain.indexOf(' ') + 1)] : [null, plain];
      if (typeof value === 'string' && typed && office.typed === 'typed' && value.includes('T')) return new Date(`${value}:00Z`);
      const said = typeof value === 'string' ? clockText(value.slice(-5), office) : clock;
      if (date === null) return said;
      return `${office.date(date[0] ?? 0, date[1] ?? 0, date[2] ?? 0)} ${said}`;
    }
    case 'ivals': return Array.isArray(value) && value.length > 0 ? value.map((span: string) => span === '00:00-24:00' ? 'all day' : span.split('-').map((time) => clockText(time, office)).join(' - ')).join('; ') : raw;
    case 'flag': return value === null ? (isMissing(plain) && plain === '' ? '' : raw) : value === true ? (typed && office.flags[0] === 'TRUE' ? true : office.flags[0]) : typed && office.flags[0] === 'TRUE' ? false : office.flags[1];
    default: return raw;
  }
}

/** Year, month and day as the original writes them, even where there is no such day. */
function partsIn(text: string, { mark }: Terms): number[] | null {
  const named = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{4})$/.exec(text);
  if (named !== null) return [Number(named[3]), 1 + 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(named[2] ?? '') / 3, Number(named[1])];
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(text);
  if (iso !== null) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const small = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  if (small === null) return null;
  return mark === ',' ? [Number(small[3]), Number(small[2]), Number(small[1])] : [Number(small[3]), Number(small[1]), Number(small[2])];
}

function clockText(time: string, { time: say }: Office): string {
  if (time === '24:00') return time;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return say(hour, minute);
}

function numberText(value: number, { decimal, group, negative }: Pick<Office, 'decimal' | 'group' | 'negative'>, digits: number, trim = false): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const short = trim ? fraction.replace(/0+$/, '') : fraction;
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${short === '' ? '' : decimal}${short}`;
  return value >= 0 ? text : negative === 'minus' ? `-${text}` : negative === 'behind' ? `${text}-` : `(${text})`;
}

function mixed(order: readonly number[], random: Random): number[] {
  const rest = [...order];
  return order.map(() => rest.splice(random.below(rest.length), 1)[0] ?? 0);
}

function delimited(rows: readonly Line[], { delimiter, encoding, newline, quoteAll }: Office): Uint8Array {
  const text = rows.map((line) => line.map((one) => { const said = String(one ?? '').replace(/\n/g, newline); return quoteAll || /["\r\n]|^\s|\s$/.test(said) || said.includes(delimiter) ? `"${said.replace(/"/g, '""')}"` : said; }).join(delimiter)).join(newline) + newline;
  return encoded(text, encoding);
}

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-sig') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'cp1252') return Uint8Array.from([...text], (sign) => western.get(sign) ?? 63);
  const big = encoding === 'utf-16be';
  const marked = `\uFEFF${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), !big);
  return bytes;
}

const western: ReadonlyMap<string, number> = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]));

async function workbook(rows: readonly Line[], { dateSystem, titles }: Office, list: FileReading): Promise<Uint8Array> {
  const width = Math.max(...rows.map(({ length }) => length));
  const own: WriteSheet = { name: list.kind.slice(0, 28), rows: rows.map((line) => [...line]), ...(titles.length > 0 && { merges: titles.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: width - 1 })) }) };
  return writeXlsx({ dateSystem, sheets: [own, { name: 'Old', rows: [...rows.slice(0, 3)].map((line) => [...line]), hidden: true }, { name: 'Notes', rows: [['Prepared by operations'], ['Ask before sharing']] }] });
}
