import type { AppFacts, ChannelName, RequestOf } from '#shared/bridge/contract.ts';
import { bridgeClient, bridgeGlobal, type BridgeClient, type BridgePort } from '#shared/bridge/wire.ts';
import { ok, valueOf } from '#shared/kernel/result.ts';
import type { Disk, OpenedFile, Platform } from './platform.ts';

/** The port that preload put on the window, or null in a browser. */
export function bridgePort(scope: object): BridgePort | null {
  const found: unknown = Reflect.get(scope, bridgeGlobal);
  return typeof found === 'object' && found !== null ? (found as BridgePort) : null;
}

/** The desktop edition: everything goes over the bridge. */
export async function desktopPlatform(port: BridgePort): Promise<Platform> {
  const bridge = bridgeClient(port);
  const facts: AppFacts = valueOf(await bridge.request('app.facts', null));
  const forget = <Name extends ChannelName>(name: Name, input: RequestOf<Name>) => void bridge.request(name, input);

  return {
    facts,
    disk: diskOver(bridge),
    saveFile: (name, kind, bytes) => bridge.request('file.save', { name, kind, bytes }),

    async saveFiles(files, onSaved) {
      const approved = await bridge.request('folder.approve', { names: files.map(({ name }) => name) });
      if (!approved.ok || approved.value === null) return approved.ok ? ok(null) : approved;
      const { folder, name: folderName } = approved.value;
      for (const [index, { name, make }] of files.entries()) {
        const saved = await bridge.request('folder.save', { folder, name, bytes: await make() });
        if (!saved.ok) return saved;
        onSaved(index + 1);
      }
      return ok({ folder: folderName });
    },

    openFiles: (kinds, many) => bridge.request('file.open', { kinds: [...kinds], many }),
    openFolder: (kinds) => bridge.request('folder.open', { kinds: [...kinds] }),

    onFilesGiven(listener) {
      const fetchGiven = () =>
        void bridge.request('file.take-opened', null).then((taken) => {
          if (taken.ok && (taken.value.files.length > 0 || taken.value.refused.length > 0)) listener(taken.value.files satisfies OpenedFile[], taken.value.refused);
        });
      fetchGiven();
      return bridge.listen('file-opened', fetchGiven);
    },

    openLink: (url) => bridge.request('link.open', { url }),
    showProgress: (fraction) => forget('progress.show', { fraction, isIndeterminate: false }),
    showMenu: (model) => forget('menu.show', model),
    onMenuChosen: (listener) => bridge.listen('menu-chosen', listener),

    async recentSummits() {
      const listed = await bridge.request('recent.list', null);
      return listed.ok ? listed.value : [];
    },
    async noteRecent(summit, name) {
      await bridge.request('recent.note', { summit, name });
    },

    onClosing: (flush) =>
      bridge.listen('window-closing', () => {
        void flush().then(
          (isFlushed) => bridge.request('window.answer-closing', { answer: isFlushed ? 'flushed' : 'stay' }),
          () => bridge.request('window.answer-closing', { answer: 'stay' }),
        );
      }),
    holdOpen: () => undefined,
    persistStorage: () => navigator.storage.persist(),
  };
}

function diskOver(bridge: BridgeClient): Disk {
  return {
    append: (summit, lines) => bridge.request('journal.append', { summit, lines: [...lines] }),
    journals: () => bridge.request('journal.list', null),
    async readJournal(summit, from) {
      const lines: string[] = [];
      for (let start = from; ; ) {
        const page = await bridge.request('journal.read', { summit, from: start });
        if (!page.ok) return page;
        const { next, damage } = page.value;
        for (const line of page.value.lines) lines.push(line);
        if (next === null) return ok({ lines, damage });
        start = next;
      }
    },
    replaceJournal: (summit, lines) => bridge.request('journal.replace', { summit, lines: [...lines] }),
    writeSnapshot: (summit, reason, bytes) => bridge.request('snapshot.write', { summit, reason, bytes }),
    snapshots: () => bridge.request('snapshot.list', null),
    async readSnapshot({ summit, id }) {
      const read = await bridge.request('snapshot.read', { summit, id });
      return read.ok ? ok(read.value.bytes) : read;
    },
  };
}
