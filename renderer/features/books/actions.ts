import type { BookEntry } from '#shared/briefings/books.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { saveMany, saveOne } from './printing.ts';
import { chooseLook, entriesOf, shelf } from './shelf.ts';

export const saveBook = defineAction({ id: 'books.save', label: 'Save PDF', keys: 'Mod+Alt+P', place: 'books', isEnabled: (planner) => chosen(planner) !== undefined, run: async (planner) => { const entry = chosen(planner); if (entry) await saveOne(planner, entry); } });
export const saveAllBooks = defineAction({ id: 'books.save-all', label: 'Save all books…', keys: 'Mod+Alt+Shift+P', place: 'books', isEnabled: (planner) => of(planner, isBook).length > 0, run: (planner) => saveMany(planner, of(planner, isBook)) });
export const saveCommitmentSheets = defineAction({ id: 'books.save-commitments', label: 'Save all commitment sheets…', place: 'books', isEnabled: (planner) => of(planner, isCommitments).length > 0, run: (planner) => saveMany(planner, of(planner, isCommitments)) });
export const saveDoorLists = defineAction({ id: 'books.save-door-lists', label: 'Save all door lists…', place: 'books', isEnabled: (planner) => of(planner, isDoorList).length > 0, run: (planner) => saveMany(planner, of(planner, isDoorList)) });
export const changePaper = defineAction({ id: 'books.paper', label: 'Change paper: A4 or Letter', place: 'books', run: () => { chooseLook({ paper: shelf.getState().look.paper === 'a4' ? 'letter' : 'a4' }); } });
export const changePrint = defineAction({ id: 'books.large-print', label: 'Large print on or off', place: 'books', run: () => { chooseLook({ scale: shelf.getState().look.scale === 'large' ? 'normal' : 'large' }); } });

export const bookActions: readonly Action[] = [saveBook, saveAllBooks, saveCommitmentSheets, saveDoorLists, changePaper, changePrint];

export function chosen({ snapshot, selected }: Planner): BookEntry | undefined {
  return selected === null ? undefined : entriesOf(snapshot).find(({ key }) => key === selected);
}

function of({ snapshot }: Planner, isMeant: (entry: BookEntry) => boolean): BookEntry[] {
  return entriesOf(snapshot).filter(isMeant);
}

function isBook(entry: BookEntry): boolean {
  return !isCommitments(entry) && !isDoorList(entry);
}

function isCommitments({ kind }: BookEntry): boolean {
  return kind === 'commitments';
}

function isDoorList({ kind }: BookEntry): boolean {
  return kind === 'door-list';
}
