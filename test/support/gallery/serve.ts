import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import rendererOptions, { nonceMark } from '#build/vite.renderer.config.ts';

const projectRoot = new URL('../../..', import.meta.url).pathname;
const galleryFolder = join(projectRoot, 'dist/gallery');
const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf', '.svg': 'image/svg+xml' };

/** Builds the gallery with the window's own options. */
export async function buildGallery(): Promise<void> {
  const options = typeof rendererOptions === 'object' && 'build' in rendererOptions ? rendererOptions : {};
  // A test run says NODE_ENV=test, which would bundle the development build of React.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({ ...options, configFile: false, logLevel: 'error', root: join(projectRoot, 'test/support/gallery'), build: { ...options.build, outDir: galleryFolder, emptyOutDir: true } });
  process.env['NODE_ENV'] = before;
}

/** Serves a built folder under the shell's policy, with a fresh nonce in every response. */
export async function serveUnderPolicy(folder = galleryFolder): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://local').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then((bytes) => {
      const nonce = randomBytes(16).toString('base64');
      const kind = kinds[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': kind, 'content-security-policy': policy(nonce) });
      response.end(kind === 'text/html' ? bytes.toString('utf8').replaceAll(nonceMark, nonce) : bytes);
    }, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

function policy(nonce: string): string {
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'none'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'`;
}
