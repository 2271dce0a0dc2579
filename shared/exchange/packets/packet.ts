import type { Change } from '#shared/kernel/change.ts';
import type { MintId, PartnerId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** Sheets that go out to be filled in and come back: judges' scores, partners' wishes for meetings, and what became of promises. */
export const packetKinds = ['score-sheet', 'request-form', 'cam-commitments', 'partner-commitments'] as const;
export type PacketKind = (typeof packetKinds)[number];

export type PacketField = {
  readonly id: string;
  readonly header: string;
  readonly kind: 'text' | 'number' | 'date';
  /** Only shown; what a reader writes there is passed over. */
  readonly locked: boolean;
  /** The words the reader chooses from. */
  readonly choices?: readonly string[];
  /** Inclusive bounds of a number. */
  readonly range?: readonly [number, number];
  /** In characters. */
  readonly width: number;
};

/** One line: the record it stands for and the text of each field; a blank field has the empty text. */
export type PacketLine = { readonly key: string; /** As people call it. */ readonly what: string; readonly values: Readonly<Record<string, string>> };

export type Packet = {
  readonly kind: PacketKind;
  /** The id of the judge or partner, or the account manager's name. */
  readonly reader: string;
  readonly name: string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly fields: readonly PacketField[];
  readonly lines: readonly PacketLine[];
  /** Blank lines for records that are not here yet. */
  readonly spare: number;
};

/** A line as it is to be entered: all fields that may be written in. The key is empty for a line that the reader added. */
export type FilledLine = { readonly reader: string; readonly name: string; readonly key: string; readonly values: Readonly<Record<string, string>> };

/** Everything that is special to a kind of sheet. */
export type PacketForm = {
  /** The columns, whoever it is for. */
  readonly fields: readonly PacketField[];
  /** The sheets as they would go out now; wishes for meetings only to partners that are expected. */
  packets(snapshot: Snapshot, expected: ReadonlySet<PartnerId>): Packet[];
  /** Enters a line. Refuses, in words, what cannot be; a line that asks for what is so already changes nothing. */
  enter(snapshot: Snapshot, line: FilledLine, mint: MintId): Result<Change, string>;
  /** The field that alone counts in its line once it says so: a wish taken back, a judge who abstains. */
  readonly lastWord?: { readonly field: string; isSaid(value: string): boolean };
  /** A line that is on no sheet any more, because what it asks for was done when it came before. */
  isDone?(snapshot: Snapshot, line: FilledLine): boolean;
};

/** What a sheet says of itself in the header of its hidden first column. */
export type PacketMark = { readonly kind: PacketKind; readonly reader: string; readonly sentAt: Instant; readonly summit: string; /** How many lines went out, for telling that some were deleted. */ readonly lines: number };

export function packetMark({ kind, reader, sentAt, summit, lines }: PacketMark): string {
  return `${start}${JSON.stringify([kind, reader, sentAt, summit, String(lines)])}`;
}

export function packetMarkIn(header: string): PacketMark | null {
  if (!header.startsWith(start) || header.length > 1000) return null;
  try {
    const parts: unknown = JSON.parse(header.slice(start.length));
    if (!Array.isArray(parts) || (parts.length !== 4 && parts.length !== 5) || !parts.every((part) => typeof part === 'string')) return null;
    // Sheets that went out before lines were counted say nothing of them.
    const [kind, reader, sentAt, summit, lines = '0'] = parts as [string, string, string, string, string?];
    const known = packetKinds.find((each) => each === kind);
    return known === undefined ? null : { kind: known, reader, sentAt: sentAt as Instant, summit, lines: /^\d{1,6}$/.test(lines) ? Number(lines) : 0 };
  } catch {
    return null;
  }
}

const start = 'id (Summit Planner packet) ';

/** The header of the hidden column that keeps what a field said when the sheet went out. */
export function sentHeader(field: PacketField): string {
  return `${sentStart}${field.header}`;
}

const sentStart = 'as sent: ';

/** Why a line of headers is of a sheet that went out and cannot be told which: its mark says what this version does not know, or is gone. null: it is of no such sheet. */
export function unknownPacket(headers: readonly string[]): 'packet-from-other-version' | 'packet-without-mark' | null {
  if (headers.some((header) => header.startsWith(start))) return 'packet-from-other-version';
  return headers.some((header) => header.startsWith(sentStart)) ? 'packet-without-mark' : null;
}
