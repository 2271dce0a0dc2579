// The journeys need a browser and tools to read what was printed. As root on Debian they are installed; else the one line to run is said.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const needed = [
  { command: 'chromium', package: 'chromium' },
  { command: 'pdftotext', package: 'poppler-utils' },
  { command: 'qpdf', package: 'qpdf' },
];

/** True when all are there, if need be after installing them. */
export function ensureDebianPackages() {
  const missing = needed.filter(({ command }) => !has(command)).map((tool) => tool.package);
  if (missing.length === 0) return true;
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.error(`Missing for the tests: ${missing.join(', ')}. On Debian or Ubuntu run:\n  sudo ${line}`);
    return false;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
  aptGet('update');
  const isInstalled = aptGet(...line.split(' ').slice(1)) && needed.every(({ command }) => has(command));
  if (!isInstalled) console.error(`Could not install ${missing.join(', ')}. The tests need: ${line}`);
  return isInstalled;
}

function has(command) {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(ensureDebianPackages() ? 0 : 1);
