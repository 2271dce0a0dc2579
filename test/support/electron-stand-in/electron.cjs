// The part of Electron's module that the shell uses, over a real Chromium. The page's origin is http://127.0.0.1:PORT instead of app://summit,
// because a plain Chromium knows no such scheme; every address is mapped on the way in and out, and every response is the shell's own.
const { EventEmitter } = require('node:events');
const { mkdirSync, readFileSync, writeFileSync, openSync, closeSync, rmSync } = require('node:fs');
const { createServer } = require('node:http');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { chromium } = require('playwright-core');
const { pack, unpack, pageScript } = require('./wire.cjs');

const ownOrigin = 'app://summit';
const chromiumPath = process.env.SUMMIT_CHROMIUM ?? '/usr/bin/chromium';
const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const manifest = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8'));

/** What the test has scripted and what it may ask about. */
const script = { dialogAnswers: [], dialogs: [], openedLinks: [], recentDocuments: [], refusedNavigations: [], refusedWindows: 0, violations: [], menu: null, lockFile: null };
const requestHandlers = new Map();
const schemeHandlers = new Map();
const windows = new Set();
let browser = null;
let origin = null;
let debugPort = null;

class App extends EventEmitter {
  isPackaged = false;
  #paths = { userData: join(tmpdir(), 'summit-stand-in') };
  #isReady = false;
  #ready = new Promise((resolve) => setImmediate(() => resolve()));
  whenReady() {
    return this.#ready.then(startBrowser).then(() => {
      this.#isReady = true;
    });
  }
  isReady() {
    return this.#isReady;
  }
  enableSandbox() {}
  getVersion() {
    return manifest.version;
  }
  getPath(name) {
    return this.#paths[name];
  }
  setPath(name, path) {
    this.#paths[name] = path;
  }
  requestSingleInstanceLock() {
    const file = join(this.getPath('userData'), 'stand-in.lock');
    mkdirSync(dirname(file), { recursive: true });
    try {
      const owner = Number(readFileSync(file, 'utf8'));
      process.kill(owner, 0);
      return false;
    } catch {
      rmSync(file, { force: true });
    }
    const handle = openSync(file, 'wx');
    writeFileSync(handle, String(process.pid));
    closeSync(handle);
    script.lockFile = file;
    return true;
  }
  addRecentDocument(path) {
    script.recentDocuments.push(path);
  }
  quit() {
    for (const window of windows) window.close();
    if (windows.size === 0) this.exit(0);
  }
  exit(code) {
    if (script.lockFile) rmSync(script.lockFile, { force: true });
    // Chromium writes its store out on a clean end.
    Promise.resolve(browser?.close()).finally(() => process.exit(code));
  }
}
const app = new App();

