import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { emptyCellText } from '#shared/exchange/intake/empty-cell-text.ts';
import { importDocument } from '#shared/exchange/intake/import-document.ts';
import { hiddenSheetsOf } from '#shared/exchange/intake/hidden-sheets.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { FileReading, FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import { readOptionsFor } from '#shared/exchange/intake/to-change.ts';
import { mergePackets, type PacketMerge } from '#shared/exchange/packets/merge.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import type { Mappings } from '#shared/exchange/recognise/mapping.ts';
import { mappingsIn } from '#shared/exchange/recognise/mapping-file.ts';
import { summitIn } from '#shared/exchange/tables/change-tables.ts';
import { apply } from '#shared/kernel/change.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { isZone } from '#shared/kernel/time.ts';
import { type Summit, theSummit } from '#shared/summit/summit.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { type Call, oneOf, wholeNumber } from './call.ts';
import { listsIn, loadSummit, mintSeededBy, saveSummit } from './files.ts';
import type { Command, Outcome, Surroundings } from './outcome.ts';
import { proposalFindings } from './proposals.ts';

export const importFolder: Command = {
  name: 'import',
  usage: 'summit import FOLDER --out FILE.summit [--into FILE.summit] [--date-order dmy|mdy] [--decimal-mark point|comma] [--map COLUMNS.json] [--blank] [--dry-run] [--records] [--zone Z] [--name N] [--currency C] [--fiscal-start M] [--seats N]',
  shape: { words: ['the folder of exports'], values: ['out', 'into', 'date-order', 'decimal-mark', 'map', 'zone', 'name', 'currency', 'fiscal-start', 'seats'], flags: ['blank', 'dry-run', 'records'] },
  async run(call, surroundings) {
    const [folder = ''] = call.words;
    const out = call.value('out');
    if (out === null && !call.has('dry-run')) return err('import needs --out FILE.summit, or --dry-run to see what would happen');
    const files = await listsIn(folder);
    if (!files.ok) return files;
    const imported = await importFiles(files.value, basename(resolve(folder)), call, surroundings);
    if (!imported.ok) return imported;
    const { reading, merge, snapshot, assumed, empty } = imported.value;
    if (out !== null && !call.has('dry-run')) {
      const saved = await saveSummit(out, snapshot, theSummit(snapshot).name, surroundings.now);
      if (!saved.ok) return saved;
    }
    return ok(outcomeOf({ reading, merge, assumed, empty }, call, out !== null && !call.has('dry-run') ? out : null));
  },
};

export type Imported = { readonly reading: FolderReading; /** What filled-in sheets brought, and what of them contradicts. */ readonly merge: PacketMerge; readonly snapshot: Snapshot; readonly assumed: readonly Assumption[]; readonly empty: readonly EmptyValue[] };
type Assumption = { readonly rule: string; readonly text: string };
/** An empty cell where the summit has a value, which `--blank` takes away. */
type EmptyValue = { readonly file: string; readonly line: number; readonly column: string; readonly whose: string; readonly now: string };

/** Reads files into a new summit, or into the one that `--into` names. Asks, by refusing, where day and month cannot be told apart. */
export async function importFiles(files: readonly SourceFile[], name: string, call: Call, { progress, now }: Surroundings): Promise<Result<Imported, string>> {
  const settings = settingsOf(call);
  if (!settings.ok) return settings;
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
  const exported = summitIn(reading);
  // A whole export that nothing is there to take comes back as the summit it was.
  const start = before?.value.snapshot ?? newSnapshot((exported ?? mint()) as SummitId, call.value('name') ?? name);
  progress('looking for duplicates');
  const proposal = importProposal(reading, start, mint, { blank: call.has('blank') });
  const listed = apply(start, proposal.change.edits);
  const merge = mergePackets(listed, reading.packets, {}, mint);
  const { snapshot, assumed } = withSettings(apply(listed, merge.change.edits), settings.value, before === null, exported !== null);
  const empty = proposal.empty.map((cell) => ({ file: cell.file, line: cell.line, column: cell.column, ...emptyCellText(start, cell) }));
  return ok({ reading, merge, snapshot, assumed: [...assumed, ...proposalFindings(listed, proposal)], empty });
}

