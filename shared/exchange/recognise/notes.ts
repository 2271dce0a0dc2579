/** The columns an import adds to the rows it gives back. A reading passes them over. */
export const noteHeaders = { line: 'Import: line', row: 'Import: row', reason: 'Import: reason' } as const;

export function isNoteHeader(text: string): boolean {
  return notes.has(text.trim());
}

const notes: ReadonlySet<string> = new Set(Object.values(noteHeaders));
