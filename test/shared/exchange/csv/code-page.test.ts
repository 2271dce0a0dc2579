import { describe, expect, test } from 'vitest';
import { decodeText } from '#shared/exchange/csv/decode.ts';

/** Every sign a code page has, with its bytes. */
function signsOf(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const signs = new Map<string, readonly number[]>();
  const note = (...bytes: readonly number[]) => { try { const sign = decoder.decode(Uint8Array.from(bytes)); if ([...sign].length === 1 && !signs.has(sign)) signs.set(sign, bytes); } catch { /* no sign of this page */ } };
  for (let byte = 0; byte < 256; byte++) note(byte);
  if (!label.startsWith('windows')) for (let lead = 0x81; lead < 255; lead++) for (let trail = 0x40; trail < 255; trail++) note(lead, trail);
  return signs;
}

function written(text: string, label: string): Uint8Array {
  const signs = signsOf(label);
  return Uint8Array.from([...text].flatMap((sign) => signs.get(sign) ?? [63]));
}

describe('text of before Unicode', () => {
  test.each([
    ['cp1250', 'windows-1250', 'Account Name,Tier,City\nDvořák a syn,Gold,Plzeň\nKříž Černý,Silver,Ústí\nŠkoda Němec,Gold,Brno\n'],
    ['cp1250', 'windows-1250', 'Account Name,Tier,City\nWałęsa,Gold,Łódź\nGęś,Silver,Gdańsk\n'],
    ['cp1250', 'windows-1250', 'Account Name,Tier,City\nErdős Kft,Gold,Győr\nSzűcs és Társa,Gold,Pécs\n'],
    ['cp1251', 'windows-1251', 'Account Name,Tier,City\nРомашка,Gold,Москва\nСеверный ветер,Gold,Казань\n'],
    ['cp1253', 'windows-1253', 'Account Name,Tier,City\nΑθήνα Δίκτυα,Gold,Αθήνα\nΝότιος Άνεμος,Gold,Πάτρα\n'],
    ['cp1254', 'windows-1254', 'Account Name,Tier,City\nIşık Bilişim,Gold,İzmir\nÇağrı,Gold,Eskişehir\n'],
    ['cp1255', 'windows-1255', 'Account Name,Tier,City\nחברת התקשורת,Gold,תל אביב\n'],
    ['cp1256', 'windows-1256', 'Account Name,Tier,City\nشركة الاتصالات,Gold,الرياض\n'],
    ['shift-jis', 'shift_jis', 'Account Name,Tier,City\nソフトウェア株式会社,Gold,東京\nさくらネット,Gold,大阪市\n'],
    ['cp949', 'euc-kr', 'Account Name,Tier,City\n한빛정보,Gold,서울\n새벽네트웍스,Gold,부산\n'],
    ['gb18030', 'gb18030', 'Account Name,Tier,City\n北京科技有限公司,Gold,北京\n上海网络技术公司,Gold,上海\n'],
    ['big5', 'big5', 'Account Name,Tier,City\n臺北科技有限公司,Gold,臺北\n高雄網路公司,Gold,高雄\n'],
  ])('of %s (%s) is told by its letters', (encoding, label, text) => {
    expect(decodeText(written(text, label))).toEqual({ text, encoding, plainAscii: false });
  });

  test.each([
    ['cp1254', 'windows-1254', 'Şirket;Başlangıç\na;b\n'], ['cp1251', 'windows-1251', 'компания;да\n'], ['shift-jis', 'shift_jis', '会社名,担当者\n'], ['cp949', 'euc-kr', '회사명,등급\n'], ['cp1250', 'windows-1250', 'název firmy;země\n'],
  ])('of %s (%s) is told by headers that some list has', (encoding, label, text) => {
    expect(decodeText(written(text, label))).toEqual({ text, encoding, plainAscii: false });
  });

  test.each([
    'Name,City\nMüller & Söhne,Köln\nGenève Réseaux,Genève\nØrsted Åkerø,Århus\nPão Açúcar,São Paulo\n', 'Name,City\nÞór Guðmundsson,Reykjavík\nÝmir Bræður,Akureyri\n', 'Name,City\nPasó ¿Qué?,León\nVälja Õun,Tõrva\nCafé où,Nîmes\n', 'Größe (m³),Ärzte\n1,2\n',
  ])('of Western Europe stays so: %j', (text) => {
    expect(decodeText(written(text, 'windows-1252'))).toEqual({ text, encoding: 'cp1252', plainAscii: false });
  });
});

test('the bytes from 0x80 to 0x9F are the signs of Windows-1252 and no control characters', () => {
  expect(decodeText(Uint8Array.from([0x80, 0x35, 0x20, 0x4f, 0x92, 0x4e, 0x20, 0x93, 0x61, 0x94, 0x20, 0x96, 0x20, 0x8a, 0x8e, 0x9a, 0x9e, 0x9f, 0x8c, 0x85])).text).toBe('€5 O’N “a” – ŠŽšžŸŒ…');
});
