import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { channels, events, type AnswerOf, type ChannelName, type EventName, type EventOf, type RequestOf } from './contract.ts';
import { bridgeProblem, type BridgeProblem } from './problem.ts';

/** What preload puts on the window: two functions that carry values and know nothing. */
export type BridgePort = {
  request(name: string, input: unknown): Promise<unknown>;
  listen(name: string, listener: (said: unknown) => void): () => void;
};

/** The name of the port on the window. Its one reader is renderer/platform/desktop.ts. */
export const bridgeGlobal = 'summitBridge';

export type BridgeClient = {
  request<Name extends ChannelName>(name: Name, input: RequestOf<Name>): Promise<Result<AnswerOf<Name>, BridgeProblem>>;
  listen<Name extends EventName>(name: Name, listener: (said: EventOf<Name>) => void): () => void;
};

/** What a host does on each channel. Adding a row to the contract does not compile until the host has an answer. */
export type BridgeHandlers = {
  readonly [Name in ChannelName]: (input: z.output<(typeof channels)[Name]['request']>) => Promise<Result<AnswerOf<Name>, BridgeProblem>>;
};

/** The window's side: every answer is decoded before anyone sees it. */
export function bridgeClient(port: BridgePort): BridgeClient {
  return {
    request: async (name, input) => decodeAnswer(name, await port.request(name, input)),
    listen: (name, listener) =>
      port.listen(name, (said) => {
        const decoded = events[name].safeParse(said);
        if (decoded.success) listener(decoded.data as never);
      }),
  };
}

/** The host's side: decodes the request, runs its handler, and checks the answer before it leaves. A handler that throws is answered as `host-failed`. */
export async function answerRequest<Name extends ChannelName>(handlers: BridgeHandlers, name: Name, input: unknown): Promise<Result<AnswerOf<Name>, BridgeProblem>> {
  const request = channels[name].request.safeParse(input);
  if (!request.success) return err(notUnderstood(name, request.error));
  try {
    const answer = await handlers[name](request.data as never);
    return decodeAnswer(name, answer);
  } catch (thrown) {
    return err({ code: 'host-failed', reason: thrown instanceof Error ? thrown.message.slice(0, 1024) : 'unknown' });
  }
}

function decodeAnswer<Name extends ChannelName>(name: Name, answer: unknown): Result<AnswerOf<Name>, BridgeProblem> {
  const envelope = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), problem: bridgeProblem })]).safeParse(answer);
  if (!envelope.success) return err(notUnderstood(name, envelope.error));
  if (!envelope.data.ok) return err(envelope.data.problem);
  const value = channels[name].answer.safeParse(envelope.data.value);
  return value.success ? ok(value.data as AnswerOf<Name>) : err(notUnderstood(name, value.error));
}

function notUnderstood(name: ChannelName, error: z.ZodError): BridgeProblem {
  const issue = error.issues[0];
  return { code: 'message-not-understood', place: `${name} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 512) };
}
