import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nonceMark, securityHeaders } from './security.ts';

export type Asset = { readonly status: 200 | 404; readonly headers: Record<string, string>; readonly body: Uint8Array<ArrayBuffer> };

const mimeTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  summit: 'application/octet-stream',
};

/** A built asset carries the digest of its content in its name; kept, the browser also keeps it compiled. */
const forEver = 'public, max-age=31536000, immutable';

/** Serves the built window and the fonts, with the policy on every answer and a fresh nonce in every page. `distFolder` holds renderer/ and fonts/; nothing else is reachable. */
export async function serveAsset(distFolder: string, pathname: string): Promise<Asset> {
  const headers = securityHeaders(randomBytes(18).toString('base64url'));
  const place = placeOf(pathname);
  const body = place === null ? null : await readFile(join(distFolder, ...place)).catch(() => null);
  if (place === null || body === null) return { status: 404, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }, body: new TextEncoder().encode('Not found') };
  const type = mimeTypes[extensionOf(place)] as string;
  if (!type.startsWith('text/html')) return { status: 200, headers: { ...headers, 'Content-Type': type, 'Cache-Control': place[1] === 'assets' ? forEver : 'no-cache' }, body: new Uint8Array(body) };
  const nonce = randomBytes(18).toString('base64url');
  const page = body.toString('utf8').replaceAll(nonceMark, nonce);
  return { status: 200, headers: { ...securityHeaders(nonce), 'Content-Type': type, 'Cache-Control': 'no-store' }, body: new TextEncoder().encode(page) };
}

/** The file behind an address as path segments below dist/, or null. Segments are letters, digits, dot, dash and underscore, so that no spelling climbs out. */
export function placeOf(pathname: string): readonly string[] | null {
  const segments = (pathname === '/' ? '/index.html' : pathname).split('/').slice(1);
  if (!segments.every((segment) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment))) return null;
  if (mimeTypes[extensionOf(segments)] === undefined) return null;
  return segments[0] === 'fonts' ? segments : ['renderer', ...segments];
}

function extensionOf(segments: readonly string[]): string {
  const last = segments.at(-1) ?? '';
  return last.slice(last.lastIndexOf('.') + 1).toLowerCase();
}
