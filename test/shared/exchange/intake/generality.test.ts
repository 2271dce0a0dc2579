import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { FolderReading, Values } from '#shared/exchange/intake/reading.ts';
import { headers } from '#shared/exchange/recognise/headers.ts';
import { headersAbroad } from '#shared/exchange/recognise/headers-abroad.ts';
import { headersFarther } from '#shared/exchange/recognise/headers-farther.ts';
import { type Office, rewritten } from '#test/support/another-office.ts';
import { filesOf, inputSets, setNames } from '../input-sets.ts';

if (setNames.length === 0) {
  test('data set absent: no folder is written anew', () => console.log(`data set absent: ${inputSets}`));
}

const two = (amount: number) => String(amount).padStart(2, '0');
const plain: Office = {
  name: 'Plain', file: 'csv', delimiter: ',', encoding: 'utf-8', newline: '\n', quoteAll: false, decimal: '.', group: '', negative: 'minus', money: (amount, currency) => (currency === 'GBP' ? `£${amount}` : amount), percent: 'fraction',
  date: (year, month, day) => `${year}-${two(month)}-${two(day)}`, time: (hour, minute) => `${two(hour)}:${two(minute)}`, flags: ['Yes', 'No'], day: 'date',
  header: (_kind, _field, was) => was, titles: [], bands: 'none', shuffled: false, strangers: [], typed: 'typed', dateSystem: '1900',
};
const twelve = (hour: number, minute: number) => `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
const otherName: Office['header'] = (kind, field, was, random) => { const known = (headers[kind][field] ?? '').split('|').filter((name) => name !== ''); return known.length === 0 ? was : (known[random.below(known.length)] ?? was); };
const abroad: Office['header'] = (kind, field, was, random) => { const known = (headersAbroad[kind]?.[field] ?? '').split('|').filter((name) => name !== ''); return known.length === 0 ? was : (known[random.below(known.length)] ?? was); };
const farther: Office['header'] = (kind, field, was, random) => { const known = (headersFarther[kind]?.[field] ?? '').split('|').filter((name) => name !== ''); return known.length === 0 ? was : (known[random.below(known.length)] ?? was); };
const misspelt: Office['header'] = (_kind, _field, was, random) => { if (was.length < 7) return was; const at = 1 + random.below(was.length - 3); return was.slice(0, at) + (was[at + 1] ?? '') + (was[at] ?? '') + was.slice(at + 2); };

const moneyOf = (text: string) => Number(text.replace(/[^\d.-]/g, ''));
const shortened: Office['money'] = (amount, currency) => { const value = moneyOf(amount); const [short, unit] = value % 100_000 === 0 && value !== 0 ? [value / 1e6, 'M'] : value % 100 === 0 && value !== 0 ? [value / 1e3, 'k'] : [null, '']; return `${currency === 'GBP' ? '£' : '€'}${short === null ? amount : `${short}${unit}`}`; };

const offices: readonly Office[] = [
  plain,
  { ...plain, name: 'London', encoding: 'utf-8', newline: '\r\n', group: ',', money: (amount, currency) => (currency === 'EUR' ? `€${amount}` : `£${amount}`), negative: 'parentheses', date: (y, m, d) => `${two(d)}/${two(m)}/${y}`, flags: ['Y', 'N'], day: 'weekday', shuffled: true, strangers: ['Created by', 'Last modified', ''] },
  { ...plain, name: 'Zürich', delimiter: ';', encoding: 'utf-8-sig', newline: '\r\n', quoteAll: true, group: '’', money: (amount, currency) => `${currency} ${amount}`, date: (y, m, d) => `${d}.${m}.${y}`, flags: ['ja', 'nein'], day: 'count', titles: ['Export', 'Filter: alle', ''], percent: 'sign' },
  { ...plain, name: 'Paris', delimiter: '\t', encoding: 'utf-16le', newline: '\r\n', decimal: ',', group: '\u202f', money: (amount, currency) => `${amount} ${currency === 'EUR' ? '€' : '£'}`, date: (y, m, d) => `${two(d)}/${two(m)}/${String(y).slice(2)}`, flags: ['oui', 'non'], day: 'date', shuffled: true, time: (h, m) => `${h}h${two(m)}` },
  { ...plain, name: 'Boston', delimiter: '|', encoding: 'utf-16be', group: ',', money: (amount, currency) => (currency === 'EUR' ? `EUR ${amount}` : `£${amount}`), negative: 'parentheses', date: (y, m, d) => `${m}/${d}/${String(y).slice(2)}`, time: twelve, flags: ['x', ''], percent: 'whole', titles: ['Programme report'], strangers: ['Region notes'] },
  { ...plain, name: 'Oslo', delimiter: ';', decimal: ',', group: ' ', negative: 'behind', date: (y, m, d) => `${d}-${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[m - 1] ?? ''}-${y}`, time: (h, m) => `${two(h)}.${two(m)}`, flags: ['1', '0'], newline: '\r' },
  { ...plain, name: 'Short amounts', money: shortened, percent: 'sign', flags: ['✓', ''] },
  { ...plain, name: 'Mumbai', money: (amount, currency) => `${currency === 'GBP' ? '£' : '€'} ${Math.abs(moneyOf(amount)).toLocaleString('en-IN', { minimumFractionDigits: 2 }).replace(/^/, moneyOf(amount) < 0 ? '-' : '')}`, date: (y, m, d) => `${two(d)}-${two(m)}-${y}`, flags: ['Yes', 'No'] },
  { ...plain, name: 'Tokyo', date: (y, m, d) => `${y}年${m}月${d}日`, encoding: 'utf-16le', delimiter: '\t', flags: ['はい', 'いいえ'] },
  { ...plain, name: 'Warsaw', delimiter: ';', decimal: ',', group: '\u00a0', money: (amount, currency) => `${amount} ${currency}`, date: (y, m, d) => `${d} ${'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(' ')[m - 1] ?? ''} ${y}`, flags: ['tak', 'nie'] },
  { ...plain, name: 'Madrid', delimiter: ';', decimal: ',', group: '.', date: (y, m, d) => `${d} de ${'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')[m - 1] ?? ''} de ${y}`, flags: ['sí', 'no'] },
  { ...plain, name: 'Other names', header: otherName, shuffled: true },
  { ...plain, name: 'Other names again', header: otherName, titles: ['A', '', 'B'] },
  { ...plain, name: 'Other names once more', header: otherName },
  { ...plain, name: 'Misspelt', header: misspelt, shuffled: true },
  { ...plain, name: 'Bands', bands: 'idle', titles: ['Export'] },
  { ...plain, name: 'Headers in two rows', bands: 'split', titles: ['Export', ''] },
  { ...plain, name: 'Headers in two rows of a workbook', file: 'xlsx', bands: 'split', header: otherName },
  ...Array.from({ length: 6 }, (_, turn): Office => ({ ...plain, name: `Headers of abroad ${'I'.repeat(turn + 1)}`, header: abroad, shuffled: turn % 2 === 0 })),
  ...Array.from({ length: 6 }, (_, turn): Office => ({ ...plain, name: `Headers of farther abroad ${'I'.repeat(turn + 1)}`, header: farther, shuffled: turn % 2 === 0 })),
  { ...plain, name: 'Workbook', file: 'xlsx', flags: ['TRUE', 'FALSE'], titles: ['Account export', 'Generated today'] },
  { ...plain, name: 'Workbook of 1904', file: 'xlsx', dateSystem: '1904', shuffled: true, strangers: ['Owner mail', ''] },
  { ...plain, name: 'Workbook of numbers', file: 'xlsx', typed: 'serials', header: otherName },
  { ...plain, name: 'Workbook of text', file: 'xlsx', typed: 'text', decimal: ',', group: '.', date: (y, m, d) => `${two(d)}.${two(m)}.${y}` },
];