async function readOptions(call: Call, start: Snapshot | null): Promise<Result<ReadOptions, string>> {
  const order = call.value('date-order') === null ? null : oneOf(call, 'date-order', ['dmy', 'mdy'], 'dmy');
  if (order && !order.ok) return order;
  const mark = call.value('decimal-mark') === null ? null : oneOf(call, 'decimal-mark', ['point', 'comma'], 'point');
  if (mark && !mark.ok) return mark;
  const map = call.value('map');
  const mappings = map === null ? null : await columnsIn(map);
  if (mappings && !mappings.ok) return mappings;
  const currency = call.value('currency');
  const known = start === null ? {} : readOptionsFor(start);
  return ok({
    ...(known.known ? { known: known.known } : {}), ...(known.summitDays && known.summitDays.length > 0 ? { summitDays: known.summitDays } : {}),
    ...(order ? { dateOrder: order.value } : {}), ...(mark ? { decimalMark: mark.value === 'point' ? ('.' as const) : (',' as const) } : {}), ...(currency === null ? {} : { currency }), ...(mappings ? { mappings: mappings.value } : {}),
  });
}

/** What a planner says of headers, as the window remembers it. */
async function columnsIn(path: string): Promise<Result<Mappings, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return err(`--map ${path} cannot be read`);
  }
  const mappings = mappingsIn(text);
  return mappings.ok ? mappings : err(`--map ${path}: ${mappings.problem}`);
}

type Settings = { readonly zone: string | null; readonly name: string | null; readonly currency: string | null; readonly fiscalYearStartMonth: number | null; readonly seatLimit: number | null };

/** What a folder of exports cannot say, as far as the call says it. */
function settingsOf(call: Call): Result<Settings, string> {
  const [zone, currency] = [call.value('zone'), call.value('currency')];
  if (zone !== null && !isZone(zone)) return err(`--zone must be an IANA time zone such as Europe/Lisbon, not “${zone}”`);
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return err(`--currency must be three capital letters such as EUR, not “${currency}”`);
  const month = wholeNumber(call, 'fiscal-start', 1);
  if (!month.ok) return month;
  if (month.value !== null && month.value > 12) return err('--fiscal-start must be a month from 1 to 12');
  const seats = wholeNumber(call, 'seats', 1);
  return seats.ok ? ok({ zone, name: call.value('name'), currency, fiscalYearStartMonth: month.value, seatLimit: seats.value }) : seats;
}

/** The summit with those settings; what nobody said is assumed, and said so. */
function withSettings(snapshot: Snapshot, settings: Settings, isNew: boolean, isWhole: boolean): { snapshot: Snapshot; assumed: Assumption[] } {
  const summit = theSummit(snapshot);
  const partners = snapshot.partners.size;
  const assumesSeats = !isWhole && settings.seatLimit === null && summit.seatLimit === null && partners > 0;
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null)) as Partial<Summit>;
  const settled: Summit = { ...summit, ...(assumesSeats ? { seatLimit: partners } : {}), ...given };
  return {
    snapshot: { ...snapshot, summits: new Map([[settled.id, settled]]) },
    assumed: [
      ...(isNew && !isWhole && settings.zone === null ? [{ rule: 'zone-assumed', text: 'No time zone was given, so UTC is taken. Say --zone, or choose it in Set-up.' }] : []),
      ...(assumesSeats ? [{ rule: 'seats-assumed', text: `No seat limit was given, so there are as many seats as partners (${partners}). Say --seats, or choose it in Set-up.` }] : []),
    ],
  };
}

