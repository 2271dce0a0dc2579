import type { FolderReading } from './reading.ts';

/** One line for each workbook with sheets that it hides: they are named, since what is hidden may have been hidden from the planner too. */
export function hiddenSheetsOf({ files }: FolderReading): string[] {
  const hidden = new Map(files.filter(({ hiddenSheets }) => hiddenSheets.length > 0).map(({ name, hiddenSheets }) => [name, hiddenSheets]));
  return [...hidden].map(([name, sheets]) => `${name}, hidden ${sheets.length === 1 ? 'sheet' : 'sheets'} ${sheets.join(', ')}. Show ${sheets.length === 1 ? 'it' : 'them'} in the spreadsheet program to have ${sheets.length === 1 ? 'it' : 'them'} read.`);
}
