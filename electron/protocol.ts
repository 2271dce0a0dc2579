import type { CustomScheme } from 'electron';
import { serveAsset } from './assets.ts';
import { isOwnUrl, ownScheme } from './security.ts';

/** Standard and secure, so that storage, workers and WebAssembly behave as on the web; nothing bypasses the policy. */
export const ownSchemes: CustomScheme[] = [{ scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, bypassCSP: false, corsEnabled: false, allowServiceWorkers: false } }];

/** Answers every request of the window from dist/. */
export function ownProtocol(distFolder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' || !isOwnUrl(request.url)) return new Response('Refused', { status: 403 });
    const { status, headers, body } = await serveAsset(distFolder, new URL(request.url).pathname);
    return new Response(body, { status, headers });
  };
}
