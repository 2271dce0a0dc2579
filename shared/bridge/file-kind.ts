import { z } from 'zod';

/** Every kind of file that may be opened or saved. A dialog offers these and nothing else; a name must end in one of the extensions. */
export const fileKinds = {
  summit: { label: 'Summit', extensions: ['summit'], mime: 'application/octet-stream' },
  pdf: { label: 'PDF document', extensions: ['pdf'], mime: 'application/pdf' },
  csv: { label: 'Comma-separated table', extensions: ['csv', 'tsv', 'txt'], mime: 'text/csv' },
  spreadsheet: { label: 'Spreadsheet', extensions: ['xlsx'], mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  calendar: { label: 'Calendar', extensions: ['ics'], mime: 'text/calendar' },
  contact: { label: 'Contact cards', extensions: ['vcf'], mime: 'text/vcard' },
  json: { label: 'JSON', extensions: ['json', 'ndjson'], mime: 'application/json' },
  xml: { label: 'XML', extensions: ['xml'], mime: 'application/xml' },
  html: { label: 'Web page', extensions: ['html', 'htm'], mime: 'text/html' },
  text: { label: 'Text', extensions: ['txt', 'md'], mime: 'text/plain' },
  image: { label: 'Image', extensions: ['png', 'svg', 'jpg', 'jpeg'], mime: 'application/octet-stream' },
  zip: { label: 'ZIP archive', extensions: ['zip'], mime: 'application/zip' },
} as const satisfies Record<string, { label: string; extensions: readonly string[]; mime: string }>;

export type FileKind = keyof typeof fileKinds;
export const fileKind = z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]);

/** Limits of one reading, so that a hostile file is refused by name before it fills the memory. */
export const fileLimits = { fileBytes: 128 * 1024 * 1024, folderFiles: 2000, folderBytes: 256 * 1024 * 1024, folderDepth: 4 } as const;

/** The extension of a name in lower case, or the empty string. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** True when the name's extension belongs to one of the kinds. */
export function isOfKind(name: string, kinds: readonly FileKind[]): boolean {
  const extension = extensionOf(name);
  return kinds.some((kind) => (fileKinds[kind].extensions as readonly string[]).includes(extension));
}

// Windows refuses these whatever the extension; a folder of books must open on every machine.
const reservedOnWindows = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const maxNameBytes = 200;
// Control characters, and the marks that turn the direction of reading: `invoice<RLO>fdp.exe` must not look like a PDF.
const refusedCharacters = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** True for one plain file name of a known kind that every file system accepts: no path, no reserved word, no hidden or misleading character. */
export function isPlainFileName(name: string): boolean {
  return (
    !/\p{Surrogate}/u.test(name) && !refusedCharacters.test(name) && !reservedOnWindows.test(name) && !name.startsWith('.') && !/[. ]$/.test(name) && name.trim() === name &&
    new TextEncoder().encode(name).length <= maxNameBytes && isOfKind(name, Object.keys(fileKinds) as FileKind[])
  );
}
