import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceFile } from '#shared/exchange/grid.ts';

/** Where the invented summits with their truth files are; outside the project, so their absence is said and not an error. */
export const inputSets = join(resolve(process.env['SUMMIT_DATA'] ?? '../shared/data'), 'inputs');
export const setNames = existsSync(inputSets) ? readdirSync(inputSets).filter((name) => existsSync(join(inputSets, `${name}.truth.json`))) : [];

export function filesOf(set: string): SourceFile[] {
  const folder = join(inputSets, set);
  return readdirSync(folder).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

type TruthReason = { code: string; severity: string; field?: string };
export type TruthFile = {
  path: string; encoding: string | null; delimiter: string | null; header_line: number;
  columns: { index: number; header: string; field: string | null }[];
  counts: Record<string, number>;
  accept_lines: number[];
  issues: { line: number; disposition: string; reasons: TruthReason[] }[];
  duplicate_groups?: { keep_line: number; lines: number[]; code: string }[];
  expected: { line: number; disposition: string; values: Record<string, unknown>; links?: Record<string, string | null> }[];
};
export type Truth = {
  summit_days: string[]; vendor_domain: string; files: Record<string, TruthFile>;
  aggregates: { total_revenue: { currency: string; first_row_wins: string }; pac_members: number; strategic_partners: number; contacts_linked: number };
};

export function truthOf(set: string): Truth {
  return JSON.parse(readFileSync(join(inputSets, `${set}.truth.json`), 'utf8')) as Truth;
}
