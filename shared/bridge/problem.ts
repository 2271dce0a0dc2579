import { z } from 'zod';

const name = z.string().max(1024);

/** Why the host refused. Codes are literal so that one place can turn them into prose; a path never crosses to the window, only a file's own name. */
export const bridgeProblem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('disk-full'), file: name }),
  z.object({ code: z.literal('disk-read-only'), file: name }),
  z.object({ code: z.literal('disk-gone'), file: name }),
  z.object({ code: z.literal('access-denied'), file: name }),
  z.object({ code: z.literal('disk-error'), file: name, system: z.string().max(64) }),
  z.object({ code: z.literal('read-back-differs'), file: name }),
  z.object({ code: z.literal('file-missing'), file: name }),
  z.object({ code: z.literal('file-too-large'), file: name, bytes: z.number(), limitBytes: z.number() }),
  z.object({ code: z.literal('file-damaged'), file: name }),
  z.object({ code: z.literal('file-name-refused'), file: name }),
  z.object({ code: z.literal('folder-not-approved') }),
  z.object({ code: z.literal('journal-line-not-understood'), line: z.number().int() }),
  z.object({ code: z.literal('journal-out-of-step'), line: z.number().int(), expectedParent: z.string().nullable() }),
  z.object({ code: z.literal('link-refused') }),
  z.object({ code: z.literal('message-not-understood'), place: z.string().max(512) }),
  z.object({ code: z.literal('sender-refused') }),
  z.object({ code: z.literal('host-failed'), reason: z.string().max(1024) }),
]);
export type BridgeProblem = z.infer<typeof bridgeProblem>;
