import { folded } from '#shared/kernel/text.ts';

/** What a word beside a number, or in a header, multiplies by: `tys.`, `Mio.`, `lakh`, `百万`; null for every other. `mil` is a thousand of reais and a million of koruny, and nothing without its currency. */
export function scaleCalled(word: string, currency: string | null = null): number | null {
  const plain = folded(word).replace(/[.’']+$/, '');
  return plain === 'mil' ? (inThousands.has(currency) ? 1e3 : inMillions.has(currency) ? 1e6 : null) : (scales.get(plain) ?? null);
}

const inThousands: ReadonlySet<string | null> = new Set(['BRL', 'MXN', 'ARS', 'COP', 'CLP', 'PEN', 'UYU', 'AOA']);
const inMillions: ReadonlySet<string | null> = new Set(['CZK', 'PLN', 'RON']);

/** By factor, as `folded` writes them, without a last full stop. */
const scales: ReadonlyMap<string, number> = new Map(([
  [1e3, 'k|t|tsd|tausend|thousand|thousands|milliers|miles|migliaia|milhares|duizend|tys|tysiac|tysiace|tysiecy|tis|tisic|tisice|tusen|tusind|tuhat|tuhatta|bin|ezer|mii|тыс|тысяч|тис|χιλ|χιλιαδες|ألف|الف|אלף|千|천'],
  [1e4, '万|萬|만'],
  [1e5, 'lakh|lakhs|lac|lacs'],
  [1e6, 'm|mn|mio|mm|mill|million|millions|millionen|millones|millon|milioni|milione|milhao|milhoes|mi|milj|miljoen|miljoner|miljoona|miljoonaa|millioner|mln|milion|miliony|milionow|milionu|milyon|млн|εκατ|εκατομμυρια|مليون|מיליון|百万|백만'],
  [1e7, 'cr|crore|crores'],
  [1e8, '億|亿|억'],
  [1e9, 'b|bn|billion|mrd|mld|md|mds|mia|milliarde|milliarden|milliard|milliards|miliardi|miljard|miliard|miliardy|miliardow|milyar|млрд|مليار|十億|十亿|십억'],
] as const).flatMap(([factor, words]) => words.split('|').map((word) => [folded(word), factor] as const)));
