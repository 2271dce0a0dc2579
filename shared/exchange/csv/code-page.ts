import type { Encoding } from '../grid.ts';
import { headerKeys } from '../recognise/header-line.ts';
import { isHeader } from '../recognise/header-match.ts';

/** What an office wrote before everybody wrote UTF-8, with the name the decoder has for it. */
const pages = {
  cp1252: 'windows-1252', cp1250: 'windows-1250', cp1251: 'windows-1251', cp1253: 'windows-1253', cp1254: 'windows-1254', cp1255: 'windows-1255', cp1256: 'windows-1256',
  'shift-jis': 'shift_jis', cp949: 'euc-kr', gb18030: 'gb18030', big5: 'big5',
} as const satisfies Partial<Record<Encoding, string>>;
export type CodePage = keyof typeof pages;

/**
 * The code page of bytes that are no Unicode, and their text. Headers that some list has in one of them and not in Windows-1252 tell; else
 * letters do: bytes above 127 that stand together are of a script that has no letter in ASCII, those that stand alone are accents. Where
 * nothing tells it is Windows-1252, which every byte sequence satisfies.
 */
export function decodeCodePage(bytes: Uint8Array): { readonly text: string; readonly encoding: CodePage } {
  const western = westernText(bytes);
  const page = pageOf(bytes.subarray(0, sample), westernText(bytes.subarray(0, sample)));
  return page === 'cp1252' ? { text: western, encoding: page } : { text: new TextDecoder(pages[page]).decode(bytes), encoding: page };
}

/** Enough for the headers and some hundred records. */
const sample = 64 * 1024;

function pageOf(bytes: Uint8Array, western: string): CodePage {
  const texts = [...runs, ...single].flatMap((page) => { const text = decoded(bytes, page); return text === null ? [] : [{ page, text }]; });
  const [most] = texts.map(({ page, text }) => ({ page, headers: headersIn(text) })).sort((a, b) => b.headers - a.headers);
  if (most !== undefined && most.headers > headersIn(western)) return most.page;
  if (!hasRuns(bytes)) return aloneIn(western);
  const [likely] = texts.flatMap(({ page, text }) => { const share = isOfRuns(page) ? usual(text, page) : 0; return share < leastUsual ? [] : [{ page, share }]; }).sort((a, b) => b.share - a.share);
  return likely?.page ?? 'cp1252';
}

/** Scripts without a letter in ASCII, and pages that add accents to it. */
const runs = ['shift-jis', 'cp949', 'gb18030', 'big5', 'cp1251', 'cp1253', 'cp1255', 'cp1256'] as const;
const single = ['cp1250', 'cp1254'] as const;

function decoded(bytes: Uint8Array, page: CodePage): string | null {
  // The sample may end within a character of two bytes.
  for (const end of [bytes.length, bytes.length - 1]) {
    try {
      return new TextDecoder(pages[page], { fatal: true }).decode(bytes.subarray(0, end));
    } catch { /* another page, or half a character */ }
  }
  return null;
}

function isOfRuns(page: CodePage): page is (typeof runs)[number] {
  return (runs as readonly CodePage[]).includes(page);
}

/** Whether most bytes above 127 stand three or more together, or begin a sign of Japanese where Windows-1252 hardly has anything. */
function hasRuns(bytes: Uint8Array): boolean {
  let [high, together, leads, run] = [0, 0, 0, 0];
  for (const byte of bytes) {
    if (byte < 128) {
      run = 0;
      continue;
    }
    high++;
    if (byte >= 0x81 && byte <= 0x90) leads++;
    together += ++run === 3 ? 3 : run > 3 ? 1 : 0;
  }
  return together * 2 > high || leads * 4 > high;
}

/** Cells of the first lines that are headers of some list, and not of ASCII alone. */
function headersIn(text: string): number {
  return text.slice(0, 6000).split(/[\n\r,;\t|"]+/).filter((cell) => cell.length <= 60 && /[^\x20-\x7e]/.test(cell) && headerKeys(cell).some(isHeader)).length;
}

/** Of the letters beyond ASCII, the share that texts of a page's script are mostly made of. */
function usual(text: string, page: (typeof runs)[number]): number {
  const beyond = text.match(/[^\x00-\x7f]/gu) ?? [];
  return beyond.length === 0 ? 0 : beyond.filter((sign) => common[page].test(sign)).length / beyond.length;
}

const leastUsual = 0.35;
const common: Readonly<Record<(typeof runs)[number], RegExp>> = {
  'shift-jis': /[\p{Script=Hiragana}\p{Script=Katakana}ー社名日会者部国的]/u, cp949: /[가-힣]/u,
  gb18030: /[的公司名称电话地址合作伙伴级别国家城市收入日期状态联系人邮箱职位有限技术北京上海深圳广州中华信息科技网络系统集团经理总监年月是否一二三]/u, big5: /[的公司名稱電話地址合作夥伴級別國家城市收入日期狀態聯絡人郵箱職位有限技術臺台北高雄新竹科資訊網路系統集團經理總監年月是否一二三]/u,
  cp1251: /[оеаинтсрвлкм]/iu, cp1253: /[αοιετνσρκπςυ]/iu, cp1255: /[יוהלאתרמבש]/u, cp1256: /[اليمنرتوةبس]/u,
};

/** By the accents that stand alone: signs within words are Polish letters; `ý`, `þ`, `ð` without the other letters of Iceland are Turkish; `ø` beside `è`, `ì` or `ù` and without the letters of the North is Czech; `õ` with `û` Hungarian. */
function aloneIn(western: string): CodePage {
  if (/\p{L}[¹³¿]\p{L}|¯\p{L}|£[aeouóy]/u.test(western)) return 'cp1250';
  if (/[ýþðÝÞÐ]/.test(western) && !/[æÆáíóúÁÍÓÚ]/.test(western)) return 'cp1254';
  if (/[øØ]/.test(western) && /[èìùÈÌÙ]/.test(western) && /[áíýšž]/i.test(western) && !/[åæäöñãêô]/i.test(western)) return 'cp1250';
  return /õ/i.test(western) && /û/i.test(western) && !/[ãçêô]/i.test(western) ? 'cp1250' : 'cp1252';
}

/** As the WHATWG has it. Node reads 0x80 to 0x9F as control characters where it should read `€`, `’` and `Š`. */
function westernText(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return /[\x80-\x9f]/.test(text) ? text.replace(/[\x80-\x9f]/g, (sign) => western1252[sign.charCodeAt(0) - 128] ?? sign) : text;
}

const western1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
