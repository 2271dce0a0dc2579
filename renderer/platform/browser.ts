import type { z } from 'zod';
import { channels, type LeftOut, type RecentSummit } from '#shared/bridge/contract.ts';
import { fileKinds, fileLimits, isOfKind, isPlainFileName, type FileKind } from '#shared/bridge/file-kind.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Bytes, OpenedFile, Platform } from './platform.ts';

const recentKey = 'summit-planner.recent';
const longestRecent = 12;

/** The browser edition: downloads and file pickers; no disk, so `disk` is null and copies are the planner's to keep. */
export function browserPlatform(version: string): Platform {
  const closings = new Set<() => Promise<boolean>>();
  let isHeldOpen = false;

  window.addEventListener('beforeunload', (event) => {
    if (isHeldOpen) event.preventDefault();
  });
  // The last moment a browser promises: the page is hidden before it is discarded.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') closings.forEach((flush) => void flush());
  });

  return {
    facts: { version, edition: 'browser', platform: 'other' },
    disk: null,

    async saveFile(name, kind, bytes) {
      if (!isPlainFileName(name)) return err({ code: 'file-name-refused', file: name.slice(0, 200) });
      download(name, kind, bytes);
      return ok({ name: null });
    },

    async saveFiles(files, onSaved) {
      const refused = files.find(({ name }) => !isPlainFileName(name));
      if (refused) return err({ code: 'file-name-refused', file: refused.name.slice(0, 200) });
      const folder = await askForWritableFolder();
      if (folder === 'cancelled') return ok(null);
      for (const [index, { name, kind, make }] of files.entries()) {
        const bytes = await make();
        if (folder === 'not-possible') download(name, kind, bytes);
        else {
          const written = await writeInto(folder, name, bytes);
          if (!written.ok) return written;
        }
        onSaved(index + 1);
      }
      return ok({ folder: folder === 'not-possible' ? null : folder.name });
    },

    async openFiles(kinds, many) {
      const picked = await pick(kinds, { multiple: many });
      if (picked === null) return ok(null);
      const opened: OpenedFile[] = [];
      for (const file of picked) {
        if (file.size > fileLimits.fileBytes) return err({ code: 'file-too-large', file: file.name, bytes: file.size, limitBytes: fileLimits.fileBytes });
        const bytes = await bytesOf(file);
        if (bytes === null) return err({ code: 'access-denied', file: file.name });
        opened.push({ name: file.name, bytes });
      }
      return ok(opened);
    },

    async openFolder(kinds) {
      const picked = await pick(kinds, { webkitdirectory: true });
      if (picked === null) return ok(null);
      const root = picked[0]?.webkitRelativePath.split('/')[0] ?? '';
      return ok({ name: root, ...(await readFolder(picked.filter(({ name }) => isOfKind(name, kinds)))) });
    },

    onFilesGiven: () => () => undefined,
    openLink: async (url) => {
      if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return err({ code: 'link-refused' });
      if (!window.confirm(`Open ${new URL(url).hostname} in a new tab?\n\n${url}`)) return ok(false);
      window.open(url, '_blank', 'noopener,noreferrer');
      return ok(true);
    },
    showProgress: () => undefined,
    showMenu: () => undefined,
    onMenuChosen: () => () => undefined,

    recentSummits: async () => readRecent(),
    async noteRecent(summit, name) {
      const recent = [{ summit, name, openedAt: new Date().toISOString() }, ...readRecent().filter((other) => other.summit !== summit)].slice(0, longestRecent);
      try {
        localStorage.setItem(recentKey, JSON.stringify(recent));
      } catch {
        return; // a full or forbidden store costs a convenience, nothing of the summit
      }
    },

    onClosing(flush) {
      closings.add(flush);
      return () => closings.delete(flush);
    },
    holdOpen: (isHeld) => {
      isHeldOpen = isHeld;
    },
    persistStorage: async () => (await navigator.storage.persisted()) || navigator.storage.persist(),
  };
}

function download(name: string, kind: FileKind, bytes: Bytes): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: fileKinds[kind].mime }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads the blob after the click has returned; a minute is ample and the page may live for days.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function pick(kinds: readonly FileKind[], options: { multiple?: boolean; webkitdirectory?: boolean }): Promise<File[] | null> {
  return new Promise((resolve) => {
    const accept = kinds.flatMap((kind) => fileKinds[kind].extensions.map((extension) => `.${extension}`)).join(',');
    const input = Object.assign(document.createElement('input'), { type: 'file', accept, ...options });
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

async function readFolder(picked: readonly File[]): Promise<{ files: OpenedFile[]; leftOut: LeftOut[] }> {
  const files: OpenedFile[] = [];
  const leftOut: LeftOut[] = [];
  let total = 0;
  for (const file of [...picked].sort((one, other) => (one.webkitRelativePath < other.webkitRelativePath ? -1 : 1))) {
    const within = file.webkitRelativePath.split('/').slice(1);
    const name = within.join('/');
    if (within.length > fileLimits.folderDepth) leftOut.push({ name, reason: 'too-deep' });
    else if (file.size > fileLimits.fileBytes) leftOut.push({ name, reason: 'too-large' });
    else if (files.length >= fileLimits.folderFiles) leftOut.push({ name, reason: 'too-many' });
    else if (total + file.size > fileLimits.folderBytes) leftOut.push({ name, reason: 'folder-too-large' });
    else {
      const bytes = await bytesOf(file);
      if (bytes === null) leftOut.push({ name, reason: 'unreadable' });
      else {
        files.push({ name, bytes });
        total += bytes.byteLength;
      }
    }
  }
  return { files, leftOut };
}

async function bytesOf(file: File): Promise<Bytes | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}

type FolderHandle = { readonly name: string; getFileHandle(name: string, options: { create: boolean }): Promise<FileSystemFileHandle> };

async function askForWritableFolder(): Promise<FolderHandle | 'cancelled' | 'not-possible'> {
  const show: unknown = Reflect.get(window, 'showDirectoryPicker');
  if (typeof show !== 'function') return 'not-possible';
  try {
    return (await show.call(window, { mode: 'readwrite' })) as FolderHandle;
  } catch (thrown) {
    return thrown instanceof DOMException && thrown.name === 'AbortError' ? 'cancelled' : 'not-possible';
  }
}

async function writeInto(folder: FolderHandle, name: string, bytes: Bytes): Promise<Result<null, BridgeProblem>> {
  try {
    const handle = await folder.getFileHandle(name, { create: true });
    // A writable stream writes beside and swaps on close, so that a cut leaves the old file.
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
    return ok(null);
  } catch (thrown) {
    const system = thrown instanceof DOMException ? thrown.name : 'unknown';
    if (system === 'QuotaExceededError') return err({ code: 'disk-full', file: name });
    return err(system === 'NotAllowedError' ? { code: 'access-denied', file: name } : { code: 'disk-error', file: name, system });
  }
}

function readRecent(): RecentSummit[] {
  const list: z.ZodType<RecentSummit[]> = channels['recent.list'].answer;
  try {
    return list.parse(JSON.parse(localStorage.getItem(recentKey) ?? '[]'));
  } catch {
    return [];
  }
}
