import Papa from 'papaparse';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { exportsToRead, line, median } from './measure.ts';

/** Reading a folder of exports — recognised, normalised, judged row by row — against papaparse splitting the same bytes into cells. */
export async function bench(): Promise<string[]> {
  const { name, files } = exportsToRead();
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const alone = await median(5, () => texts.map((text) => Papa.parse(text, { delimiter: ';' })));
  const whole = await median(5, () => readFolder(files, {}));
  return [line(`import of ${name}, ${files.length} files`, whole, { name: 'papaparse alone', milliseconds: alone }, '4×')];
}
