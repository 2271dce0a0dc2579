import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A workbook with values written into cells of its first sheet, as a person's spreadsheet program would: by reference, such as `G3`; null empties. */
export function filledIn(workbook: Uint8Array, written: Readonly<Record<string, string | number | null>>): Uint8Array {
  const parts = unzipSync(workbook);
  const name = 'xl/worksheets/sheet1.xml';
  let sheet = strFromU8(parts[name] as Uint8Array);
  for (const [ref, value] of Object.entries(written)) {
    const style = new RegExp(`<c r="${ref}"[^>]*?( s="\\d+")?[^>]*?/?>`).exec(sheet)?.[1] ?? '';
    const cell = value === null ? `<c r="${ref}"${style}/>` : typeof value === 'number' ? `<c r="${ref}"${style}><v>${value}</v></c>` : `<c r="${ref}"${style} t="inlineStr"><is><t>${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
    const there = new RegExp(`<c r="${ref}"[^>]*?(/>|>.*?</c>)`);
    if (!there.test(sheet)) throw new Error(`the sheet has no cell ${ref} to write in`);
    sheet = sheet.replace(there, () => cell);
  }
  return zipSync({ ...parts, [name]: strToU8(sheet) });
}
