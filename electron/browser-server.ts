import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveAsset } from './assets.ts';
import { securityHeaders } from './security.ts';

/**
 * The port of the browser edition, always the same because what the browser stores belongs to host and port.
 * @public read from the bundle by build/start.mjs
 */
export const usualPort = 47615;
const loopback = '127.0.0.1';

export type BrowserServer = { readonly address: string; close(): Promise<void> };

/** Serves the built window to browsers of this machine only. Rejects when the port is taken; port 0 takes any. */
export async function serveBrowserEdition(distFolder: string, port: number): Promise<BrowserServer> {
  const server = createServer((request, response) => {
    void answer(distFolder, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  const address = `http://${loopback}:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** True when a request names this machine by number: a page elsewhere that rebinds its own name to 127.0.0.1 carries that name here. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `${loopback}:${port}`;
}

async function answer(distFolder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Not through URL, which would tidy `//name` and `..` away before they can be judged.
  const pathname = request.url?.split(/[?#]/)[0] ?? '';
  const isForeignSite = request.headers['sec-fetch-site'] === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate';
  if (!isOwnHost(request.headers.host, request.socket.localPort ?? 0) || isForeignSite) refuse(response, 403);
  else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405);
  else {
    const { status, headers, body } = await serveAsset(distFolder, pathname);
    response.writeHead(status, { ...headers, 'Content-Length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

function refuse(response: ServerResponse, status: 403 | 405): void {
  response.writeHead(status, { ...securityHeaders('none'), 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('Refused');
}