export function outcomeOf({ reading, merge, assumed, empty }: Omit<Imported, 'snapshot'>, call: Call, out: string | null): Outcome {
  const { files, totals } = importDocument(reading, call.has('records'));
  const document = { files, unread: reading.unread.map((problem) => ({ name: problem.file, code: problem.code, text: fileProblemText(problem) })), findings: assumed, totals, ...(empty.length === 0 ? {} : { emptyCells: { taken: call.has('blank'), cells: empty } }), ...(reading.packets.length === 0 ? {} : { packets: { files: reading.packets.map(({ file, mark }) => ({ name: file, kind: mark.kind, reader: mark.reader })), entries: merge.entries, conflicts: merge.conflicts, problems: merge.problems } }) };
  const lines = [
    ...reading.files.flatMap((file) => [fileLine(file), ...file.duplicateGroups.map(({ keepLine, lines: twins, code }) => `  line ${keepLine} stands for ${twins.filter((line) => line !== keepLine).map((line) => `line ${line}`).join(', ')}: ${code}`), ...file.issues.filter(({ disposition }) => disposition !== 'skip').map(({ line, disposition, code, field, value }) => `  line ${line}: ${disposition}, ${code}${field === null ? '' : ` in ${field}`}${value === null || value === '' ? '' : ` (${value.replace(/\s+/g, ' ').slice(0, 60)})`}`)]),
    ...hiddenSheetsOf(reading).map((text) => `not read: ${text}`),
    ...reading.unread.map((problem) => `not read: ${fileProblemText(problem)}`),
    ...reading.files.filter(({ askDateOrder }) => askDateOrder.length > 0).map(({ name, askDateOrder }) => `${name}: day and month cannot be told apart in ${askDateOrder.join(', ')}; say --date-order dmy or mdy`),
    ...reading.files.filter(({ askDecimalMark }) => askDecimalMark.length > 0).map(({ name, askDecimalMark, samples }) => `${name}: thousands and decimals cannot be told apart in ${askDecimalMark.join(', ')} (${askDecimalMark.flatMap((field) => samples[field] ?? []).slice(0, 3).join(', ')}); say --decimal-mark point or comma`),
    ...packetLines(reading, merge),
    ...emptyLines(empty, call.has('blank')),
    ...assumed.map(({ text }) => text),
    `${totals.rows} rows: ${totals.accept} accepted, ${totals.flag} flagged, ${totals.duplicate} duplicates, ${totals.reject} rejected`,
    out === null ? 'nothing was written' : `written to ${out}`,
  ];
  return { document, lines, findings: totals.flag + totals.duplicate + totals.reject + reading.unread.length + assumed.length + merge.conflicts.length + merge.problems.length };
}

function emptyLines(empty: readonly EmptyValue[], taken: boolean): string[] {
  if (empty.length === 0) return [];
  if (!taken) return [`${counted(empty.length, 'empty cell')} where the summit has a value: it stays. Say --blank to take it away.`];
  return [`${counted(empty.length, 'value')} of the summit blanked, since a cell is empty:`, ...empty.map(({ file, line, column, whose, now }) => `  ${file}, line ${line}: ${column} of ${whose} was ${now.replace(/\s+/g, ' ').slice(0, 60)}`)];
}

function packetLines({ packets }: FolderReading, { entries, conflicts, problems }: PacketMerge): string[] {
  if (packets.length === 0) return [];
  return [
    `${packets.length} filled-in sheets: ${entries.length} entries taken, ${conflicts.length} conflicts, ${problems.length} not entered`,
    ...conflicts.map(({ what, header, here, sheets }) => `  conflict, left as it is here: ${what}, ${header}: here “${here}”, ${sheets.map(({ file, value }) => `${file} “${value}”`).join(', ')}`),
    ...problems.map(({ file, line, text }) => `  not entered: ${file}${line === null ? '' : `, line ${line}`}: ${text}`),
  ];
}

function fileLine({ name, kind, encoding, delimiter, headerLine, counts }: FileReading): string {
  const form = encoding === null ? 'XLSX' : `${encoding}, ${delimiter === '\t' ? 'tab' : `“${delimiter}”`}`;
  return `${name}: ${kind}, ${form}, header in line ${headerLine}: ${counts.accept} accepted, ${counts.flag} flagged, ${counts.duplicate} duplicates, ${counts.reject} rejected, ${counts.skip} skipped`;
}
