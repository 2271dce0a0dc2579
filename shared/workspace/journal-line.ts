import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Change, Edit } from '../kernel/change.ts';
import { type DeviceId, idSchema, type LineId } from '../kernel/ids.ts';
import type { Order } from '../kernel/order.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Row, Tables } from '../kernel/table.ts';
import { Instant } from '../kernel/time.ts';
import { migratedRow } from './migrations.ts';

const Fields = z.record(z.string(), z.unknown());

/** One row's part of a line. `was` null: the row is new and `now` whole. `now` null: it was removed and `was` whole. Else changed fields only. */
export const Patch = z.object({ table: z.string(), id: z.string(), was: Fields.nullable(), now: Fields.nullable() }).readonly();
export type Patch = z.infer<typeof Patch>;

/** A committed change as the journal keeps it: audit trail, crash log and unit of merging two laptops. */
export const JournalLine = z
  .object({
    format: z.literal(1),
    id: idSchema<LineId>(),
    /** The line before it in this journal; null for the first. */
    parent: idSchema<LineId>().nullable(),
    device: idSchema<DeviceId>(),
    actor: z.string(),
    at: Instant,
    order: z.string() as unknown as z.ZodType<Order, Order>,
    label: z.string(),
    why: z.string().optional(),
    /** This line takes that one back … */
    undoes: idSchema<LineId>().optional(),
    /** … or does it again. */
    redoes: idSchema<LineId>().optional(),
    edits: z.array(Patch).readonly(),
  })
  .readonly();
export type JournalLine = z.infer<typeof JournalLine>;

export type LineProblem = { readonly code: 'line-damaged'; readonly reason: string };

/** The line as it is written to the journal file and the database: JSON on one line that ends with its own SHA-256. */
export function writeLine(line: JournalLine): string {
  const body = JSON.stringify(line);
  return `${body.slice(0, -1)},"checksum":"${checksum(body)}"}`;
}

/** Reads a written line; refuses one that was cut, flipped or is of another format. */
export function readLine(text: string): Result<JournalLine, LineProblem> {
  const cut = text.lastIndexOf(',"checksum":"');
  if (cut < 0 || !text.endsWith('"}')) return err({ code: 'line-damaged', reason: 'no checksum' });
  const body = `${text.slice(0, cut)}}`;
  if (checksum(body) !== text.slice(cut + 13, -2)) return err({ code: 'line-damaged', reason: 'checksum differs' });
  const read = JournalLine.safeParse(JSON.parse(body));
  return read.success ? ok(read.data) : err({ code: 'line-damaged', reason: read.error.issues[0]?.message ?? 'not a line' });
}

export function patchOf({ table, id, before, after }: Edit): Patch {
  if (!before || !after) return { table, id, was: before && { ...before }, now: after && { ...after } };
  const was: Record<string, unknown> = {};
  const now: Record<string, unknown> = {};
  for (const field of Object.keys({ ...before, ...after })) {
    const [old, fresh] = [valueIn(before, field), valueIn(after, field)];
    if (old === fresh || JSON.stringify(old) === JSON.stringify(fresh)) continue;
    was[field] = old;
    now[field] = fresh;
  }
  return { table, id, was, now };
}

/** The change that a line makes, or takes back, to tables as they are now: only the fields it speaks of move. A whole row of an older version comes as this version knows it. */
export function changeOf({ label, edits }: Pick<JournalLine, 'label' | 'edits'>, tables: Tables, direction: 'forward' | 'back'): Change {
  const made = edits.map(({ table, id, was, now }): Edit => {
    const [from, to] = direction === 'forward' ? [was, now] : [now, was];
    const before = tables[table]?.get(id) ?? null;
    if (to === null) return { table, id, before, after: null };
    const after = from === null ? migratedRow(table, to as unknown as Row) : before && ({ ...before, ...to } as Row);
    return { table, id, before, after };
  });
  return { label, edits: direction === 'forward' ? made : made.reverse() };
}

function checksum(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

function valueIn(row: Row, field: string): unknown {
  return (row as unknown as Readonly<Record<string, unknown>>)[field];
}
