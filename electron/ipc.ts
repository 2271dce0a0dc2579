import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { isChannelName, type EventName, type EventOf } from '#shared/bridge/contract.ts';
import { answerRequest, type BridgeHandlers } from '#shared/bridge/wire.ts';
import { err } from '#shared/kernel/result.ts';
import { isOwnUrl } from './security.ts';

/** The two channels beneath the contract: one for requests, one for what the host says. */
export const requestChannel = 'summit:request';
export const eventChannel = 'summit:event';

/** The one gate: the sender is the top frame of our own window, the name is in the contract, and request and answer are decoded. */
export function openGate(ipcMain: IpcMain, ownContents: () => WebContents | null, handlers: BridgeHandlers): void {
  ipcMain.handle(requestChannel, async (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const contents = ownContents();
    if (contents === null || event.sender !== contents || !isOwnSender(event.senderFrame)) return err({ code: 'sender-refused' });
    if (!isChannelName(name)) return err({ code: 'message-not-understood', place: 'no such channel' });
    return answerRequest(handlers, name, input);
  });
}

/** True for the top frame of a page of ours. */
export function isOwnSender(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}

export function tell<Name extends EventName>(contents: WebContents, name: Name, said: EventOf<Name>): void {
  contents.send(eventChannel, name, said);
}
