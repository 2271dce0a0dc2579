import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCode } from '#shared/exchange/recognise/countries.ts';
import { currencyCode, currencyOf } from '#shared/exchange/recognise/currency.ts';
import { dateIn, dateStyleOf, summitDayIn } from '#shared/exchange/recognise/dates.ts';
import { intervalsIn, momentIn, timeIn } from '#shared/exchange/recognise/hours.ts';
import { decimalMarkOf, numberIn } from '#shared/exchange/recognise/numbers.ts';
import { emailAddress, flagSigns, flagWord, isMissing, listOf, longText, phoneNumber, plainText } from '#shared/exchange/recognise/text-values.ts';
import { inVocabulary } from '#shared/exchange/recognise/vocabularies.ts';
import { addKey, type KnownKeys, organisationKey, resembling } from '#shared/exchange/intake/organisation-names.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

/** Reads each written form with a reader and says them beside what came out. */
function readings<Read>(read: (text: string) => Read, written: readonly string[]): Record<string, Read> {
  return Object.fromEntries(written.map((text) => [text, read(text)]));
}

describe('numbers', () => {
  test('with a decimal point', () => {
    expect(readings((text) => numberIn(text, '.')?.value ?? null, ['1,234.56', '$1,234.56', '(1,200)', "1'234.5", '1 234.5', '1.2M', '120k', '-5', '5-', '−5', '12%', '1,234', '.5', '12,34,567', '1,23,4', '7/10', '6-8', 'eight', '30 min'])).toEqual({
      '1,234.56': 1234.56, '$1,234.56': 1234.56, '(1,200)': -1200, "1'234.5": 1234.5, '1 234.5': 1234.5, '1.2M': 1_200_000, '120k': 120_000, '-5': -5, '5-': -5, '−5': -5, '12%': 0.12, '1,234': 1234, '.5': 0.5, '12,34,567': 1_234_567,
      '1,23,4': null, '7/10': null, '6-8': null, eight: null, '30 min': null,
    });
  });

  test('with a decimal comma', () => {
    expect(readings((text) => numberIn(text, ',')?.value ?? null, ['1.234,56 €', '1.234', '1,234', '0,586', '(714.000,00)', "1'234,50", '0,6M', '-110.7 €', 'EUR 5'])).toEqual({
      '1.234,56 €': 1234.56, '1.234': 1234, '1,234': 1.234, '0,586': 0.586, '(714.000,00)': -714_000, "1'234,50": 1234.5, '0,6M': 600_000, '-110.7 €': -110.7, 'EUR 5': 5,
    });
  });

  test('with thousands and millions in the words of many offices, beside their currency', () => {
    const read = (text: string) => { const reading = numberIn(text, ','); return reading === null ? null : [reading.value, reading.currency]; };
    expect(readings(read, ['120 tys. zł', '1,5 mln PLN', '1,2 Mio €', '1,2 Mio. CHF', '2,3 tis. Kč', '500 mil. Kč', 'R$ 500 mil', 'R$ 2,5 mi', '5 mil', '12 bin TL', '₹ 12,5 lakh', 'INR 1,2 Cr', '1234万円', '1,2億円', '100 тыс. руб.', '$1.234k', '1.234,-', '45 Prozent', '%45', '1 234,56 $ CA', '12 XYZ'])).toEqual({
      '120 tys. zł': [120_000, 'PLN'], '1,5 mln PLN': [1_500_000, 'PLN'], '1,2 Mio €': [1_200_000, 'EUR'], '1,2 Mio. CHF': [1_200_000, 'CHF'], '2,3 tis. Kč': [2300, 'CZK'], '500 mil. Kč': [500_000_000, 'CZK'], 'R$ 500 mil': [500_000, 'BRL'], 'R$ 2,5 mi': [2_500_000, 'BRL'], '5 mil': null, '12 bin TL': [12_000, 'TRY'],
      '₹ 12,5 lakh': [1_250_000, 'INR'], 'INR 1,2 Cr': [12_000_000, 'INR'], '1234万円': [12_340_000, 'JPY'], '1,2億円': [120_000_000, 'JPY'], '100 тыс. руб.': [100_000, 'RUB'], '$1.234k': [1_234_000, 'USD'], '1.234,-': [1234, null], '45 Prozent': [0.45, null], '%45': [0.45, null], '1 234,56 $ CA': [1234.56, 'CAD'], '12 XYZ': null,
    });
  });

  test('a unit is allowed only where one is expected', () => expect(numberIn('30 min', '.', true)?.value).toBe(30));

  test('the mark of a file follows from the cells that prove it', () => {
    expect([decimalMarkOf(['1,234', '5,6']), decimalMarkOf(['1.234', '5.6']), decimalMarkOf(['1,234'])]).toEqual([',', '.', null]);
  });

  test('any amount written either way reads back exactly', () => {
    fc.assert(fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
      const amount = hundredths / 100;
      const us = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
      const de = amount.toLocaleString('de-DE', { minimumFractionDigits: 2 });
      expect([numberIn(us, '.')?.value, numberIn(de, ',')?.value]).toEqual([amount === 0 ? expect.anything() : amount, amount === 0 ? expect.anything() : amount]);
    }));
  });

  test('currencies are named by sign or code', () => {
    expect(readings(currencyOf, ['£398.964,05', '1.2 EUR', 'R$1652,29', '5', '1.2M', '120 min'])).toEqual({ '£398.964,05': 'GBP', '1.2 EUR': 'EUR', 'R$1652,29': 'BRL', '5': null, '1.2M': null, '120 min': null });
    expect(readings(currencyOf, ['[$$-1009]#,##0.00', '[$$-409]#,##0.00', '[$kr-41D] #,##0', '12 TL', '5 руб.'])).toEqual({ '[$$-1009]#,##0.00': 'CAD', '[$$-409]#,##0.00': 'USD', '[$kr-41D] #,##0': 'SEK', '12 TL': 'TRY', '5 руб.': 'RUB' });
    expect(readings(currencyCode, ['usd', '€', 'XXQ', 'points'])).toEqual({ usd: 'USD', '€': 'EUR', XXQ: null, points: null });
  });
});

