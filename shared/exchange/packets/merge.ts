import { apply, type Change, together } from '#shared/kernel/change.ts';
import { groupBy } from '#shared/kernel/group.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import { counted, grouped } from '#shared/kernel/text.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { compare, type PacketChoices, type PacketConflict, type PacketEntry, type PacketProblem } from './compare.ts';
import { packetForms, packetsOf } from './forms.ts';
import type { PacketReading } from './read-packets.ts';

export type PacketMerge = { readonly entries: readonly PacketEntry[]; readonly conflicts: readonly PacketConflict[]; readonly problems: readonly PacketProblem[]; /** What is to be taken, with the choices made so far: one step to undo. */ readonly change: Change };

/**
 * Brings filled-in sheets together: what the reader changed since it was sent is compared with what stands here and in the other sheets of
 * the same reader. Nothing is decided silently: differences are conflicts, and what cannot be entered is said with its line.
 */
export function mergePackets(snapshot: Snapshot, readings: readonly PacketReading[], choices: PacketChoices, mint: MintId): PacketMerge {
  const { id: summit } = theSummit(snapshot);
  const foreign = readings.filter(({ mark }) => mark.summit !== summit);
  const ours = readings.filter(({ mark }) => mark.summit === summit).sort((a, b) => (a.mark.sentAt > b.mark.sentAt ? -1 : 1));
  const problems: PacketProblem[] = [
    ...foreign.map(({ file }) => ({ file, line: null, text: 'this sheet belongs to another summit' })),
    ...ours.flatMap(lossesOf),
  ];
  const [entries, conflicts, steps]: [PacketEntry[], PacketConflict[], Change[]] = [[], [], []];
  let now = snapshot;
  for (const sheets of groupBy(ours, ({ mark: { kind, reader } }) => `${kind} ${reader}`).values()) {
    const [{ mark }] = sheets as [PacketReading];
    const form = packetForms[mark.kind];
    const packet = packetsOf(snapshot, mark.kind).find(({ reader }) => reader === mark.reader);
    if (packet === undefined) {
      problems.push(...sheets.map(({ file }) => ({ file, line: null, text: 'whom this sheet was for is gone, or has nothing left to fill in' })));
      continue;
    }
    const compared = compare(packet, form, sheets, snapshot, choices);
    conflicts.push(...compared.conflicts);
    problems.push(...compared.problems);
    for (const line of compared.lines) {
      const entered = form.enter(now, line, mint);
      if (!entered.ok) problems.push({ file: line.file, line: line.line, text: entered.problem });
      else if (entered.value.edits.length > 0) {
        entries.push(...line.entries);
        steps.push(entered.value);
        now = apply(now, entered.value.edits);
      }
    }
  }
  return { entries, conflicts, problems, change: together(`Bring back ${counted(readings.length, 'sheet')}`, steps) };
}

/** What a reader has deleted out of a sheet. Nothing is taken away for it here. */
function lossesOf({ file, mark, lines, lost }: PacketReading): PacketProblem[] {
  const back = new Set(lines.flatMap(({ key }) => (key === '' ? [] : [key]))).size;
  return [
    ...lost.map((header) => ({ file, line: null, text: `the column “${header}” is no longer in the sheet; what stands here stays` })),
    ...(back < mark.lines ? [{ file, line: null, text: `${counted(mark.lines - back, 'line')} of ${grouped(mark.lines)} that went out ${mark.lines - back === 1 ? 'is' : 'are'} no longer in the sheet; what stands here stays` }] : []),
  ];
}
