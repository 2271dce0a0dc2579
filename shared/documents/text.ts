/** The language whose letter forms a run of Han characters takes, where the text alone does not say. */
export type HanLanguage = 'ja' | 'zh-Hans' | 'zh-Hant' | 'ko';

/** A stretch of text in one style. `link` is the key of a heading, banner or page in the same document. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly muted?: true;
  readonly language?: HanLanguage;
  readonly link?: string;
};

export type Text = string | Run | readonly (string | Run)[];

export function bold(text: string): Run {
  return { text, bold: true };
}

/** A run that leads to the heading, banner or page of this key. */
export function link(text: string, key: string): Run {
  return { text, link: key };
}

/** The Han language that people of a country (ISO 3166 alpha-2) read; null where the text must decide. */
export function hanLanguageOf(country: string | null): HanLanguage | null {
  return hanByCountry[country ?? ''] ?? null;
}

const hanByCountry: Readonly<Record<string, HanLanguage>> = {
  JP: 'ja', CN: 'zh-Hans', SG: 'zh-Hans', MY: 'zh-Hans', TW: 'zh-Hant', HK: 'zh-Hant', MO: 'zh-Hant', KR: 'ko', KP: 'ko',
};

/** A name that is drawn in the letter forms of its owner's country. */
export function named(text: string, country: string | null): Run {
  const language = hanLanguageOf(country);
  return language === null ? { text } : { text, language };
}

export function runsOf(text: Text): readonly Run[] {
  if (typeof text === 'string') return [{ text }];
  return isRun(text) ? [text] : text.map((part) => (typeof part === 'string' ? { text: part } : part));
}

export function plain(text: Text): string {
  return runsOf(text).map((run) => run.text).join('');
}

function isRun(text: Run | readonly (string | Run)[]): text is Run {
  return !Array.isArray(text);
}
