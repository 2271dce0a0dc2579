import { groupBy } from '#shared/kernel/group.ts';
import type { FilledLine, Packet, PacketForm, PacketLine } from './packet.ts';
import type { PacketReading } from './read-packets.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** What somebody wrote and nobody contradicts. */
export type PacketEntry = { readonly file: string; readonly line: number; readonly what: string; readonly field: string; readonly header: string; readonly before: string; readonly after: string };

/** A value that may not be taken without a word: it was changed here since the sheet went out, two sheets differ, or the reader emptied it. */
export type PacketConflict = {
  readonly id: string;
  readonly what: string;
  readonly field: string;
  readonly header: string;
  readonly why: 'changed-here' | 'two-sheets' | 'emptied';
  readonly sent: string;
  readonly here: string;
  readonly sheets: readonly { readonly file: string; readonly value: string }[];
};

export type PacketProblem = { readonly file: string; readonly line: number | null; readonly text: string };

/** The value chosen for a conflict, by the conflict's id. One without a choice stays as it is here. */
export type PacketChoices = Readonly<Record<string, string>>;

/** What the sheets say, for every conflict on which they agree with each other. */
export function asInSheets(conflicts: readonly PacketConflict[]): PacketChoices {
  return Object.fromEntries(conflicts.filter(({ why }) => why !== 'two-sheets').map(({ id, sheets }) => [id, sheets[0]?.value ?? '']));
}

/** A line to enter, and what it says in words. */
export type ComparedLine = FilledLine & { readonly file: string; readonly line: number; readonly entries: readonly PacketEntry[] };
export type Compared = { readonly lines: readonly ComparedLine[]; readonly conflicts: readonly PacketConflict[]; readonly problems: readonly PacketProblem[] };

type Written = PacketReading['lines'][number] & { readonly file: string };

/** Compares all sheets of one reader, field by field, with what the packet would say if it went out now. */
export function compare(packet: Packet, form: PacketForm, sheets: readonly PacketReading[], snapshot: Snapshot, choices: PacketChoices): Compared {
  const written = sheets.flatMap(({ file, lines }) => lines.map((line): Written => ({ ...line, file })));
  const here = new Map(packet.lines.map((line) => [line.key, line]));
  const known = [...groupBy(written.filter(({ key }) => key !== ''), ({ key }) => key)].map(([key, copies]) => {
    const line = here.get(key);
    return line === undefined ? gone(packet, form, copies, snapshot) : comparedLine(packet, form, line, copies, choices);
  });
  const added = written.filter(({ key, values }) => key === '' && Object.values(values).some((value) => value !== '')).map((line) => addedLine(packet, line));
  return { lines: [...known.flatMap(({ lines }) => lines), ...added], conflicts: known.flatMap(({ conflicts }) => conflicts), problems: known.flatMap(({ problems }) => problems) };
}

function comparedLine(packet: Packet, form: PacketForm, line: PacketLine, copies: readonly Written[], choices: PacketChoices): Compared {
  const open = packet.fields.filter(({ locked }) => !locked);
  const values: Record<string, string> = Object.fromEntries(open.map(({ id }) => [id, line.values[id] ?? '']));
  const what = `${packet.name}: ${line.what}`;
  const entries: PacketEntry[] = [];
  const conflicts: PacketConflict[] = [];
  for (const { id, header } of open) {
    const before = line.values[id] ?? '';
    const changed = copies.filter((copy) => copy.values[id] !== undefined && copy.values[id] !== copy.sent[id]);
    const said = changed.map(({ file, values: back, sent }) => ({ file, value: back[id] ?? '', sent: sent[id] ?? '' }));
    const conflict = { id: `${packet.kind} ${packet.reader} ${line.key} ${id}`, what, field: id, header, sent: said[0]?.sent ?? '', here: before, sheets: said.map(({ file, value }) => ({ file, value })) };
    const offered = [...new Set(said.map(({ value }) => value))];
    const after = offered.every((value) => value === before) ? before : settled(conflict, offered, said.some(({ sent }) => sent !== before), choices, conflicts);
    if (after === before) continue;
    values[id] = after;
    entries.push({ file: changed[0]?.file ?? '', line: changed[0]?.line ?? 0, what, field: id, header, before, after });
  }
  const [{ file, line: at }] = copies as [Written];
  const compared = { reader: packet.reader, name: packet.name, key: line.key, values, file, line: at };
  const last = entries.find(({ field, after }) => field === form.lastWord?.field && form.lastWord.isSaid(after));
  if (last) return { lines: [{ ...compared, entries: [last] }], conflicts: conflicts.filter(({ field }) => field === last.field), problems: [] };
  return { lines: entries.length === 0 ? [] : [{ ...compared, entries }], conflicts, problems: [] };
}

/** The value to take for a field on which a sheet and the summit differ: the sheet's, if nothing contradicts it, or the one chosen. */
function settled(conflict: Omit<PacketConflict, 'why'>, offered: readonly string[], isChangedHere: boolean, choices: PacketChoices, conflicts: PacketConflict[]): string {
  const [only = ''] = offered;
  const why = offered.length > 1 ? 'two-sheets' : isChangedHere ? 'changed-here' : only === '' ? 'emptied' : null;
  if (why === null) return only;
  conflicts.push({ ...conflict, why });
  const chosen = choices[conflict.id];
  return chosen !== undefined && offered.includes(chosen) ? chosen : conflict.here;
}

/** A line that the packet no longer has. Untouched, or done already, it says nothing. */
function gone({ reader, name, fields }: Packet, form: PacketForm, copies: readonly Written[], snapshot: Snapshot): Compared {
  const isOpen = copies.some(({ key, values, sent }) => fields.some(({ id, locked }) => !locked && values[id] !== undefined && values[id] !== sent[id]) && form.isDone?.(snapshot, { reader, name, key, values }) !== true);
  const [{ file, line }] = copies as [Written];
  return { lines: [], conflicts: [], problems: isOpen ? [{ file, line, text: 'what this line stands for is gone, or may no longer be filled in' }] : [] };
}

function addedLine({ reader, name, fields }: Packet, { file, line, values }: Written): ComparedLine {
  const after = fields.flatMap(({ id }) => values[id] || []).join(', ');
  return { reader, name, key: '', values, file, line, entries: [{ file, line, what: `${name}: a new line`, field: fields[0]?.id ?? '', header: fields[0]?.header ?? '', before: '', after }] };
}
