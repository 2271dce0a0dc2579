import { describe, expect, test } from 'vitest';
import { placeOf } from '#electron/assets.ts';
import { isOwnSender } from '#electron/ipc.ts';
import { ownSchemes } from '#electron/protocol.ts';
import { contentSecurityPolicy, hardenContents, isGranted, isOfferedLink, isOwnUrl, webPreferences } from '#electron/security.ts';
import { placeOnScreens, windowOptions } from '#electron/window.ts';

describe('the window as values', () => {
  test('the page has a sandbox, a world of its own, no Node and no network dictionary', () => {
    expect(webPreferences('/preload.cjs')).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      spellcheck: false,
    });
    expect(windowOptions({ width: 1440, height: 900 }, '/preload.cjs').webPreferences).toEqual(webPreferences('/preload.cjs'));
  });

  test('the policy reaches nothing but the application itself', () => {
    expect(contentSecurityPolicy('N').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self' 'nonce-N'",
      "style-src-attr 'none'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  test('the scheme is standard and secure and bypasses no policy', () => {
    expect(ownSchemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, bypassCSP: false, corsEnabled: false, allowServiceWorkers: false } }]);
  });

  test('a window kept on a screen that is gone comes back where it can be reached', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    expect(placeOnScreens({ x: 100, y: 50, width: 1200, height: 800, isMaximized: false }, screens)).toEqual({ x: 100, y: 50, width: 1200, height: 800 });
    expect(placeOnScreens({ x: 2500, y: 50, width: 1200, height: 800, isMaximized: false }, screens)).toEqual({ width: 1440, height: 900 });
    expect(placeOnScreens(null, screens)).toEqual({ width: 1440, height: 900 });
  });
});

describe('the judge of addresses', () => {
  test.each([
    ['app://summit/index.html', true],
    ['app://summit/', true],
    ['app://other/index.html', false],
    ['app://summit.example.com/', false],
    ['app://user@summit/', false],
    ['app://summit:8080/', false],
    ['https://summit/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hi', false],
    ['about:blank', false],
    ['', false],
  ])('%s is ours: %s', (address, isOurs) => {
    expect(isOwnUrl(address)).toBe(isOurs);
  });

  test.each([
    ['https://example.com/agenda?day=2', true],
    ['http://example.com/', false],
    ['https://user:secret@example.com/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['smb://server/share', false],
    ['ms-settings:privacy', false],
    ['https://', false],
    ['not an address', false],
  ])('%s is offered to the browser: %s', (address, isOffered) => {
    expect(isOfferedLink(address)).toBe(isOffered);
  });

  test('only storage that lasts and a copied text are granted, and only to ourselves', () => {
    expect(['persistent-storage', 'clipboard-sanitized-write', 'clipboard-read', 'geolocation', 'media', 'notifications', 'usb', 'fileSystem', 'openExternal'].filter((permission) => isGranted(permission, 'app://summit/'))).toEqual(['persistent-storage', 'clipboard-sanitized-write']);
    expect(isGranted('persistent-storage', 'https://example.com/')).toBe(false);
  });

  test('a message counts only from the top frame of our own page', () => {
    expect(isOwnSender({ url: 'app://summit/index.html', parent: null })).toBe(true);
    expect(isOwnSender({ url: 'app://summit/index.html', parent: {} })).toBe(false);
    expect(isOwnSender({ url: 'https://example.com/', parent: null })).toBe(false);
    expect(isOwnSender(null)).toBe(false);
  });

  test('a page may move within the application, and nowhere else', () => {
    const listeners = new Map<string, (event: object) => void>();
    let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    hardenContents({ on: (name: string, listener: (event: object) => void) => listeners.set(name, listener), setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler) } as never);
    const isPrevented = (name: string, facts: object) => {
      let prevented = false;
      listeners.get(name)?.({ ...facts, preventDefault: () => (prevented = true) });
      return prevented;
    };
    expect([...listeners.keys()].sort()).toEqual(['will-attach-webview', 'will-frame-navigate', 'will-navigate', 'will-redirect']);
    expect(isPrevented('will-navigate', { url: 'app://summit/index.html' })).toBe(false);
    expect(isPrevented('will-navigate', { url: 'https://example.com/' })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url: 'app://summit/index.html', isMainFrame: false })).toBe(true);
    expect(isPrevented('will-redirect', { url: 'file:///etc/passwd' })).toBe(true);
    expect(isPrevented('will-attach-webview', {})).toBe(true);
    expect(openHandler({ url: 'app://summit/index.html' })).toEqual({ action: 'deny' });
  });
});

describe('the places an address can reach', () => {
  test.each([
    ['/', ['renderer', 'index.html']],
    ['/assets/index-a1_B.js', ['renderer', 'assets', 'index-a1_B.js']],
    ['/fonts/SourceSans3_400Regular.ttf', ['fonts', 'SourceSans3_400Regular.ttf']],
    ['/../package.json', null],
    ['/assets/../../electron/main.cjs', null],
    ['/%2e%2e/package.json', null],
    ['/assets\\..\\..\\package.json', null],
    ['/.hidden.js', null],
    ['/assets/main.cjs', null],
    ['/assets//x.js', null],
    ['/assets/x.js\u0000.png', null],
    ['', null],
  ])('%s', (pathname, place) => {
    expect(placeOf(pathname)).toEqual(place);
  });
});