describe.each(setNames)('the input set %s', (set) => {
  test.each(offices.map((office) => [office.name, office] as const))('written as in %s says the same', async (_name, office) => {
    const files = filesOf(set);
    const before = await readFolder(files);
    const after = await readFolder(await rewritten(files, before, office));
    expect(after.unread).toEqual([]);
    const differences = differencesOf(said(before), said(after));
    if (differences.length > 0) console.log(`${set} ${office.name}: ${differences.length} differ\n  ${differences.slice(0, Number(process.env['SHOW'] ?? 12)).join('\n  ')}`);
    expect(differences).toEqual([]);
  });
});

type Said = ReadonlyMap<string, string>;

/** Every fact of a reading under a name that does not depend on lines. */
function said({ files }: FolderReading): Said {
  const facts = new Map<string, string>();
  for (const { kind, records, issues, columns } of files) {
    facts.set(`${kind} columns`, columns.flatMap(({ field }) => field ?? []).sort().join(' '));
    records.forEach(({ line, disposition, values, links }, index) => {
      facts.set(`${kind} ${index}`, disposition);
      facts.set(`${kind} ${index} reasons`, issues.filter((issue) => issue.line === line).map(({ code, field }) => `${code} ${field ?? ''}`).sort().join(', '));
      facts.set(`${kind} ${index} links`, JSON.stringify(Object.entries(links).sort()));
      for (const [field, value] of Object.entries(values as Values)) facts.set(`${kind} ${index} ${field}`, JSON.stringify(value === false ? null : value));
    });
  }
  return facts;
}

function differencesOf(one: Said, other: Said): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((fact) => one.get(fact) !== other.get(fact)).map((fact) => `${fact}: ${other.get(fact)} instead of ${one.get(fact)}`);
}
