import Papa from 'papaparse';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { newSnapshot } from '#shared/workspace/snapshot.ts';
import { exportsToRead, line } from './measure.ts';

/** Reading exports — recognised, normalised, judged row by row — against papaparse splitting the same bytes into cells: a folder as it comes, and 5,000 partners with 15,000 contacts. */
export async function bench(): Promise<string[]> {
  const large = largeFolder(5000, 15_000);
  // Once and before all else: what repeated runs leave behind is collected when V8 likes, and is no need of theirs.
  const memory = await peaks(large);
  const { name, files } = exportsToRead();
  return [
    await against(`reading ${name}, ${files.length} files`, files, 11, (all) => readFolder(all)),
    await against('reading 5,000 partners and 15,000 contacts', large, 11, (all) => readFolder(all)),
    await against('their whole dry run, with every edit made and duplicates proposed', large, 11, dryRun),
    memory,
  ];
}

async function dryRun(files: readonly SourceFile[]) {
  const random = seeded(7);
  return importProposal(await readFolder(files), newSnapshot('summit' as SummitId, 'Summit'), mintFrom(() => random.below(256)));
}

async function peaks(files: readonly SourceFile[]): Promise<string> {
  const peak = () => `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;
  const before = peak();
  await readFolder(files);
  const reading = peak();
  const { change, pairs } = await dryRun(files);
  return `${change.edits.length} edits, ${pairs.length} pairs; peak memory of the process ${before} with the files, ${reading} after reading them once, ${peak()} after a dry run`;
}

/** The work beside papaparse on the same bytes, turn by turn, so that a busy machine slows both; with the CPU that each took. */
async function against(what: string, files: readonly SourceFile[], runs: number, work: (files: readonly SourceFile[]) => unknown): Promise<string> {
  const [alone, whole]: [number[], number[]] = [[], []];
  for (let run = 0; run <= runs; run++) {
    const [yardstick, measured] = [await cpuOf(() => files.map(({ bytes }) => Papa.parse(new TextDecoder().decode(bytes)))), await cpuOf(() => work(files))];
    // The first turn warms up.
    if (run > 0) { alone.push(yardstick); whole.push(measured); }
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return `${line(what, middle(whole), { name: 'papaparse alone', milliseconds: middle(alone) }, '4×')} (milliseconds of CPU, the middle of ${runs})`;
}

/** Each begins with the memory tidied up, so that none pays for what the one before it left. */
async function cpuOf(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** An invented programme of any size, with the columns of a usual export. */
function largeFolder(partners: number, contacts: number): SourceFile[] {
  const random = seeded(20270323);
  const words = 'Nor Vel Tal Mor Zel Lin Phe Jun Kor Bas Tri Osk Dun Sen Ras'.split(' ');
  const name = () => `${random.pick(words)}${random.pick(words).toLowerCase()}${random.pick(words).toLowerCase()} ${random.pick(['Systems', 'Cloud', 'Networks', 'Services'])}`;
  const accounts = Array.from({ length: partners }, (_, index) => ({ id: `P${100_000 + index}`, name: `${name()} ${index} ${random.pick(['Ltd', 'GmbH', 'SA', 'Inc.'])}` }));
  const money = () => (random.below(500_000_000) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return [
    { name: 'partners.csv', bytes: csvBytes([
      ['Account ID', 'Account Name', 'Account Owner', 'Partner Manager Email', 'Type', 'Partner Tier', 'Region', 'Country', 'City', 'Industry', 'Segment', 'TTM Revenue', 'Prior Year Revenue', 'Pipeline', 'Deal Regs', 'Win Rate', 'Certified People', 'Required Certifications', 'MDF Used', 'MDF Allocated', 'Health Score', 'CSAT', 'Executive Sponsor (Vendor)', 'Partner Executive Sponsor', 'PAC Member', 'Strategic', 'Notes', 'Last QBR Date'],
      ...accounts.map((account) => [account.id, account.name, 'Ada Cam', `cam${random.below(40)}@vendor.example`, random.pick(['VAR', 'MSP', 'Reseller', 'GSI']), random.pick(['Gold', 'Silver', '4 - Platinum']), random.pick(['EMEA', 'NA', 'APAC']), random.pick(['Germany', 'US', 'Brazil', 'Japan']), 'Springfield', 'Finance', 'Enterprise', money(), money(), money(), random.below(90), `0.${random.below(999)}`, random.below(50), 20, money(), money(), random.below(101), '7.5', 'Eve Host', 'Jo Sponsor', random.pick(['Yes', 'No']), random.pick(['Yes', 'No']), 'Renewal, and more', `${1 + random.below(12)}/${1 + random.below(28)}/2026`]),
    ]) },
    { name: 'contacts.csv', bytes: csvBytes([
      ['Contact ID', 'First Name', 'Last Name', 'Job Title', 'Email', 'Phone', 'Account Name', 'Account ID', 'Attendee Type', 'Dietary requirements', 'Accessibility'],
      ...Array.from({ length: contacts }, (_, index) => { const account = accounts[index % partners] ?? { id: '', name: '' }; return [`C${index}`, random.pick(words), name(), 'Managing Director', `person${index}@partner${index % partners}.example`, `+44 555 ${index}`, account.name, random.below(3) === 0 ? '' : account.id, random.pick(['Delegate', 'Executive sponsor', 'Technical lead']), '', '']; }),
    ]) },
  ];
}
