import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { forbidden } = createRequire(import.meta.url)(join(root, 'build/boundaries.cjs')) as { forbidden: { name: string }[] };

/** For each rule one file that breaks it and, where it needs one, the file it must not reach. */
const plants: Readonly<Record<string, { readonly file: string; readonly imports: string; readonly target?: string }>> = {
  ...Object.fromEntries(
    (['kernel', 'summit', 'partners', 'invitations', 'agreements', 'meetings', 'awards', 'commitments', 'workspace', 'documents', 'briefings', 'print', 'exchange', 'bridge'] as const)
      .slice(0, -1)
      .map((area, rung, areas) => [`ladder-${area}`, { file: `shared/${area}/climbs.ts`, imports: `#shared/${areas[rung + 1] ?? 'bridge'}/above.ts`, target: `shared/${areas[rung + 1] ?? 'bridge'}/above.ts` }]),
  ),
  ...Object.fromEntries(
    (['any-ascii', 'dexie', 'pdfmake', 'electron', 'hucre', 'papaparse', 'fflate', 'ical-generator', 'react-big-calendar', '@tanstack/react-table'] as const).map((library) => {
      const name = `home-of-${library.replace(/[@/]/g, '-').replace(/^-/, '')}`;
      return [name, { file: `renderer/app/${name}.ts`, imports: library }];
    }),
  ),
  'shared-is-host-free': { file: 'shared/kernel/reaches-host.ts', imports: '#renderer/app/frame.ts', target: 'renderer/app/frame.ts' },
  'shared-no-node': { file: 'shared/kernel/reads-disk.ts', imports: 'node:fs' },
  'hosts-meet-in-shared-renderer': { file: 'renderer/app/reaches-shell.ts', imports: '#electron/window.ts', target: 'electron/window.ts' },
  'hosts-meet-in-shared-electron': { file: 'electron/reaches-window.ts', imports: '#renderer/app/frame.ts', target: 'renderer/app/frame.ts' },
  'features-never-import-features': { file: 'renderer/features/rooms/borrows.ts', imports: '#renderer/features/awards/select.ts', target: 'renderer/features/awards/select.ts' },
  'features-do-not-reach-into-the-frame': { file: 'renderer/features/rooms/reaches-frame.ts', imports: '#renderer/app/frame.ts', target: 'renderer/app/frame.ts' },
  'ui-knows-no-domain': { file: 'renderer/ui/knows.ts', imports: '#shared/summit/room.ts', target: 'shared/summit/room.ts' },
  'no-cycles': { file: 'renderer/app/one.ts', imports: './other.ts', target: 'renderer/app/other.ts' },
  'no-drawers': { file: 'renderer/app/fetches.ts', imports: './utils/strings.ts', target: 'renderer/app/utils/strings.ts' },
  'no-unresolvable': { file: 'renderer/app/loses.ts', imports: './nowhere.ts' },
};

let folder: string;

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-boundaries-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const name of ['package.json', 'build/boundaries.cjs', 'build/tsconfig', 'shared/kernel/host.d.ts']) cpSync(join(root, name), join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every rule of build/boundaries.cjs, broken once, is named', () => {
  const named = new Map<string, string[]>();

  beforeAll(() => {
    for (const { target } of Object.values(plants)) if (target) plant(target, 'export const here = 1;\n');
    for (const { file, imports } of Object.values(plants)) plant(file, `import '${imports}';\nexport const there = 1;\n`);
    plant('renderer/app/other.ts', "import './one.ts';\n");
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', 'build/boundaries.cjs', '--output-type', 'json', 'shared', 'renderer', 'electron'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    const { summary } = JSON.parse(stdout || `{"summary":{"violations":[],"error":${JSON.stringify(stderr)}}}`) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    for (const { from, rule } of summary.violations) named.set(rule.name, [...(named.get(rule.name) ?? []), from]);
  });

  test('no rule is without its breach', () => {
    expect(Object.keys(plants).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  test.each(Object.entries(plants))('%s', (name, { file, target }) => {
    expect([file, target]).toContain((named.get(name) ?? []).find((from) => from === file || from === target));
  });
});

describe('the compiler keeps shared pure', () => {
  test.each([
    ['the DOM', 'export const title = document.title;\n', "Cannot find name 'document'"],
    ['Node', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n", "'node:fs'"],
    ['the process', 'export const home = process.cwd();\n', "Cannot find name 'process'"],
  ])('%s is unknown there', (_host, text, complaint) => {
    rmSync(join(folder, 'shared'), { recursive: true });
    plant('shared/kernel/impure.ts', text);
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', 'build/tsconfig/shared.json'], { cwd: folder, encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stdout).toContain(complaint);
  });
});

describe('the linter keeps the clock and chance out of shared', () => {
  test.each([
    ['Math.random()', 'Chance arrives as an argument'],
    ['Date.now()', 'The clock arrives as an argument'],
    ['new Date()', 'The clock arrives as an argument'],
  ])('%s', (expression, complaint) => {
    rmSync(join(folder, 'shared'), { recursive: true, force: true });
    cpSync(join(root, 'build/eslint.config.mjs'), join(folder, 'build/eslint.config.mjs'));
    plant('shared/kernel/impure.ts', `export const impure = ${expression};\n`);
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), '--config', 'build/eslint.config.mjs', 'shared'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toContain(complaint);
  });
});
