import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '#electron/headless/main.ts';

export const now = '2026-10-01T08:00:00.000Z';

/** Runs the command line as a script would, with the clock fixed. */
export async function summit(...argv: string[]): Promise<{ status: number; out: string; err: string; document: unknown }> {
  const said = { out: '', err: '' };
  const status = await run(argv.includes('--now') ? argv : [...argv, '--now', now], {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    isTerminal: false,
  });
  return { status, ...said, document: argv.includes('--json') && said.out !== '' ? JSON.parse(said.out) : null };
}

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'summit-'));
}

export const sampleFolder = new URL('../../../build/sample/exports', import.meta.url).pathname;
