import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { gunzipSync, gzipSync } from 'fflate';
import { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Row } from '../../kernel/table.ts';
import { Instant } from '../../kernel/time.ts';
import { migrated, schemaVersion, type StoredTables } from '../../workspace/migrations.ts';
import { rowSchemas, type Snapshot, tableNames } from '../../workspace/snapshot.ts';

const Header = z.object({
  format: z.literal('summit-file/1'),
  schema: z.int().min(1),
  name: z.string(),
  madeAt: Instant,
  counts: z.record(z.string(), z.int()),
  /** SHA-256 of this header as it is without it, and of the compressed rows that follow. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Length of the rows. */
  bytes: z.int(),
});

/** All that is known of formats to come. */
const LaterHeader = z.object({ format: z.string().regex(/^summit-file\/(?!1$)[1-9]\d*$/) });

export type SummitFile = { readonly name: string; readonly madeAt: Instant; readonly snapshot: Snapshot };

export type SummitFileProblem =
  | { readonly code: 'not-a-summit-file' }
  | { readonly code: 'summit-file-too-large'; readonly bytes: number }
  | { readonly code: 'summit-file-damaged'; readonly reason: string }
  | { readonly code: 'summit-file-from-newer-version' }
  | { readonly code: 'summit-file-row-unreadable'; readonly table: string; readonly line: number; readonly reason: string };

/** A summit as one file: a header line anyone can read, then every row as one line of JSON, compressed. Same snapshot and clock, same bytes. */
export function writeSummitFile(snapshot: Snapshot, name: string, madeAt: Instant): Uint8Array {
  const lines = tableNames.flatMap((table) => inOrder(snapshot[table]).map((row) => JSON.stringify([table, row])));
  const rows = gzipSync(new TextEncoder().encode(lines.join('\n')), { mtime: 0, level: 6 });
  const counts = Object.fromEntries(tableNames.map((table) => [table, snapshot[table].size]));
  const header = { format: 'summit-file/1', schema: schemaVersion, name, madeAt, counts, bytes: rows.length };
  const head = new TextEncoder().encode(`${JSON.stringify({ ...header, sha256: checksum(JSON.stringify({ ...header, sha256: '' }), rows) })}\n`);
  const file = new Uint8Array(head.length + rows.length);
  file.set(head);
  file.set(rows, head.length);
  return file;
}

/** Reads a file of this or an older version. Refuses what was cut or changed, what a newer version wrote, and any row that is not whole. */
export function readSummitFile(file: Uint8Array): Result<SummitFile, SummitFileProblem> {
  if (file.length > mostBytes) return err({ code: 'summit-file-too-large', bytes: file.length });
  const header = headerOf(file);
  if (header === null || header === 'of-later-format') return err({ code: header === null ? 'not-a-summit-file' : 'summit-file-from-newer-version' });
  if (header.facts.schema > schemaVersion) return err({ code: 'summit-file-from-newer-version' });
  const rows = file.subarray(header.end);
  if (rows.length !== header.facts.bytes) return err({ code: 'summit-file-damaged', reason: `${rows.length} of ${header.facts.bytes} bytes are there` });
  if (checksum(header.text.replace(`"sha256":"${header.facts.sha256}"`, '"sha256":""'), rows) !== header.facts.sha256) return err({ code: 'summit-file-damaged', reason: 'its checksum differs' });
  if (rows.length < shortestGzip) return err({ code: 'summit-file-damaged', reason: 'its rows are missing' });
  if (unpackedLength(rows) > mostUnpackedBytes) return err({ code: 'summit-file-too-large', bytes: unpackedLength(rows) });
  const snapshot = unpacked(rows, header.facts.schema);
  return snapshot.ok ? ok({ name: header.facts.name, madeAt: header.facts.madeAt, snapshot: snapshot.value }) : snapshot;
}

/** A gzip stream of nothing: ten bytes of header, an empty block, eight of trailer. */
const shortestGzip = 20;
const mostBytes = 200_000_000;
const mostUnpackedBytes = 1_000_000_000;

function checksum(header: string, rows: Uint8Array): string {
  return bytesToHex(sha256.create().update(new TextEncoder().encode(header)).update(rows).digest());
}

function headerOf(file: Uint8Array): { facts: z.infer<typeof Header>; text: string; end: number } | 'of-later-format' | null {
  const newline = file.subarray(0, 64_000).indexOf(10);
  if (newline < 0) return null;
  try {
    const text = new TextDecoder().decode(file.subarray(0, newline));
    const json: unknown = JSON.parse(text);
    const facts = Header.safeParse(json);
    return facts.success ? { facts: facts.data, text, end: newline + 1 } : LaterHeader.safeParse(json).success ? 'of-later-format' : null;
  } catch {
    return null;
  }
}

/** What a gzip stream says of itself in its last four bytes (RFC 1952, ISIZE). */
function unpackedLength(gzip: Uint8Array): number {
  return new DataView(gzip.buffer, gzip.byteOffset + gzip.length - 4).getUint32(0, true);
}

/** A checksum proves that nothing was changed by chance; a file written to deceive has the right one and any content. */
function unpacked(rows: Uint8Array, schema: number): Result<Snapshot, SummitFileProblem> {
  try {
    return snapshotOf(new TextDecoder().decode(gunzipSync(rows)), schema);
  } catch {
    return err({ code: 'summit-file-damaged', reason: 'its rows cannot be unpacked' });
  }
}

function snapshotOf(text: string, schema: number): Result<Snapshot, SummitFileProblem> {
  const stored: Record<string, Row[]> = Object.fromEntries(tableNames.map((table) => [table, []]));
  const lines = text === '' ? [] : text.split('\n');
  for (const [index, line] of lines.entries()) {
    const [table, row] = JSON.parse(line) as [string, Row];
    if (!Object.hasOwn(stored, table)) return err({ code: 'summit-file-row-unreadable', table, line: index + 1, reason: 'no such table' });
    stored[table]?.push(row);
  }
  return readTables(migrated(stored, schema));
}

function readTables(stored: StoredTables): Result<Snapshot, SummitFileProblem> {
  const tables: Record<string, Map<string, Row>> = {};
  for (const table of tableNames) {
    const rows = (tables[table] = new Map<string, Row>());
    for (const [index, row] of (stored[table] ?? []).entries()) {
      const read = rowSchemas[table].safeParse(row);
      if (!read.success) {
        const [issue] = read.error.issues;
        return err({ code: 'summit-file-row-unreadable', table, line: index + 1, reason: `${issue?.path.join('.')}: ${issue?.message}` });
      }
      rows.set(read.data.id, read.data);
    }
  }
  return ok(tables as unknown as Snapshot);
}

function inOrder(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
