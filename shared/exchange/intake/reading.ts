import type { InvitationStage } from '#shared/invitations/invitation.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import type { TableName } from '#shared/workspace/snapshot.ts';
import type { Encoding, Origin } from '../grid.ts';
import type { PacketReading } from '../packets/read-packets.ts';
import type { FileProblem } from '../problem.ts';
import type { DateOrder } from '../recognise/dates.ts';
import type { Kind } from '../recognise/kinds.ts';
import type { Mappings } from '../recognise/mapping.ts';
import type { DecimalMark } from '../recognise/numbers.ts';
import type { Column } from '../recognise/recognise.ts';
import type { Mends } from './mend.ts';

/** What becomes of a row. accept: read as is. flag: kept, a cell counts as missing. duplicate: no further record. reject: unusable. skip: blank, totals, footer. */
export type Disposition = 'accept' | 'flag' | 'duplicate' | 'reject' | 'skip';

export const reasonCodes = [
  'ACCOUNT_MISSING', 'ACCOUNT_MISSPELT', 'ACCOUNT_UNKNOWN', 'BAD_DURATION', 'BLANK_ROW', 'CONFLICT_OF_INTEREST', 'CURRENCY_MISMATCH', 'DATE_ORDER', 'DAY_OUTSIDE_SUMMIT', 'DAY_UNCLEAR', 'DUPLICATE_CRITERION',
  'DUPLICATE_EMAIL', 'DUPLICATE_EXACT', 'DUPLICATE_ID', 'DUPLICATE_ID_CONFLICT', 'DUPLICATE_NAME', 'DUPLICATE_NOMINATION', 'DUPLICATE_REQUEST', 'DUPLICATE_SCORE', 'END_BEFORE_START', 'EXPIRY_UNKNOWN',
  'FIGURE_CONFLICT', 'FIGURE_NOT_KEPT', 'FIGURE_REPEATED', 'FIGURE_UNKNOWN', 'FOOTER_ROW', 'GUEST_WITHOUT_NAME', 'ID_NAME_CONFLICT', 'IMPOSSIBLE_DATE', 'INVALID_EMAIL', 'INVITATION_MISSING', 'INVITATION_STAGE', 'MISSING_CITATION', 'MISSING_CURRENCY', 'MISSING_EMAIL', 'MISSING_ID', 'MISSING_NAME', 'NEGATIVE_AMOUNT', 'NOT_AN_NDA', 'NOT_A_NUMBER', 'ONLY_A_NAME', 'OUT_OF_RANGE',
  'PERIOD_MISSING', 'PERIOD_UNKNOWN', 'PHONE_DAMAGED', 'REGISTRATION_CANCELLED', 'REGISTRATION_PENDING', 'REGISTRATION_UNDATED', 'ROOM_NOT_CONFIDENTIAL', 'ROOM_OVERLAP', 'SCALE_UNCLEAR', 'STATUS_CONTRADICTS_DATES', 'TEXT_CUT', 'TOTALS_ROW', 'TWO_EMAILS', 'UNKNOWN_CATEGORY', 'UNKNOWN_CRITERION', 'UNKNOWN_CURRENCY', 'UNKNOWN_HOST', 'UNKNOWN_JUDGE',
  'UNKNOWN_NOMINATION', 'UNKNOWN_PARTNER', 'UNKNOWN_PERSON', 'UNKNOWN_REFERENCE', 'UNKNOWN_ROOM', 'UNKNOWN_VALUE', 'USED_EXCEEDS_ALLOCATED', 'VALUE_MISSING', 'WEIGHTS_NOT_100', 'ZERO_LENGTH',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type Issue = {
  readonly line: number;
  /** Of the whole row. */
  readonly disposition: Exclude<Disposition, 'accept'>;
  readonly code: ReasonCode;
  readonly field: string | null;
  /** The cell as it stands in the file. */
  readonly value: string | null;
  /** Where that cell stands, when the reason is of one; null otherwise. */
  readonly at: Origin | null;
  /** Lines of the same file that the reason speaks of. */
  readonly related: readonly number[];
  /** A partner to offer, never linked silently. */
  readonly suggest: string | null;
};

/** A value in normal form: money is text with two decimals, days and times are ISO, a percentage is a fraction. null: missing or faulty. */
export type Value = string | number | boolean | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

/** What a record refers to. A partner is its account id, or `name:<name>` where it has none. null: not known. A key that does not apply is absent. */
export type Links = Readonly<Partial<Record<'partner' | 'host' | 'judge' | 'nomination' | 'category', string | null>>>;

export type RecordReading = { readonly line: number; readonly disposition: Exclude<Disposition, 'skip'>; readonly values: Values; readonly links: Links };

export type DuplicateGroup = { readonly keepLine: number; readonly lines: readonly number[]; readonly code: ReasonCode };

export type FileReading = {
  readonly name: string;
  readonly sheet: string | null;
  readonly hiddenSheets: readonly string[];
  /** What is listed; `table …` for a list of a whole export, whose rows come as they are. */
  readonly kind: Kind | `table ${string}`;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly headerLine: number;
  readonly columns: readonly Column[];
  /** 0 to 1; below 0.8 the mapping deserves a look. */
  readonly confidence: number;
  /** Taken out of a table of two directions: people and slots, judges and nominations. */
  readonly fromTable: boolean;
  /** The planner has said what the columns are. */
  readonly asMapped: boolean;
  /** Up to three cells of each column, as they stand. */
  readonly cellSamples: readonly (readonly string[])[];
  /** Written by our own export: headers are field names, and apostrophes before formula signs are taken off. */
  readonly own: boolean;
  /** The currency that the cells of a money field name. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<Disposition, number>>;
  readonly issues: readonly Issue[];
  readonly duplicateGroups: readonly DuplicateGroup[];
  /** Every data row, also duplicates and rejects. */
  readonly records: readonly RecordReading[];
  /** The rows that are flagged, duplicate or rejected, as they stand in the file, for giving them back with their reasons. */
  readonly failed: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Fields whose day and month cannot be told apart in the whole file: ask, and read again with `dateOrder`. Their dates are missing until then. */
  readonly askDateOrder: readonly string[];
  /** Fields with numbers such as `1,234` where nothing tells a thousand from one and a bit: ask, and read again with `decimalMark`. Those are missing until then. */
  readonly askDecimalMark: readonly string[];
  /** Periods of fiscal years, as they stand and as months of the calendar; null: nobody has said in which month the fiscal year begins. Ask, and read again with `fiscalStart`. */
  readonly fiscal: readonly { readonly text: string; readonly months: string | null }[];
  /** How the list is written, where its cells or an answer tell. */
  readonly written: { readonly dateOrder: DateOrder | null; readonly decimalMark: DecimalMark | null };
  /** Up to three cells of every field that is asked about, as they stand. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
};

export type FolderReading = {
  readonly files: readonly FileReading[];
  /** Files that could not be read or hold no list this planner knows. */
  readonly unread: readonly FileProblem[];
  /** Sheets without a list this planner knows, of workbooks that have others with one. */
  readonly unreadSheets: readonly { readonly name: string; readonly sheet: string }[];
  /** Sheets that went out to be filled in and came back; see `packets/merge.ts`. */
  readonly packets: readonly PacketReading[];
  /** Lists among them whose columns a planner can name: their likely header and a few cells below each. */
  readonly unmapped: readonly { readonly name: string; readonly sheet: string | null; readonly line: number; readonly headers: readonly string[]; readonly samples: readonly (readonly string[])[] }[];
  readonly summitDays: readonly LocalDate[];
  /** The currency most money cells name; null when none does. */
  readonly currency: string | null;
};

/** What is known before the folder is read: from options, or from the summit that is imported into. */
export type KnownRecords = {
  /** Ids of every table, for whole exports. */
  readonly ids?: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** `link`: the partner that stands, where this is what a merged one was called. */
  readonly partners?: readonly { readonly id: string | null; readonly name: string; readonly link?: string }[];
  /** Partners' invitations and how far they are. */
  readonly invitations?: readonly { readonly partner: string; readonly stage: InvitationStage }[];
  /** People by their address: lists of figures and registrations may name no partner, or a domain alone. */
  readonly people?: readonly { readonly email: string; readonly name: string; readonly partner: string | null }[];
  readonly executives?: readonly { readonly name: string; readonly email: string | null }[];
  readonly rooms?: readonly { readonly name: string; readonly confidential: boolean | null }[];
  /** Also those whose criteria nobody has said yet. */
  readonly categories?: readonly string[];
  readonly criteria?: readonly { readonly category: string; readonly criterion: string }[];
  readonly nominations?: readonly { readonly id: string; readonly category: string; readonly partner: string }[];
  readonly judges?: readonly { readonly name: string; readonly email: string | null; readonly partner: string | null }[];
};

export type ReadOptions = {
  /** In order; from the agenda when left out. */
  readonly summitDays?: readonly LocalDate[];
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
  /** What was answered of single lists, by `listKey`: it goes before the two above. */
  readonly answers?: Readonly<Record<string, { readonly dateOrder?: DateOrder; readonly decimalMark?: DecimalMark }>>;
  /** The currency of columns whose cells name none. */
  readonly currency?: string;
  /** The month, 1 to 12, in which a fiscal year begins; left out while nobody has said. */
  readonly fiscalStart?: number;
  readonly known?: KnownRecords;
  /** What planners have said of sets of headers. */
  readonly mappings?: Mappings;
  /** Cells written anew during the dry run. */
  readonly mends?: Mends;
};
