import { join } from 'node:path';
import { visibleRanking } from '#shared/awards/embargo.ts';
import { booksOf, commitmentSheetsOf, doorListsOf } from '#shared/briefings/books.ts';
import { commitmentSheets } from '#shared/commitments/sheet.ts';
import { ok } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { dateOf, wallClock } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { aggregates } from '#shared/workspace/aggregates.ts';
import { allFindings } from '#shared/workspace/findings.ts';
import { saveBooks } from './books.ts';
import { saveSummit, type Written } from './files.ts';
import type { Command } from './outcome.ts';
import { sampleSummit } from './sample.ts';
import { saveSheets } from './sheets.ts';

export const demo: Command = {
  name: 'demo',
  usage: 'summit demo [--out DIR]',
  shape: { words: [], values: ['out'], flags: [] },
  async run(call, surroundings) {
    const out = call.value('out') ?? 'out/demo';
    const made = await sampleSummit(surroundings);
    if (!made.ok) return made;
    const { imported, chosen, scheduled } = made.value;
    const { snapshot } = scheduled;
    const { now, progress } = surroundings;
    const saved = await saveSummit(join(out, 'sample.summit'), snapshot, theSummit(snapshot).name, now);
    if (!saved.ok) return saved;
    const files: Written[] = [saved.value];
    for (const by of ['cam', 'route'] as const) {
      progress(`writing commitment sheets by ${by}`);
      const sheets = await saveSheets(commitmentSheets(snapshot, by), by, ['xlsx', 'csv'], join(out, by === 'cam' ? 'commitments' : 'hand-offs'), now);
      if (!sheets.ok) return sheets;
      files.push(...sheets.value);
    }
    const printed = await saveBooks([...booksOf(snapshot, { madeAt: now }), ...doorListsOf(snapshot, { madeAt: now })], join(out, 'books'), surroundings);
    if (!printed.ok) return printed;
    const signed = await saveBooks(commitmentSheetsOf(snapshot, { madeAt: now }), join(out, 'commitments'), surroundings);
    if (!signed.ok) return signed;
    files.push(...printed.value.files, ...signed.value.files);
    const findings = allFindings(snapshot, dateOf(wallClock(now, theSummit(snapshot).zone)));
    const coverage = aggregates(snapshot).nda_coverage.organisation;
    const embargoed = visibleRanking(snapshot, now).filter((ranking) => ranking.embargoed).length;
    return ok({
      document: { files, findings: findings.length, placed: snapshot.placements.size, approved: approvedIn(chosen) },
      lines: [
        `imported ${counted(imported.report.reading.files.length, 'list')} into ${counted(snapshot.partners.size, 'partner')} and ${snapshot.contacts.size} people`,
        `chose ${chosen.invitations.size} of ${snapshot.partners.size} partners in waves; approved ${approvedIn(chosen)}`,
        `gated: ${Object.entries(coverage).map(([day, partners]) => `${partners} partners covered on ${day}`).join(', ')}`,
        `scheduled: ${scheduled.lines[0]}`,
        `judged: ${counted(snapshot.categories.size, 'award')}, ${embargoed} under embargo at this moment`,
        `found ${counted(findings.length, 'thing')} that need attention: summit check ${join(out, 'sample.summit')}`,
        `printed ${counted(printed.value.files.length, 'book')} and door lists on ${printed.value.files.reduce((sum, { pages }) => sum + (pages ?? 0), 0)} pages, ${counted(signed.value.files.length, 'commitment sheet')}`,
        `wrote ${counted(files.length, 'file')} into ${out}`,
        ...[...printed.value.problems, ...signed.value.problems],
      ],
      findings: findings.length,
    });
  },
};

function approvedIn({ invitations }: { readonly invitations: ReadonlyMap<string, { readonly stage: string }> }): number {
  return [...invitations.values()].filter(({ stage }) => stage === 'approved').length;
}
