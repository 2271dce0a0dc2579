import type { Finding } from '#shared/kernel/finding.ts';
import { ok } from '#shared/kernel/result.ts';
import { dateOf, wallClock } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { aggregates } from '#shared/workspace/aggregates.ts';
import { allFindings } from '#shared/workspace/findings.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { loadSummit } from './files.ts';
import type { Command } from './outcome.ts';

export const check: Command = {
  name: 'check',
  usage: 'summit check FILE.summit',
  shape: { words: ['the summit file'], values: [], flags: [] },
  async run(call, { now }) {
    const file = await loadSummit(call.words[0] ?? '');
    if (!file.ok) return file;
    const { snapshot } = file.value;
    const findings = [...damages(snapshot), ...allFindings(snapshot, dateOf(wallClock(now, theSummit(snapshot).zone)))];
    const bySeverity = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity);
    return ok({
      document: { findings, aggregates: aggregates(snapshot) },
      lines: [
        ...findings.map(({ severity, rule, text }) => `${severity} ${rule}: ${text}`),
        `${findings.length} findings: ${bySeverity('blocker').length} blockers, ${bySeverity('warning').length} warnings, ${bySeverity('advice').length} advice`,
      ],
      findings: findings.length,
    });
  },
};

function damages(snapshot: Snapshot): Finding[] {
  return damageOf(snapshot).map((damage) => ({
    rule: damage.code, severity: 'blocker', place: 'history', subjects: [{ table: damage.table, id: damage.id }],
    text: `${damage.table} ${damage.id}: ${damage.code.replaceAll('-', ' ')}${'field' in damage ? ` (${damage.field})` : ''}. Go back to an earlier copy.`,
  }));
}