describe('days and times', () => {
  test('in the spellings of exports', () => {
    expect(readings((text) => dateIn(text, 'dmy'), ['2027-03-23', '23.03.2027', '23/3/2027', '23-Mar-2027', '12-Mar-25', '23. März 2027', 'March 23, 2027', '45291', '2027-03-23T00:00:00Z', 'Tue 23.03.2027', '31.02.2027', '2026-09-31', 'soon', ''])).toEqual({
      '2027-03-23': '2027-03-23', '23.03.2027': '2027-03-23', '23/3/2027': '2027-03-23', '23-Mar-2027': '2027-03-23', '12-Mar-25': '2025-03-12', '23. März 2027': '2027-03-23', 'March 23, 2027': '2027-03-23', '45291': '2023-12-31',
      '2027-03-23T00:00:00Z': '2027-03-23', 'Tue 23.03.2027': '2027-03-23', '31.02.2027': null, '2026-09-31': null, soon: null, '': null,
    });
    expect([dateIn('10/14/2026', 'mdy'), dateIn('2/31/2026', 'mdy'), dateIn('14/10/2026', 'mdy')]).toEqual(['2026-10-14', null, null]);
  });

  test('days in the words and signs of many countries', () => {
    expect(readings((text) => dateIn(text, 'dmy'), ['12 مارس 2026', '１２／０３／２０２６', '令和8年3月12日', '2026. 3. 12.', '12.03.2026 r.', '12 марта 2026 г.', '12 Μαρτίου 2026', '12. března 2026', '12 Şubat 2026', '12 mars 2026', '2026年3月12日(木)'])).toEqual({
      '12 مارس 2026': '2026-03-12', '１２／０３／２０２６': '2026-03-12', '令和8年3月12日': '2026-03-12', '2026. 3. 12.': '2026-03-12', '12.03.2026 r.': '2026-03-12', '12 марта 2026 г.': '2026-03-12', '12 Μαρτίου 2026': '2026-03-12', '12. března 2026': '2026-03-12', '12 Şubat 2026': '2026-02-12', '12 mars 2026': '2026-03-12', '2026年3月12日(木)': '2026-03-12',
    });
  });

  test('a number above 12 in either place decides the order for the whole file; without one it must be asked', () => {
    expect([dateStyleOf(['1/2/2026', '1/13/2026'], null), dateStyleOf(['13/1/2026'], null), dateStyleOf(['1/2/2026'], null), dateStyleOf(['1/2/2026'], 'mdy'), dateStyleOf(['01.02.2026'], null)]).toEqual([
      { order: 'mdy', undecided: false }, { order: 'dmy', undecided: false }, { order: 'dmy', undecided: true }, { order: 'mdy', undecided: false }, { order: 'dmy', undecided: false },
    ]);
  });

  test('times of day, moments and spans', () => {
    expect(readings(timeIn, ['9:00', '2:30 PM', '12 am', '14.30', '1430', '14h30', '0.604', '24:00', '25:00', '13 pm', 'noon'])).toEqual({
      '9:00': '09:00', '2:30 PM': '14:30', '12 am': '00:00', '14.30': '14:30', '1430': '14:30', '14h30': '14:30', '0.604': '14:30', '24:00': '24:00', '25:00': null, '13 pm': null, noon: '12:00',
    });
    expect(readings((text) => momentIn(text, 'dmy'), ['23.03.2027 08:00', '2027-03-23T08:00:00+01:00', '23.03.2027 2:30 PM', '31.02.2027 17:15'])).toEqual({ '23.03.2027 08:00': '2027-03-23T08:00', '2027-03-23T08:00:00+01:00': '2027-03-23T08:00', '23.03.2027 2:30 PM': '2027-03-23T14:30', '31.02.2027 17:15': null });
    expect(readings(intervalsIn, ['09:00-10:30; 13:30-14:45', '4:30 PM-5:45 PM', '4:30-5:45 PM', 'all day', '15:00-14:00', 'busy'])).toEqual({
      '09:00-10:30; 13:30-14:45': { spans: ['09:00-10:30', '13:30-14:45'] }, '4:30 PM-5:45 PM': { spans: ['16:30-17:45'] }, '4:30-5:45 PM': { spans: ['16:30-17:45'] }, 'all day': { spans: ['00:00-24:00'] },
      '15:00-14:00': { fault: 'end-before-start' }, busy: { fault: 'unreadable' },
    });
  });

  test('times as many countries write them, with a zone behind or not', () => {
    expect(readings(timeIn, ['9 Uhr', '9h', 'kl. 9.30', '14 h 30', '14.30 uur', '午後2時30分', '오전 9:05', '2:30 م', 'ÖS 2:30', '9:30 AM EST', '14:30 CET', '0,5', '14:30 to'])).toEqual({
      '9 Uhr': '09:00', '9h': '09:00', 'kl. 9.30': '09:30', '14 h 30': '14:30', '14.30 uur': '14:30', '午後2時30分': '14:30', '오전 9:05': '09:05', '2:30 م': '14:30', 'ÖS 2:30': '14:30', '9:30 AM EST': '09:30', '14:30 CET': '14:30', '0,5': '12:00', '14:30 to': null,
    });
    expect(readings((text) => momentIn(text, 'mdy'), ['3/23/2027 9:30 AM', '23.03.2027, 09:30 Uhr', '23 mars 2027 à 9h30', 'March 23, 2027 9:30 PM', '2027-03-23 09:30-10:30'])).toEqual({ '3/23/2027 9:30 AM': '2027-03-23T09:30', '23.03.2027, 09:30 Uhr': '2027-03-23T09:30', '23 mars 2027 à 9h30': '2027-03-23T09:30', 'March 23, 2027 9:30 PM': '2027-03-23T21:30', '2027-03-23 09:30-10:30': null });
    expect(readings(intervalsIn, ['9h30-11h', 'de 9h à 10h30', '09:00～10:30', '9:00-10:30 / 14:00-15:00', '9 a.m. to 11 a.m.', 'until 11:00', 'ab 15:00', 'cały dzień', '終日', 'PM'])).toEqual({
      '9h30-11h': { spans: ['09:30-11:00'] }, 'de 9h à 10h30': { spans: ['09:00-10:30'] }, '09:00～10:30': { spans: ['09:00-10:30'] }, '9:00-10:30 / 14:00-15:00': { spans: ['09:00-10:30', '14:00-15:00'] }, '9 a.m. to 11 a.m.': { spans: ['09:00-11:00'] },
      'until 11:00': { spans: ['00:00-11:00'] }, 'ab 15:00': { spans: ['15:00-24:00'] }, 'cały dzień': { spans: ['00:00-24:00'] }, 終日: { spans: ['00:00-24:00'] }, PM: { fault: 'unreadable' },
    });
  });

  test('a preferred day is a date, a weekday or a count of the summit', () => {
    const days = ['2027-03-23', '2027-03-24', '2027-03-25'] as LocalDate[];
    expect(readings((text) => summitDayIn(text, days, 'dmy'), ['Wednesday', 'Day 3', '24.03.2027', '24 March', 'any', 'Sunday', 'Day 7'])).toEqual({
      Wednesday: '2027-03-24', 'Day 3': '2027-03-25', '24.03.2027': '2027-03-24', '24 March': '2027-03-24', any: null, Sunday: undefined, 'Day 7': undefined,
    });
    expect(readings((text) => summitDayIn(text, days, 'dmy'), ['2. Tag', 'Dag 2', '2日目', 'second day', 'March 24', '3/24', '4/3', 'onsdag', 'środa', '水曜日', 'Çarşamba', 'الأربعاء', 'peu importe'])).toEqual({
      '2. Tag': '2027-03-24', 'Dag 2': '2027-03-24', '2日目': '2027-03-24', 'second day': '2027-03-24', 'March 24': '2027-03-24', '3/24': '2027-03-24', '4/3': undefined, onsdag: '2027-03-24', środa: '2027-03-24', 水曜日: '2027-03-24', Çarşamba: '2027-03-24', الأربعاء: '2027-03-24', 'peu importe': null,
    });
  });
});

