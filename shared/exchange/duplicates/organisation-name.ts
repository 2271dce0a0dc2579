import { folded, isPlainWords } from '#shared/kernel/text.ts';
import { countryCode } from '../recognise/countries.ts';
import { type Reading, readingOf } from './reading.ts';
import { romanised } from './romanised.ts';

/** A name of an organisation taken apart, so that two spellings can be compared part by part. */
export type OrganisationName = {
  /** As written, in plain letters without punctuation. */
  readonly whole: string;
  /** The words that tell it from others: without legal form, branch and `the`. */
  readonly words: readonly string[];
  /** Those words without blanks, umlauts spelled with one letter: `Acme Soft` and `AcmeSoft` meet here. */
  readonly key: string;
  /** What follows in brackets or as a country or a point of the compass: `Services (Brazil)`; empty where nothing does. */
  readonly branch: string;
  /** Where it is written in Arabic, Hangul, kana and the like; null elsewhere. */
  readonly reading: Reading | null;
};

/** Takes a name apart. The key is empty only for a name without letters. */
export function organisationName(name: string): OrganisationName {
  const bracketed = /[([（]([^)\]）]+)[)\]）]/.exec(name);
  const inside = bracketed === null ? '' : plainWords(bracketed[1] ?? '').join(' ');
  const isForm = inside !== '' && legalForms.has(inside.replaceAll(' ', ''));
  const whole = plainWords(name);
  const all = bracketed === null ? whole : plainWords(name.replace(/[([（][^)\]）]*[)\]）]/g, ' '));
  const [words, branch] = withoutBranch(withoutLegalForm(all[0] === 'the' && all.length > 1 ? all.slice(1) : all));
  const told = inside === '' || isForm ? branch : inside;
  const kept = words.length > 0 ? words : whole;
  return { whole: whole.join(' '), words: kept, key: kept.join('').replace(/(?<=[aou])e/g, ''), branch: told, reading: readingOf(name.replace(eastern, ' '), isLegalForm) };
}

function isLegalForm(word: string): boolean {
  const plain = folded(word).replace(/[.'’"״׳]/g, '');
  return legalForms.has(plain) || formsInFront.has(plain);
}

/** Words that say how large a house is, not which. */
export const descriptors: ReadonlySet<string> = new Set('group groupe gruppe grupo gruppo holding holdings international global worldwide company enterprises enterprise'.split(' '));

function plainWords(text: string): string[] {
  const plain = romanised(text.normalize('NFC').replace(eastern, ' '));
  return isPlainWords(plain) ? plain.split(' ') : plain.replace(/[&＆+]/g, ' and ').replace(/[.'’‘ʼ`´"״׳/]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter((word) => word !== '');
}

/** Forms stand last nearly everywhere and first in Russia, Ukraine, Kazakhstan and Indonesia. `S. A. R. L.` is read as `sarl`. */
function withoutLegalForm(all: readonly string[]): readonly string[] {
  let words = all;
  for (let found = true; found && words.length > 1; ) {
    found = false;
    for (let length = Math.min(5, words.length - 1); length > 0 && !found; length--) {
      const tail = words.slice(-length);
      const isForm = legalForms.has(tail.join('')) && (length === 1 || tail.every((word) => word.length < 3) || formWords.has(tail.join(' ')));
      if (!isForm && !(length === 1 && (tail[0] === 'and' || tail[0] === 'y' || tail[0] === 'und') && words.length < all.length)) continue;
      words = words.slice(0, -length);
      found = true;
    }
  }
  return words.length > 1 && formsInFront.has(words[0] ?? '') ? words.slice(1) : words;
}

function withoutBranch(words: readonly string[]): readonly [readonly string[], string] {
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    const tail = words.slice(-length).join(' ');
    // Short words are codes of countries and much else: `in`, `it`, `is`.
    if (compass.has(tail) || (tail.length > 3 && countryCode(tail) !== null)) return [words.slice(0, -length), tail];
  }
  return [words, ''];
}

const compass: ReadonlySet<string> = new Set(
  'north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|nord|sud|ost|ouest|est|norte|sur|sul|oeste|leste|norra|sodra|vastra|ostra|zuid|noord|oost|nordic|nordics|benelux|dach|iberia|baltics|emea|apac|apj|latam|amer|anz|mena|cee|europe|asia|africa|americas|middle east|north america|latin america|south america|asia pacific'.split('|'),
);

const eastern = /株式会社|有限会社|合同会社|有限责任公司|股份有限公司|有限公司|股份|주식회사|유한회사|\(주\)|㈜|㈱|（株）/g;
const formsInFront: ReadonlySet<string> = new Set('ooo oao zao pao ao odo tov prat pat pp too pt cv tdv fop ip شركة مؤسسة'.split(' '));

/** By country, dots and blanks out; wider than the list by which the import links without asking, because here the planner is asked. */
const formWords: ReadonlySet<string> = new Set(
  [
    'inc|incorporated|corp|corporation|co|company|llc|lllp|llp|lp|pllc|pc|ltd|limited|plc|cic|ulc|unlimited|limited liability company|public limited company|co ltd|company limited|ltee|limitee|enr',
    'gmbh|mbh|ag|kg|kgaa|ohg|ug|ev|eg|gbr|se|gesmbh|ges mbh|gmbh and co kg|ag and co kg|sarl|sas|sasu|sa|eurl|sci|snc|scop|scs|bv|nv|vof|cv|bvba|sprl|srl|cvba|asbl|commv|srls|spa|sapa|scarl|soc coop|sl|slu|slp|sau|sll|s en c|sociedad limitada|sociedad anonima|lda|unipessoal lda|ltda|eireli|me|epp|sa de cv|sab de cv|sapi de cv|s de rl de cv|sapi|spr|eirl|sac|saic|sca',
    'ab|hb|kb|publ|as|asa|ans|aps|ivs|is|oy|oyj|ky|ehf|hf|slf|ou|uab|sia|mb|sp z oo|sp zoo|spzoo|sp k|sp j|sp p|ska|spolka akcyjna|sro|spol s ro|spol sro|as|vos|ks|kft|zrt|nyrt|bt|rt|doo|dd|jdoo|ad|ead|eood|ood|et|ooo|oao|zao|pao|ao|tov|prat|pat|pp|too|sh pk|shpk|sha|ae|epe|ike|oe|ee|mepe',
    'as|anonim sirketi|limited sirketi|ltd sti|san ve tic as|san ve tic ltd sti|tic|sti|bm|בעמ|llc|fze|fzco|fz llc|dmcc|wll|spc|bsc|saog|saoc|saoc|kscc|qsc|pjsc|ojsc|jsc|est|ذمم|شمم|شمع',
    'pvt|pvt ltd|private limited|public limited|pte|pte ltd|sdn|bhd|sdn bhd|tbk|pt|pcl|public company limited|pty|pty ltd|proprietary limited|nl|kk|gk|yk|godo kaisha|kabushiki kaisha|joint stock company|tnhh|cp|npc|soc ltd|cc|rf|opc',
  ].join('|').split('|'),
);
const legalForms: ReadonlySet<string> = new Set([...formWords].map((form) => form.replaceAll(' ', '')));
