import { apply, type Change, together } from '#shared/kernel/change.ts';
import type { MintId, PartnerId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { commitmentPackets, enterCommitment } from './commitment-packets.ts';
import type { Packet, PacketKind } from './packet.ts';
import type { PacketReading } from './read-packets.ts';
import { enterRequest, requestForms } from './request-forms.ts';
import { enterScore, scoreSheets } from './score-sheets.ts';

/** What somebody wrote and nobody contradicts. */
export type PacketEntry = { readonly file: string; readonly line: number; readonly what: string; readonly header: string; readonly before: string; readonly after: string };

/** A value that may not be taken without a word: it was changed here since the sheet went out, two sheets differ, or the reader emptied it. */
export type PacketConflict = {
  readonly id: string;
  readonly what: string;
  readonly header: string;
  readonly why: 'changed-here' | 'two-sheets' | 'emptied';
  readonly sent: string;
  readonly here: string;
  readonly sheets: readonly { readonly file: string; readonly value: string }[];
};

type PacketProblem = { readonly file: string; readonly line: number | null; readonly text: string };

export type PacketMerge = { readonly entries: readonly PacketEntry[]; readonly conflicts: readonly PacketConflict[]; readonly problems: readonly PacketProblem[]; /** What is to be taken, with the choices made so far: one step to undo. */ readonly change: Change };

/** The value chosen for a conflict, by the conflict's id. One without a choice stays as it is here. */
export type PacketChoices = Readonly<Record<string, string>>;

/** The packets of a kind as the summit would send them now. */
export function packetsOf(snapshot: Snapshot, kind: PacketKind, expected: ReadonlySet<PartnerId> = new Set(snapshot.partners.keys())): Packet[] {
  switch (kind) {
    case 'score-sheet': return scoreSheets(snapshot);
    case 'request-form': return requestForms(snapshot, expected);
    case 'cam-commitments': return commitmentPackets(snapshot, 'cam');
    case 'partner-commitments': return commitmentPackets(snapshot, 'partner');
  }
}

type Written = { readonly file: string; readonly line: number; readonly value: string; readonly sent: string };

/**
 * Brings filled-in sheets together: what the reader changed since it was sent is compared with what stands here and in the other sheets of
 * the same reader. Nothing is decided silently: differences are conflicts, and what cannot be entered is said with its line.
 */
export function mergePackets(snapshot: Snapshot, readings: readonly PacketReading[], choices: PacketChoices, mint: MintId): PacketMerge {
  const entries: PacketEntry[] = [];
  const conflicts: PacketConflict[] = [];
  const problems: PacketProblem[] = [];
  const steps: Change[] = [];
  let now = snapshot;
  const take = (of: { readonly kind: PacketKind; readonly reader: string; readonly name: string }, key: string, values: Readonly<Record<string, string>>, { file, line }: { readonly file: string; readonly line: number }): boolean => {
    const entered = entryOf(now, of, key, values, mint);
    if (!entered.ok) { problems.push({ file, line, text: entered.problem }); return false; }
    if (entered.value.edits.length === 0) return false;
    steps.push(entered.value);
    now = apply(now, entered.value.edits);
    return true;
  };
  for (const [, sheets] of byReader(readings, snapshot, problems)) {
    const [{ mark }] = sheets as [PacketReading, ...PacketReading[]];
    const packet = packetsOf(snapshot, mark.kind).find(({ reader }) => reader === mark.reader);
    if (packet === undefined) {
      problems.push(...sheets.map(({ file }) => ({ file, line: null, text: 'whom this sheet was for is gone, or has nothing left to fill in' })));
      continue;
    }
    const here = new Map(packet.lines.map((line) => [line.key, line]));
    const keys = new Set(sheets.flatMap(({ lines }) => lines.flatMap(({ key }) => (key === '' ? [] : [key]))));
    for (const key of keys) {
      const line = here.get(key);
      const found = sheets.flatMap(({ file, lines }) => lines.filter((each) => each.key === key).map((each) => ({ file, ...each })));
      const [first] = found;
      if (first === undefined) continue;
      const isChanged = found.some(({ values, sent }) => packet.fields.some(({ id, locked }) => !locked && values[id] !== undefined && values[id] !== sent[id]));
      if (line === undefined) {
        if (isChanged) problems.push({ file: first.file, line: first.line, text: 'what this line stands for is gone, or may no longer be filled in' });
        continue;
      }
      const values: Record<string, string> = Object.fromEntries(packet.fields.filter(({ locked }) => !locked).map(({ id }) => [id, line.values[id] ?? '']));
      const mine: PacketEntry[] = [];
      for (const field of packet.fields.filter(({ locked }) => !locked)) {
        const written = found.flatMap(({ file, line: at, values: back, sent }): Written[] => (back[field.id] === undefined || back[field.id] === sent[field.id] ? [] : [{ file, line: at, value: back[field.id] ?? '', sent: sent[field.id] ?? '' }]));
        const settled = settle(`${mark.kind} ${mark.reader} ${key} ${field.id}`, `${packet.name}: ${line.what}`, field.header, line.values[field.id] ?? '', written, choices, conflicts);
        if (settled === null) continue;
        values[field.id] = settled;
        mine.push({ file: written[0]?.file ?? first.file, line: written[0]?.line ?? first.line, what: `${packet.name}: ${line.what}`, header: field.header, before: line.values[field.id] ?? '', after: settled });
      }
      if (mine.length > 0 && take(packet, key, values, first)) entries.push(...mine);
    }
    for (const { file, lines } of sheets) {
      for (const { values, line } of lines.filter(({ key, values }) => key === '' && Object.values(values).some((value) => value !== ''))) {
        if (take(packet, '', values, { file, line })) entries.push({ file, line, what: `${packet.name}: a new line`, header: packet.fields[0]?.header ?? '', before: '', after: [values['host'], values['topic']].filter(Boolean).join(', ') });
      }
    }
  }
  return { entries, conflicts, problems, change: together(`Bring back ${counted(readings.length, 'sheet')}`, steps) };
}

/** The value to take for a field; null: what stands here stays. */
function settle(id: string, what: string, header: string, here: string, written: readonly Written[], choices: PacketChoices, conflicts: PacketConflict[]): string | null {
  const values = [...new Set(written.map(({ value }) => value))].filter((value) => value !== here);
  const [only] = values;
  if (only === undefined) return null;
  const sent = written[0]?.sent ?? '';
  const why = values.length > 1 || new Set(written.map(({ value }) => value)).size > 1 ? 'two-sheets' : written.some((each) => each.sent !== here) ? 'changed-here' : only === '' ? 'emptied' : null;
  if (why === null) return only;
  conflicts.push({ id, what, header, why, sent, here, sheets: written.map(({ file, value }) => ({ file, value })) });
  const chosen = choices[id];
  return chosen === undefined || chosen === here || !values.includes(chosen) ? null : chosen;
}

function entryOf(snapshot: Snapshot, { kind, reader, name }: { readonly kind: PacketKind; readonly reader: string; readonly name: string }, key: string, values: Readonly<Record<string, string>>, mint: MintId): Result<Change, string> {
  switch (kind) {
    case 'score-sheet': return enterScore(snapshot, reader, key, values, mint);
    case 'request-form': return enterRequest(snapshot, reader, key, values, mint);
    case 'cam-commitments': case 'partner-commitments': return enterCommitment(snapshot, key, values, name);
  }
}

/** The sheets of each reader, the one sent last first. Sheets of another summit are told and left. */
function byReader(readings: readonly PacketReading[], snapshot: Snapshot, problems: PacketProblem[]): Map<string, PacketReading[]> {
  const groups = new Map<string, PacketReading[]>();
  for (const reading of [...readings].sort((a, b) => (a.mark.sentAt > b.mark.sentAt ? -1 : 1))) {
    if (reading.mark.summit !== theSummit(snapshot).id) { problems.push({ file: reading.file, line: null, text: 'this sheet belongs to another summit' }); continue; }
    const key = `${reading.mark.kind} ${reading.mark.reader}`;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return groups;
}
