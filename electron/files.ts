import { randomBytes } from 'node:crypto';
import { opendir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { LeftOut } from '#shared/bridge/contract.ts';
import { fileKinds, fileLimits, isOfKind, isPlainFileName, type FileKind } from '#shared/bridge/file-kind.ts';
import type { BridgeProblem } from '#shared/bridge/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { exists, readWithin, writeAtomically } from './disk.ts';
import type { DialogFilter, Host } from './host.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Opened = { name: string; bytes: Bytes };
type Asked<Value> = Promise<Result<Value, BridgeProblem>>;

/** Saving and opening. A path comes from a dialog, from the system, or from a folder the planner approved; never from the window. */
export type Files = {
  save(name: string, kind: FileKind, bytes: Bytes): Asked<{ name: string } | null>;
  open(kinds: readonly FileKind[], many: boolean): Asked<Opened[] | null>;
  openFolder(kinds: readonly FileKind[]): Asked<{ name: string; files: Opened[]; leftOut: LeftOut[] } | null>;
  approveFolder(names: readonly string[]): Asked<{ folder: string; name: string } | null>;
  saveInFolder(folder: string, name: string, bytes: Bytes): Asked<{ name: string }>;
  revealFolder(folder: string): Asked<null>;
  /** Keeps the summit files among the arguments of a launch for the window to fetch. True when there were any. */
  receive(paths: readonly string[]): boolean;
  takeReceived(): Asked<{ files: Opened[]; refused: LeftOut[] }>;
};

export function filesOf(host: Pick<Host, 'askWhereToSave' | 'askWhatToOpen' | 'askForFolder' | 'ask' | 'revealFolder' | 'noteRecentFile'>): Files {
  const approved = new Map<string, { path: string; names: Map<string, string> }>();
  let received: string[] = [];

  return {
    async save(name, kind, bytes) {
      if (!isPlainFileName(name) || !isOfKind(name, [kind])) return err({ code: 'file-name-refused', file: name.slice(0, 200) });
      const chosen = await host.askWhereToSave(name, filterOf([kind]));
      if (chosen === null) return ok(null);
      // A name typed without an extension gets the kind's own.
      const path = extname(chosen) === '' ? `${chosen}.${fileKinds[kind].extensions[0]}` : chosen;
      const written = await writeAtomically(path, bytes);
      if (!written.ok) return written;
      if (kind === 'summit') host.noteRecentFile(path);
      return ok({ name: basename(path) });
    },

    async open(kinds, many) {
      const paths = await host.askWhatToOpen(filterOf(kinds), many);
      if (paths.length === 0) return ok(null);
      const opened: Opened[] = [];
      for (const path of paths) {
        const read = await readWithin(path, fileLimits.fileBytes);
        if (!read.ok) return read;
        opened.push({ name: basename(path), bytes: read.value });
      }
      return ok(opened);
    },

    async openFolder(kinds) {
      const path = await host.askForFolder('Open a folder of exports');
      return path === null ? ok(null) : ok({ name: basename(path), ...(await readFolder(path, kinds)) });
    },

    async approveFolder(names) {
      const refused = names.find((name) => !isPlainFileName(name));
      if (refused !== undefined) return err({ code: 'file-name-refused', file: refused.slice(0, 200) });
      const path = await host.askForFolder(names.length === 1 ? 'Save one file into' : `Save ${names.length} files into`);
      if (path === null) return ok(null);
      const there = await Promise.all(names.map(async (name) => ((await exists(join(path, name))) ? name : null)));
      const taken = there.filter((name) => name !== null);
      let targets = new Map(names.map((name) => [name, name]));
      if (taken.length > 0) {
        const [question, detail] = [taken.length === 1 ? `“${taken[0]}” is in this folder already.` : `${taken.length} of these files are in this folder already.`, 'Replacing cannot be undone.'];
        const choice = await host.ask(question, detail, ['Replace', 'Keep both', 'Cancel'], 1);
        if (choice === 2) return ok(null);
        if (choice === 1) targets = await namesBeside(path, names, new Set(taken));
      }
      const folder = randomBytes(16).toString('hex');
      approved.set(folder, { path, names: targets });
      return ok({ folder, name: basename(path) });
    },

    async saveInFolder(folder, name, bytes) {
      const approval = approved.get(folder);
      if (!approval) return err({ code: 'folder-not-approved' });
      const target = approval.names.get(name);
      if (target === undefined) return err({ code: 'file-name-refused', file: name.slice(0, 200) });
      const written = await writeAtomically(join(approval.path, target), bytes);
      return written.ok ? ok({ name: target }) : written;
    },

    async revealFolder(folder) {
      const approval = approved.get(folder);
      if (!approval) return err({ code: 'folder-not-approved' });
      await host.revealFolder(approval.path);
      return ok(null);
    },

    receive(paths) {
      const summits = paths.filter((path) => !path.startsWith('-') && isOfKind(basename(path), ['summit']));
      received.push(...summits);
      return summits.length > 0;
    },

    async takeReceived() {
      const paths = received;
      received = [];
      const files: Opened[] = [];
      const refused: LeftOut[] = [];
      for (const path of paths) {
        const read = await readWithin(path, fileLimits.fileBytes);
        if (read.ok) {
          files.push({ name: basename(path), bytes: read.value });
          host.noteRecentFile(path);
        } else refused.push({ name: basename(path), reason: reasonOf(read.problem) });
      }
      return ok({ files, refused });
    },
  };
}

/** Every file of the kinds below a folder, in name order; links are not followed. What a limit keeps out is named with its reason. */
async function readFolder(root: string, kinds: readonly FileKind[]): Promise<{ files: Opened[]; leftOut: LeftOut[] }> {
  const files: Opened[] = [];
  const leftOut: LeftOut[] = [];
  let total = 0;

  async function visit(folder: string, within: string, depth: number): Promise<void> {
    const entries = [];
    for await (const entry of await opendir(folder)) entries.push(entry);
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const name = within + entry.name;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth === fileLimits.folderDepth) leftOut.push({ name, reason: 'too-deep' });
        else await visit(path, `${name}/`, depth + 1).catch(() => leftOut.push({ name, reason: 'unreadable' }));
      } else if (entry.isFile() && isOfKind(entry.name, kinds)) {
        const size = (await stat(path).catch(() => null))?.size ?? 0;
        if (files.length >= fileLimits.folderFiles) leftOut.push({ name, reason: 'too-many' });
        else if (size <= fileLimits.fileBytes && total + size > fileLimits.folderBytes) leftOut.push({ name, reason: 'folder-too-large' });
        else {
          const read = await readWithin(path, fileLimits.fileBytes);
          if (read.ok) {
            files.push({ name, bytes: read.value });
            total += read.value.byteLength;
          } else leftOut.push({ name, reason: reasonOf(read.problem) });
        }
      }
    }
  }

  await visit(root, '', 1);
  return { files, leftOut };
}

/** `Book.pdf` becomes `Book 2.pdf` where the first is taken. */
async function namesBeside(path: string, names: readonly string[], taken: Set<string>): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const used = new Set(names.filter((name) => !taken.has(name)));
  for (const name of names) {
    let target = name;
    for (let copy = 2; taken.has(target) || (target !== name && (used.has(target) || (await exists(join(path, target))))); copy += 1) {
      target = `${name.slice(0, -extname(name).length)} ${copy}${extname(name)}`;
    }
    used.add(target);
    targets.set(name, target);
  }
  return targets;
}

function filterOf(kinds: readonly FileKind[]): DialogFilter {
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return { name: only ? fileKinds[only].label : 'Files to open', extensions: [...new Set(kinds.flatMap((kind) => fileKinds[kind].extensions))] };
}

function reasonOf(problem: BridgeProblem): LeftOut['reason'] {
  return problem.code === 'file-too-large' ? 'too-large' : 'unreadable';
}
