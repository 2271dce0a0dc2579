// `npm start`: the desktop application where Electron's binary is installed or can be fetched, else the same application in a browser of this machine.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale, root } from './build.mjs';

const asked = process.argv.slice(2);
const electronFolder = join(root, 'node_modules/electron');
const absentFile = join(root, 'dist/electron-absent.json');
const fetchSeconds = Number(process.env.SUMMIT_ELECTRON_WAIT_SECONDS ?? 90);
const askAgainAfterMs = 12 * 3600 * 1000;
// An Electron that cannot open a window says so and ends within this time.
const earlyEndMs = 6000;

await buildStale();
const reason = asked.includes('--browser') ? 'asked for with --browser' : await startDesktop();
if (reason !== null) await startBrowserEdition(reason);

/** Runs Electron until the planner quits. Returns why it could not, or null. */
async function startDesktop() {
  const absence = whyNoDisplay() ?? findOrFetchElectron();
  if (absence !== null) return absence;
  const started = Date.now();
  const electron = spawn(electronPath(), ['.', ...asked.filter((word) => word !== '--electron')], { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => electron.kill('SIGINT'));
  process.on('SIGTERM', () => electron.kill('SIGTERM'));
  const ending = await new Promise((resolve) => {
    electron.on('error', (error) => resolve(error.message));
    electron.on('close', (code) => resolve(code ?? 0));
  });
  if (ending === 0) return null;
  if (Date.now() - started < earlyEndMs) return `Electron ended at once (${typeof ending === 'number' ? `status ${ending}` : ending})`;
  process.exit(typeof ending === 'number' ? ending : 1);
}

function whyNoDisplay() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'this session has no display for a desktop window';
  // The sandbox is a promise of ours, and Chromium has none for root.
  return process.getuid?.() === 0 ? 'the desktop edition keeps its sandbox, which the root user cannot have' : null;
}

function electronPath() {
  try {
    const path = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function findOrFetchElectron() {
  if (electronPath()) return null;
  if (!asked.includes('--electron') && wasAbsentLately()) return 'Electron could not be fetched earlier today (npm start -- --electron tries again)';
  console.log(`Fetching Electron, at most ${fetchSeconds} seconds …`);
  const { status, signal, error, stderr } = spawnSync(process.execPath, ['install.js'], { cwd: electronFolder, timeout: fetchSeconds * 1000, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  if (status === 0 && electronPath()) return null;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(absentFile, JSON.stringify({ at: Date.now() }));
  if (signal || error) return `Electron did not arrive within ${fetchSeconds} seconds (SUMMIT_ELECTRON_WAIT_SECONDS sets the limit)`;
  const line = stderr.split('\n').find((text) => /error/i.test(text))?.trim();
  return `Electron could not be fetched${line ? `: ${line.slice(0, 200)}` : ''}`;
}

function wasAbsentLately() {
  try {
    return Date.now() - JSON.parse(readFileSync(absentFile, 'utf8')).at < askAgainAfterMs;
  } catch {
    return false;
  }
}

async function startBrowserEdition(why) {
  const { serveBrowserEdition, usualPort } = await import(pathToFileURL(join(root, 'dist/browser/server.mjs')).href);
  const port = Number(process.env.SUMMIT_PORT ?? usualPort);
  const server = await serveBrowserEdition(join(root, 'dist'), port).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken, probably by a Summit Planner that is running already: http://127.0.0.1:${port}/`);
    console.error('Its data belongs to that port, so no other is chosen. End the other one, or set SUMMIT_PORT.');
    process.exit(1);
  });
  console.log(`Browser edition: ${why}.`);
  console.log(`Summit Planner is at ${server.address}\nCtrl-C ends it.`);
  if (!asked.includes('--no-open')) openBrowser(server.address);
  const end = () => void server.close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function openBrowser(address) {
  const [command, ...args] = { darwin: ['open', address], win32: ['cmd', '/c', 'start', '', address] }[process.platform] ?? ['xdg-open', address];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => console.log('No browser was found to open it in; open the address yourself.'));
  opener.unref();
}
