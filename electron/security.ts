import type { Session, WebContents, WebPreferences } from 'electron';

/** The origin of the window. Fixed for ever: everything the planner has stored belongs to it. */
export const ownScheme = 'app';
export const ownOrigin = 'app://summit';

/** Replaced by a fresh nonce in every page; the same mark stands in build/vite.renderer.config.ts. */
export const nonceMark = '__CSP_NONCE__';

/** The policy of every response, worker scripts included: the application reaches nothing but itself. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every response in both editions. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  };
}

/** Stated and tested, not left to defaults. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
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
    // The spelling dictionaries would be fetched from the network.
    spellcheck: false,
  };
}

/** True for addresses of the application itself. */
export function isOwnUrl(address: string): boolean {
  const url = parse(address);
  return url !== null && url.protocol === `${ownScheme}:` && url.host === 'summit' && url.username === '' && url.password === '' && url.port === '';
}

/** True for an address that may be offered to the system's browser: https, a named host, no hidden credentials. */
export function isOfferedLink(address: string): boolean {
  const url = parse(address);
  return url !== null && url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
}

// Persistent storage keeps the system from evicting the summit; writing the clipboard needs a click. All else is refused.
const grantedPermissions: readonly string[] = ['persistent-storage', 'clipboard-sanitized-write'];

/** True when the window may have what it asks for. */
export function isGranted(permission: string, origin: string): boolean {
  return grantedPermissions.includes(permission) && isOwnUrl(origin);
}

/** Closes the network, the devices and downloads of a session. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => answer(isGranted(permission, contents.getURL())));
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isReachable(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Refuses navigation, new windows and webviews of one page. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isReachable(address: string): boolean {
  const url = parse(address);
  return url !== null && (isOwnUrl(address) || url.protocol === 'data:' || url.protocol === 'devtools:' || (url.protocol === 'blob:' && isOwnUrl(url.pathname)));
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
