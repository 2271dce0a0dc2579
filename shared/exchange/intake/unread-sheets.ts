import { groupBy } from '#shared/kernel/group.ts';
import type { FolderReading } from './reading.ts';

/** One line for each workbook with sheets that it hides, and for each with sheets that hold no known list: they are named, since what nobody read may be missed. */
export function sheetsNotRead({ files, unreadSheets }: FolderReading): string[] {
  const hidden = new Map(files.filter(({ hiddenSheets }) => hiddenSheets.length > 0).map(({ name, hiddenSheets }) => [name, hiddenSheets]));
  return [
    ...[...hidden].map(([name, sheets]) => `${name}, hidden ${sheets.length === 1 ? 'sheet' : 'sheets'} ${sheets.join(', ')}. Show ${sheets.length === 1 ? 'it' : 'them'} in the spreadsheet program to have ${sheets.length === 1 ? 'it' : 'them'} read.`),
    ...[...groupBy(unreadSheets, ({ name }) => name)].map(([name, sheets]) => `${name}, ${sheets.length === 1 ? 'sheet' : 'sheets'} ${sheets.map(({ sheet }) => sheet).join(', ')}: no column there is called as in a list this planner knows.`),
  ];
}
