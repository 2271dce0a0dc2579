import { join } from 'node:path';
import type { AppFacts } from '#shared/bridge/contract.ts';
import type { BridgeHandlers } from '#shared/bridge/wire.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { backupsIn } from './backups.ts';
import type { Files } from './files.ts';
import type { Host } from './host.ts';
import { journalsIn } from './journal.ts';
import { recentSummitsIn } from './recent.ts';
import { isOfferedLink } from './security.ts';

/** Everything the window may ask, in one table. `answerClosing` hears whether the window has written all it holds. */
export function handlersOf(host: Host, files: Files, dataFolder: string, now: () => number, answerClosing: (answer: 'flushed' | 'stay') => void): BridgeHandlers {
  let asides = 0;
  const journals = journalsIn(join(dataFolder, 'journal'), () => `${now()}-${++asides}`);
  const backups = backupsIn(join(dataFolder, 'snapshots'), now);
  const recent = recentSummitsIn(join(dataFolder, 'recent.json'), now);

  return {
    'app.facts': async () => ok({ version: host.version, edition: 'desktop', platform: platforms[process.platform] ?? 'other' }),

    'file.save': ({ name, kind, bytes }) => files.save(name, kind, bytes),
    'file.open': ({ kinds, many }) => files.open(kinds, many),
    'file.take-opened': () => files.takeReceived(),
    'folder.open': ({ kinds }) => files.openFolder(kinds),
    'folder.approve': ({ names }) => files.approveFolder(names),
    'folder.save': ({ folder, name, bytes }) => files.saveInFolder(folder, name, bytes),
    'folder.reveal': ({ folder }) => files.revealFolder(folder),

    'journal.append': ({ summit, lines }) => journals.append(summit, lines),
    'journal.list': () => journals.list(),
    'journal.read': ({ summit, from }) => journals.read(summit, from),
    'journal.replace': ({ summit, lines }) => journals.replace(summit, lines),

    'snapshot.write': ({ summit, reason, bytes }) => backups.write(summit, reason, bytes),
    'snapshot.list': () => backups.list(),
    'snapshot.read': ({ summit, id }) => backups.read(summit, id),

    'recent.list': async () => ok(await recent.list()),
    'recent.note': ({ summit, name }) => recent.note(summit, name),

    'link.open': async ({ url }) => {
      if (!isOfferedLink(url)) return err({ code: 'link-refused' });
      const { hostname, href } = new URL(url);
      const choice = await host.ask(`Open ${hostname} in the browser?`, `${href}\n\nSummit Planner itself never goes online.`, ['Open', 'Cancel'], 0);
      if (choice !== 0) return ok(false);
      await host.openInBrowser(href);
      return ok(true);
    },
    'progress.show': async ({ fraction, isIndeterminate }) => {
      host.showProgress(fraction, isIndeterminate);
      return ok(null);
    },
    'menu.show': async (model) => {
      host.showMenu(model);
      return ok(null);
    },
    'window.answer-closing': async ({ answer }) => {
      answerClosing(answer);
      return ok(null);
    },
  };
}

const platforms: Partial<Record<NodeJS.Platform, AppFacts['platform']>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };
