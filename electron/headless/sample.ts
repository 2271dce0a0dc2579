import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { proposeWaves } from '#shared/invitations/choose.ts';
import { moveStage, takeProposal } from '#shared/invitations/commands.ts';
import { addDefaultCriteria } from '#shared/invitations/default-criteria.ts';
import { apply, change, set } from '#shared/kernel/change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { dateOf, type Instant, wallClock } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { readCall } from './call.ts';
import { listsIn, mintSeededBy } from './files.ts';
import { importFiles, importFolder, type Imported } from './import.ts';
import type { Surroundings } from './outcome.ts';
import { scheduled } from './schedule.ts';

/** What the folder of the sample cannot say. */
const settings = ['sample', '--zone', 'Europe/Lisbon', '--name', 'Halvorin Partner Summit 2027', '--seats', '40', '--dry-run'];

/** Work units that place the sample's meetings to its proven best in well under a second. */
const sampleBudget = 200_000;

export type Sample = { readonly imported: Imported; readonly chosen: Snapshot; readonly scheduled: { readonly snapshot: Snapshot; readonly lines: readonly string[] } };

/** The main job on the product's own sample, up to a scheduled summit: import, choose and approve, gate and place the one-to-ones. */
export async function sampleSummit(surroundings: Surroundings): Promise<Result<Sample, string>> {
  const files = await listsIn(sampleFolder());
  if (!files.ok) return files;
  const call = readCall('import', importFolder.shape, settings);
  if (!call.ok) return call;
  const imported = await importFiles(files.value, 'sample', call.value, surroundings);
  if (!imported.ok) return imported;
  const mint = mintSeededBy(surroundings.now, 'sample');
  const chosen = chosenSummit(awardsAnnounced(imported.value.snapshot), mint, surroundings.now);
  if (!chosen.ok) return chosen;
  const placed = await scheduled(chosen.value, { effort: { kind: 'work', units: sampleBudget }, seed: 1 }, mint, surroundings);
  return placed.ok ? ok({ imported: imported.value, chosen: chosen.value, scheduled: placed.value }) : placed;
}

/** The sample as a summit file, for the window to open. */
export async function sampleFile(now: Instant): Promise<Uint8Array> {
  const made = await sampleSummit({ now, elapsed: () => 0, progress: () => undefined });
  if (!made.ok) throw new Error(made.problem);
  const { snapshot } = made.value.scheduled;
  return writeSummitFile(snapshot, theSummit(snapshot).name, now);
}

/** The exports lie beside the bundled command line, or in the checkout that it is built from. */
function sampleFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'sample');
  return existsSync(beside) ? beside : join(here, '../../build/sample/exports');
}

function chosenSummit(snapshot: Snapshot, mint: MintId, now: Instant): Result<Snapshot, string> {
  const withCriteria = apply(snapshot, addDefaultCriteria(mint).edits);
  const proposal = proposeWaves(withCriteria);
  if (!proposal.ok) return err(`the sample's invitees cannot be chosen (${proposal.problem.code})`);
  const note = { on: dateOf(wallClock(now, theSummit(snapshot).zone)), who: 'Nkechi Obiamaka', why: '' };
  const proposed = takeProposal(withCriteria, proposal.value, note, mint);
  if (!proposed.ok) return err(`the sample's invitees cannot be taken (${proposed.problem.code})`);
  const shortlisted = apply(withCriteria, proposed.value.edits);
  const first = [...shortlisted.invitations.values()].filter(({ wave }) => wave === 'A').map(({ id }) => id);
  const approved = moveStage(shortlisted, first, 'approved', note);
  return approved.ok ? ok(apply(shortlisted, approved.value.edits)) : err(`the sample's invitees cannot be approved (${approved.problem.code})`);
}

/** The awards are announced in the session of that kind, which ends their embargo. */
function awardsAnnounced(snapshot: Snapshot): Snapshot {
  const gala = [...snapshot.sessions.values()].find(({ kind }) => kind === 'Awards');
  return gala ? apply(snapshot, change('', [...snapshot.categories.values()].map((category) => set('categories', category, { announcedIn: gala.id }))).edits) : snapshot;
}
