import { contextBridge, ipcRenderer } from 'electron';
import { isChannelName, isEventName } from '#shared/bridge/contract.ts';
import { bridgeGlobal, type BridgePort } from '#shared/bridge/wire.ts';
import { eventChannel, requestChannel } from './ipc.ts';

const listeners = new Map<string, Set<(said: unknown) => void>>();

ipcRenderer.on(eventChannel, (_event, name: unknown, said: unknown) => {
  if (isEventName(name)) listeners.get(name)?.forEach((listener) => listener(said));
});

const port: BridgePort = {
  request: (name, input) => {
    if (!isChannelName(name)) return Promise.reject(new Error('no such channel'));
    return ipcRenderer.invoke(requestChannel, name, input);
  },
  listen: (name, listener) => {
    if (!isEventName(name)) throw new Error('no such event');
    const heard = listeners.get(name) ?? new Set();
    listeners.set(name, heard.add(listener));
    return () => heard.delete(listener);
  },
};

contextBridge.exposeInMainWorld(bridgeGlobal, port);
