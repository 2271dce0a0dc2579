import { folded, isPlainWords } from '#shared/kernel/text.ts';

/** ISO 3166-1 alpha-2 of a country by name (in the languages below), alpha-2 or alpha-3, or both (`Germany (DE)`); null for what is none. */
export function countryCode(text: string): string | null {
  const found = codeOf(text);
  if (found !== null) return found;
  const parts = text.split(/\s*[()/|]\s*|\s+[-–]\s+/).filter((part) => part !== '').map(codeOf);
  return parts.length > 1 && parts.every((code) => code === parts[0]) ? (parts[0] ?? null) : null;
}

function codeOf(text: string): string | null {
  const key = countryKey(text);
  return names.get(key) ?? namesAbroad().get(key) ?? null;
}

function countryKey(text: string): string {
  const plain = folded(text);
  return isPlainWords(plain) ? plain.replace(/^the /, '') : plain.replace(/&/g, ' and ').replace(/[.'’]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '');
}

/** alpha-2 and alpha-3 of ISO 3166-1. */
const codes =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE';

/** Names a person writes and the language tables of the host do not have. */
const others: readonly (readonly [string, string])[] = [
  ['uk', 'GB'], ['great britain', 'GB'], ['britain', 'GB'], ['england', 'GB'], ['scotland', 'GB'], ['wales', 'GB'], ['northern ireland', 'GB'], ['united states of america', 'US'], ['us of a', 'US'], ['america', 'US'], ['korea', 'KR'], ['republic of korea', 'KR'], ['korea south', 'KR'],
  ['turkey', 'TR'], ['turkiye', 'TR'], ['czech republic', 'CZ'], ['czechia', 'CZ'], ['holland', 'NL'], ['uae', 'AE'], ['emirates', 'AE'], ['ksa', 'SA'], ['russia', 'RU'], ['russian federation', 'RU'], ['viet nam', 'VN'], ['vietnam', 'VN'], ['ivory coast', 'CI'],
  ['peoples republic of china', 'CN'], ['prc', 'CN'], ['hong kong', 'HK'], ['hong kong sar', 'HK'], ['macau', 'MO'], ['taiwan roc', 'TW'], ['macedonia', 'MK'], ['burma', 'MM'], ['swaziland', 'SZ'], ['republic of ireland', 'IE'], ['eire', 'IE'], ['slovak republic', 'SK'], ['moldova', 'MD'], ['brasil', 'BR'], ['deutschland', 'DE'], ['espana', 'ES'], ['italia', 'IT'], ['osterreich', 'AT'], ['schweiz', 'CH'], ['suisse', 'CH'], ['sverige', 'SE'], ['norge', 'NO'], ['danmark', 'DK'], ['suomi', 'FI'], ['polska', 'PL'], ['el', 'GR'], ['nippon', 'JP'], ['kosovo', 'XK'], ['xk', 'XK'], ['ee uu', 'US'], ['eeuu', 'US'], ['abd', 'US'], ['vae', 'AE'], ['korea republic of', 'KR'], ['bosnia', 'BA'], ['drc', 'CD'], ['czech rep', 'CZ'], ['ceska republika', 'CZ'], ['slovenska republika', 'SK'], ['dominican rep', 'DO'], ['ingiltere', 'GB'],
  ['アメリカ', 'US'], ['米国', 'US'], ['英国', 'GB'], ['中華人民共和国', 'CN'], ['中华人民共和国', 'CN'], ['香港', 'HK'], ['澳門', 'MO'], ['台灣', 'TW'], ['台湾', 'TW'], ['الإمارات', 'AE'], ['السعودية', 'SA'], ['한국', 'KR'],
];

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv'] as const;

const names: ReadonlyMap<string, string> = new Map(
  codes.split(' ').flatMap((pair) => {
    const code = pair.slice(0, 2);
    return [code, pair.slice(2)].map((spelling) => [countryKey(spelling), code] as const);
  }).concat(
    languages.flatMap((language) => {
      const display = new Intl.DisplayNames([language], { type: 'region' });
      return codes.split(' ').map((pair) => [countryKey(display.of(pair.slice(0, 2)) ?? pair), pair.slice(0, 2)] as const);
    }),
    others.map(([name, code]) => [countryKey(name), code] as const),
  ),
);

let abroad: Map<string, string> | null = null;

/** In languages that fewer lists are written in, gathered when the first such name is met. What two of them call alike is nobody's. */
function namesAbroad(): ReadonlyMap<string, string> {
  if (abroad !== null) return abroad;
  abroad = new Map();
  const unsure = new Set<string>();
  for (const language of fartherLanguages) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const pair of codes.split(' ')) {
      const [key, code] = [countryKey(display.of(pair.slice(0, 2)) ?? pair), pair.slice(0, 2)];
      if ((abroad.get(key) ?? code) !== code) unsure.add(key);
      abroad.set(key, code);
    }
  }
  for (const key of unsure) abroad.delete(key);
  return abroad;
}

const fartherLanguages = ['cs', 'sk', 'hu', 'ro', 'bg', 'el', 'tr', 'ru', 'uk', 'hr', 'sr', 'sl', 'et', 'lv', 'lt', 'fi', 'da', 'nb', 'is', 'ar', 'he', 'ja', 'ko', 'zh', 'zh-Hant', 'th', 'vi', 'id', 'hi'] as const;
