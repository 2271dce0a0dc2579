import { folded, isPlainWords } from '#shared/kernel/text.ts';

/** ISO 3166-1 alpha-2 of a country by name (in the languages below), alpha-2 or alpha-3; null for what is none. */
export function countryCode(text: string): string | null {
  return names.get(countryKey(text)) ?? null;
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
  ['peoples republic of china', 'CN'], ['prc', 'CN'], ['hong kong', 'HK'], ['hong kong sar', 'HK'], ['macau', 'MO'], ['taiwan roc', 'TW'], ['macedonia', 'MK'], ['burma', 'MM'], ['swaziland', 'SZ'], ['republic of ireland', 'IE'], ['eire', 'IE'], ['slovak republic', 'SK'], ['moldova', 'MD'], ['brasil', 'BR'], ['deutschland', 'DE'], ['espana', 'ES'], ['italia', 'IT'], ['osterreich', 'AT'], ['schweiz', 'CH'], ['suisse', 'CH'], ['sverige', 'SE'], ['norge', 'NO'], ['danmark', 'DK'], ['suomi', 'FI'], ['polska', 'PL'], ['el', 'GR'], ['nippon', 'JP'],
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
    others.map(([name, code]) => [name, code] as const),
  ),
);
