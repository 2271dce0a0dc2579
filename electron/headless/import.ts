import { basename, resolve } from 'node:path';
import { importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { emptyCellText } from '#shared/exchange/intake/empty-cell-text.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { asInSheets } from '#shared/exchange/packets/compare.ts';
import { mergePackets } from '#shared/exchange/packets/merge.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { summitIn } from '#shared/exchange/tables/change-tables.ts';
import { apply } from '#shared/kernel/change.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { type Call, oneOf } from './call.ts';
import { listsIn, loadSummit, mintSeededBy, saveSummit } from './files.ts';
import { type ImportReport, outcomeOf } from './import-report.ts';
import { readOptions, settingsOf, withSettings } from './import-settings.ts';
import type { Command, Surroundings } from './outcome.ts';
import { proposalFindings } from './proposals.ts';

export const importFolder: Command = {
  name: 'import',
  usage: 'summit import FOLDER --out FILE.summit [--into FILE.summit] [--date-order dmy|mdy] [--decimal-mark point|comma] [--map COLUMNS.json] [--blank] [--conflicts here|sheets] [--dry-run] [--records] [--zone Z] [--name N] [--currency C] [--fiscal-start M] [--seats N]',
  shape: { words: ['the folder of exports'], values: ['out', 'into', 'date-order', 'decimal-mark', 'map', 'conflicts', 'zone', 'name', 'currency', 'fiscal-start', 'seats'], flags: ['blank', 'dry-run', 'records'] },
  async run(call, surroundings) {
    const [folder = ''] = call.words;
    const out = call.value('out');
    if (out === null && !call.has('dry-run')) return err('import needs --out FILE.summit, or --dry-run to see what would happen');
    const files = await listsIn(folder);
    if (!files.ok) return files;
    const imported = await importFiles(files.value, basename(resolve(folder)), call, surroundings);
    if (!imported.ok) return imported;
    const { snapshot, report } = imported.value;
    if (out !== null && !call.has('dry-run')) {
      const saved = await saveSummit(out, snapshot, theSummit(snapshot).name, surroundings.now);
      if (!saved.ok) return saved;
    }
    return ok(outcomeOf(report, call, out !== null && !call.has('dry-run') ? out : null));
  },
};

export type Imported = { readonly snapshot: Snapshot; readonly report: ImportReport };

/** Reads files into a new summit, or into the one that `--into` names. Asks, by refusing, where day and month cannot be told apart. */
export async function importFiles(files: readonly SourceFile[], name: string, call: Call, { progress, now }: Surroundings): Promise<Result<Imported, string>> {
  const settings = settingsOf(call);
  if (!settings.ok) return settings;
  const conflicts = oneOf(call, 'conflicts', ['here', 'sheets'], 'here');
  if (!conflicts.ok) return conflicts;
  const into = call.value('into');
  const before = into === null ? null : await loadSummit(into);
  if (before && !before.ok) return before;
  const mint = mintSeededBy(now, before?.value.digest ?? '', ...files.flatMap((file) => [file.name, file.bytes]));
  const options = await readOptions(call, before?.value.snapshot ?? null);
  if (!options.ok) return options;
  progress(`reading ${files.length} files`);
  const reading = await readFolder(files, options.value);
  const asking = reading.files.filter(({ askDateOrder }) => askDateOrder.length > 0);
  if (reading.files.length + reading.packets.length === 0) return err(`none of the files is a list this planner knows: ${reading.unread.map(fileProblemText).join(' ')}`);
  if (asking.length > 0 && !call.has('dry-run')) return err(`${asking.map((file) => file.name).join(', ')}: day and month cannot be told apart; say --date-order dmy or --date-order mdy`);
  const unsure = reading.files.filter(({ askDecimalMark }) => askDecimalMark.length > 0);
  if (unsure.length > 0 && !call.has('dry-run')) return err(`${unsure.map((file) => file.name).join(', ')}: whether ${Object.values(unsure[0]?.samples ?? {}).flat()[0] ?? '1,234'} is a thousand or one and a bit cannot be told; say --decimal-mark point or --decimal-mark comma`);
  const [unplaced] = reading.files.flatMap(({ name: file, fiscal }) => fiscal.filter(({ months }) => months === null).map(({ text }) => ({ file, text })));
  if (unplaced !== undefined && !call.has('dry-run')) return err(`${unplaced.file}: which months ${unplaced.text} covers cannot be told, since nobody has said in which month the fiscal year begins; say --fiscal-start 1 for January to 12 for December`);
  const exported = summitIn(reading);
  // A whole export that nothing is there to take comes back as the summit it was.
  const start = before?.value.snapshot ?? newSnapshot((exported ?? mint()) as SummitId, call.value('name') ?? name);
  progress('looking for duplicates');
  const proposal = importProposal(reading, start, mint, { blank: call.has('blank') });
  const listed = apply(start, proposal.change.edits);
  const plain = mergePackets(listed, reading.packets, {}, mint);
  const choices = conflicts.value === 'sheets' ? asInSheets(plain.conflicts) : {};
  const merge = conflicts.value === 'sheets' ? mergePackets(listed, reading.packets, choices, mint) : plain;
  const { snapshot, assumed } = withSettings(apply(listed, merge.change.edits), settings.value, before === null, exported !== null);
  const empty = proposal.empty.map((cell) => ({ file: cell.file, line: cell.line, column: cell.column, ...emptyCellText(start, cell) }));
  return ok({ snapshot, report: { reading, merge, choices, assumed: [...assumed, ...proposalFindings(listed, proposal)], empty } });
}
