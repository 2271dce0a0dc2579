import { z } from 'zod';
import { idSchema, type SummitId } from '#shared/kernel/ids.ts';
import { fileKind } from './file-kind.ts';
import { menuModel } from './menu-model.ts';

const summit = idSchema<SummitId>();
const nothing = z.null();
const fileName = z.string().min(1).max(1024);
const instant = z.iso.datetime();
// Realms differ between window, preload and host, so `instanceof` would lie.
const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]', 'bytes expected');
const journalLine = z.string().min(2).max(16 * 1024 * 1024);
const lineNumber = z.number().int().min(0);
const openedFile = z.object({ name: fileName, bytes });
const leftOut = z.object({ name: fileName, reason: z.enum(['too-large', 'folder-too-large', 'too-many', 'too-deep', 'unreadable']) });
export type LeftOut = z.infer<typeof leftOut>;

/** Where a journal on disk stops being readable: the planner is told, and what follows is set aside, never deleted. */
const journalDamage = z.object({ afterLine: lineNumber, bytesSetAside: z.number(), soundLinesBeyond: lineNumber });
export type JournalDamage = z.infer<typeof journalDamage>;

const journalSummary = z.object({
  summit,
  lines: lineNumber,
  bytes: z.number(),
  lastLine: z.string().nullable(),
  damage: journalDamage.nullable(),
});
export type JournalSummary = z.infer<typeof journalSummary>;

export const snapshotReason = z.enum(['work', 'import', 'restore', 'merge', 'bulk-edit', 'schedule', 'migration', 'asked']);
export type SnapshotReason = z.infer<typeof snapshotReason>;
const snapshotId = z.string().regex(/^\d{8}T\d{9}Z-[a-z-]{1,20}-[0-9a-f]{16}$/);
const snapshotSummary = z.object({ id: snapshotId, summit, at: instant, reason: snapshotReason, bytes: z.number() });
export type SnapshotSummary = z.infer<typeof snapshotSummary>;

const recentSummit = z.object({ summit, name: z.string().min(1).max(300), openedAt: instant });
export type RecentSummit = z.infer<typeof recentSummit>;

const appFacts = z.object({ version: z.string(), edition: z.enum(['desktop', 'browser']), platform: z.enum(['windows', 'macos', 'linux', 'other']) });
export type AppFacts = z.infer<typeof appFacts>;

const folderToken = z.string().regex(/^[0-9a-f]{32}$/);

function channel<Request extends z.ZodType, Answer extends z.ZodType>(request: Request, answer: Answer) {
  return { request, answer };
}

/** Every word that passes between the window and the host. Preload, handlers and the window's client are derived from this one table. */
export const channels = {
  'app.facts': channel(nothing, appFacts),

  /** The host asks where, then writes. Null: the planner cancelled. */
  'file.save': channel(z.object({ name: fileName, kind: fileKind, bytes }), z.object({ name: fileName }).nullable()),
  'file.open': channel(z.object({ kinds: z.array(fileKind).min(1), many: z.boolean() }), z.array(openedFile).nullable()),
  /** Files given by the system — a double click, a second launch — since the last asking. */
  'file.take-opened': channel(nothing, z.object({ files: z.array(openedFile), refused: z.array(leftOut) })),
  'folder.open': channel(z.object({ kinds: z.array(fileKind).min(1) }), z.object({ name: fileName, files: z.array(openedFile), leftOut: z.array(leftOut) }).nullable()),
  /** Approves one folder for the announced names, asking first when some are there already. Null: cancelled. */
  'folder.approve': channel(z.object({ names: z.array(fileName).min(1).max(20000) }), z.object({ folder: folderToken, name: fileName }).nullable()),
  'folder.save': channel(z.object({ folder: folderToken, name: fileName, bytes }), z.object({ name: fileName })),
  'folder.reveal': channel(z.object({ folder: folderToken }), nothing),

  /** Answers only after the lines are on the disk: append, then fsync. The first line's parent must be the last line's id. */
  'journal.append': channel(z.object({ summit, lines: z.array(journalLine).min(1).max(10000) }), z.object({ lines: lineNumber })),
  'journal.list': channel(nothing, z.array(journalSummary)),
  /** A page of lines; `next` is where the following page begins, null at the end. */
  'journal.read': channel(z.object({ summit, from: lineNumber }), z.object({ lines: z.array(z.string()), next: lineNumber.nullable(), damage: journalDamage.nullable() })),
  /** Begins a journal anew, keeping the old file beside it. */
  'journal.replace': channel(z.object({ summit, lines: z.array(journalLine) }), z.object({ lines: lineNumber })),

  'snapshot.write': channel(z.object({ summit, reason: snapshotReason, bytes }), snapshotSummary),
  'snapshot.list': channel(nothing, z.array(snapshotSummary)),
  'snapshot.read': channel(z.object({ summit, id: snapshotId }), z.object({ bytes })),

  'recent.list': channel(nothing, z.array(recentSummit)),
  'recent.note': channel(z.object({ summit, name: z.string().min(1).max(300) }), nothing),

  /** Opens an https address in the system's browser, after asking. True: it was opened. */
  'link.open': channel(z.object({ url: z.string().max(4096) }), z.boolean()),
  'progress.show': channel(z.object({ fraction: z.number().min(0).max(1).nullable(), isIndeterminate: z.boolean() }), nothing),
  'menu.show': channel(menuModel, nothing),
  /** The answer to `window-closing`: everything is written, or the planner wants to stay. */
  'window.answer-closing': channel(z.object({ answer: z.enum(['flushed', 'stay']) }), nothing),
} as const;

/** What the host says unasked. */
export const events = {
  'menu-chosen': z.object({ id: z.string() }),
  'file-opened': z.null(),
  'window-closing': z.null(),
} as const;

export type ChannelName = keyof typeof channels;
export type RequestOf<Name extends ChannelName> = z.input<(typeof channels)[Name]['request']>;
export type AnswerOf<Name extends ChannelName> = z.output<(typeof channels)[Name]['answer']>;
export type EventName = keyof typeof events;
export type EventOf<Name extends EventName> = z.output<(typeof events)[Name]>;

export function isChannelName(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(channels, name);
}

export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(events, name);
}