async function startBrowser() {
  const profile = join(app.getPath('userData'), 'chromium');
  mkdirSync(profile, { recursive: true });
  const portFile = join(profile, 'stand-in-port');
  const server = createServer((request, response) => void serve(request, response));
  let kept = 0;
  try {
    kept = Number(readFileSync(portFile, 'utf8'));
  } catch {
    kept = 0;
  }
  // What a browser stores belongs to the port: the second start must have the first one's.
  await new Promise((resolve, reject) => server.once('error', reject).listen(kept, '127.0.0.1', resolve));
  writeFileSync(portFile, String(server.address().port));
  origin = `http://127.0.0.1:${server.address().port}`;
  debugPort = await freePort();
  browser = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, headless: true, viewport: null, args: [...chromiumArguments, `--remote-debugging-port=${debugPort}`, '--window-size=1440,900'] });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function serve(request, response) {
  const answer = await schemeHandlers.get('app')(new Request(`${ownOrigin}${request.url}`, { method: request.method }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function toOwn(url) {
  return origin !== null && url.startsWith(`${origin}/`) ? ownOrigin + url.slice(origin.length) : url;
}

function toReal(url) {
  return url.startsWith(`${ownOrigin}/`) ? origin + url.slice(ownOrigin.length) : url;
}

class WebContents extends EventEmitter {
  page = null;
  openHandler = () => ({ action: 'allow' });
  mainFrame = { url: '', parent: null };
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  getURL() {
    return toOwn(this.page?.url() ?? '');
  }
  send(channel, ...values) {
    this.page?.evaluate(([name, text]) => globalThis.__standInHear?.(name, text), [channel, JSON.stringify(pack(values))]).catch(() => undefined);
  }
}

class BrowserWindow extends EventEmitter {
  #state = { isVisible: false, isFocused: false, focusCount: 0, progress: -1, isMinimized: false, isMaximized: false };
  #bounds;
  constructor(options) {
    super();
    this.options = options;
    this.webContents = new WebContents();
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width, height: options.height };
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url) {
    const { webContents, options } = this;
    const page = await browser.newPage();
    for (const other of browser.pages()) if (other !== page) await other.close();
    webContents.page = page;
    await page.exposeBinding('__standInInvoke', async ({ frame }, channel, text) => {
      const senderFrame = { url: toOwn(frame.url()), parent: frame.parentFrame() };
      const handler = requestHandlers.get(channel);
      if (!handler) throw new Error(`no handler for ${channel}`);
      return JSON.stringify(pack(await handler({ sender: webContents, senderFrame }, ...unpack(JSON.parse(text)))));
    });
    await page.addInitScript(pageScript(readFileSync(options.webPreferences.preload, 'utf8')));
    await page.route('**/*', (route) => guard(route, webContents));
    await page.exposeBinding('__standInViolation', (_source, text) => void script.violations.push(text));
    page.on('popup', (popup) => {
      const { action } = webContents.openHandler({ url: popup.url() });
      if (action === 'deny') {
        script.refusedWindows += 1;
        void popup.close();
      }
    });
    page.on('crash', () => webContents.emit('render-process-gone', {}, { reason: 'crashed' }));
    await page.goto(toReal(url));
    this.emit('ready-to-show');
  }
  reload() {
    void this.webContents.page.reload();
  }
  close() {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) return;
    windows.delete(this);
    void this.webContents.page?.close().then(() => {
      this.emit('closed');
      if (windows.size === 0) app.emit('window-all-closed');
    });
  }
  show() {
    this.#state.isVisible = true;
  }
  focus() {
    this.#state.focusCount += 1;
  }
  restore() {
    this.#state.isMinimized = false;
  }
  maximize() {
    this.#state.isMaximized = true;
  }
  isMinimized() {
    return this.#state.isMinimized;
  }
  isMaximized() {
    return this.#state.isMaximized;
  }
  getNormalBounds() {
    return this.#bounds;
  }
  setProgressBar(progress) {
    this.#state.progress = progress;
  }
  state() {
    return { ...this.#state, bounds: this.#bounds, url: this.webContents.getURL(), preferences: this.options.webPreferences };
  }
}

/** Asks the shell about every request as Electron would: first navigation, then the session's filter. */
async function guard(route, webContents) {
  const request = route.request();
  const url = toOwn(request.url());
  let isPrevented = false;
  if (request.isNavigationRequest()) {
    const event = { url, isMainFrame: request.frame().parentFrame() === null, preventDefault: () => (isPrevented = true) };
    if (webContents.page.url() !== 'about:blank') {
      if (event.isMainFrame) webContents.emit('will-navigate', event);
      webContents.emit('will-frame-navigate', event);
    }
  }
  const filtered = isPrevented ? { cancel: true } : await session.defaultSession.filter(url);
  if (!filtered.cancel) return route.continue();
  script.refusedNavigations.push(url);
  // An aborted navigation leaves the page where it is, as Electron does.
  return route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
}

class Session extends EventEmitter {
  #filter = null;
  webRequest = {
    onBeforeRequest: (filter) => {
      this.#filter = filter;
    },
  };
  filter(url) {
    return new Promise((resolve) => (this.#filter ? this.#filter({ url }, resolve) : resolve({})));
  }
  setPermissionRequestHandler() {}
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
}
const session = { defaultSession: new Session() };

/** The next scripted answer of this kind; a dialog nobody has scripted is a failure, not a wait. */
function dialogAnswer(kind, options) {
  const at = script.dialogAnswers.findIndex((answer) => answer.kind === kind);
  script.dialogs.push({ kind, ...options });
  if (at === -1) throw new Error(`unexpected ${kind} dialog: ${JSON.stringify(options)}`);
  return script.dialogAnswers.splice(at, 1)[0].answer;
}

const dialog = {
  showSaveDialog: async (_window, options) => {
    const filePath = dialogAnswer('save', options);
    return { canceled: filePath === null, filePath: filePath ?? '' };
  },
  showOpenDialog: async (_window, options) => {
    const filePaths = dialogAnswer('open', options);
    return { canceled: filePaths.length === 0, filePaths };
  },
  showMessageBox: async (_window, options) => ({ response: options.buttons.indexOf(dialogAnswer('message', options)) }),
};

const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (template) => {
    script.menu = template;
  },
};

function itemsOf(template) {
  return template.flatMap((item) => [item, ...itemsOf(item.submenu ?? [])]);
}

/** What a test may ask of the running shell. */
async function answerTest(message) {
  switch (message.ask) {
    case 'script-dialog':
      script.dialogAnswers.push({ kind: message.kind, answer: message.answer });
      return null;
    case 'state':
      return { debugPort, origin, windows: [...windows].map((window) => window.state()), dialogs: script.dialogs, openedLinks: script.openedLinks, recentDocuments: script.recentDocuments, refusedNavigations: script.refusedNavigations, refusedWindows: script.refusedWindows, violations: script.violations, menu: script.menu && JSON.parse(JSON.stringify(script.menu)) };
    case 'second-instance':
      app.emit('second-instance', {}, [process.execPath, ...message.argv], process.cwd());
      return null;
    case 'choose-menu':
      itemsOf(script.menu).find((item) => item.id === message.id).click();
      return null;
    case 'close-window':
      for (const window of [...windows]) window.close();
      return null;
    default:
      throw new Error(`the stand-in knows no ${message.ask}`);
  }
}

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain: { handle: (channel, handler) => requestHandlers.set(channel, handler) },
  Menu,
  protocol: { registerSchemesAsPrivileged: () => undefined, handle: (scheme, handler) => schemeHandlers.set(scheme, handler) },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  session,
  shell: {
    openExternal: async (url) => void script.openedLinks.push(url),
    openPath: async () => '',
  },
};

module.exports = { electron, answerTest };
