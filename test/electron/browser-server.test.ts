import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOwnHost, serveBrowserEdition, type BrowserServer } from '#electron/browser-server.ts';

let folder: string;
let server: BrowserServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-server-'));
  await mkdir(join(folder, 'renderer/assets'), { recursive: true });
  await mkdir(join(folder, 'fonts'));
  await writeFile(join(folder, 'renderer/index.html'), '<style nonce="__CSP_NONCE__"></style>');
  await writeFile(join(folder, 'renderer/assets/solver.wasm'), 'wasm');
  await writeFile(join(folder, 'renderer/assets/work.js'), 'work');
  await writeFile(join(folder, 'fonts/Sans.ttf'), 'font');
  await writeFile(join(folder, 'secret.json'), '{}');
  server = await serveBrowserEdition(folder, 0);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A request spelled exactly as given; the usual client would tidy its path. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString('utf8')));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('every page carries a nonce of its own, the same in its policy and its markup', async () => {
  const [one, other] = [await ask('/'), await ask('/')];
  const nonceOf = (body: string) => /nonce="([A-Za-z0-9_-]{24})"/.exec(body)?.[1] ?? '';
  expect(String(one.headers['content-security-policy'])).toContain(`'nonce-${nonceOf(one.body)}'`);
  expect(nonceOf(one.body)).not.toBe(nonceOf(other.body));
});

test('worker scripts, fonts, WebAssembly and even refusals carry the policy and their right type', async () => {
  const answers = await Promise.all(['/assets/work.js', '/fonts/Sans.ttf', '/assets/solver.wasm', '/nowhere.js'].map((path) => ask(path)));
  expect(answers.map(({ status, headers }) => [status, headers['content-type'], String(headers['content-security-policy']).startsWith("default-src 'none'")])).toEqual([
    [200, 'text/javascript; charset=utf-8', true],
    [200, 'font/ttf', true],
    [200, 'application/wasm', true],
    [404, 'text/plain; charset=utf-8', true],
  ]);
});

test('a name that was rebound to this machine is refused', async () => {
  const { port } = new URL(server.address);
  expect((await ask('/', { Host: `planner.example.com:${port}` })).status).toBe(403);
  expect((await ask('/', { Host: `127.0.0.1:${port}` })).status).toBe(200);
  expect([isOwnHost(undefined, 80), isOwnHost('localhost:80', 80), isOwnHost('127.0.0.1:81', 80), isOwnHost('127.0.0.1:80', 80)]).toEqual([false, false, false, true]);
});

test('another site cannot embed what is served here', async () => {
  expect((await ask('/assets/work.js', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403);
});

test('no spelling of a path climbs out of the two folders', async () => {
  const paths = ['/../secret.json', '/%2e%2e/secret.json', '/assets/../../secret.json', '//secret.json', '/secret.json', '/fonts/../secret.json', '/assets/%00.js', '/..%5csecret.json', 'http://evil/secret.json'];
  expect((await Promise.all(paths.map((path) => ask(path)))).map(({ status }) => status)).toEqual(paths.map(() => 404));
});

test('only reading is answered', async () => {
  expect([(await ask('/', {}, 'POST')).status, (await ask('/', {}, 'HEAD')).status]).toEqual([405, 200]);
});