describe('texts', () => {
  test('are tidied without losing what was meant', () => {
    expect([plainText(' Zoe\u0308\u00a0 B\u200b\n'), longText('a \r\n b\u00a0c '), listOf('vegan; N/A ;; halal'), listOf('none')]).toEqual(['Zoë B', 'a \n b c', ['vegan', 'halal'], []]);
    expect(readings(isMissing, ['', 'N/A', '#N/A', '-', 'tbd', 'TBC', 'NA', 'none'])).toEqual({ '': true, 'N/A': true, '#N/A': true, '-': true, tbd: true, TBC: true, NA: false, none: false });
  });

  test('addresses', () => {
    expect(readings(emailAddress, ['Ana@X.example', 'a@x.example; b@x.example', 'Ana Li <ana@x.example>', 'mailto:a@x.example', 'a@@x.example', 'a@x', 'n.a.', 'a@x.example,;', 'a@x.example / b@x.example', 'a@x.example|b@x.example', 'a@x.example or call'])).toEqual({
      'a@x.example / b@x.example': { email: 'a@x.example', second: 'b@x.example' }, 'a@x.example|b@x.example': { email: 'a@x.example', second: 'b@x.example' }, 'a@x.example or call': null,
      'Ana@X.example': { email: 'ana@x.example', second: null }, 'a@x.example; b@x.example': { email: 'a@x.example', second: 'b@x.example' }, 'Ana Li <ana@x.example>': { email: 'ana@x.example', second: null },
      'mailto:a@x.example': { email: 'a@x.example', second: null }, 'a@@x.example': null, 'a@x': null, 'n.a.': null, 'a@x.example,;': null,
    });
  });

  test('phones, marks, countries', () => {
    expect(readings(phoneNumber, ['+351 21 000 00 00', '351210000000', '+44 555 0101 999', '(555) 015-1832', '4.47E+11', '4,47E+11', '555'])).toEqual({ '+351 21 000 00 00': '+351 21 000 00 00', '351210000000': null, '+44 555 0101 999': '+44 555 0101 999', '(555) 015-1832': '(555) 015-1832', '4.47E+11': null, '4,47E+11': null, '555': null });
    expect(readings((text) => String(flagWord(text)), ['x', '✓', 'Yes', 'FALSE', '0', 'maybe'])).toEqual({ x: 'true', '✓': 'true', Yes: 'true', FALSE: 'false', '0': 'false', maybe: 'undefined' });
    expect(readings((text) => String(flagWord(text)), ['Nej', 'hayır', 'نعم', 'לא', 'ΝΑΙ', 'FAŁSZ', '○', '×'])).toEqual({ Nej: 'false', hayır: 'false', نعم: 'true', לא: 'false', ΝΑΙ: 'true', FAŁSZ: 'false', '○': 'undefined', '×': 'undefined' });
    expect([['○', '×'], ['●', '○'], ['×', ''], ['×', 'yes']].map((texts) => flagSigns(new Set(texts)))).toEqual([{ circle: true, cross: false }, { circle: false, cross: undefined }, { circle: undefined, cross: true }, { circle: undefined, cross: undefined }]);
    expect(readings(countryCode, ['Německo', 'Almanya', '日本', 'アメリカ', 'الإمارات', 'Ελλάδα', 'Россия', 'Germany (DE)', 'FR - France', 'Germany (FR)'])).toEqual({ Německo: 'DE', Almanya: 'DE', 日本: 'JP', アメリカ: 'US', الإمارات: 'AE', Ελλάδα: 'GR', Россия: 'RU', 'Germany (DE)': 'DE', 'FR - France': 'FR', 'Germany (FR)': null });
    expect(readings(countryCode, ['NA', 'Namibia', 'DEU', 'Deutschland', 'UK', 'Türkiye', 'Czech Republic', 'Atlantis'])).toEqual({ NA: 'NA', Namibia: 'NA', DEU: 'DE', Deutschland: 'DE', UK: 'GB', 'Türkiye': 'TR', 'Czech Republic': 'CZ', Atlantis: null });
  });

  test('words of closed lists in any spelling', () => {
    expect([inVocabulary('tier', '2 - GOLD'), inVocabulary('tier', 'Gold (FY25)'), inVocabulary('tier', 'Gold Partner'), inVocabulary('tier', 'Tier 1'), inVocabulary('region', 'NA'), inVocabulary('partner_type', 'VAR; Managed service provider'), inVocabulary('priority', 'P1'), inVocabulary('nda_status', 'Awaiting countersignature')]).toEqual([
      'Gold', 'Gold', 'Gold', null, 'AMER', 'VAR; MSP', 'must', 'partly_signed',
    ]);
  });

  test('words of closed lists in many languages', () => {
    const words = { tier: ['Złoty', 'zlatý', 'Altın', 'guld', 'ゴールド', '金牌', '골드', 'ذهبي', 'золотой'], priority: ['Wysoki', 'vysoká', 'zorunlu', 'hög', '必須', 'высокий'], nda_status: ['obowiązuje', 'v platnosti', 'yürürlükte', 'gällande', '有効', 'سارية', 'действует'], part_of_day: ['przed południem', 'dopoledne', 'sabah', 'förmiddag', '午前', 'صباحا'] } as const;
    expect(Object.entries(words).map(([list, spellings]) => [...new Set(spellings.map((word) => inVocabulary(list as keyof typeof words, word)))])).toEqual([['Gold'], ['must'], ['effective'], ['morning']]);
  });

  test('two spellings of an organisation share a key, two organisations do not', () => {
    expect(readings(organisationKey, ['Acme Holdings B.V.', 'ACME HOLDINGS', 'Ácme  Holdings, Inc.', 'Müller & Söhne GmbH', 'Muller and Sohne', 'X Sp. z o.o.', '株式会社サクラ', 'サクラ', '주식회사 한빛', '한빛', 'Acme (Chile)', 'Beta GmbH & Co. KG', 'Beta Ltd. Şti.', 'Beta S.A. de C.V.', 'Co & Co'])).toEqual({
      'Beta GmbH & Co. KG': 'beta', 'Beta Ltd. Şti.': 'beta', 'Beta S.A. de C.V.': 'beta', 'Co & Co': 'co and',
      'Acme Holdings B.V.': 'acme holdings', 'ACME HOLDINGS': 'acme holdings', 'Ácme  Holdings, Inc.': 'acme holdings', 'Müller & Söhne GmbH': 'muller and sohne', 'Muller and Sohne': 'muller and sohne', 'X Sp. z o.o.': 'x',
      株式会社サクラ: 'サクラ', サクラ: 'サクラ', '주식회사 한빛': '한빛'.normalize('NFKD'), 한빛: '한빛'.normalize('NFKD'), 'Acme (Chile)': 'acme chile',
    });
    const known = (...keys: string[]): KnownKeys => { const all: KnownKeys = new Map(); for (const key of keys) addKey(all, key); return all; };
    expect([resembling('acme holdngs', known('acme holdings', 'other')), resembling('acme 1', known('acme 2', 'acme 3'))]).toEqual(['acme holdings', null]);
  });
});
