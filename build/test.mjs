// `npm test`: the tools, the check command, the build, then the journeys. The last line counts every test that ran.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebianPackages } from './ensure-debian-packages.mjs';

const work = mkdtempSync(join(tmpdir(), 'summit-test-'));
const counts = { passed: 0, failed: 0 };
let isSound = true;

if (!ensureDebianPackages()) isSound = false;
else {
  const checks = ['types', 'lint', 'boundaries', 'dead'].every((part) => run(process.execPath, ['build/check.mjs', part]));
  const inside = vitest('inside', ['shared', 'renderer', 'electron', 'build']);
  const built = run(process.execPath, ['build/build.mjs']);
  const journeys = built && vitest('journeys', ['journeys']);
  isSound = checks && inside && journeys;
}

rmSync(work, { recursive: true, force: true });
// A check that fails outside the tests is a failure the last line must show.
if (!isSound && counts.failed === 0) counts.failed = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(isSound && counts.failed === 0 && counts.passed > 0 ? 0 : 1);

function vitest(name, projects) {
  const report = join(work, `${name}.json`);
  const isGreen = run('npx', ['--no-install', 'vitest', 'run', '--config', 'build/vitest.config.ts', ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    counts.passed += numPassedTests;
    counts.failed += Math.max(numFailedTests, isGreen ? 0 : Math.min(1, numFailedTestSuites));
  } catch {
    counts.failed += 1;
  }
  return isGreen;
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}
