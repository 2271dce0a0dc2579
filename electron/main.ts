import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MenuModel } from '#shared/bridge/menu-model.ts';
import { closingOf } from './closing.ts';
import { filesOf } from './files.ts';
import { handlersOf } from './handlers.ts';
import type { Host } from './host.ts';
import { openGate, tell } from './ipc.ts';
import { firstMenu, menuTemplate } from './menu.ts';
import { ownProtocol, ownSchemes } from './protocol.ts';
import { hardenContents, hardenSession, ownOrigin, ownScheme } from './security.ts';
import { keepWindowState, placeOnScreens, readWindowState, windowOptions } from './window.ts';

// This file is bundled to dist/electron/main.cjs; what it serves lies beside it.
const distFolder = resolve(__dirname, '..');
const headlessAt = process.argv.indexOf('--headless');

if (headlessAt !== -1) void runHeadless(process.argv.slice(headlessAt + 1));
else openShell();

async function runHeadless(argv: string[]): Promise<void> {
  const entry = join(distFolder, 'headless', 'summit.js');
  if (!existsSync(entry)) {
    console.error('The command line is not part of this build. Build it with: npm run build');
    app.exit(2);
    return;
  }
  try {
    const { run } = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as { run: (argv: string[]) => Promise<number> };
    app.exit(await run(argv));
  } catch (thrown) {
    console.error(thrown);
    app.exit(2);
  }
}

function openShell(): void {
  const ownData = process.env['SUMMIT_DATA_DIR'];
  if (ownData && !app.isPackaged) app.setPath('userData', resolve(ownData));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged(ownSchemes);

  const dataFolder = app.getPath('userData');
  const statePath = join(dataFolder, 'window.json');
  let window: BrowserWindow | null = null;
  let isListening = false;

  const host: Host = {
    version: app.getVersion(),
    askWhereToSave: async (suggestedName, filter) => {
      const { filePath, canceled } = await withWindow((owner) => dialog.showSaveDialog(owner, { defaultPath: suggestedName, filters: [filter], properties: ['createDirectory', 'showOverwriteConfirmation'] }));
      return canceled || filePath === '' ? null : filePath;
    },
    askWhatToOpen: async (filter, many) => (await withWindow((owner) => dialog.showOpenDialog(owner, { filters: [filter], properties: many ? ['openFile', 'multiSelections'] : ['openFile'] }))).filePaths,
    askForFolder: async (purpose) => (await withWindow((owner) => dialog.showOpenDialog(owner, { title: purpose, buttonLabel: 'Choose', properties: ['openDirectory', 'createDirectory'] }))).filePaths[0] ?? null,
    ask: async (question, detail, buttons, usual) =>
      (await withWindow((owner) => dialog.showMessageBox(owner, { type: 'question', message: question, detail, buttons: [...buttons], defaultId: usual, cancelId: buttons.length - 1, noLink: true }))).response,
    openInBrowser: (url) => shell.openExternal(url),
    revealFolder: async (path) => {
      await shell.openPath(path);
    },
    showProgress: (fraction, isIndeterminate) => window?.setProgressBar(isIndeterminate ? 2 : (fraction ?? -1)),
    showMenu,
    noteRecentFile: (path) => app.addRecentDocument(path),
    tell: (name, said) => {
      if (window) tell(window.webContents, name, said);
    },
  };

  const files = filesOf(host);
  const closing = closingOf({
    isWindowListening: () => isListening,
    askWindow: () => host.tell('window-closing', null),
    close: () => window?.close(),
    askPlanner: async () => (await host.ask('Some changes are still being written.', 'Closing now may lose the last of them.', ['Close anyway', 'Keep waiting'], 1)) === 0,
    after: (milliseconds, deed) => {
      const timer = setTimeout(deed, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const handlers = handlersOf(host, files, dataFolder, Date.now, closing.answer);

  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('second-instance', (_event, argv) => {
    receive(argv.slice(1));
    comeForward();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive([path]);
    if (app.isReady()) comeForward();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', comeForward);

  files.receive(process.argv.slice(1));
  void app.whenReady().then(() => {
    hardenSession(session.defaultSession);
    protocol.handle(ownScheme, ownProtocol(distFolder));
    openGate(ipcMain, () => window?.webContents ?? null, {
      ...handlers,
      'app.facts': (input) => {
        isListening = true;
        return handlers['app.facts'](input);
      },
    });
    showMenu(firstMenu);
    openWindow();
  });

  function openWindow(): void {
    const kept = readWindowState(statePath);
    const opened = new BrowserWindow(windowOptions(placeOnScreens(kept, screen.getAllDisplays().map(({ workArea }) => workArea)), join(__dirname, 'preload.cjs')));
    window = opened;
    isListening = false;
    if (kept?.isMaximized) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      isListening = false;
      if (reason === 'clean-exit') return;
      void host.ask('The window stopped working.', 'Everything shown as saved is safe.', ['Open it again', 'Quit'], 0).then((choice) => (choice === 0 ? opened.reload() : app.quit()));
    });
    opened.on('close', (event) => {
      keepWindowState(statePath, { ...opened.getNormalBounds(), isMaximized: opened.isMaximized() });
      if (!closing.mayClose()) event.preventDefault();
    });
    opened.on('closed', () => {
      window = null;
    });
    void opened.loadURL(`${ownOrigin}/index.html`);
  }

  function comeForward(): void {
    if (window === null) openWindow();
    else {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    }
  }

  function receive(paths: readonly string[]): void {
    if (files.receive(paths)) host.tell('file-opened', null);
  }

  function showMenu(model: MenuModel): void {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(model, process.platform === 'darwin', (id) => host.tell('menu-chosen', { id }))));
  }

  function withWindow<Answer>(show: (owner: BrowserWindow) => Promise<Answer>): Promise<Answer> {
    if (window === null) return Promise.reject(new Error('no window to ask in'));
    return show(window);
  }
}
